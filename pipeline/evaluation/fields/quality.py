"""Truths about `quality`: scams among ads of EMSCAD."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Marks, Truth
from pipeline.evaluation.emscad import MIXED, SCAMS, emscad, grouped
from schemas.posting import DeduplicatedPosting
from streams.enrich import quality
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

_EVEN = 0.5
_LONG = 10_000


def _both(data: Path) -> Iterator[Case]:
    return iter(grouped([case for name in (MIXED, SCAMS) for case in emscad(data, name)]))


def _mixed(data: Path) -> Iterator[Case]:
    return iter(grouped(list(emscad(data, MIXED))))


def answer(fields: Fields) -> float:
    """Return how much of a scam it is; 0 where nothing is said."""
    found = fields["quality"]
    return found.scam if found else 0.0


def mark(truth: bool, said: float) -> Marks:  # noqa: FBT001 - the truth of an ad
    """Count a score above one half as a yes."""
    right = int(truth == (said > _EVEN))
    return Marks(1, right, 1, right)


def plain(posting: DeduplicatedPosting, _: Resources) -> float:
    """Return how short the text is."""
    return 1 - min(len(posting.description), _LONG) / _LONG


FIELD = Field(
    name="quality: scam",
    of="quality",
    enricher=quality.ENRICHER,
    answer=answer,
    mark=mark,
    truths=(
        Truth(
            "emscad_a and c",
            "scams of both subsets against the true ads of a; ads that are alike are one, and in one half",
            _both,
        ),
        Truth("emscad_a", "the few scams of one file against its true ads: what is not between two files", _mixed),
    ),
    plain=plain,
    plain_is="the shorter, the likelier",
    score="AUC",
)
