"""The enrich stage: deduplicated postings become the posting that subscribers read."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from schemas.codec import Written, written
from schemas.erasure import ContactsErased
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting, EnrichedPosting
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.base import Enricher
from streams.enrich.chain import enrich_all
from streams.enrich.erasure import pack, unpack
from streams.enrich.plugins import LONGEST_TRIAL_S, try_plugins, with_plugins
from streams.enrich.resources import Resources, load_resources
from streams.looking import LookFailed, decoded
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

# More at once would be hardly faster and hold more.
AT_ONCE = 250
MOST_TEXT = 1_000_000


class Enriched(NamedTuple):
    """An enriched posting as the step takes it: the event as JSON, and what it is ordered by."""

    posting_id: str
    source: str
    version: int
    revised_at: datetime
    fetched_at: datetime
    written: Written


class EnrichStep:
    """Emits every posting enriched; to `jobs.posting.current` only what is not older than what it holds.

    A posting whose contacts were erased carries none from then on, whichever revision of it comes, and however it comes.
    """

    stage = "enrich"
    every_write = False
    made_by = b""
    readers = 2

    def __init__(self, resources: Resources, enrichers: Sequence[Enricher]) -> None:
        self._resources = resources
        self._enrichers = enrichers

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        """Enrich every posting, some at a time: what is derived depends on the posting alone."""
        found = decoded(messages)
        places = [at for at, event in enumerate(found) if isinstance(event, DeduplicatedPosting)]
        postings = [found[at] for at in places]
        made = [one for some in in_groups(postings) for one in enrich_all(some, self._resources, self._enrichers)]
        for at, posting, enriched in zip(places, postings, made, strict=True):
            found[at] = LookFailed.of(enriched, posting) if isinstance(enriched, Exception) else _enriched(posting, enriched)
        return found

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if isinstance(event, ContactsErased):
            version, _ = unpack(state.get(event.posting_id))
            state.put(event.posting_id, pack(max(version, 0), erased=True))
            return Outcome("contacts_erased")
        if not isinstance(event, Enriched):
            raise Rejected("unexpected_event", f"enrich reads deduplicated postings and erasures, not {event.TYPE}")
        return _placed(event, state)

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        """Drop nothing: what is cached depends on no state."""


def in_groups(postings: Sequence[DeduplicatedPosting]) -> Iterator[Sequence[DeduplicatedPosting]]:
    """Yield the postings in groups of 250 at most that have, after their first one, a million characters of text at most."""
    start, size = 0, 0
    for at, posting in enumerate(postings):
        size += len(posting.description)
        if at > start and (at - start == AT_ONCE or size > MOST_TEXT):
            yield postings[start:at]
            start, size = at, len(posting.description)
    if start < len(postings):
        yield postings[start:]


def _enriched(posting: DeduplicatedPosting, enriched: EnrichedPosting) -> Enriched:
    return Enriched(
        posting.posting_id, posting.source, posting.version, posting.revised_at, posting.fetched_at, written(enriched)
    )


def _placed(posting: Enriched, state: StateView) -> Outcome:
    version, erased = unpack(state.get(posting.posting_id))
    event = _without_contacts(posting.written) if erased else posting.written
    emits = [Emit(ENRICHED, event)]
    if posting.version < version:
        return Outcome("superseded", emits)
    state.put(posting.posting_id, pack(posting.version, erased=erased))
    return Outcome("enriched", [*emits, Emit(CURRENT, event)])


def _without_contacts(event: Written) -> Written:
    posting = EnrichedPosting.model_validate_json(event.value)
    return written(posting.model_copy(update={"contacts": []}))


def build_step(*, contacts: bool = False, plugins: Sequence[str] = (), forks: bool = True) -> EnrichStep:
    """Return the step with its word lists loaded: about 3 s and 110 MB. It looks for contacts only if told to.

    `plugins` take the place of shipped enrichers; they are tried as they are used, in a fork where the stage `forks`.
    Raises PluginRefused.
    """
    enrichers = with_plugins(plugins)
    resources = load_resources(contacts=contacts)
    try_plugins(enrichers, resources, LONGEST_TRIAL_S if forks else None)
    return EnrichStep(resources, enrichers)
