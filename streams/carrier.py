"""Which batch is in flight, and how a revocation or a stop ends it."""

import asyncio
from collections.abc import Awaitable, Callable

from runtime.logs import logger
from runtime.producer import Interrupted
from streams.delivery import Batch, Seam, deliver

log = logger(__name__)


class Carrier:
    """Delivers one batch at a time while its partitions are owned.

    `shut` returns when the batch in flight was finished or abandoned; from then on batches are dropped unacknowledged,
    until `open` says that partitions were assigned and their state recovered. A batch that fails for good calls `failed`
    once and nothing is delivered any more.
    """

    def __init__(self, seam: Seam, *, grace_s: float, failed: Callable[[BaseException], None]) -> None:
        self._seam = seam
        self._grace_s = grace_s
        self._failed = failed
        self._open = False
        self._broken = False
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def ready(self) -> bool:
        """Whether batches are delivered now."""
        return self._open and not self._broken

    @property
    def idle(self) -> bool:
        """Whether no batch is in flight."""
        return self._idle.is_set()

    async def carry(self, batch: Batch) -> None:
        """Deliver `batch`, or drop it unacknowledged where its partitions are not owned."""
        if not self.ready or not batch.messages:
            return
        self._idle.clear()
        try:
            # a cancelled agent must not leave the thread behind with a batch that nobody waits for
            await asyncio.shield(asyncio.ensure_future(self._deliver(batch)))
        except asyncio.CancelledError:
            await self._wait_idle()
            raise

    async def shut(self) -> None:
        """Let the batch in flight end, for `grace_s` seconds; then abandon it. On return none is in flight."""
        self._open = False
        try:
            await asyncio.wait_for(self._wait_idle(), self._grace_s)
        except TimeoutError:
            self._seam.abandon.set()
            await self._wait_idle()
        self._seam.forget()

    def open(self) -> None:
        """Deliver from now on: partitions are assigned, their state is recovered."""
        self._seam.forget()
        self._seam.abandon.clear()
        self._open = True

    async def _deliver(self, batch: Batch) -> None:
        try:
            await deliver(batch, self._seam)
        except Interrupted:
            log.info("batch abandoned, it comes again", events=len(batch.messages))
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing was acknowledged, and the worker ends
            self._broken = True
            self._failed(error)
        finally:
            self._idle.set()

    def _wait_idle(self) -> Awaitable[bool]:
        return self._idle.wait()
