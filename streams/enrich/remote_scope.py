"""From where remote work may be done: countries, parts of the world, time zones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.derived import Derived, Origin, RemoteScope, WorkMode
from schemas.posting import Posting
from streams.enrich import location
from streams.enrich.base import Enricher, Fields
from streams.enrich.places.areas import Area, scopes_in
from streams.enrich.resources import Resources
from streams.enrich.sentences import ScopeCue
from streams.enrich.stated import heading_of
from streams.enrich.text import Hit
from streams.enrich.time_zones import zones_in
from streams.enrich.words import ModeWord

_REMOTE = ("remote", "wfh", "telecommut", "from home", "anywhere", "distributed team")
# Also of other languages, but for headings: those are of boards in English.
_REMOTE_ABROAD = (
    "remot", *_REMOTE[1:], "télétravail", "teletraba", "homeoffice", "thuiswerk", "distans", "zdaln", "hjemme", "fjernarbe",
)  # fmt: skip
_IS_REMOTE = ModeWord(WorkMode.REMOTE)
_NOT_REMOTE = ("no remote", "not remote")
_WORKS = re.compile(r"(?<![a-z])(?:remote|work(?:ing)? (?:from|anywhere)|live|living|based|located|reside)", re.IGNORECASE)
_TOUCH = 5
_LONGEST_PLACES = 1_000
# A sentence about where one may be is read so far around the words that show it.
_BEFORE, _BEHIND = 90, 130
_MOST_CUES = 20
_SENTENCE = re.compile(r"[\n;•]|[.!?]\s(?=[A-Z\"(])")
_CONFIDENCE = {Origin.FIELD: 0.95, Origin.TITLE: 0.9, Origin.TEXT: 0.8}
_TOLD_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class _Said:
    areas: tuple[Area, ...]
    zones: tuple[float, float] | None
    raw: str
    origin: Origin
    confidence: float


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return what field, places, title, heading or text bind remote work to; null where they name nothing, or no remote work."""
    hits = resources.named(posting.description)
    passages = [
        (text, origin)
        for text, origin in _passages(posting)
        if text and _is_remote(resources.fold(text), _REMOTE if origin is Origin.TEXT else _REMOTE_ABROAD)
    ]
    is_remote = bool(passages) or any(hit.payload == _IS_REMOTE for hit in hits.of_kind(ModeWord))
    cues = hits.of_kind(ScopeCue)[:_MOST_CUES]
    if not is_remote and not cues:
        return {"remote_scope": None}
    said = [*_headed(passages, posting, resources), *_told(cues, posting.description, resources, is_remote=is_remote)]
    return {"remote_scope": _joined(said)}


def _passages(posting: Posting) -> Iterator[tuple[str, Origin]]:
    yield posting.stated_work_mode or "", Origin.FIELD
    yield " | ".join([place.raw for place in posting.locations])[:_LONGEST_PLACES], Origin.FIELD
    yield posting.title[:_LONGEST_PLACES], Origin.TITLE
    yield heading_of(posting.description), Origin.TEXT


def _is_remote(folded: str, words: Sequence[str] = _REMOTE) -> bool:
    for word in words:
        if word in folded:
            return not any(words in folded for words in _NOT_REMOTE)
    return False


def _headed(passages: Iterable[tuple[str, Origin]], posting: Posting, resources: Resources) -> Iterator[_Said]:
    for text, origin in passages:
        scopes = list(scopes_in(text, resources.fold(text), resources.areas))
        bound = [scope for scope in scopes if scope.bound] or [
            scope for scope in scopes if scope.alone and _stand_alone(scope.areas, posting, resources)
        ]
        zones = zones_in(text)
        if bound:
            areas = tuple(dict.fromkeys(area for scope in bound for area in scope.areas))
            yield _Said(areas, None, text[bound[0].start : bound[-1].end], origin, _CONFIDENCE[origin])
        if zones:
            yield _Said((), (zones.earliest, zones.latest), text[zones.start : zones.end], origin, _CONFIDENCE[origin])


def _stand_alone(areas: Sequence[Area], posting: Posting, resources: Resources) -> bool:
    """Whether areas that stand apart from `remote` are its scope: one country may be that of the office."""
    if all(area.region for area in areas):
        return True
    return len(areas) > 1 and not any(place.city for place in location.enrich(posting, resources)["locations"])


def _told(cues: Iterable[Hit[Any]], text: str, resources: Resources, *, is_remote: bool) -> Iterator[_Said]:
    for cue in cues:
        sentence, start = _around(text, cue)
        folded = resources.fold(sentence)
        abroad = cue.payload is ScopeCue.ABROAD
        if (abroad and not _is_remote(folded, _REMOTE_ABROAD)) or not (
            abroad or is_remote or (_REMOTE[0] in folded and _is_remote(folded))
        ):
            continue
        if cue.payload is ScopeCue.ZONE:
            zones = zones_in(sentence)
            if zones:
                raw = sentence[zones.start : zones.end]
                yield _Said((), (zones.earliest, zones.latest), raw, Origin.TEXT, _TOLD_CONFIDENCE)
            continue
        for scope in scopes_in(sentence, folded, resources.areas):
            touches = scope.start <= cue.end - start + _TOUCH and scope.end >= cue.start - start - _TOUCH
            # people work anywhere in the world, and so do payments
            if touches and (_WORKS.search(sentence) or not any(area.region == "Worldwide" for area in scope.areas)):
                yield _Said(scope.areas, None, sentence[scope.start : scope.end], Origin.TEXT, _TOLD_CONFIDENCE)


def _around(text: str, hit: Hit[Any]) -> tuple[str, int]:
    """Return the sentence in which `hit` stands, cut to what is near, and where that begins."""
    start, end = max(0, hit.start - _BEFORE), hit.end + _BEHIND
    breaks = [found.end() for found in _SENTENCE.finditer(text, start, hit.start)]
    start = breaks[-1] if breaks else start
    close = _SENTENCE.search(text, hit.end, end)
    return text[start : close.start() if close else end], start


def _joined(said: list[_Said]) -> Derived[RemoteScope] | None:
    """Return the first areas and the first time zones that are said."""
    areas = next((each for each in said if each.areas), None)
    zones = next((each for each in said if each.zones), None)
    told = [each for each in (areas, zones) if each]
    if not told:
        return None
    earliest, latest = zones.zones if zones and zones.zones else (None, None)
    value = RemoteScope(
        countries=sorted({area.country for area in areas.areas if area.country}) if areas else [],
        regions=sorted({area.region for area in areas.areas if area.region}) if areas else [],
        earliest_utc_offset=earliest,
        latest_utc_offset=latest,
    )
    raw = " … ".join(dict.fromkeys(each.raw for each in told))
    return Derived(value=value, raw=raw, origin=told[0].origin, confidence=min(each.confidence for each in told))


ENRICHER = Enricher("remote_scope", "4", ("remote_scope",), enrich)
