"""An employer's members in memory: who may verify against whom, found by a scan of columns instead of one by one.

Every filter is a condition on two contents that the verifier needs as well, and none cuts a list short. So what is found
is a function of the members alone, in any order of arrival. A scan costs about a nanosecond per member and filter: an
employer with 20,000 postings of one text stays cheap, where a list per LSH bucket would be as long as the employer.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from streams.dedupe.content import Content
from streams.dedupe.decide import MINIMUM_TEXT
from streams.dedupe.lsh import BANDS, band_keys
from streams.dedupe.member import Entry, Member, Moved

_FREE, _FOLLOWER, _CANONICAL = 0, 1, 2
_STATE, _LEVEL, _TITLE, _PLACES, _REQUISITION, _IDENTITY = range(6)
_FIRST_ROWS = 4
_ALL = (1 << 64) - 1


class EmployerIndex:
    """The members of one employer. What it returns is sorted by the order in which postings join clusters."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.moved: dict[str, Moved] = {}
        self._rows: dict[str, int] = {}
        self._members: list[Member | None] = []
        self._free: list[int] = []
        self._followers: dict[str, set[str]] = {}
        self._columns = np.zeros((6, _FIRST_ROWS), np.uint64)
        self._bands = np.zeros((_FIRST_ROWS, BANDS), np.uint32)
        for entry in entries:
            self.put(entry)

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, posting_id: str) -> Member | None:
        """Return the member with this id."""
        row = self._rows.get(posting_id)
        return None if row is None else self._members[row]

    def put(self, entry: Entry) -> None:
        """Hold `entry` in place of what was known of its posting."""
        self._drop(entry.posting_id)
        if isinstance(entry, Moved):
            self.moved[entry.posting_id] = entry
            return
        self.moved.pop(entry.posting_id, None)
        row = self._take_row()
        self._rows[entry.posting_id] = row
        self._columns[1:, row] = _features(entry.content)
        self._bands[row] = band_keys(entry.content.signature)
        self._hold(row, entry)

    def renew(self, member: Member) -> None:
        """Hold `member`, whose content is that of the member held: its place, version or assignment is another."""
        self._unfollow(member.posting_id)
        self._hold(self._rows[member.posting_id], member)

    def followers(self, posting_id: str) -> list[Member]:
        """Return the members that were placed in the cluster of this canonical posting."""
        return self._sorted(self._rows[follower] for follower in self._followers.get(posting_id, ()))

    def canonicals_before(self, member: Member) -> list[Member]:
        """Return the canonical members before `member` that may advertise the same job, oldest first."""
        return [other for other in self._alike(member.content, _CANONICAL) if other.order < member.order]

    def members_after(self, member: Member) -> list[Member]:
        """Return the members after `member` that may advertise the same job."""
        return [other for other in self._alike(member.content, _FOLLOWER) if other.order > member.order]

    def _alike(self, content: Content, least_state: int) -> list[Member]:
        if not self._rows:
            return []
        columns = self._columns[:, : len(self._members)]
        _, title, places, requisition, identity = features = _features(content)
        keep = (columns[_STATE] >= least_state) & (columns[_LEVEL] == features[0])
        titles = columns[_TITLE]
        keep &= ((titles & ~title) == 0) | ((~titles & title) == 0)
        if places:
            keep &= ((columns[_PLACES] & places) != 0) | (columns[_PLACES] == 0)
        if requisition:
            keep &= (columns[_REQUISITION] == requisition) | (columns[_REQUISITION] == 0)
        rows = np.flatnonzero(keep)
        if len(rows):
            rows = rows[(columns[_IDENTITY, rows] == identity) | self._share_a_band(rows, content)]
        return self._sorted(rows.tolist())

    def _share_a_band(self, rows: NDArray[np.intp], content: Content) -> NDArray[np.bool_]:
        if content.text_length < MINIMUM_TEXT:
            return np.zeros(len(rows), np.bool_)
        shared: NDArray[np.bool_] = (self._bands[rows] == band_keys(content.signature)).any(axis=1)
        return shared

    def _sorted(self, rows: Iterable[int]) -> list[Member]:
        found = (self._members[row] for row in rows)
        return sorted((member for member in found if member is not None), key=lambda member: member.order)

    def _hold(self, row: int, member: Member) -> None:
        self._members[row] = member
        self._columns[_STATE, row] = _CANONICAL if member.is_canonical else _FOLLOWER
        if member.cluster_id != member.posting_id:
            self._followers.setdefault(member.cluster_id, set()).add(member.posting_id)

    def _unfollow(self, posting_id: str) -> None:
        member = self.get(posting_id)
        if member is not None and member.cluster_id != posting_id:
            self._followers[member.cluster_id].discard(posting_id)

    def _drop(self, posting_id: str) -> None:
        self._unfollow(posting_id)
        row = self._rows.pop(posting_id, None)
        if row is not None:
            self._members[row] = None
            self._columns[_STATE, row] = _FREE
            self._free.append(row)

    def _take_row(self) -> int:
        if self._free:
            return self._free.pop()
        row = len(self._members)
        if row == len(self._bands):
            self._columns = np.concatenate((self._columns, np.zeros_like(self._columns)), axis=1)
            self._bands = np.concatenate((self._bands, np.zeros_like(self._bands)))
        self._members.append(None)
        return row


def _features(content: Content) -> NDArray[np.uint64]:
    """Return level, title, places, requisition and identity as one integer each; titles and places as sets of 64 bits."""
    level = hash(content.level) & _ALL
    identity = int.from_bytes(content.identity[:8], "little")
    return np.array((level, _bits(content.title), _bits(content.places), content.requisition, identity), np.uint64)


def _bits(hashes: Iterable[int]) -> int:
    bits = 0
    for value in hashes:
        bits |= 1 << (value & 63)
    return bits
