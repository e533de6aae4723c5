"""Waiting for a database or a broker without losing the place in the consumer group."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Protocol

from runtime.consumer import Partition, PartitionsLost
from runtime.logs import logger
from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable, Interrupted
from schemas.message import Incoming
from warehouse.contract import SinkUnavailable

log = logger(__name__)


class Stopped(Exception):  # noqa: N818 - a condition
    """The process was asked to stop; the batch in hand is abandoned, nothing of it is committed."""


class Consumer(Protocol):
    """What a sink needs of `PausingConsumer`."""

    def poll(self, limit: int, within_s: float) -> list[Incoming]: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def rejoin(self) -> None: ...
    def commit(self, offsets: dict[Partition, int]) -> None: ...
    def lag(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Pace:
    """How much at once, and how long between two tries. `refusal_limit`: a batch of so many rows never dies as a whole."""

    batch_size: int = 10_000
    batch_within_s: float = 1.0
    first_retry_s: float = 0.5
    longest_retry_s: float = 15.0
    refusal_limit: int = 20

    def waits_s(self) -> Iterator[float]:
        """Seconds to wait before each next try, doubling up to the longest."""
        wait = self.first_retry_s
        while True:
            yield wait
            wait = min(wait * 2, self.longest_retry_s)


class Patience:
    """Does steps until they succeed. While it waits, partitions are paused and polled on; nothing new is held."""

    def __init__(self, consumer: Consumer, metrics: Metrics, sink: str, *, pace: Pace, stopping: Event) -> None:
        self._consumer = consumer
        self._metrics = metrics
        self._sink = sink
        self._pace = pace
        self._stopping = stopping
        self._moved = False
        self.waiting_for: str | None = None

    def revoked(self, partitions: set[Partition]) -> None:
        """Take note that `partitions` were taken away: a batch that waits is dropped, its new owner reads it again."""
        self._moved = self._moved or bool(partitions)

    def until_done(self, step: Callable[[], object]) -> None:
        """Do `step` until it succeeds; SinkUnavailable and BrokerUnavailable are waited out.

        Raises PartitionsLost when partitions were taken away while it waited, Stopped when the process is to stop.
        """
        self._moved = False
        for wait_s in self._pace.waits_s():
            try:
                step()
            except (SinkUnavailable, BrokerUnavailable) as error:
                self._wait(wait_s, error)
            except Interrupted as error:
                raise Stopped from error
            else:
                break
        self.works()

    def works(self) -> None:
        """Take note that all is well: read on."""
        if self.waiting_for is not None:
            log.info("works again", after=self.waiting_for)
            self.waiting_for = None
            self._metrics.paused.labels(self._sink).set(0)
            self._consumer.resume()

    def waits(self, error: Exception) -> None:
        """Take note of what is waited for: it is logged, counted and what `/ready` says."""
        cause = "database" if isinstance(error, SinkUnavailable) else "broker"
        self.waiting_for = f"waits for the {cause}: {error}"
        self._metrics.retries.labels(f"sink-{self._sink}", cause).inc()
        self._metrics.paused.labels(self._sink).set(1)
        log.warning("waiting", cause=cause, error=str(error))

    def _wait(self, seconds: float, error: Exception) -> None:
        self.waits(error)
        self._consumer.pause()
        until = monotonic() + seconds
        while True:
            if self._stopping.is_set():
                raise Stopped
            if self._moved:
                raise PartitionsLost("partitions were taken away")
            left = until - monotonic()
            if left <= 0:
                return
            self._keep_membership(min(left, 0.5))

    def _keep_membership(self, within_s: float) -> None:
        try:
            self._consumer.poll(1, within_s)
        except BrokerUnavailable:
            self._stopping.wait(within_s)
