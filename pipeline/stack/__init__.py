"""The embedded stack: a real Kafka, TimescaleDB and ClickHouse, from Python packages alone."""

from pipeline.stack.errors import InstallFailed, PartFailed, PortTaken, StackError
from pipeline.stack.stack import PartStatus, Stack

__all__ = ["InstallFailed", "PartFailed", "PartStatus", "PortTaken", "Stack", "StackError"]
