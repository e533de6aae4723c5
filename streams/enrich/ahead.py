"""The postings of a batch enriched some at a time, ahead of their turns."""

from collections.abc import Callable, Sequence

from schemas.posting import DeduplicatedPosting, EnrichedPosting

# More at once would be hardly faster, and a worker that is told to stop waits for so many.
AT_ONCE = 250
MOST_TEXT = 1_000_000
EnrichAll = Callable[[Sequence[DeduplicatedPosting]], Sequence[EnrichedPosting | Exception]]


class Ahead:
    """Gives each posting as `enrich_all` makes it, and lets that see the next ones of the batch as well.

    At most 250 postings, and those after the first with it at most a million characters of text.
    """

    def __init__(self, enrich_all: EnrichAll) -> None:
        self._enrich_all = enrich_all
        self._batch: Sequence[DeduplicatedPosting] = ()
        # whoever holds an object keeps its id from being given to another one
        self._places: dict[int, int] = {}
        self._made: dict[int, EnrichedPosting | Exception] = {}

    def expect(self, batch: Sequence[DeduplicatedPosting]) -> None:
        """Take `batch` for what is asked for next."""
        self._batch = batch
        self._places = {id(posting): at for at, posting in enumerate(batch)}
        self._made = {}

    def enriched(self, posting: DeduplicatedPosting) -> EnrichedPosting:
        """Return `posting` enriched; raises what an enricher raised for it."""
        at = self._places.get(id(posting))
        if at is None:
            return _told(*self._enrich_all([posting]))
        if at not in self._made:
            several = self._several(at)
            self._made = dict(enumerate(self._enrich_all(several), at))
        return _told(self._made.pop(at))

    def _several(self, at: int) -> Sequence[DeduplicatedPosting]:
        size, end = len(self._batch[at].description), at + 1
        for posting in self._batch[end : at + AT_ONCE]:
            size += len(posting.description)
            if size > MOST_TEXT:
                break
            end += 1
        return self._batch[at:end]


def _told(found: EnrichedPosting | Exception) -> EnrichedPosting:
    if isinstance(found, Exception):
        raise found
    return found
