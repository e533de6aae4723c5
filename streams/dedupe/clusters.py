"""An employer's clusters, kept up to date: a function of the set of its members, whatever the order of arrival.

In the order of (first_fetched_at, posting_id) a posting joins the oldest cluster whose canonical posting it is a copy of, else it
founds one, as a variant of the oldest canonical posting before it that it is a variant of. A change therefore reaches only
later members, and this walks them in that order: docs/adr/0008-clusters-are-a-function-of-the-set.md.
"""

import heapq
from collections.abc import Iterable

from streams.dedupe.compare import may_be_copy
from streams.dedupe.decide import Kin, relate
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import Member, Moved
from streams.dedupe.reader import Label


class Clusters:
    """The clusters of one employer. Every call returns the members that it placed otherwise than before, in order."""

    def __init__(self, index: EmployerIndex) -> None:
        self.index = index
        # whether they are known to be those of the set, and not only as the state says
        self._mended = False

    def __len__(self) -> int:
        return len(self.index)

    def put(self, member: Member) -> list[Member]:
        """Place `member`, new or with new content, and whoever that concerns."""
        orphans = self.index.kindred(member.posting_id)
        self.index.put(member)
        return self._settle([member, *orphans])

    def remove(self, moved: Moved) -> list[Member]:
        """Forget a posting that has moved away, and place again who was a copy or a variant of it."""
        orphans = self.index.kindred(moved.posting_id)
        self.index.put(moved)
        return self._settle(orphans)

    def mend(self) -> list[Member]:
        """Place everybody again, once; see `docs/adr/0008-clusters-are-a-function-of-the-set.md`.

        A worker that was killed while it wrote a batch's state leaves some of its members where they were before, and who is
        placed by them can't tell.
        """
        changed = []
        for member in () if self._mended else self.index.in_order():
            kin = self._kin(member)
            if kin != member.kin:
                changed.append(member.placed(kin))
                self.index.renew(changed[-1])
        self._mended = True
        return changed

    def _settle(self, concerned: Iterable[Member]) -> list[Member]:
        waiting = [member.order for member in concerned]
        heapq.heapify(waiting)
        changed, last = [], None
        while waiting:
            order = heapq.heappop(waiting)
            member = self.index.get(order[1])
            if member is None or order == last:
                continue
            last, kin = order, self._kin(member)
            if member.is_placed and kin == member.kin:
                continue
            changed.append(member.placed(kin))
            for other in self._replace(member, changed[-1]):
                heapq.heappush(waiting, other.order)
        return changed

    def _replace(self, before: Member, after: Member) -> list[Member]:
        """Hold `after`; return the later members whose place depends on what has changed."""
        concerned = self.index.kindred(before.posting_id) if before.is_canonical and not after.is_canonical else []
        self.index.renew(after)
        if after.is_canonical and not before.is_canonical:
            concerned = [other for other in self.index.younger(after) if self._would_turn(other, after)]
        return concerned

    def _would_turn(self, member: Member, canonical: Member) -> bool:
        """Whether `canonical`, which was none before, is a nearer kin of `member` than the one that it has."""
        founder = self.index.get(member.kin.posting_id) if member.kin else None
        younger = founder is None or founder.order > canonical.order
        is_variant = member.is_canonical and member.kin is not None
        if not younger and not (is_variant and may_be_copy(member.content, canonical.content)):
            return False
        kin = relate(member.content, canonical.content, canonical.posting_id)
        if kin is None:
            return False
        return kin.label is Label.COPY if not younger else member.is_canonical or kin.label is Label.COPY

    def _kin(self, member: Member) -> Kin | None:
        copies, variants = self.index.older_canonicals(member)
        content = member.content
        known: dict[str, Kin | None] = {}
        for canonical in copies:
            if may_be_copy(content, canonical.content):
                kin = known[canonical.posting_id] = relate(content, canonical.content, canonical.posting_id)
                if kin is not None and kin.label is Label.COPY:
                    return kin
        for canonical in variants:
            name = canonical.posting_id
            kin = known[name] if name in known else relate(content, canonical.content, name)
            if kin is not None:
                return kin
        return None
