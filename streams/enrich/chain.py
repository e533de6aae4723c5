"""The enrichers, and a posting's way through them."""

from collections.abc import Sequence

from schemas.posting import DeduplicatedPosting, EnrichedPosting
from streams.enrich import (
    benefits,
    clearance,
    contacts,
    education,
    employer,
    employment_type,
    equity,
    experience,
    freshness,
    language,
    location,
    occupation,
    quality,
    remote_scope,
    salary,
    seniority,
    skills,
    visa,
    work_mode,
)
from streams.enrich.base import Enricher
from streams.enrich.resources import Resources

ENRICHERS: tuple[Enricher, ...] = (
    location.ENRICHER,
    employer.ENRICHER,
    salary.ENRICHER,
    equity.ENRICHER,
    freshness.ENRICHER,
    work_mode.ENRICHER,
    remote_scope.ENRICHER,
    employment_type.ENRICHER,
    seniority.ENRICHER,
    education.ENRICHER,
    experience.ENRICHER,
    benefits.ENRICHER,
    visa.ENRICHER,
    clearance.ENRICHER,
    contacts.ENRICHER,
    quality.ENRICHER,
    language.ENRICHER,
    skills.ENRICHER,
    occupation.ENRICHER,
)
VERSIONS = {enricher.name: enricher.version for enricher in ENRICHERS}


class EnricherFailed(Exception):  # noqa: N818 - it names who failed
    """An enricher raised; the message names it with its version, and what it raised."""


_EMPTY = EnrichedPosting.model_construct(set(EnrichedPosting.model_fields))  # type: ignore[call-arg]


def enrich(posting: DeduplicatedPosting, resources: Resources, enrichers: Sequence[Enricher] = ENRICHERS) -> EnrichedPosting:
    """Return `posting` with everything that the enrichers derive from it; each reads the posting as it came."""
    (found,) = enrich_all([posting], resources, enrichers)
    if isinstance(found, Exception):
        raise found
    return found


def enrich_all(
    postings: Sequence[DeduplicatedPosting], resources: Resources, enrichers: Sequence[Enricher] = ENRICHERS
) -> list[EnrichedPosting | Exception]:
    """Return what `enrich` does for each posting, or the EnricherFailed that it raises.

    An enricher reads all of them before the next one does: it takes two thirds of the time while the processor's caches hold
    its code and its tables.
    """
    versions = {enricher.name: enricher.version for enricher in enrichers}
    # every value was validated when it was decoded or derived, and a copy costs 2 us where model_construct takes 40
    found = [_EMPTY.model_copy() for _ in postings]
    fields = [vars(event) for event in found]
    for posting, known in zip(postings, fields, strict=True):
        known.update(vars(posting), enriched_by=versions.copy())
    for posting in postings:
        # the tables of phrases fill the processor's caches: all texts are looked through in one go
        resources.named(posting.title)
        resources.named(posting.description)
    failed: dict[int, Exception] = {}
    for enricher in enrichers:
        for at, posting in enumerate(postings):
            if at not in failed:
                try:
                    fields[at].update(enricher.enrich(posting, resources))
                except Exception as error:  # noqa: BLE001 - whoever has the posting's turn raises it
                    failed[at] = _named(enricher, error)
    resources.forget()
    return [failed.get(at, event) for at, event in enumerate(found)]


def _named(enricher: Enricher, error: Exception) -> EnricherFailed:
    named = EnricherFailed(f"{enricher.name} {enricher.version}: {type(error).__name__}: {error}")
    named.__cause__ = error
    return named
