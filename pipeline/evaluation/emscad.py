"""EMSCAD's ads: which are scams, and which of them are one ad in several wordings."""

import html
import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.evaluation.base import Case
from pipeline.evaluation.sets import Row
from schemas.posting import DeduplicatedPosting
from streams.enrich.contract import posting_of

_PARTS = ("company_profile", "description", "requirements", "benefits")
# The set has masks where addresses, numbers and links stood.
_MASKS = (
    (re.compile(r"#EMAIL_[0-9a-f]+#"), "jobs@example.com"),
    (re.compile(r"#PHONE_[0-9a-f]+#"), "555-010-0199"),
    (re.compile(r"#URL_[0-9a-f]+#"), "https://example.com"),
)
_SPACES = re.compile(r"[ \xa0]+")
_WORD = re.compile(r"[a-z0-9]+")
_SHINGLE, _ALIKE, _LEAST_PROFILE, _COMMON = 4, 0.4, 40, 60


def written_out(row: Row, id_: str) -> DeduplicatedPosting:
    """Return an ad with something written where the set has masks."""
    return posting_of(id_, title=html.unescape(row["title"]).strip(), description=_text(row))


def _text(row: Row) -> str:
    text = html.unescape("\n".join(part for name in _PARTS if (part := (row[name] or "").strip())))
    for mask, written in _MASKS:
        text = mask.sub(written, text)
    return _SPACES.sub(" ", text)


def grouped(cases: Sequence[Case]) -> list[Case]:
    """Return the cases, each with the id of its group: ads that share 4 of 10 word shingles, or their opening words.

    A repeated or rewritten ad, and one employer's ads, are thereby in one half.
    """
    groups = list(range(len(cases)))
    shingles = [_shingles(case.posting.description) for case in cases]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    opening: dict[str, int] = {}
    for at, case in enumerate(cases):
        start = "".join(_WORD.findall(case.posting.description[:200].lower()))
        if len(start) > _LEAST_PROFILE:
            _join(groups, at, opening.setdefault(start, at))
        shared: defaultdict[int, int] = defaultdict(int)
        for shingle in shingles[at]:
            for other in holders[shingle][:_COMMON]:
                shared[other] += 1
            holders[shingle].append(at)
        for other, count in shared.items():
            if count > _ALIKE * min(len(shingles[at]), len(shingles[other])):
                _join(groups, at, other)
    return [Case(cases[_root(groups, at)].id, case.posting, case.truth) for at, case in enumerate(cases)]


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return {tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}


def _root(groups: list[int], at: int) -> int:
    while groups[at] != at:
        at = groups[at]
    return at


def _join(groups: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(groups, one), _root(groups, other)))
    groups[high] = low
