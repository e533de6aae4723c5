"""The enrich stage: deduplicated postings become the posting that subscribers read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from schemas.codec import Written, written
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.base import Enricher
from streams.enrich.chain import enrich
from streams.enrich.plugins import with_plugins
from streams.enrich.resources import Resources, load_resources
from streams.looking import decoded
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

FORMAT = b"\x01"
_VERSION_BYTES = 16


class Enriched(NamedTuple):
    """An enriched posting as the step takes it: the event as JSON, and what it is ordered by."""

    posting_id: str
    source: str
    version: int
    revised_at: datetime
    fetched_at: datetime
    written: Written


class EnrichStep:
    """Emits every posting enriched; to `jobs.posting.current` only what is not older than what it holds."""

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
        posting = received.event
        if not isinstance(posting, Enriched):
            raise Rejected("unexpected_event", f"enrich reads deduplicated postings, not {posting.TYPE}")
        emits = [Emit(ENRICHED, posting.written)]
        if posting.version < _written(state.get(posting.posting_id)):
            return Outcome("superseded", emits)
        state.put(posting.posting_id, FORMAT + posting.version.to_bytes(_VERSION_BYTES, "big"))
        return Outcome("enriched", [*emits, Emit(CURRENT, posting.written)])

    def _enriched(self, posting: DeduplicatedPosting) -> "Enriched":
        event = written(enrich(posting, self._resources, self._enrichers))
        return Enriched(posting.posting_id, posting.source, posting.version, posting.revised_at, posting.fetched_at, event)

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


def _written(value: bytes | None) -> int:
    """Return the version that `jobs.posting.current` holds; -1 where there is none, or one in another format."""
    return int.from_bytes(value[1:], "big") if value and value[:1] == FORMAT else -1
