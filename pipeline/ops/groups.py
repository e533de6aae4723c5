"""The consumer groups: who reads what, and how far behind."""

from dataclasses import dataclass

from pipeline.ops.kafka import Cluster
from pipeline.ops.sink import topic_names
from schemas.topics import STAGES, app_id, inputs_of, sink_group
from warehouse.table import ENGINES


@dataclass(frozen=True, slots=True)
class Group:
    """A stage or sink as Kafka knows it. `process` is what `jobstream run` calls it."""

    process: str
    group: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a group has read: `committed` and `lag` are totals over the partitions of its topics."""

    group: Group
    committed: int
    lag: int


def groups() -> list[Group]:
    """Return every group, upstream first."""
    stages = [Group(s, app_id(s), tuple(t.name for t in inputs_of(s))) for s in STAGES]
    return stages + [Group(f"sink-{engine}", sink_group(engine), tuple(topic_names(engine))) for engine in ENGINES]


def progress(cluster: Cluster) -> list[Progress]:
    """Return the progress of every group, upstream first: a group whose lag is 0 leaves nothing unread to those before it."""
    return [_progress(cluster, group) for group in groups()]


class Idle:
    """Whether all lags have been 0 for a while."""

    def __init__(self, quiet_s: float) -> None:
        self._quiet_s = quiet_s
        self._since: float | None = None

    def reached(self, seen: list[Progress], now: float) -> bool:
        """Return True when nothing was behind since `quiet_s` seconds."""
        if any(each.lag for each in seen):
            self._since = None
            return False
        self._since = now if self._since is None else self._since
        return now - self._since >= self._quiet_s


def _progress(cluster: Cluster, group: Group) -> Progress:
    # what was committed is asked first: the other way round a busy group would seem to be ahead of the end
    committed = cluster.committed(group.group, group.topics)
    first, ends = cluster.first_offsets(group.topics), cluster.next_offsets(group.topics)
    lag = sum(max(0, end - max(committed.get(partition, 0), first[partition])) for partition, end in ends.items())
    return Progress(group, sum(committed.values()), lag)
