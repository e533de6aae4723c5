"""What every enricher promises: the contract tests ask it of ours, `./jobstream enrichers --check` of plug-ins as well."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from schemas.posting import DeduplicatedPosting, EnrichedPosting, Location
from streams.enrich.base import Enricher
from streams.enrich.resources import Resources

# Rates of exchange and relative dates count from here.
DAY = datetime(2026, 11, 1, tzinfo=UTC)
_TITLE = "Senior Nurse, Berlin"
_TEXT = "Acme | Berlin, Germany | Remote | $90k-$100k\nPython, three years of experience. A bachelor's degree. 401(k)."


def posting_of(id_: str, *, title: str = "", description: str = "", **stated: Any) -> DeduplicatedPosting:
    """Return a posting that says no more than this."""
    said = {
        "posting_id": id_, "source": "evaluation", "board": "evaluation", "source_id": id_, "revision": 1, "revised_at": DAY,
        "processed_at": DAY, "first_fetched_at": DAY, "fetched_at": DAY, "content_hash": "", "normalizer": "evaluation",
        "employer_key": "evaluation", "cluster_id": id_, "is_canonical": True, "match": {}, "title": title,
        "description": description,
    }  # fmt: skip
    return DeduplicatedPosting.model_validate(said | stated)


def broken_promises(enricher: Enricher, resources: Resources) -> Iterator[str]:
    """Yield a sentence for each promise that `enricher` breaks."""
    try:
        yield from _broken_by(enricher, resources)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is what was promised not to be
        yield f"it fails for no posting; here with {type(error).__name__}: {error}"


def _broken_by(enricher: Enricher, resources: Resources) -> Iterator[str]:
    if not enricher.version or not enricher.fields or not set(enricher.fields) <= set(EnrichedPosting.model_fields):
        yield "it has a version, and writes fields of EnrichedPosting"
        return
    nothing = posting_of("nothing")
    telling = posting_of("telling", title=_TITLE, description=_TEXT, locations=[Location(raw="Berlin, Germany")])
    before, answer = telling.model_copy(deep=True), enricher.enrich(telling, resources)
    if set(answer) != set(enricher.fields):
        yield "it writes its fields and no other, each of them every time"
        return
    if any(enricher.enrich(nothing, resources).values()):
        yield "from a posting that says nothing it derives nothing: nulls and empty lists"
    if enricher.enrich(telling, resources) != answer:
        yield "it gives the same answer twice"
    if telling != before:
        yield "it leaves the posting alone"
    if not _is_valid(telling.model_copy(update=dict(answer))):
        yield "its values are of the types that the event declares"


def _is_valid(posting: DeduplicatedPosting) -> bool:
    try:
        EnrichedPosting.model_validate(dict(vars(posting)))
    except ValidationError:
        return False
    return True
