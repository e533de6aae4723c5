"""What every enricher promises: the contract tests ask it of ours, `./jobstream enrichers --check` of plug-ins as well."""

from collections.abc import Iterator
from datetime import UTC, datetime

from pydantic import ValidationError

from schemas.posting import DeduplicatedPosting, EnrichedPosting, Location
from streams.enrich.base import Enricher
from streams.enrich.resources import Resources

_DAY = datetime(2026, 11, 1, tzinfo=UTC)
_TITLE = "Senior Nurse, Berlin"
_TEXT = "Acme | Berlin, Germany | Remote | $90k-$100k\nPython, three years of experience. A bachelor's degree. 401(k)."


def broken_promises(enricher: Enricher, resources: Resources) -> Iterator[str]:
    """Yield a sentence for each promise that `enricher` breaks."""
    if not enricher.version or not enricher.fields or not set(enricher.fields) <= set(EnrichedPosting.model_fields):
        yield "it has a version, and writes fields of EnrichedPosting"
        return
    nothing, telling = _posting("", "", ()), _posting(_TITLE, _TEXT, ("Berlin, Germany",))
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


def _posting(title: str, text: str, places: tuple[str, ...]) -> DeduplicatedPosting:
    said = {
        "posting_id": "contract:a:1", "source": "contract", "board": "a", "source_id": "1", "revision": 1, "revised_at": _DAY,
        "processed_at": _DAY, "first_fetched_at": _DAY, "fetched_at": _DAY, "content_hash": "", "normalizer": "contract/1",
        "employer_key": "posting:contract:a:1", "cluster_id": "contract:a:1", "is_canonical": True, "match": {}, "title": title,
        "description": text, "locations": [Location(raw=place) for place in places],
    }  # fmt: skip
    return DeduplicatedPosting.model_validate(said)


def _is_valid(posting: DeduplicatedPosting) -> bool:
    try:
        EnrichedPosting.model_validate(dict(vars(posting)))
    except ValidationError:
        return False
    return True
