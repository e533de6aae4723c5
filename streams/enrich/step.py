"""The enrich stage: deduplicated postings become the posting that subscribers read."""

from collections.abc import Sequence

from schemas.base import Event
from schemas.erasure import ContactsErased
from schemas.posting import DeduplicatedPosting
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.base import Enricher
from streams.enrich.chain import enrich
from streams.enrich.erasure import pack, unpack
from streams.enrich.plugins import with_plugins
from streams.enrich.resources import Resources, load_resources
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView


class EnrichStep:
    """Emits every posting enriched; to `jobs.posting.current` only what is not older than what it holds.

    A posting whose contacts were erased carries none from then on, whichever revision of it comes, and however it comes.
    """

    stage = "enrich"
    every_write = False

    def __init__(self, resources: Resources, enrichers: Sequence[Enricher]) -> None:
        self._resources = resources
        self._enrichers = enrichers

    def foresee(self, events: Sequence[Event]) -> None:
        """Each event is looked at alone."""

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if isinstance(event, ContactsErased):
            written, _ = unpack(state.get(event.posting_id))
            state.put(event.posting_id, pack(max(written, 0), erased=True))
            return Outcome("contacts_erased")
        if not isinstance(event, DeduplicatedPosting):
            raise Rejected("unexpected_event", f"enrich reads deduplicated postings and erasures, not {event.TYPE}")
        return self._enriched(event, state)

    def _enriched(self, posting: DeduplicatedPosting, state: StateView) -> Outcome:
        written, erased = unpack(state.get(posting.posting_id))
        enriched = enrich(posting, self._resources, self._enrichers)
        if erased:
            enriched = enriched.model_copy(update={"contacts": []})
        emits = [Emit(ENRICHED, enriched)]
        if posting.version < written:
            return Outcome("superseded", emits)
        state.put(posting.posting_id, pack(posting.version, erased=erased))
        return Outcome("enriched", [*emits, Emit(CURRENT, enriched)])

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        """Drop nothing: what is cached depends on no state."""


def build_step(*, contacts: bool = False, plugins: Sequence[str] = ()) -> EnrichStep:
    """Return the step with its word lists loaded: about 3 s and 220 MB. It looks for contacts only if told to.

    `plugins` take the place of shipped enrichers. Raises PluginRefused.
    """
    enrichers = with_plugins(plugins)
    return EnrichStep(load_resources(contacts=contacts), enrichers)
