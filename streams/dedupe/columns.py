"""A large employer's contents as columns: who may be a copy or a variant is found by a scan over arrays, 0.1 µs a posting.

Every filter is implied by the verifier, so it drops none that would be related, and no list is cut short: the columns make
the search quick and change no result. A list per LSH bucket would be as long as the employer where its postings share a
text.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.compare import NEAR, NEAR_BY_TEXT, NEAR_POSTS
from streams.dedupe.content import Content
from streams.dedupe.minhash import ROLE_PERMUTATIONS

_FREE, _FOLLOWER, _CANONICAL = 0, 1, 2
_STATE, _STEPS, _PLACED, _CITIES, _NAMES, _REQUISITION, _IDENTITY, _TITLE, _HEADING, _FIRST, _KIN = range(11)
_FIRST_ROWS = 64
# Times are kept as unsigned integers that sort as they do: the kin of a posting without one is younger than all.
_BEFORE_1970, NEVER = 1 << 62, (1 << 64) - 1

Rows = NDArray[np.int64]


class Columns:
    """One row per posting. Times are milliseconds since 1970."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._ids: list[str] = []
        self._free: list[int] = []
        self._features = np.zeros((11, _FIRST_ROWS), np.uint64)
        self._roles = np.zeros((_FIRST_ROWS, ROLE_PERMUTATIONS), np.uint8)

    def put(self, posting_id: str, content: Content, first_ms: int) -> None:
        """Hold the content of a posting, which is not canonical until `mark` says so."""
        row = self._rows[posting_id] if posting_id in self._rows else self._take_row(posting_id)
        self._features[:, row] = (_FOLLOWER, *_features_of(content), first_ms + _BEFORE_1970, NEVER)
        self._roles[row] = np.frombuffer(content.text.role_signature or bytes(ROLE_PERMUTATIONS), np.uint8)

    def mark(self, posting_id: str, *, canonical: bool, kin_ms: int | None) -> None:
        """Say whether a posting is canonical, and when its kin was first fetched, None without one."""
        row = self._rows[posting_id]
        self._features[_STATE, row] = _CANONICAL if canonical else _FOLLOWER
        self._features[_KIN, row] = NEVER if kin_ms is None else kin_ms + _BEFORE_1970

    def drop(self, posting_id: str) -> None:
        """Forget a posting."""
        row = self._rows.pop(posting_id)
        self._features[_STATE, row] = _FREE
        self._free.append(row)

    def older_canonicals(self, posting_id: str) -> tuple[list[str], Iterator[str]]:
        """Return the canonical postings, not younger than this one, that it may be a copy of, and those it may be a variant of.

        The first in no order, the second by age: those of one millisecond in no order. Either may have the posting itself.
        """
        own = self._rows[posting_id]
        columns = self._columns()
        rows = np.flatnonzero((columns[_STATE] == _CANONICAL) & (columns[_FIRST] <= columns[_FIRST, own]))
        alike = self._alike(own, rows)
        copies = rows[((alike >= NEAR) | self._same(own, rows)) & self._may_be_copy(own, rows)]
        variants = rows[alike >= NEAR]
        variants = variants[np.argsort(columns[_FIRST, variants], kind="stable")]
        return self._named(copies), (self._ids[row] for row in variants)

    def younger(self, posting_id: str) -> list[str]:
        """Return the postings, not older than this one, that may be related to it rather than to their kin, in no order.

        Who is a copy of an older one stays it; who is a variant of an older one may be a copy of this one.
        """
        own = self._rows[posting_id]
        columns = self._columns()
        first = columns[_FIRST, own]
        rows = np.flatnonzero((columns[_STATE] != _FREE) & (columns[_FIRST] >= first))
        rows = rows[(columns[_KIN, rows] >= first) | ((columns[_STATE, rows] == _CANONICAL) & self._may_be_copy(own, rows))]
        return self._named(rows[(self._alike(own, rows) >= NEAR) | self._same(own, rows)])

    def _columns(self) -> NDArray[np.uint64]:
        return self._features[:, : len(self._ids)]

    def _alike(self, own: int, rows: Rows) -> Rows:
        """Return how many minima are the same as this posting's.

        0 where that is not enough for titles without a common word; all of them where it is for two posts with a heading.
        """
        whole: Rows = np.count_nonzero(self._roles[rows] == self._roles[own], axis=1)
        alike = whole.copy()
        title, heading = self._features[[_TITLE, _HEADING], own]
        if title:
            titles = self._features[_TITLE, rows]
            alike[(alike < NEAR_BY_TEXT) & (titles != 0) & ((titles & title) == 0)] = 0
        if heading:
            headed = self._features[_HEADING, rows] != 0
            alike[headed] = np.where(whole[headed] >= NEAR_POSTS, ROLE_PERMUTATIONS, 0)
        return alike

    def _may_be_copy(self, own: int, rows: Rows) -> NDArray[np.bool_]:
        features = self._features[:, rows]
        _, steps, placed, cities, names, requisition, *_ = self._features[:, own]
        keep = np.ones(len(rows), bool)
        if steps:
            keep &= ((features[_STEPS] & steps) != 0) | (features[_STEPS] == 0)
        if placed:
            shared = (features[_CITIES] & names) | (features[_NAMES] & cities)
            keep &= (shared != 0) | (features[_PLACED] == 0)
        if requisition:
            keep &= (features[_REQUISITION] == requisition) | (features[_REQUISITION] == 0)
        return keep

    def _same(self, own: int, rows: Rows) -> NDArray[np.bool_]:
        same: NDArray[np.bool_] = self._features[_IDENTITY, rows] == self._features[_IDENTITY, own]
        return same

    def _named(self, rows: Rows) -> list[str]:
        return [self._ids[row] for row in rows.tolist()]

    def _take_row(self, posting_id: str) -> int:
        row = self._rows[posting_id] = self._free.pop() if self._free else len(self._ids)
        if row < len(self._ids):
            self._ids[row] = posting_id
            return row
        self._ids.append(posting_id)
        if row == len(self._roles):
            self._features = np.concatenate((self._features, np.zeros_like(self._features)), axis=1)
            self._roles = np.concatenate((self._roles, np.zeros_like(self._roles)))
        return row


def _features_of(content: Content) -> tuple[int, ...]:
    """Return the features from steps to heading as one integer each, sets as 64 bits."""
    return (
        content.steps,
        bool(content.cities),
        # two that share a wording are at one place, whatever it is
        _bits((*content.cities, *content.wordings)),
        _bits((*content.names, *content.wordings)),
        content.requisition,
        int.from_bytes(content.identity[:8], "little"),
        _bits(content.title),
        content.heading,
    )


def _bits(hashes: Iterable[int]) -> int:
    bits = 0
    for value in hashes:
        bits |= 1 << (value >> 8 & 63)
    return bits
