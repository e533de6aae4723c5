"""What was read is carried in batches of a bounded size that wait a bounded time for more."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from typing import Any

import pytest

from streams.intake import AT_ONCE, Intake
from streams.looking import Chunk

Fill = Callable[[Intake], Awaitable[None]]


async def taken(fill: Fill, size: int, within_s: float, wanted: int) -> list[list[int]]:
    """The first batches that an intake carries, so many; numbers stand for messages."""
    found: list[list[int]] = []
    done = asyncio.Event()

    async def carry(chunks: Sequence[Chunk]) -> None:
        found.append([message for chunk in chunks for message in chunk.messages])
        if len(found) == wanted:
            done.set()
            await asyncio.Event().wait()

    intake = Intake(carry, size, within_s)
    tasks = [asyncio.ensure_future(intake.run()), asyncio.ensure_future(fill(intake))]
    await asyncio.wait_for(done.wait(), 10)
    for task in tasks:
        task.cancel()
    return found


def test_what_lies_there_is_taken_in_batches_of_the_size_asked_for():
    """In order, and no piece that is looked at as one is cut in two."""

    async def fill(intake: Intake) -> None:
        intake.put(range(4))
        intake.put(range(4, 7))

    assert asyncio.run(taken(fill, 3, 0.01, 3)) == [[0, 1, 2], [3], [4, 5, 6]]


def test_a_batch_waits_for_more_and_no_longer_than_it_may():
    """What comes soon is in it; what comes after its time begins the next one."""

    async def fill(intake: Intake) -> None:
        intake.put([1])
        await asyncio.sleep(0.01)
        intake.put([2])
        await asyncio.sleep(0.6)
        intake.put([3])

    assert asyncio.run(taken(fill, 10, 0.3, 2)) == [[1, 2], [3]]


def test_what_is_dropped_while_it_waits_is_in_no_batch():
    """Partitions were revoked; what comes afterwards is carried alone."""

    async def fill(intake: Intake) -> None:
        intake.put([1, 2])
        await asyncio.sleep(0)
        intake.clear()
        await asyncio.sleep(0.02)
        intake.put([3])

    assert [batch for batch in asyncio.run(taken(fill, 10, 0.1, 1)) if batch] == [[3]]


async def test_it_has_room_while_less_than_a_batch_waits():
    """Whoever reads from Kafka waits for it."""

    async def carry(_: Sequence[Any]) -> None:
        raise AssertionError("nothing is carried")

    intake = Intake(carry, 3, 0.1)
    intake.put([1, 2])
    assert intake.has_room
    intake.put([3])
    assert not intake.has_room
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(intake.room(), 0.01)
    intake.clear()
    await intake.room()
    assert intake.has_room


async def test_what_comes_is_looked_at_at_once_in_pieces():
    """Before anybody takes it; what is dropped need not be looked at any more."""
    asked: list[int] = []
    futures: list[Future[list[Any]]] = []

    def ahead(messages: Sequence[Any]) -> "Future[list[Any]]":
        asked.append(len(messages))
        futures.append(Future())
        return futures[-1]

    async def carry(_: Sequence[Chunk]) -> None:
        raise AssertionError("nothing is carried")

    intake = Intake(carry, 1000, 0.1, ahead)
    intake.put(range(AT_ONCE + 5))
    intake.clear()

    assert asked == [AT_ONCE, 5]
    assert [future.cancelled() for future in futures] == [True, True]
