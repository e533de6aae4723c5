"""Which batch is in flight, which is held back, and how a revocation or a stop ends them."""

import asyncio
from collections.abc import Awaitable, Callable

from runtime.logs import logger
from runtime.producer import Interrupted
from streams.delivery import Batch, Seam, deliver
from streams.limits import Undecided
from streams.state import StateUnreadable

log = logger(__name__)
HOLD_S = 5.0


class Carrier:
    """Delivers one batch at a time while its partitions are owned.

    `shut` returns when the batch in flight was finished or abandoned; from then on batches are dropped unacknowledged,
    until `open` says that partitions were assigned and their state recovered. A batch that fails for good calls `failed`
    once and nothing is delivered any more.

    A first batch of which every event fails unexpectedly is held back, for `hold_s` seconds, and delivered with the next one:
    how a fetch is cut must not decide whether a bad deploy acknowledges something before its limit stops it.
    """

    def __init__(self, seam: Seam, *, grace_s: float, failed: Callable[[BaseException], None], hold_s: float = HOLD_S) -> None:
        self._seam = seam
        self._grace_s = grace_s
        self._hold_s = hold_s
        self._failed = failed
        self._open = False
        self._broken = False
        self._turn = asyncio.Lock()
        self._held: Batch | None = None
        self._release: asyncio.Task[None] | None = None
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
        try:
            # a cancelled agent must not leave the thread behind with a batch that nobody waits for
            await asyncio.shield(asyncio.ensure_future(self._take(batch)))
        except asyncio.CancelledError:
            await self._wait_idle()
            raise

    async def shut(self) -> None:
        """Let the batch in flight end, for `grace_s` seconds; then abandon it. On return none is in flight, none held back."""
        self._open = False
        try:
            await asyncio.wait_for(self._wait_idle(), self._grace_s)
        except TimeoutError:
            self._seam.abandon.set()
            await self._wait_idle()
        self._held = None
        if self._release is not None:
            self._release.cancel()
        self._seam.forget()

    def open(self) -> None:
        """Deliver from now on: partitions are assigned, their state is recovered; where it can't be read that fails for good."""
        self._seam.forget()
        try:
            self._seam.check_version()
        except StateUnreadable as error:
            self._give_up(error)
        self._seam.abandon.clear()
        self._open = True

    async def _take(self, batch: Batch) -> None:
        async with self._turn:
            held, self._held = self._held, None
            # partitions may have moved while this waited for its turn
            if self.ready:
                await self._deliver(batch if held is None else _joined(held, batch), decide=False)

    async def _decide(self) -> None:
        await asyncio.sleep(self._hold_s)
        async with self._turn:
            held, self._held = self._held, None
            if held is not None and self.ready:
                await self._deliver(held, decide=True)

    async def _deliver(self, batch: Batch, *, decide: bool) -> None:
        self._idle.clear()
        try:
            await deliver(batch, self._seam, decide=decide)
        except Undecided as error:
            log.warning("held back until more is known", cause=str(error))
            self._held = batch if self._open else None
            if self._release is None or self._release.done():
                self._release = asyncio.create_task(self._decide())
        except Interrupted:
            log.info("batch abandoned, it comes again", events=len(batch.messages))
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing was acknowledged, and the worker ends
            self._give_up(error)
        finally:
            self._idle.set()

    def _give_up(self, error: BaseException) -> None:
        self._broken = True
        self._failed(error)

    def _wait_idle(self) -> Awaitable[bool]:
        return self._idle.wait()


def _joined(first: Batch, second: Batch) -> Batch:
    def acknowledge() -> None:
        first.acknowledge()
        second.acknowledge()

    return Batch([*first.messages, *second.messages], acknowledge, [*first.chunks, *second.chunks])
