"""The enrich stage: deduplicated postings become the posting that subscribers read."""

from collections.abc import Sequence

from schemas.base import Event
from schemas.posting import DeduplicatedPosting
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.ahead import Ahead
from streams.enrich.base import Enricher
from streams.enrich.chain import enrich_all
from streams.enrich.plugins import with_plugins
from streams.enrich.resources import Resources, load_resources
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

FORMAT = b"\x01"
_VERSION_BYTES = 16


class EnrichStep:
    """Emits every posting enriched; to `jobs.posting.current` only what is not older than what it holds."""

    stage = "enrich"
    every_write = False

    def __init__(self, resources: Resources, enrichers: Sequence[Enricher]) -> None:
        self._ahead = Ahead(lambda postings: enrich_all(postings, resources, enrichers))

    def foresee(self, events: Sequence[Event]) -> None:
        """Remember the postings of a batch: many at once are enriched in two thirds of the time."""
        self._ahead.expect([event for event in events if isinstance(event, DeduplicatedPosting)])

    def __call__(self, received: Received, state: StateView) -> Outcome:
        posting = received.event
        if not isinstance(posting, DeduplicatedPosting):
            raise Rejected("unexpected_event", f"enrich reads deduplicated postings, not {posting.TYPE}")
        enriched = self._ahead.enriched(posting)
        emits = [Emit(ENRICHED, enriched)]
        if posting.version < _written(state.get(posting.posting_id)):
            return Outcome("superseded", emits)
        state.put(posting.posting_id, FORMAT + posting.version.to_bytes(_VERSION_BYTES, "big"))
        return Outcome("enriched", [*emits, Emit(CURRENT, enriched)])

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        """Drop nothing: what was enriched ahead depends on no state."""


def build_step(*, contacts: bool = False, plugins: Sequence[str] = ()) -> EnrichStep:
    """Return the step with its word lists loaded: about 3 s and 220 MB. It looks for contacts only if told to.

    `plugins` take the place of shipped enrichers. Raises PluginRefused.
    """
    enrichers = with_plugins(plugins)
    return EnrichStep(load_resources(contacts=contacts), enrichers)


def _written(value: bytes | None) -> int:
    """Return the version that `jobs.posting.current` holds; -1 where there is none, or one in another format."""
    return int.from_bytes(value[1:], "big") if value and value[:1] == FORMAT else -1
