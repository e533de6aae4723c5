"""The degree or schooling that is enough."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from schemas.derived import Education, Origin
from schemas.posting import Posting
from streams.enrich.asked import is_preferred
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.stated import derived_of
from streams.enrich.text import Hit

_ORDER = {level: at for at, level in enumerate(Education)}
_ASKED, _PREFERRED = 0.8, 0.5
# A text that names more is a list of courses; the first ones tell what is asked for.
_MOST = 30
_NEAR = 12
# Before a bare "degree"; "high degree" and "the degree to which" are none.
_SUBJECT = re.compile(
    r"(?:science|engineering|cs|it|law|business|finance|accounting|economics|marketing|nursing|stem|related|relevant|technical"
    r"|university|college|academic|undergraduate|any|higher education|field)s?\W{1,2}$",
    re.IGNORECASE,
)
_BARE = ("degree", "Degree", "DEGREE")
# glued to the word before, where a text has lost its line ends
_NAMED = re.compile("associate|master|doctor", re.IGNORECASE)


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return the lowest level that the text asks for, else the lowest one that it prefers; null where it names none."""
    text = posting.description
    hits = list(_apart(resources.named(text).of_kind(Education)[:_MOST], text))
    if not hits:
        return {"education": None}
    ends = {hit.start: following.start for hit, following in pairwise(hits)}
    hits.sort(key=lambda hit: _ORDER[hit.payload])
    asked = next((hit for hit in hits if not is_preferred(text, hit.start, hit.end, ends.get(hit.start))), None)
    best, confidence = (asked, _ASKED) if asked else (hits[0], _PREFERRED)
    return {"education": derived_of(best, text, Origin.TEXT, confidence)}


def _apart(hits: Iterable[Hit[Education]], text: str) -> Iterator[Hit[Education]]:
    """Leave out the `degree in` of a `Master's degree in`, and a `degree` of nothing."""
    end = -_NEAR
    for hit in hits:
        bare = text.startswith(_BARE, hit.start)
        if hit.start >= end + _NEAR * bare and (not bare or _is_schooling(text, hit)):
            yield hit
            end = hit.end


def _is_schooling(text: str, hit: Hit[Education]) -> bool:
    before = text[max(0, hit.start - 2 * _NEAR) : hit.start]
    alone = hit.end - hit.start == len(_BARE[0])
    return not _NAMED.search(before[-_NEAR:]) and (not alone or _SUBJECT.search(before) is not None)


ENRICHER = Enricher("education", "2", ("education",), enrich)
