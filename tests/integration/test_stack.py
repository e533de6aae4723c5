"""The embedded stack as its clients see it: real clients, real engines."""

from pipeline.stack import Stack


def test_every_part_serves_after_up(stack: Stack) -> None:
    """`up` returns when each part has answered a real request."""
    assert {part.name: part.ready for part in stack.status()} == {"kafka": True, "timescaledb": True, "clickhouse": True}
