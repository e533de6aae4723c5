"""Which batch may be delivered, and how it ends when partitions move."""

import asyncio
import threading

import pytest

from runtime.producer import Interrupted
from schemas.message import Incoming
from streams.carrier import Carrier
from streams.delivery import Batch
from streams.limits import Undecided
from streams.state import StateUnreadable

MESSAGES = [Incoming("t", 0, 0, b"k", b"v")]


class FakeSeam:
    """Holds a batch until it is released or abandoned."""

    def __init__(self, error: Exception | None = None) -> None:
        self.abandon = threading.Event()
        self.release = threading.Event()
        self.started = threading.Event()
        self.forgotten = 0
        self.asked: list[tuple[int, bool]] = []
        self._error = error

    def make_durable(self, messages: list[Incoming], _: object, *, decide: bool) -> None:
        """Wait, then end as told."""
        self.asked.append((len(messages), decide))
        self.started.set()
        while not self.release.wait(0.01):
            if self.abandon.is_set():
                raise Interrupted
        if self._error and not (decide and isinstance(self._error, Undecided)):
            raise self._error

    def end_well(self) -> None:
        """Fail no more."""
        self._error = None

    def forget(self) -> None:
        """Count."""
        self.forgotten += 1

    def check_version(self) -> None:
        """Find what is told of it."""
        if isinstance(self._error, StateUnreadable):
            raise self._error


def a_carrier(seam: FakeSeam, failed: list[BaseException] | None = None, grace_s: float = 0.05) -> Carrier:
    """An open carrier."""
    carrier = Carrier(seam, grace_s=grace_s, failed=(failed if failed is not None else []).append, hold_s=0.1)
    carrier.open()
    return carrier


async def in_flight(carrier: Carrier, seam: FakeSeam, acknowledged: list[str]) -> "asyncio.Task[None]":
    """A batch that the seam works on."""
    task = asyncio.create_task(carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack"))))
    await asyncio.to_thread(seam.started.wait)
    return task


async def test_a_revocation_waits_for_the_batch_in_flight():
    """It is finished, and acknowledged, before the partitions go."""
    seam, acknowledged = FakeSeam(), []
    carrier = a_carrier(seam, grace_s=5)
    await in_flight(carrier, seam, acknowledged)
    asyncio.get_running_loop().call_later(0.05, seam.release.set)

    await carrier.shut()

    assert acknowledged == ["ack"]


async def test_a_state_that_another_version_made_is_never_gone_on_from():
    """Its entries would count as unknown: postings would be placed beside none of theirs. Nothing is delivered."""
    error, failed, acknowledged = StateUnreadable("run --rebuild"), list[BaseException](), list[str]()
    seam = FakeSeam(error)
    carrier = a_carrier(seam, failed)

    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack")))

    assert (carrier.ready, failed, acknowledged, seam.asked) == (False, [error], [], [])


async def test_a_revocation_abandons_a_batch_that_takes_too_long():
    """It ends unacknowledged; what the step cached is dropped."""
    seam, acknowledged = FakeSeam(), []
    carrier = a_carrier(seam)
    task = await in_flight(carrier, seam, acknowledged)
    forgotten = seam.forgotten

    await carrier.shut()
    await task

    assert (acknowledged, seam.forgotten > forgotten) == ([], True)


async def test_batches_of_an_older_generation_are_dropped_unacknowledged():
    """Faust's take buffer is not cleared when partitions move."""
    seam, acknowledged = FakeSeam(), []
    carrier = a_carrier(seam)
    await carrier.shut()

    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack")))

    assert (acknowledged, seam.started.is_set()) == ([], False)


async def test_after_a_recovery_batches_are_delivered_again():
    """Opening clears what the revocation had set."""
    seam, acknowledged = FakeSeam(), []
    seam.release.set()
    carrier = a_carrier(seam)
    await carrier.shut()
    carrier.open()

    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack")))

    assert acknowledged == ["ack"]


async def test_after_a_failure_nothing_is_delivered_any_more():
    """The worker ends; nothing behind the failed batch may be acknowledged."""
    seam, failed, acknowledged = FakeSeam(ValueError("broken")), [], []
    seam.release.set()
    carrier = a_carrier(seam, failed)

    for _ in range(2):
        await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack")))

    assert ([type(e) for e in failed], acknowledged, carrier.ready) == ([ValueError], [], False)


async def test_what_is_held_back_is_delivered_with_the_next_batch():
    """Nothing is acknowledged before; then both are."""
    seam, acknowledged = FakeSeam(Undecided()), []
    seam.release.set()
    carrier = a_carrier(seam)

    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("first")))
    held = list(acknowledged)
    seam.end_well()
    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("second")))

    assert (held, acknowledged, seam.asked) == ([], ["first", "second"], [(1, False), (2, False)])


async def test_what_is_held_back_is_decided_when_nothing_follows():
    """A poison posting that came first is a dead letter after a while."""
    seam, acknowledged = FakeSeam(Undecided()), []
    seam.release.set()
    carrier = a_carrier(seam)

    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack")))
    await asyncio.sleep(0.3)

    assert (acknowledged, seam.asked) == (["ack"], [(1, False), (1, True)])


async def test_what_is_held_back_is_dropped_with_its_partitions():
    """Whoever owns them reads it again."""
    seam, acknowledged = FakeSeam(Undecided()), []
    seam.release.set()
    carrier = a_carrier(seam)
    await carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("ack")))

    await carrier.shut()
    carrier.open()
    await asyncio.sleep(0.3)

    assert (acknowledged, seam.asked) == ([], [(1, False)])


async def test_a_batch_that_waited_for_its_turn_is_dropped_when_partitions_moved():
    """The one before it was in flight at the revocation."""
    seam, acknowledged = FakeSeam(), []
    carrier = a_carrier(seam, grace_s=5)
    first = await in_flight(carrier, seam, acknowledged)
    second = asyncio.create_task(carrier.carry(Batch(MESSAGES, lambda: acknowledged.append("too late"))))
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.05, seam.release.set)

    await carrier.shut()
    await asyncio.gather(first, second)

    assert acknowledged == ["ack"]


async def test_a_cancelled_agent_leaves_no_thread_behind():
    """Its batch ends before the cancellation goes on."""
    seam, acknowledged = FakeSeam(), []
    carrier = a_carrier(seam)
    task = await in_flight(carrier, seam, acknowledged)

    task.cancel()
    seam.release.set()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert acknowledged == ["ack"]
