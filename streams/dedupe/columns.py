"""A large employer's contents as columns: who may be a copy or a variant is found by a scan over arrays, 0.1 µs a posting.

Every filter is implied by the verifier, so it drops none that would be related, and no list is cut short: the columns make
the search quick and change no result. A list per LSH bucket would be as long as the employer where its postings share a
text.
"""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.compare import NEAR, NEAR_BY_TEXT, NEAR_BY_TITLE, NEAR_POSTS
from streams.dedupe.member import Held, Rows
from streams.dedupe.minhash import ROLE_PERMUTATIONS
from streams.dedupe.traits import CITIES, HEADED, HEADING, NAMES, PLACED, RANKS, REQUISITION, ROLES_AT, STEPS, TITLE, TRAITS

# Times are kept as unsigned integers that sort as they do. A free row has none, and what is not canonical was never founded.
_BEFORE_1970 = 1 << 62
_NO_TIME, _NEVER = np.uint64(0), np.uint64(2**64 - 1)
_NO_KIN = -1
# By so much of their size the arrays grow.
_MORE = 4
_AT_LEAST = 16
_HEADED = np.uint64(HEADED)
_RANKS = [np.uint64(bits) for bits in RANKS]
# Who states no step, place or title contradicts nobody: its traits of them have all the bits that others may have.
_ANY = np.uint64(2**64 - 1)
_UNSTATED = ((STEPS, STEPS, _ANY), (PLACED, CITIES, _ANY), (PLACED, NAMES, _ANY), (TITLE, HEADING, _RANKS[0] | _RANKS[1]))

Places = NDArray[np.int64]
Counts = NDArray[np.uint8]
Flags = NDArray[np.bool_]


