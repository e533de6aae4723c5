"""The parts of the embedded stack, by name."""

from pipeline.stack.clickhouse.part import ClickHouse
from pipeline.stack.errors import StackError
from pipeline.stack.kafka.part import Kafka
from pipeline.stack.part import Part
from pipeline.stack.timescaledb.part import TimescaleDB

PARTS: dict[str, Part] = {part.name: part for part in (Kafka(), TimescaleDB(), ClickHouse())}


def part(name: str) -> Part:
    """Return the part `name`. Raises StackError when there is none."""
    if name not in PARTS:
        raise StackError(f"The stack has no part {name}. Its parts are {', '.join(PARTS)}.")
    return PARTS[name]
