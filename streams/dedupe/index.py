"""An employer's members in memory, and who of them may be related to whom."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from streams.dedupe.columns import Columns
from streams.dedupe.compare import same_place
from streams.dedupe.member import CONTENT_AT, Entry, Held, Member, Moved, content_in, pack, rows_of, unpack
from streams.dedupe.packing import Packed
from streams.dedupe.traits import may_be_related

# Up to here it is quicker to look at every member than to keep columns. It changes no result.
SMALL = 32


class EmployerIndex:
    """The members of one employer. What it returns is sorted by the order in which postings join clusters.

    Members are held by their table values, and unpacked when they are asked for.
    """

    __slots__ = ("_canonicals", "_columns", "_few", "_kindred", "_last", "_members", "moved")

    def __init__(self, entries: Iterable[tuple[str, bytes]] = ()) -> None:
        """Hold table entries (posting id, value), which this version made."""
        self.moved: dict[str, Moved] = {}
        self._last = (-1, "")
        # of a small employer: its members, who of them is canonical, and whose kin each is
        self._few: dict[str, Held] = {}
        self._canonicals: set[str] = set()
        self._kindred: dict[str, set[str]] = {}
        # of a larger one
        self._columns: Columns | None = None
        # whichever of the two holds the members
        self._members: dict[str, Held] | Columns = self._few
        known = list(entries)
        members = [entry for entry in known if len(entry[1]) > CONTENT_AT]
        whole = len(members) > SMALL
        if whole:
            self._load(members)
        for posting_id, value in known:
            if whole and len(value) > CONTENT_AT:
                continue
            entry = unpack(posting_id, value)
            self._hold(entry)
            if isinstance(entry, Member):
                self.keep(posting_id, value)

    def __len__(self) -> int:
        return len(self._members) + len(self.moved)

    def _load(self, members: Sequence[tuple[str, bytes]]) -> None:
        values = dict(members)
        rows = rows_of(list(values.values()))
        self._columns = self._members = Columns(values, rows)
        newest = rows.first_ms.max()
        self._last = int(newest), max(members[row][0] for row in np.flatnonzero(rows.first_ms == newest).tolist())

    def get(self, posting_id: str) -> Member | None:
        """Return the member with this id."""
        found = self._members.get(posting_id)
        if not isinstance(found, bytes):
            return found
        member = unpack(posting_id, found)
        assert isinstance(member, Member)  # others are not held as members
        return member

    def _member(self, posting_id: str) -> Member:
        member = self.get(posting_id)
        assert member is not None  # it was found here
        return member

    def _packed(self, posting_id: str) -> Packed:
        found = self._members.get(posting_id)
        assert found is not None  # it was found here
        return content_in(found) if isinstance(found, bytes) else found.held

    def put(self, entry: Entry) -> None:
        """Hold `entry`, which is not placed yet, in place of what was known of its posting."""
        self._hold(entry)
        if self._columns is None and len(self._few) > SMALL:
            self._columns = self._members = self._as_columns()
            for small in (self._few, self._canonicals, self._kindred):
                small.clear()

    def renew(self, member: Member) -> None:
        """Hold `member`, whose content is that of the member held: its place or version is another."""
        posting_id = member.posting_id
        if self._columns is not None:
            self._columns.keep(posting_id, member)
            _mark(self._columns, member)
            return
        self._forget_place(posting_id)
        self._few[posting_id] = member
        if member.is_canonical:
            self._canonicals.add(posting_id)
        if member.kin is not None:
            self._kindred.setdefault(member.kin.posting_id, set()).add(posting_id)

    def keep(self, posting_id: str, value: bytes) -> None:
        """Hold a member, which is in the place known, by its table value: what it came with can be let go."""
        if self._columns is None:
            self._few[posting_id] = value
        else:
            self._columns.keep(posting_id, value)

    def _hold(self, entry: Entry) -> None:
        if isinstance(entry, Moved):
            self._remove(entry.posting_id)
            self.moved[entry.posting_id] = entry
            return
        self.moved.pop(entry.posting_id, None)
        self._last = max(self._last, entry.order)
        if self._columns is None:
            self.renew(entry)
        else:
            self._columns.put(entry.posting_id, entry, entry.traits, entry.first_fetched_ms)

    def in_order(self) -> Iterator[Member]:
        """Yield every member as it is when its turn comes, in the order in which they join clusters."""
        for posting_id in [member.posting_id for member in _in_order(map(self._member, self._members))]:
            yield self._member(posting_id)

    def kindred(self, posting_id: str) -> list[Member]:
        """Return the members that are copies or variants of this canonical posting by their place."""
        found = self._kindred.get(posting_id, ()) if self._columns is None else self._columns.kindred(posting_id)
        return _in_order(map(self._member, found))

    def older_canonicals(self, member: Member) -> tuple[Iterable[Member], Iterable[Member]]:
        """Return the canonical members before `member` that it may be a copy of, and those that it may be a variant of."""
        order = member.order
        if self._columns is None:
            traits = member.traits
            found = [name for name in self._canonicals if may_be_related(traits, self._packed(name).traits)]
            older = _in_order(other for other in map(self._member, found) if other.order < order)
            return older, older
        copies, variants = self._columns.older_canonicals(member.posting_id)
        near = map(self._member, self._not_elsewhere(member, copies) if copies else ())
        older = _in_order(other for other in near if other.order < order)
        return older, (other for other in self._by_age(variants) if other.order < order)

    def _not_elsewhere(self, member: Member, posting_ids: list[str]) -> list[str]:
        """Leave out the postings that state other places.

        Columns know a place by 6 bits of it: of ads with one text for many cities most that they find are for another one.
        """
        content = member.content
        if not (content.cities or content.countries):
            return posting_ids
        return [name for name in posting_ids if same_place(content, self._packed(name).stated) is not False]

    def younger(self, member: Member) -> list[Member]:
        """Return the members after `member` that may be related to it rather than to their kin."""
        order = member.order
        if order >= self._last:
            return []
        found = self._members if self._columns is None else self._columns.younger(member.posting_id)
        return _in_order(other for other in map(self._member, found) if other.order > order)

    def _by_age(self, posting_ids: Iterable[str]) -> Iterator[Member]:
        """Yield the canonical members with these ids, which are sorted by their time, sorted by their whole order."""
        same: list[Member] = []
        for posting_id in posting_ids:
            member = self._member(posting_id)
            if same and member.first_fetched_ms != same[0].first_fetched_ms:
                yield from _in_order(same)
                same = []
            same.append(member)
        yield from _in_order(same)

    def _forget_place(self, posting_id: str) -> None:
        member = self.get(posting_id)
        if member is None:
            return
        self._canonicals.discard(posting_id)
        if member.kin is not None:
            self._kindred[member.kin.posting_id].discard(posting_id)

    def _remove(self, posting_id: str) -> None:
        if self.get(posting_id) is None:
            return
        if self._columns is not None:
            self._columns.drop(posting_id)
        else:
            self._forget_place(posting_id)
            del self._few[posting_id]

    def _as_columns(self) -> Columns:
        members = [self._member(posting_id) for posting_id in self._few]
        columns = Columns(self._few, rows_of([pack(member) for member in members]))
        for member in members:
            # one of them is not placed yet, which its value does not say
            _mark(columns, member)
        return columns


def _mark(columns: Columns, member: Member) -> None:
    columns.mark(member.posting_id, canonical=member.is_canonical, kin=member.kin.posting_id if member.kin else None)


def _in_order(members: Iterable[Member]) -> list[Member]:
    return sorted(members, key=lambda member: member.order)
