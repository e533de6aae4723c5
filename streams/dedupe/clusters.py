"""An employer's clusters, kept up to date: a function of the set of its members, whatever the order of arrival.

In the order of (first_fetched_at, posting_id) a posting joins the oldest cluster whose canonical posting it verifies
against, else it founds one. A change therefore reaches only later members, and this walks them in that order:
docs/adr/0008-clusters-are-a-function-of-the-set.md.
"""

import heapq
from collections.abc import Iterable

from schemas.posting import Match
from streams.dedupe.decide import ALONE, NO_EMPLOYER, verify
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import Member, Moved

NO_EMPLOYER_KEY = "posting:"


class Clusters:
    """The clusters of one employer. Every call returns the members that it placed otherwise than before, in order."""

    def __init__(self, employer_key: str, index: EmployerIndex) -> None:
        self.index = index
        self._alone = NO_EMPLOYER if employer_key.startswith(NO_EMPLOYER_KEY) else ALONE

    def put(self, member: Member) -> list[Member]:
        """Place `member`, new or with new content, and whoever that concerns."""
        orphans = self.index.followers(member.posting_id)
        self.index.put(member)
        return self._settle([member, *orphans])

    def remove(self, moved: Moved) -> list[Member]:
        """Forget a posting that has moved away, and place its cluster's other members again."""
        orphans = self.index.followers(moved.posting_id)
        self.index.put(moved)
        return self._settle(orphans)

    def _settle(self, concerned: Iterable[Member]) -> list[Member]:
        waiting = [member.order for member in concerned]
        heapq.heapify(waiting)
        changed, last = [], None
        while waiting:
            order = heapq.heappop(waiting)
            member = self.index.get(order[1])
            if member is None or order == last:
                continue
            last, match = order, self._match(member)
            if match == member.match:
                continue
            changed.append(member.placed(match))
            for other in self._replace(member, changed[-1]):
                heapq.heappush(waiting, other.order)
        return changed

    def _replace(self, before: Member, after: Member) -> list[Member]:
        """Hold `after`; return the later members whose place depends on what has changed."""
        concerned = self.index.followers(before.posting_id) if before.is_canonical and not after.is_canonical else []
        self.index.renew(after)
        if after.is_canonical and not before.is_canonical:
            concerned = [other for other in self.index.members_after(after) if self._would_join(other, after)]
        return concerned

    def _would_join(self, member: Member, canonical: Member) -> bool:
        """Whether `member`, in the cluster of a later founder or in none, verifies against a posting that is canonical now."""
        founder = self.index.get(member.cluster_id)
        later = founder is None or founder.order > canonical.order
        return later and verify(member.content, canonical.content, canonical.posting_id) is not None

    def _match(self, member: Member) -> Match:
        for canonical in self.index.canonicals_before(member):
            match = verify(member.content, canonical.content, canonical.posting_id)
            if match is not None:
                return match
        return self._alone
