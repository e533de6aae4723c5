"""Truth about `equity`: the shares of a company that were read in texts, least and most percent."""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Marks, Truth
from pipeline.evaluation.read_money import readings
from schemas.derived import Equity
from schemas.posting import DeduplicatedPosting
from streams.enrich import equity
from streams.enrich.base import Fields
from streams.enrich.resources import Resources

Share = tuple[float | None, float | None]
_PLAIN = re.compile(r"(?P<low>\d*\.?\d+)\s?%?(?:\s?(?:-|–|to)\s?(?P<high>\d*\.?\d+))?\s?%")


def _read(data: Path, *, told: bool) -> Iterator[Case]:
    for reading in readings(data, "read_equity"):
        if bool(reading.said) == told:
            yield Case(reading.posting.posting_id, reading.posting, reading.said)


def answer(fields: Fields) -> Share | None:
    """Return the ends of the share that was derived."""
    found: Equity | None = fields["equity"]
    return (found.minimum, found.maximum) if found else None


def mark(truth: tuple[Share, ...], said: Share | None) -> Marks:
    """Compare both ends with any of the truths; an open end must be open."""
    right = int(said in truth)
    return Marks(int(bool(truth)), right, int(said is not None), right)


def plain(posting: DeduplicatedPosting, _: Resources) -> Share | None:
    """Return the first percentages, where the text has the word equity."""
    found = _PLAIN.search(posting.description) if "equity" in posting.description.lower() else None
    return (float(found["low"]), float(found["high"] or found["low"])) if found else None


FIELD = Field(
    name="equity",
    of="equity",
    enricher=equity.ENRICHER,
    answer=answer,
    mark=mark,
    truths=(
        Truth("read in texts, equity", "shares that a language model read in texts of Hacker News; of several any is right",
              lambda data: _read(data, told=True)),
        Truth("read in texts, none", "texts that have a percentage near such a word, and no share: whatever is said is false",
              lambda data: _read(data, told=False)),
    ),
    plain=plain,
    plain_is="the first percentages, where the text has the word equity",
)  # fmt: skip
