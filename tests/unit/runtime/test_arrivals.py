"""Reading what is there."""

import pytest

from runtime.arrivals import arrivals


class Queue:
    """What has arrived at a client; it writes down how long it was told to wait."""

    def __init__(self, *messages: str) -> None:
        self._messages = list(messages)
        self.waits: list[float] = []

    def poll(self, within_s: float) -> str | None:
        """One message, or none in all that time."""
        self.waits.append(within_s)
        return self._messages.pop(0) if self._messages else None

    def consume(self, limit: int, within_s: float) -> list[str]:
        """As confluent_kafka: it waits until it has `limit`."""
        taken, self._messages = self._messages[:limit], self._messages[limit:]
        self.waits += [within_s] if len(taken) < limit else []
        return taken


@pytest.mark.parametrize(("limit", "expected"), [(1, ["a"]), (2, ["a", "b"]), (9, ["a", "b", "c"])])
def test_it_waits_for_the_first_message_only(limit, expected):
    """Not for as many as it would take."""
    queue = Queue("a", "b", "c")

    assert arrivals(queue, limit, 5.0) == expected
    assert sum(queue.waits) == 5.0


def test_where_nothing_comes_it_waits_once():
    """And returns nothing."""
    queue = Queue()

    assert arrivals(queue, 9, 5.0) == []
    assert queue.waits == [5.0]
