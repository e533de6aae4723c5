"""What was read from Kafka and not carried yet: the consumer fills it, the agent empties it in batches."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

Carry = Callable[[Sequence[Any]], Awaitable[None]]


class Intake:
    """Hands on up to `batch_size` records at a time, gathered for `within_s` seconds at most, to `carry`."""

    def __init__(self, carry: Carry, batch_size: int, within_s: float) -> None:
        self._carry = carry
        self._batch_size = batch_size
        self._within_s = within_s
        self._waiting: deque[Any] = deque()
        self._came = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()

    @property
    def has_room(self) -> bool:
        """Whether fewer records wait than a batch has."""
        return self._room.is_set()

    async def room(self) -> None:
        """Wait until it has room."""
        await self._room.wait()

    def put(self, records: Iterable[Any]) -> None:
        """Add records of one partition, in order; they are taken whether there was room or not."""
        self._waiting.extend(records)
        self._came.set()
        self._mark_room()

    def clear(self) -> None:
        """Drop what waits: its partitions were revoked, whoever owns them next reads it again."""
        self._waiting.clear()
        self._mark_room()

    async def run(self) -> None:
        """Carry what comes, until this is cancelled."""
        while True:
            await self._carry(await self._batch())

    async def _batch(self) -> list[Any]:
        while not self._waiting:
            await self._more()
        now = asyncio.get_running_loop().time
        until = now() + self._within_s
        while len(self._waiting) < self._batch_size and (left := until - now()) > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._more(), left)
        batch = [self._waiting.popleft() for _ in range(min(self._batch_size, len(self._waiting)))]
        self._mark_room()
        return batch

    async def _more(self) -> None:
        self._came.clear()
        await self._came.wait()

    def _mark_room(self) -> None:
        if len(self._waiting) < self._batch_size:
            self._room.set()
        else:
            self._room.clear()
