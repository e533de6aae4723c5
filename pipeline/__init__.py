"""The composition root: commands, operations, the embedded stack and the demo."""
