"""The years of work experience asked for."""

from operator import attrgetter

from schemas.derived import Experience, Origin
from schemas.posting import Posting
from streams.enrich.asked import is_preferred
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.years import Span, Years, read_years

_ASKED, _PREFERRED = 0.8, 0.5
# A text that names more spans of time is a table of something else.
_MOST = 40
_least = attrgetter("low")


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the largest number of years that the text asks for, else that it prefers; null where it names none."""
    text = posting.description
    words = resources.named(text).of_kind(Span)[:_MOST]
    read = [read_years(text, hit.start, hit.end, hit.payload) for hit in words]
    found = [years for years in read if years is not None]
    if not found:
        return {"experience": None}
    found.sort(key=_least, reverse=True)
    asked = next((years for years in found if not is_preferred(text, years.start, years.end)), None)
    return {"experience": _derived(asked, text, _ASKED) if asked else _derived(found[0], text, _PREFERRED)}


def _derived(years: Years, text: str, confidence: float) -> Experience:
    raw = text[years.start : years.end]
    return Experience(minimum=years.low, maximum=years.high, raw=raw, origin=Origin.TEXT, confidence=confidence)


ENRICHER = Enricher("experience", "3", ("experience",), enrich)
