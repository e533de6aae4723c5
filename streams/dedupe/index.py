"""An employer's members in memory, and who of them may verify against whom."""

from collections.abc import Iterable

from streams.dedupe.columns import Columns
from streams.dedupe.decide import may_match
from streams.dedupe.member import Entry, Member, Moved

# Up to here it is quicker to look at every member than to keep columns. It changes no result.
SMALL = 24


class EmployerIndex:
    """The members of one employer. What it returns is sorted by the order in which postings join clusters."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.moved: dict[str, Moved] = {}
        self._members: dict[str, Member] = {}
        self._canonicals: dict[str, Member] = {}
        self._followers: dict[str, set[str]] = {}
        self._columns: Columns | None = None
        self._last = (-1, "")
        for entry in entries:
            self.put(entry)

    def __len__(self) -> int:
        return len(self._members) + len(self.moved)

    def get(self, posting_id: str) -> Member | None:
        """Return the member with this id."""
        return self._members.get(posting_id)

    def put(self, entry: Entry) -> None:
        """Hold `entry` in place of what was known of its posting."""
        if isinstance(entry, Moved):
            self._remove(entry.posting_id)
            self.moved[entry.posting_id] = entry
            return
        self.moved.pop(entry.posting_id, None)
        self._last = max(self._last, entry.order)
        if self._columns is not None:
            self._columns.put(entry.posting_id, entry.content)
        self.renew(entry)
        if self._columns is None and len(self._members) > SMALL:
            self._columns = self._as_columns()

    def renew(self, member: Member) -> None:
        """Hold `member`, whose content is that of the member held: its place, version or assignment is another."""
        posting_id = member.posting_id
        self._unfollow(posting_id)
        self._members[posting_id] = member
        if member.is_canonical:
            self._canonicals[posting_id] = member
        elif member.match is not None:
            self._followers.setdefault(member.cluster_id, set()).add(posting_id)
        if self._columns is not None:
            self._columns.mark(posting_id, canonical=member.is_canonical)

    def followers(self, posting_id: str) -> list[Member]:
        """Return the members that were placed in the cluster of this canonical posting."""
        return _in_order([self._members[follower] for follower in self._followers.get(posting_id, ())])

    def canonicals_before(self, member: Member) -> list[Member]:
        """Return the canonical members before `member` that may advertise the same job, oldest first."""
        order = member.order
        return _in_order([other for other in self._alike(member, canonical=True) if other.order < order])

    def members_after(self, member: Member) -> list[Member]:
        """Return the members after `member` that may advertise the same job."""
        order = member.order
        if order >= self._last:
            return []
        return _in_order([other for other in self._alike(member, canonical=False) if other.order > order])

    def _alike(self, member: Member, *, canonical: bool) -> list[Member]:
        held = self._canonicals if canonical else self._members
        pool: Iterable[Member] = held.values()
        if self._columns is not None:
            pool = (held[found] for found in self._columns.alike(member.posting_id, canonical=canonical))
        content = member.content
        return [other for other in pool if may_match(content, other.content)]

    def _unfollow(self, posting_id: str) -> None:
        member = self._members.get(posting_id)
        if member is None or member.match is None:
            return
        if self._canonicals.pop(posting_id, None) is None:
            self._followers[member.cluster_id].discard(posting_id)

    def _remove(self, posting_id: str) -> None:
        self._unfollow(posting_id)
        if self._members.pop(posting_id, None) is not None and self._columns is not None:
            self._columns.drop(posting_id)

    def _as_columns(self) -> Columns:
        columns = Columns()
        for posting_id, member in self._members.items():
            columns.put(posting_id, member.content)
            columns.mark(posting_id, canonical=member.is_canonical)
        return columns


def _in_order(members: list[Member]) -> list[Member]:
    return sorted(members, key=lambda member: member.order) if len(members) > 1 else members
