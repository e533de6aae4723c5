"""The composition root: commands, operations, the embedded stack and the demo."""

VERSION = "0.1.0"
