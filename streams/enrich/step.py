"""The enrich stage: deduplicated postings become the posting that subscribers read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from schemas.codec import Written, written
from schemas.erasure import ContactsErased
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting, EnrichedPosting
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.base import Enricher
from streams.enrich.chain import enrich
from streams.enrich.erasure import pack, unpack
from streams.enrich.plugins import with_plugins
from streams.enrich.resources import Resources, load_resources
from streams.looking import decoded
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView


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
    looks_ahead = True

    def __init__(self, resources: Resources, enrichers: Sequence[Enricher]) -> None:
        self._resources = resources
        self._enrichers = enrichers

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        """Enrich every posting: what is derived depends on the posting alone."""
        return [self._enriched(event) if isinstance(event, DeduplicatedPosting) else event for event in decoded(messages)]

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if isinstance(event, ContactsErased):
            version, _ = unpack(state.get(event.posting_id))
            state.put(event.posting_id, pack(max(version, 0), erased=True))
            return Outcome("contacts_erased")
        if not isinstance(event, Enriched):
            raise Rejected("unexpected_event", f"enrich reads deduplicated postings and erasures, not {event.TYPE}")
        return _placed(event, state)

    def _enriched(self, posting: DeduplicatedPosting) -> Enriched:
        event = written(enrich(posting, self._resources, self._enrichers))
        return Enriched(posting.posting_id, posting.source, posting.version, posting.revised_at, posting.fetched_at, event)

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        """Drop nothing: what is cached depends on no state."""


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


def build_step(*, contacts: bool = False, plugins: Sequence[str] = ()) -> EnrichStep:
    """Return the step with its word lists loaded: about 3 s and 220 MB. It looks for contacts only if told to.

    `plugins` take the place of shipped enrichers. Raises PluginRefused.
    """
    enrichers = with_plugins(plugins)
    return EnrichStep(load_resources(contacts=contacts), enrichers)
