"""Which batch may be delivered, and how it ends when partitions move."""

import asyncio
import threading

import pytest

from runtime.producer import Interrupted
from schemas.message import Incoming
from streams.carrier import Carrier
from streams.delivery import Batch

MESSAGES = [Incoming("t", 0, 0, b"k", b"v")]


class FakeSeam:
    """Holds a batch until it is released or abandoned."""

    def __init__(self, error: Exception | None = None) -> None:
        self.abandon = threading.Event()
        self.release = threading.Event()
        self.started = threading.Event()
        self.forgotten = 0
        self._error = error

    def make_durable(self, messages: list[Incoming]) -> None:
        """Wait, then end as told."""
        self.started.set()
        while not self.release.wait(0.01):
            if self.abandon.is_set():
                raise Interrupted
        if self._error:
            raise self._error

    def forget(self) -> None:
        """Count."""
        self.forgotten += 1


def a_carrier(seam: FakeSeam, failed: list[BaseException] | None = None, grace_s: float = 0.05) -> Carrier:
    """An open carrier."""
    carrier = Carrier(seam, grace_s=grace_s, failed=(failed if failed is not None else []).append)
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
