"""Truths about `quality`: scams among ads of EMSCAD."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Marks, Truth
from pipeline.evaluation.emscad import grouped, written_out
from pipeline.evaluation.postings import postings
from schemas.posting import DeduplicatedPosting
from streams.enrich import quality
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

BOTH = ("emscad_a", "emscad_c")
_EVEN = 0.5
_LONG = 10_000


def ads(data: Path, *, names: Sequence[str]) -> list[Case]:
    """Return the ads of subsets, those that are alike under one id; the truth is whether it is a scam."""
    found = (each for name in names for each in postings(data, name))
    return grouped([Case(ad.posting_id, written_out(row, ad.posting_id), row["fraudulent"] == "1") for row, ad in found])


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
            partial(ads, names=BOTH),
        ),
        Truth(
            "emscad_a",
            "the few scams of one file against its true ads: what is not between two files",
            partial(ads, names=("emscad_a",)),
        ),
    ),
    plain=plain,
    plain_is="the shorter, the likelier",
    score="AUC",
)
