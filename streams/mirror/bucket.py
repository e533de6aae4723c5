"""The postings of one bucket, and which of them are copies of an older one of another employer.

An answer is a function of the set of postings in the bucket: the oldest that verifies, of another employer, before the posting
itself. So a change concerns only later postings: those whose answer it was, and those for which it is older than their answer.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import takewhile

from streams.mirror.across import alike
from streams.mirror.sighting import Entry, Order, Sighting

_EVERYWHERE = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The oldest posting of another employer with the same job, and how similar the texts are."""

    posting_id: str
    employer_key: str
    first_ms: int
    similarity: float

    @property
    def order(self) -> Order:
        """Older postings come first."""
        return self.first_ms, self.posting_id


class Bucket:
    """Postings with one sentence in common. Places keep lists in order: who states another city is never looked at."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        # the postings that state a city; 0 = those that state none that is known
        self._stating: dict[int, list[Order]] = {}
        self._all: list[Order] = []
        # of those that were asked for: a sentence that thousands of ads share has them all compared with all of them else
        self._answers: dict[str, Answer | None] = {}
        for entry in entries:
            self._hold(entry)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, posting_id: str) -> Entry | None:
        """Return what is kept of a posting."""
        return self._entries.get(posting_id)

    def put(self, entry: Entry) -> list[Sighting]:
        """Hold `entry` in place of what was known of its posting; return the others whose answer is another now."""
        known = self._entries.get(entry.posting_id)
        concerned = self._answered_by(known) if isinstance(known, Sighting) else {}
        if isinstance(entry, Sighting):
            concerned |= self._would_answer(entry)
        concerned.pop(entry.posting_id, None)
        self._hold(entry)
        self._answers.pop(entry.posting_id, None)
        return [other for _, other in sorted(concerned.items()) if self._renew(other)]

    def answer(self, posting: Sighting) -> Answer | None:
        """Return of what a posting of this bucket is a copy; None where it is of none."""
        found = self._answers
        if posting.posting_id not in found:
            found[posting.posting_id] = self._search(posting)
        return found[posting.posting_id]

    def _renew(self, posting: Sighting) -> bool:
        before, self._answers[posting.posting_id] = self.answer(posting), self._search(posting)
        return before != self._answers[posting.posting_id]

    def _search(self, posting: Sighting) -> Answer | None:
        for other in self._before(posting):
            similarity = _similarity(posting, other)
            if similarity is not None:
                return Answer(other.posting_id, other.employer_key, other.first_ms, similarity)
        return None

    def _answered_by(self, posting: Sighting) -> dict[str, Sighting]:
        """Return those whose answer `posting` is."""
        return self._concerned(posting, lambda answer: answer is not None and answer.posting_id == posting.posting_id)

    def _would_answer(self, posting: Sighting) -> dict[str, Sighting]:
        """Return those whose answer `posting`, which is not held, would be."""
        return self._concerned(posting, lambda answer: answer is None or posting.order < answer.order)

    def _concerned(self, posting: Sighting, wanted: Callable[[Answer | None], bool]) -> dict[str, Sighting]:
        """Return the later copies of `posting` whose answer, as of now, is wanted."""
        found: dict[str, Sighting] = {}
        for other in self._after(posting):
            known = other.posting_id in self._answers
            # an answer that is known tells sooner than two texts, and one that is not is a search among all
            if known and not wanted(self._answers[other.posting_id]):
                continue
            if _similarity(other, posting) is not None and (known or wanted(self.answer(other))):
                found[other.posting_id] = other
        return found

    def _before(self, posting: Sighting) -> Iterator[Sighting]:
        if self._all[0] == posting.order:
            return iter(())
        orders = merge(*self._lists(posting))
        return self._sightings(takewhile(lambda order: order < posting.order, orders))

    def _after(self, posting: Sighting) -> Iterator[Sighting]:
        # most come in their order, and to a bucket of their own
        for orders in self._lists(posting) if self._all and self._all[-1] > posting.order else ():
            yield from self._sightings(orders[bisect_left(orders, posting.order) :])

    def _lists(self, posting: Sighting) -> list[list[Order]]:
        """Return the lists of all who state no city that contradicts."""
        if not posting.told.places:
            return [self._all]
        return [self._stating.get(place, []) for place in (*sorted(posting.told.places), _EVERYWHERE)]

    def _sightings(self, orders: Iterable[Order]) -> Iterator[Sighting]:
        found = (self._entries[posting_id] for _, posting_id in orders)
        return (entry for entry in found if isinstance(entry, Sighting))

    def _hold(self, entry: Entry) -> None:
        known = self._entries.get(entry.posting_id)
        if isinstance(known, Sighting):
            for orders in self._own_lists(known):
                del orders[bisect_left(orders, known.order)]
        self._entries[entry.posting_id] = entry
        if isinstance(entry, Sighting):
            for orders in self._own_lists(entry):
                insort(orders, entry.order)

    def _own_lists(self, posting: Sighting) -> list[list[Order]]:
        stated = posting.told.places or (_EVERYWHERE,)
        return [self._all, *(self._stating.setdefault(place, []) for place in stated)]


def _similarity(one: Sighting, other: Sighting) -> float | None:
    """Return how similar two postings of a bucket are; None when one employer published both, or they advertise another job."""
    return None if one.employer_key == other.employer_key else alike(one.told, other.told)
