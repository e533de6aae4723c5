"""An employer's members in memory, and who of them may be related to whom."""

from collections.abc import Iterable, Iterator

from streams.dedupe.columns import Columns
from streams.dedupe.member import Entry, Member, Moved
from streams.dedupe.traits import may_be_related

# Up to here it is quicker to look at every member than to keep columns. It changes no result.
SMALL = 12


class EmployerIndex:
    """The members of one employer. What it returns is sorted by the order in which postings join clusters."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.moved: dict[str, Moved] = {}
        self._members: dict[str, Member] = {}
        self._canonicals: dict[str, Member] = {}
        self._kindred: dict[str, set[str]] = {}
        self._columns: Columns | None = None
        self._last = (-1, "")
        for entry in entries:
            self._hold(entry)
        if len(self._members) > SMALL:
            self._columns = self._as_columns()

    def __len__(self) -> int:
        return len(self._members) + len(self.moved)

    def get(self, posting_id: str) -> Member | None:
        """Return the member with this id."""
        return self._members.get(posting_id)

    def put(self, entry: Entry) -> None:
        """Hold `entry` in place of what was known of its posting."""
        if self._columns is not None and isinstance(entry, Member):
            self._columns.put(entry.posting_id, entry.traits, entry.first_fetched_ms)
        self._hold(entry)
        if self._columns is not None:
            # where its order has changed, the kin of these is older or younger
            for member in self.kindred(entry.posting_id):
                self._mark(self._columns, member)
        elif len(self._members) > SMALL:
            self._columns = self._as_columns()

    def renew(self, member: Member) -> None:
        """Hold `member`, whose content is that of the member held: its place, version or assignment is another."""
        posting_id = member.posting_id
        self._forget_place(posting_id)
        self._members[posting_id] = member
        if member.is_canonical:
            self._canonicals[posting_id] = member
        if member.kin is not None:
            self._kindred.setdefault(member.kin.posting_id, set()).add(posting_id)
        if self._columns is not None:
            self._mark(self._columns, member)

    def _hold(self, entry: Entry) -> None:
        if isinstance(entry, Moved):
            self._remove(entry.posting_id)
            self.moved[entry.posting_id] = entry
            return
        self.moved.pop(entry.posting_id, None)
        self._last = max(self._last, entry.order)
        self.renew(entry)

    def kindred(self, posting_id: str) -> list[Member]:
        """Return the members that are copies or variants of this canonical posting by their place."""
        return _in_order(self._members[found] for found in self._kindred.get(posting_id, ()))

    def older_canonicals(self, member: Member) -> tuple[Iterable[Member], Iterable[Member]]:
        """Return the canonical members before `member` that it may be a copy of, and those that it may be a variant of."""
        order = member.order
        if self._columns is None:
            found = (other for other in self._canonicals.values() if may_be_related(member.traits, other.traits))
            older = _in_order(other for other in found if other.order < order)
            return older, older
        copies, variants = self._columns.older_canonicals(member.posting_id)
        older = _in_order(other for other in map(self._canonicals.__getitem__, copies) if other.order < order)
        return older, (other for other in self._by_age(variants) if other.order < order)

    def younger(self, member: Member) -> list[Member]:
        """Return the members after `member` that may be related to it rather than to their kin."""
        order = member.order
        if order >= self._last:
            return []
        found = self._members if self._columns is None else self._columns.younger(member.posting_id)
        return _in_order(other for other in map(self._members.__getitem__, found) if other.order > order)

    def _by_age(self, posting_ids: Iterable[str]) -> Iterator[Member]:
        """Yield the canonical members with these ids, which are sorted by their time, sorted by their whole order."""
        same: list[Member] = []
        for posting_id in posting_ids:
            member = self._canonicals[posting_id]
            if same and member.first_fetched_ms != same[0].first_fetched_ms:
                yield from _in_order(same)
                same = []
            same.append(member)
        yield from _in_order(same)

    def _mark(self, columns: Columns, member: Member) -> None:
        kin = self._members.get(member.kin.posting_id) if member.kin else None
        columns.mark(member.posting_id, canonical=member.is_canonical, kin_ms=kin.first_fetched_ms if kin else None)

    def _forget_place(self, posting_id: str) -> None:
        member = self._members.get(posting_id)
        if member is None:
            return
        self._canonicals.pop(posting_id, None)
        if member.kin is not None:
            self._kindred[member.kin.posting_id].discard(posting_id)

    def _remove(self, posting_id: str) -> None:
        self._forget_place(posting_id)
        if self._members.pop(posting_id, None) is not None and self._columns is not None:
            self._columns.drop(posting_id)

    def _as_columns(self) -> Columns:
        columns = Columns([(name, member.traits, member.first_fetched_ms) for name, member in self._members.items()])
        for member in self._members.values():
            self._mark(columns, member)
        return columns


def _in_order(members: Iterable[Member]) -> list[Member]:
    return sorted(members, key=lambda member: member.order)
