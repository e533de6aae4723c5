"""A large employer's contents as columns: who may match is found by a scan over arrays, a nanosecond per posting and filter.

Every filter is implied by the verifier, so it drops none that would verify, and no list is cut short: the columns make
the search quick and change no result. A list per LSH bucket would be as long as the employer where its postings share a
text; a scan stays at a fraction of a millisecond for 20,000 of them.
"""

from collections.abc import Iterable

import numpy as np

from streams.dedupe.content import Content
from streams.dedupe.lsh import BANDS, band_keys

_FREE, _FOLLOWER, _CANONICAL = 0, 1, 2
_STATE, _LEVEL, _TITLE, _PLACES, _REQUISITION, _IDENTITY = range(6)
_FIRST_ROWS = 64
_ALL = (1 << 64) - 1


class Columns:
    """One row per posting."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._ids: list[str] = []
        self._free: list[int] = []
        self._features = np.zeros((6, _FIRST_ROWS), np.uint64)
        self._bands = np.zeros((_FIRST_ROWS, BANDS), np.uint32)

    def put(self, posting_id: str, content: Content) -> None:
        """Hold the content of a posting, which is not canonical until `mark` says so."""
        row = self._rows[posting_id] if posting_id in self._rows else self._take_row(posting_id)
        self._features[:, row] = (_FOLLOWER, *_features_of(content))
        self._bands[row] = band_keys(content.signature)

    def mark(self, posting_id: str, *, canonical: bool) -> None:
        """Say whether a posting is canonical."""
        self._features[_STATE, self._rows[posting_id]] = _CANONICAL if canonical else _FOLLOWER

    def drop(self, posting_id: str) -> None:
        """Forget a posting."""
        row = self._rows.pop(posting_id)
        self._features[_STATE, row] = _FREE
        self._free.append(row)

    def alike(self, posting_id: str, *, canonical: bool) -> list[str]:
        """Return the (canonical) postings that may match this one, itself perhaps among them, in no order."""
        own = self._rows[posting_id]
        columns = self._features[:, : len(self._ids)]
        _, level, title, places, requisition, identity = columns[:, own]
        titles = columns[_TITLE]
        keep = (columns[_STATE] >= (_CANONICAL if canonical else _FOLLOWER)) & (columns[_LEVEL] == level)
        keep &= ((titles & ~title) == 0) | ((~titles & title) == 0)
        if places:
            keep &= ((columns[_PLACES] & places) != 0) | (columns[_PLACES] == 0)
        if requisition:
            keep &= (columns[_REQUISITION] == requisition) | (columns[_REQUISITION] == 0)
        rows = np.flatnonzero(keep)
        near = (self._bands[rows] == self._bands[own]).any(axis=1)
        return [self._ids[row] for row in rows[near | (columns[_IDENTITY, rows] == identity)].tolist()]

    def _take_row(self, posting_id: str) -> int:
        row = self._rows[posting_id] = self._free.pop() if self._free else len(self._ids)
        if row < len(self._ids):
            self._ids[row] = posting_id
            return row
        self._ids.append(posting_id)
        if row == len(self._bands):
            self._features = np.concatenate((self._features, np.zeros_like(self._features)), axis=1)
            self._bands = np.concatenate((self._bands, np.zeros_like(self._bands)))
        return row


def _features_of(content: Content) -> tuple[int, int, int, int, int]:
    """Return level, title, places, requisition and identity as one integer each; titles and places as sets of 64 bits."""
    identity = int.from_bytes(content.identity[:8], "little")
    return hash(content.level) & _ALL, _bits(content.title), _bits(content.places), content.requisition, identity


def _bits(hashes: Iterable[int]) -> int:
    bits = 0
    for value in hashes:
        bits |= 1 << (value & 63)
    return bits
