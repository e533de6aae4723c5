"""The buckets seen lately, built from the state and bounded in memory."""

from collections import OrderedDict
from collections.abc import Iterator

from streams.mirror.bucket import Bucket
from streams.mirror.sighting import Entry, unpack
from streams.step import GROUP_END, StateView

# A posting takes about 1 KB: 100 MB in all.
POSTINGS = 100_000


class BucketCache:
    """Holds the buckets used last; one that was dropped is read from the state again."""

    def __init__(self, postings: int = POSTINGS) -> None:
        self._limit = postings
        self._held: OrderedDict[str, Bucket] = OrderedDict()
        self._at_most = 0

    def bucket(self, key: str, state: StateView) -> Bucket:
        """Return a bucket, to which the caller adds one posting at most and keeps it as the state is."""
        self._at_most += 1
        if self._at_most > self._limit:
            self._shrink()
        bucket = self._held.get(key)
        if bucket is None:
            bucket = self._held[key] = Bucket(_entries(key, state))
            self._at_most += len(bucket)
        self._held.move_to_end(key)
        return bucket

    def clear(self) -> None:
        """Drop everything."""
        self._held.clear()
        self._at_most = 0

    def _shrink(self) -> None:
        self._at_most = sum(map(len, self._held.values()))
        while self._at_most > self._limit * 3 // 4:
            _, dropped = self._held.popitem(last=False)
            self._at_most -= len(dropped)


def _entries(key: str, state: StateView) -> Iterator[Entry]:
    for name, value in state.scan(key):
        entry = unpack(name.rpartition(GROUP_END)[2], value)
        if entry is not None:
            yield entry
