"""Truth about `equity`: the shares of a company that were read in texts, least and most percent."""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one
from pipeline.evaluation.read import read_cases, untitled
from schemas.derived import Equity
from schemas.posting import DeduplicatedPosting
from streams.enrich import equity
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

Share = tuple[float | None, float | None]
_PLAIN = re.compile(r"(?P<low>\d*\.?\d+)\s?%?(?:\s?(?:-|–|to)\s?(?P<high>\d*\.?\d+))?\s?%")


def _read(data: Path, *, told: bool) -> Iterator[Case]:
    def form(said: list[list[float | None]]) -> frozenset[Share] | None:
        return frozenset((low, high) for low, high in said) if bool(said) == told else None

    return read_cases(data, name="equity", form=form, shown=untitled)


def answer(fields: Fields) -> Share | None:
    """Return the ends of the share that was derived."""
    found: Equity | None = fields["equity"]
    return (found.minimum, found.maximum) if found else None


def plain(posting: DeduplicatedPosting, _: Resources) -> Share | None:
    """Return the first percentages, where the text has the word equity."""
    found = _PLAIN.search(posting.description) if "equity" in posting.description.lower() else None
    return (float(found["low"]), float(found["high"] or found["low"])) if found else None


FIELD = Field(
    name="equity",
    of="equity",
    enricher=equity.ENRICHER,
    answer=answer,
    mark=mark_one,
    truths=(
        Truth("read in texts, equity", "shares that a language model read in texts of Hacker News; of several any is right",
              lambda data: _read(data, told=True)),
        Truth("read in texts, none", "texts that have a percentage near such a word, and no share: whatever is said is false",
              lambda data: _read(data, told=False)),
    ),
    plain=plain,
    plain_is="the first percentages, where the text has the word equity",
)  # fmt: skip
