"""Words of descriptions beside which a costly pattern is worth trying; found in the pass that finds skills and sentences."""

from collections.abc import Iterator
from enum import StrEnum

from streams.enrich.text import fold
from streams.normalize.currencies import words


class Cue(StrEnum):
    """What may stand beside the word."""

    PAY = "pay"
    EQUITY = "equity"


_PAY = (
    "salary", "salaries", "pay", "pay range", "pay rate", "compensation", "wage", "wages", "rate", "ctc", "base", "per annum",
    "per year", "per hour", "hourly", "lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "p a", "gehalt", "vergütung",
    "salaire", "salario", "wynagrodzenie", "lön", "hr",
)  # fmt: skip
_EQUITY = ("equity", "stock", "options", "stock options", "shares")


def cues() -> Iterator[tuple[str, Cue]]:
    """Yield (phrase, what may stand beside it)."""
    # of `US$` folding leaves `us`
    marks = (mark for mark, _ in words() if mark.isalpha() and fold(mark) == mark.lower() and len(mark) > 1)
    yield from ((phrase, Cue.PAY) for phrase in (*_PAY, *marks))
    yield from ((phrase, Cue.EQUITY) for phrase in _EQUITY)
