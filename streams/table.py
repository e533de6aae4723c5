"""The durable table: Faust assigns its partitions with the input's, and waits until they are recovered.

Faust never writes to it and never reads it: the seam publishes changelog records and awaits them, and recovery reads the
changelog from the offset up to which this worker's state equals it. Faust's own bookkeeping knows neither.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from logging import getLogger
from threading import Event as Flag
from typing import Any

import faust
from faust.stores.base import Store
from faust.types import TP

from runtime.config import KafkaConfig
from streams.changelog import end_offsets, read_surely
from streams.ownership import Read, recover
from streams.state import PartitionState, State


class DurableTable(faust.Table[bytes, bytes]):
    """A table whose content is `state`.

    - Partitions that left this worker are dropped at once: another worker writes them, and deletes in them.
    - After every rebalance what is new in the changelog is read, before any event is processed, and `on_ready` is called.
    """

    # Faust's news is below ours: `runtime.logs` keeps its loggers at WARNING
    logger = getLogger("faust.jobstream")

    def __init__(self, app: faust.App, *, state: State, kafka: KafkaConfig, on_ready: Callable[[], None], **options: Any) -> None:
        super().__init__(app, key_type=bytes, value_type=bytes, **options)
        self._durable = state
        self._kafka = kafka
        self._on_ready = on_ready
        self._ends: dict[int, int] = {}

    def _new_store(self) -> "ReadNothing":
        return ReadNothing("memory://", self.app, self, table_name=self.name)

    def persisted_offset(self, tp: TP) -> int | None:
        # as if all of it were known: Faust finds nothing to recover and goes on to on_recovery_completed
        return self._ends.get(tp.partition)

    async def on_rebalance(self, assigned: set[TP], revoked: set[TP], newly_assigned: set[TP], generation_id: int = 0) -> None:
        mine = {tp.partition for tp in assigned if tp.topic == self._durable.changelog}
        self._durable.keep_only(mine)
        self._durable.generation = generation_id
        self._ends = await asyncio.to_thread(end_offsets, self._kafka, self._durable.changelog, mine)
        await super().on_rebalance(assigned, revoked, newly_assigned, generation_id)

    async def on_recovery_completed(self, active_tps: set[TP], standby_tps: set[TP]) -> None:
        known = {tp.partition: self._durable.partition(tp.partition) for tp in active_tps}
        for partition, read in (await self._read(known)).items():
            recover(known[partition], read)
        self._on_ready()
        await super().on_recovery_completed(active_tps, standby_tps)

    async def _read(self, known: Mapping[int, PartitionState]) -> dict[int, Read]:
        stop = Flag()
        offsets = {partition: state.offset for partition, state in known.items()}
        epochs = {partition: state.epoch for partition, state in known.items()}
        try:
            return await asyncio.to_thread(read_surely, self._kafka, self._durable.changelog, offsets, stop, epochs)
        except asyncio.CancelledError:
            # another rebalance: what the thread reads is dropped, nothing was applied
            stop.set()
            raise


class ReadNothing(Store[bytes, bytes]):
    """Stands where Faust wants a store; holds nothing."""

    logger = getLogger("faust.jobstream")

    def __post_init__(self) -> None:
        self.data: dict[bytes, bytes] = {}

    def persisted_offset(self, tp: TP) -> int | None:
        return None

    def apply_changelog_batch(self, batch: Iterable[Any], to_key: Any, to_value: Any) -> None:
        """Ignore it: it will be read from our own offset."""

    def reset_state(self) -> None:
        """There is none on disk."""

    async def backup_partition(self, *_: Any, **__: Any) -> None:
        """There is none on disk."""

    def restore_backup(self, *_: Any, **__: Any) -> None:
        """There is none on disk."""
