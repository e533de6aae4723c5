"""Two posts with a heading side by side: who is wanted, and when; for such a post often lists several jobs, and comes back."""

from collections.abc import Mapping, Sequence
from math import log, sqrt
from operator import itemgetter, mul

from streams.dedupe.codes import Codes, weight, weight_in_both
from streams.dedupe.content import Content
from streams.dedupe.kinds import KINDS_OF_BEGINNING, NAMES_A_JOB, SPECIAL

# From this share of the role's words on two texts are one template.
TEMPLATE = 0.8
# Where a post names no worker, or no kind of work, neither the same nor another one.
_NO_WORKERS = 0.6
_NO_KINDS = 0.7
# Posts of one thread are no further apart: who posts twice in one has another opening, or says the same again. Days.
_TOGETHER, _MONTH = 20, 30
_special = itemgetter(*SPECIAL)


def post_parts(one: Content, other: Content, parts: Mapping[str, float]) -> dict[str, float]:
    """Return the parts of a comparison that are those of two posts with a heading; `parts` are the others."""
    only_mine, only_theirs = one.text.listed & ~other.text.listed, other.text.listed & ~one.text.listed
    workers = weight_in_both(one.text.workers, other.text.workers)
    fewest = min(weight(found.text.workers) for found in (one, other))
    mine, theirs = _kinds_of_title(one), _kinds_of_title(other)
    retitled = mine is not None and theirs is not None and not mine & theirs and parts["title_contradicts"]
    return {
        "kinds_alike": _cosine(_special(one.text.kinds), _special(other.text.kinds)),
        "listed_apart": log(1 + min(only_mine.bit_count(), only_theirs.bit_count())),
        "workers_contained": workers / fewest if fewest else _NO_WORKERS,
        "roles_disjoint": float(_disjoint(one.text.roles, other.text.roles)),
        "level_in_one": float(bool(one.text.levels) != bool(other.text.levels)),
        "text_retitled": parts["role_text"] if retitled else 0.0,
        "text_reranked": parts["role_text"] * parts["rank_differs"],
        **_times(one, other, parts),
    }


def _times(one: Content, other: Content, parts: Mapping[str, float]) -> dict[str, float]:
    """Return how far apart two posts are in time; nothing where one of them has no date."""
    known = one.posted_day and other.posted_day
    days = abs(one.posted_day - other.posted_day) if known else 0
    together = known and days <= _TOGETHER and parts["role_text"] < TEMPLATE
    return {"months_apart": log(1 + days / _MONTH), "posted_together": float(bool(together))}


def _kinds_of_title(content: Content) -> int | None:
    """Return a bit for each special kind of work that a title names; None where it names no job."""
    found, named = 0, False
    for code in content.title:
        if code >> 8 in NAMES_A_JOB:
            named = True
            found |= KINDS_OF_BEGINNING.get(code >> 8, 0)
    return found if named else None


def _disjoint(one: Codes, other: Codes) -> bool:
    """Return whether both have some, and none in common."""
    return bool(one) and bool(other) and set(one).isdisjoint(other)


def _cosine(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the cosine of the roots of two rows of counts; where one has none, neither the same nor others."""
    size = sum(one) * sum(other)
    if not size:
        return _NO_KINDS
    return sum(map(sqrt, map(mul, one, other))) / sqrt(size)
