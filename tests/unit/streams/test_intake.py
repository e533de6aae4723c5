"""An agent takes what lies in its channel, in batches of a bounded size that wait a bounded time for more."""

import asyncio
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from streams.intake import Intake


class Channel:
    """A channel as Faust's is, over a queue of numbers."""

    def __init__(self, numbers: Sequence[int] = ()) -> None:
        self.queue: asyncio.Queue[int] = asyncio.Queue()
        for number in numbers:
            self.queue.put_nowait(number)

    async def get(self, *, timeout: float | None = None) -> int:  # noqa: ASYNC109 - Faust's signature
        """The next one."""
        return await asyncio.wait_for(self.queue.get(), timeout)

    def empty(self) -> bool:
        """Whether none lies there."""
        return self.queue.empty()


async def taken(channel: Channel, size: int, within_s: float, wanted: int) -> list[list[int]]:
    """The first batches that an intake takes, so many."""
    found: list[list[int]] = []
    done = asyncio.Event()

    async def carry(events: Sequence[Any]) -> None:
        found.append(list(events))
        if len(found) == wanted:
            done.set()
            await asyncio.Event().wait()

    task = asyncio.ensure_future(Intake(carry, size, within_s).take_from(SimpleNamespace(channel=channel)))
    await done.wait()
    task.cancel()
    return found


def test_what_lies_there_is_taken_in_batches_of_the_size_asked_for():
    """In order; the last one is what is left when its time is over."""

    async def run() -> list[list[int]]:
        return await taken(Channel(range(7)), 3, 0.01, 3)

    assert asyncio.run(run()) == [[0, 1, 2], [3, 4, 5], [6]]


def test_a_batch_waits_for_more_and_no_longer_than_it_may():
    """What comes soon is in it; what comes after its time begins the next one."""

    async def run() -> list[list[int]]:
        channel = Channel([1])
        loop = asyncio.get_running_loop()
        loop.call_later(0.01, channel.queue.put_nowait, 2)
        loop.call_later(0.6, channel.queue.put_nowait, 3)
        return await taken(channel, 10, 0.3, 2)

    assert asyncio.run(run()) == [[1, 2], [3]]


def test_an_error_in_the_channel_reaches_the_agent():
    """Faust throws into a channel what has to end its reader."""

    class Broken(Channel):
        async def get(self, **_: Any) -> int:
            raise ConnectionError("gone")

    with pytest.raises(ConnectionError, match="gone"):
        asyncio.run(_ended(Broken()))


async def _ended(channel: Channel) -> None:
    async def carry(_: Sequence[Any]) -> None:
        raise AssertionError("nothing came")

    await Intake(carry, 1, 0.1).take_from(SimpleNamespace(channel=channel))
