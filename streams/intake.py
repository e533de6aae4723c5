"""How an agent takes its input: messages as they are, in batches, straight from the channel that Faust fills."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

Carry = Callable[[Sequence[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Intake:
    """Up to `batch_size` events at a time, gathered for `within_s` seconds at most, and what they are handed to."""

    carry: Carry
    batch_size: int
    within_s: float

    async def take_from(self, stream: Any) -> None:
        """Carry what comes in the channel of `stream`, until that is cancelled; nothing is acknowledged.

        Faust's `noack_take` does the same by a task and a processor, which costs 40 µs a message.
        """
        async for events in self._batches(stream.channel):
            await self.carry(events)

    async def _batches(self, channel: Any) -> AsyncIterator[list[Any]]:
        now = asyncio.get_running_loop().time
        while True:
            events = [await channel.get()]
            until = now() + self.within_s
            while len(events) < self.batch_size:
                if not channel.empty():
                    events.append(channel.queue.get_nowait())
                elif (left := until - now()) > 0:
                    await self._wait_for_more(channel, events, left)
                else:
                    break
            yield events

    async def _wait_for_more(self, channel: Any, events: list[Any], seconds: float) -> None:
        try:
            events.append(await channel.get(timeout=seconds))
        except TimeoutError:
            return
