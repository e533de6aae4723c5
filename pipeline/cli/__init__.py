"""The `jobstream` command: one file per command group."""
