"""What was read from Kafka and not carried yet: the consumer fills it, the agent empties it in batches."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from schemas.message import Incoming
from streams.looking import Chunk

Carry = Callable[[Sequence[Chunk]], Awaitable[None]]
Ahead = Callable[[Sequence[Incoming]], "Future[list[Any]] | None"]
# Of so many messages at once: enough that sending them to a reader costs little, few enough that the first are soon known.
AT_ONCE = 128


def nobody(_: Sequence[Incoming]) -> None:
    """Look at nothing ahead."""


class Intake:
    """Hands on up to `batch_size` messages at a time, gathered for `within_s` seconds at most, to `carry`.

    `ahead` is asked to look at messages as soon as they come.
    """

    def __init__(self, carry: Carry, batch_size: int, within_s: float, ahead: Ahead = nobody) -> None:
        self._carry = carry
        self._ahead = ahead
        self._count = 0
        self._batch_size = batch_size
        self._within_s = within_s
        self._waiting: deque[Chunk] = deque()
        self._came = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()

    @property
    def has_room(self) -> bool:
        """Whether fewer messages wait than a batch has."""
        return self._room.is_set()

    async def room(self) -> None:
        """Wait until it has room."""
        await self._room.wait()

    def put(self, messages: Sequence[Incoming]) -> None:
        """Add messages of one partition, in order; they are taken whether there was room or not."""
        size = min(AT_ONCE, self._batch_size)
        for start in range(0, len(messages), size):
            some = messages[start : start + size]
            self._waiting.append(Chunk(some, self._ahead(some)))
        self._count += len(messages)
        self._came.set()
        self._mark_room()

    def clear(self) -> None:
        """Drop what waits: its partitions were revoked, whoever owns them next reads it again."""
        for chunk in self._waiting:
            if chunk.ahead is not None:
                chunk.ahead.cancel()
        self._waiting.clear()
        self._count = 0
        self._mark_room()

    async def run(self) -> None:
        """Carry what comes, until this is cancelled."""
        while True:
            await self._carry(await self._batch())

    async def _batch(self) -> list[Chunk]:
        while not self._waiting:
            await self._more()
        now = asyncio.get_running_loop().time
        until = now() + self._within_s
        while self._count < self._batch_size and (left := until - now()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._more(), left)
        batch, size = list[Chunk](), 0
        while self._waiting and size + len(self._waiting[0].messages) <= self._batch_size:
            batch.append(self._waiting.popleft())
            size += len(batch[-1].messages)
        self._count -= size
        self._mark_room()
        return batch

    async def _more(self) -> None:
        self._came.clear()
        await self._came.wait()

    def _mark_room(self) -> None:
        if self._count < self._batch_size:
            self._room.set()
        else:
            self._room.clear()