class Columns:
    """One row per posting: id, what is held of it, traits, place and when it was first fetched.

    Times are milliseconds since 1970.
    """

    def __init__(self, held: Mapping[str, Held], rows: Rows) -> None:
        self._ids = list(held)
        self._held = list(held.values())
        self._rows = {posting_id: row for row, posting_id in enumerate(self._ids)}
        self._free: list[int] = []
        self._traits = np.ascontiguousarray(rows.traits[:, :ROLES_AT]).view("<u8").T.copy()
        for stated, trait, bits in _UNSTATED:
            self._traits[trait, self._traits[stated] == 0] |= bits
        # a row of minima for each permutation: how many are the same is summed over rows, a tenth of what it takes over columns
        self._roles = rows.traits[:, ROLES_AT:].T.copy()
        self._first = rows.first_ms.astype(np.uint64) + np.uint64(_BEFORE_1970)
        # the same of canonical postings only
        self._founded = np.where(rows.canonical, self._first, _NEVER)
        self._kin = np.full(len(self._ids), _NO_KIN, np.int32)
        # a kin that is there no more is as none
        related = [(row, self._rows[kin]) for row, kin in rows.kin.items() if kin in self._rows]
        if related:
            members, kin = np.array(related).T
            self._kin[members] = kin

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def get(self, posting_id: str) -> Held | None:
        """Return what is held of a posting, None where it is not there."""
        row = self._rows.get(posting_id)
        return None if row is None else self._held[row]

    def keep(self, posting_id: str, held: Held) -> None:
        """Hold this of a posting that is there."""
        self._held[self._rows[posting_id]] = held

    def put(self, posting_id: str, held: Held, traits: bytes, first_ms: int) -> None:
        """Hold a posting, which is not canonical until `mark` says so."""
        row = self._rows[posting_id] if posting_id in self._rows else self._take_row(posting_id)
        self._held[row] = held
        mine = np.frombuffer(traits, "<u8", TRAITS).copy()
        for stated, trait, bits in _UNSTATED:
            if not mine[stated]:
                mine[trait] |= bits
        self._traits[:, row] = mine
        self._roles[:, row] = np.frombuffer(traits, np.uint8, ROLE_PERMUTATIONS, ROLES_AT)
        self._first[row] = first_ms + _BEFORE_1970
        self._founded[row] = _NEVER
        self._kin[row] = _NO_KIN

    def mark(self, posting_id: str, *, canonical: bool, kin: str | None) -> None:
        """Say whether a posting is canonical, and which one its kin is, None without one."""
        row = self._rows[posting_id]
        self._founded[row] = self._first[row] if canonical else _NEVER
        self._kin[row] = _NO_KIN if kin is None else self._rows.get(kin, _NO_KIN)

    def drop(self, posting_id: str) -> None:
        """Forget a posting, and that it was the kin of others."""
        row = self._rows.pop(posting_id)
        self._kin[self._kin == row] = _NO_KIN
        self._kin[row] = _NO_KIN
        self._held[row] = b""
        self._first[row], self._founded[row] = _NO_TIME, _NEVER
        self._free.append(row)

    def kindred(self, posting_id: str) -> list[str]:
        """Return the postings whose kin this one is, in no order."""
        row = self._rows.get(posting_id)
        return [] if row is None else self._named((self._kin[: len(self._ids)] == row).nonzero()[0])

    def older_canonicals(self, posting_id: str) -> tuple[list[str], Iterator[str]]:
        """Return the canonical postings, not younger than this one, that it may be a copy of, and those it may be a variant of.

        The first in no order, the second by age: those of one millisecond in no order. Either may have the posting itself.
        """
        own = self._rows[posting_id]
        rows, same = self._alike(own)
        rows = self._near(own, rows[self._founded.take(rows) <= self._first[own]], same)
        if not len(rows):
            return [], iter(())
        variants = rows if len(rows) == 1 else rows.take(self._first.take(rows).argsort(kind="stable"))
        return self._named(rows[self._may_be_copy(own, rows)]), map(self._ids.__getitem__, variants.tolist())

    def younger(self, posting_id: str) -> list[str]:
        """Return the postings, not older than this one, that may be related to it rather than to their kin, in no order.

        Who is a copy of an older one stays it; who is a variant of an older one may be a copy of this one.
        """
        own = self._rows[posting_id]
        first = self._first[own]
        rows, same = self._alike(own)
        rows = self._near(own, rows[self._first.take(rows) >= first], same)
        kin = self._kin.take(rows)
        without_older = (kin == _NO_KIN) | (self._first.take(kin) >= first)
        return self._named(rows[without_older | ((self._founded.take(rows) != _NEVER) & self._may_be_copy(own, rows))])

    def _alike(self, own: int) -> tuple[Places, Counts]:
        """Return the rows that have enough minima and words of titles in common with this one, and how many minima each row has.

        The row itself is among them, and free ones are. Ranks, of which titles that have little else in common need one that is
        the same, have not been looked at: few rows are left by then.
        """
        size = len(self._ids)
        equal = self._roles[:, :size] == self._roles[:, own : own + 1]
        same = np.add.reduce(equal.view(np.uint8), axis=0, dtype=np.uint8)
        title, headed = self._traits[TITLE, own], self._is_headed(own)
        rows = (same >= (NEAR_POSTS if headed else NEAR)).nonzero()[0]
        if len(rows) == 1:
            # itself
            return rows, same
        counts, titles = same.take(rows), self._traits[TITLE].take(rows)
        shared = titles & title
        # a title without a word is in every other one
        near = (shared == titles) | (shared == title)
        near |= (counts >= NEAR_BY_TITLE) & (shared != 0)
        near |= counts >= NEAR_BY_TEXT
        if headed:
            # of two posts with a heading little has to be the same
            near &= counts >= NEAR
            near |= self._traits[HEADING].take(rows) & _HEADED != 0
        return rows[near], same

    def _near(self, own: int, rows: Places, same: Counts) -> Places:
        """Return those of the rows that name no other rank than this posting, where little else is the same."""
        if not self._traits[TITLE, own] or not len(rows):
            return rows
        shared = self._traits[HEADING].take(rows) & self._traits[HEADING, own]
        beside, naming = _RANKS
        near: Flags = (shared & beside != 0) & (shared & naming != 0)
        near |= same.take(rows) >= NEAR_BY_TITLE
        if self._is_headed(own):
            near |= shared & _HEADED != 0
        return rows[near]

    def _is_headed(self, row: int) -> bool:
        return bool(self._traits[HEADING, row] & _HEADED)

    def _may_be_copy(self, own: int, rows: Places) -> Flags:
        traits = self._traits
        keep: Flags = traits[STEPS].take(rows) & traits[STEPS, own] != 0
        if traits[PLACED, own]:
            shared = traits[CITIES].take(rows) & traits[NAMES, own]
            shared |= traits[NAMES].take(rows) & traits[CITIES, own]
            keep &= shared != 0
        requisition = traits[REQUISITION, own]
        if requisition:
            theirs = traits[REQUISITION].take(rows)
            keep &= (theirs == requisition) | (theirs == 0)
        return keep

    def _named(self, rows: Places) -> list[str]:
        return [self._ids[row] for row in rows.tolist()]

    def _take_row(self, posting_id: str) -> int:
        row = self._rows[posting_id] = self._free.pop() if self._free else len(self._ids)
        if row < len(self._ids):
            self._ids[row] = posting_id
            return row
        self._ids.append(posting_id)
        self._held.append(b"")
        if row == len(self._first):
            self._grow()
        return row

    def _grow(self) -> None:
        for name in ("_traits", "_roles", "_first", "_kin", "_founded"):
            array = getattr(self, name)
            more = np.zeros((*array.shape[:-1], array.shape[-1] // _MORE + _AT_LEAST), array.dtype)
            setattr(self, name, np.concatenate((array, more), axis=-1))
