"""Work for a time: phrases that limit it, labels with how long it lasts, and shares of a whole post.

`Duration: 6 months` has no word for a kind. Who advertises so looks for somebody for that time: agencies say it of contracts, and
universities, in years, of posts that are temporary.
"""

import re
from collections.abc import Iterator, Mapping

from schemas.derived import EmploymentType
from streams.enrich.text import places_of
from streams.enrich.words import KindWord, joined

_NUMBERS = (
    *map(str, range(1, 11)), "one", "two", "three", "four", "five", "six", "12", "18", "24", "36",
)  # fmt: skip
_SPANS = ("month", "months", "year", "years", "week", "weeks")
_TEMPORARY = (
    *joined(_SPANS, ("term position", "term appointment", "term contract", "fixed term", "ftc", "term appointments")),
    *joined(("month", "months"), ("term with", "term position", "temporary")),
    *joined(("limited to", "time limited to", "for a fixed term of", "fixed term of"), _NUMBERS, ("years", "months", "year")),
    *joined(("position is for", "appointment is for"), _NUMBERS, ("month", "months", "year", "years")),
    *joined(("type:", "status:"), ("temporary", "seasonal", "fixed term", "temp to hire")), "seasonal work",
    *joined(("maternity", "maternity leave", "parental leave", "paternity leave"), ("cover", "replacement", "contract")),
    *joined(("one", "two", "three", "1", "2", "3"), ("year",), ("position", "role", "appointment", "assignment")),
    *joined(("time limited", "term limited", "limited term"), ("position", "role", "contract", "employment", "appointment")),
    "die stelle ist befristet", "stelle ist vorerst befristet", "jahre befristet", "anställningsform: visstid",
    "allmän visstid", "särskild visstidsanställning", "tidsbegränsad", "föräldravikariat", "sommarjobb",
    *joined(("looking for a", "this", "great", "is a"), ("summer job",)),
)  # fmt: skip
_CONTRACT = (
    *joined(("month", "months", "month+", "months+", "mos", "week", "weeks"), ("assignment", "assignment with", "engagement")),
    "month's contract", "months' contract",
    *joined(("1", "2", "one", "two", "1+"), ("year", "year+", "years", "yr"), ("contract",)),
    *joined(("contractual", "contract"), ("based role", "based position")),
    *joined(("contractual",), ("basis", "position", "role", "assignment")), "on contractual agreement",
    *joined(("looking for", "seeking", "need", "hiring"), ("a", "an experienced", ""), ("freelancer", "freelancers")),
    *joined(("as a", "to", "dedicated to"), ("self employed",), ("contractor", "specialists", "specialist", "it specialist")),
    *joined(("hr", "hour"), ("c2c", "on c2c")), *joined(("c2c", "w2", "1099"), ("or",), ("c2c", "w2", "1099")),
    *joined(("assignment", "engagement", "contract"), ("length:", "period:")), "length of assignment:", "length of contract:",
    *joined(("contract is for", "role is for", "assignment is for"), _NUMBERS, ("month", "months", "year")), "hourly contract",
    *joined(("length:",), (*_NUMBERS, *(f"{number}+" for number in _NUMBERS)), ("month", "months")),
    "self employed basis", "type: c2h", "type: cth", "contract/c2c", "independent contractor (1099)",
    "hiring a freelance", "freelance / part time", "w2 candidates", "w2 role", "w2 position", "w2 employees only",
    "be an independent contractor", "type: 1099", "type: c2c", "type: corp to corp", "c2c only", "on c2c", "c2c / w2", "w2 / c2c",
    "employment: b2b", "cooperation: b2b", "contract: b2b", "b2b contract", "b2b cooperation", "b2b agreement", "umowa b2b",
    "kontrakt b2b", "interested in b2b", "model b2b", "b2b basis", "own business - b2b", "own business (b2b)",
)  # fmt: skip
# `1.0 FTE` is a whole post; a number before that says how many.
_WHOLE = ("1.0 fte", "1.00 fte", "fte: 1.0", "fte: 1.00", "fte 1.0", "fte - 1.0", "100% fte", "fte: 100%", "equivalent: 1.0")
_PARTS = tuple(f"0.{part}" for part in (*range(1, 10), *range(20, 100, 10), 25, 75))
_SHARES: Mapping[EmploymentType, tuple[str, ...]] = {
    EmploymentType.FULL_TIME: _WHOLE,
    EmploymentType.PART_TIME: (
        *joined(_PARTS, ("fte",), ("", "position", "role")),
        *joined(("fte:", "fte"), _PARTS),
    ),
}
_LABEL = "duration"
# What else lasts so long.
_OTHERS = re.compile(
    r"(?:intern(?:ship)?|program(?:me)?|probation(?:ary)?|trial|notice|application|training|course|average|warranty|vesting"
    r"|experience|event|study|studies|visit|residency|fellowship|rotation|lease|waiting|review|onboarding|cooling|menstrual"
    r"|track|grace|full|call|video|shift|session|(?:average|typical)(?: \w{1,12})?)[ \t:’'s-]{0,3}$",
    re.IGNORECASE,
)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[.]?"
_DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}})?)"
# How long in numbers, or from which day to which; `long-term` is no limit.
_SPAN = re.compile(
    r"(?: of (?:the )?(?:assignment|contract|engagement|employment|project))?[ \t]{0,3}(?:[:–-]|is)[ \t~]{0,3}\n?[ \t]{0,2}"
    r"(?:(?:initial(?:ly)?|approx(?:imately|\.)?|about|up to|minimum|least) )?"
    r"(?P<span>\d{1,2}\+? ?(?:(?:-|–|to) ?\d{1,2}\+? ?)?[ -]?(?P<unit>months?|mos?\b|weeks?|wks?\b|years?|yrs?\b)"
    rf"|{_DATE} ?(?:-|–|to|until) ?{_DATE})",
    re.IGNORECASE,
)
# Only what ends may be extended.
_EXTENSION = "extension"
_MAY_BE = re.compile(
    r"\b(?:possib\w{2,6}|potential|chances?|likely|probable|option)(?: of| for)?(?: an?| contract)?\s$", re.IGNORECASE
)
_BEFORE = 26


def term_words() -> Iterator[tuple[str, KindWord]]:
    """Yield phrases that limit the time of the work, or say which share of a whole post it is."""
    of_kinds = {EmploymentType.TEMPORARY: _TEMPORARY, EmploymentType.CONTRACT: _CONTRACT}
    for kind, phrases in (*of_kinds.items(), *_SHARES.items()):
        yield from ((phrase, KindWord(kind)) for phrase in phrases)


def limited_time(text: str, folded: str) -> tuple[EmploymentType, str] | None:
    """Return the kind of work that a label says to last so long, or that may be extended, and the words; None where none is."""
    for at in places_of(folded, _LABEL):
        found = _SPAN.match(text, at + len(_LABEL))
        if found and not _OTHERS.search(text, max(0, at - _BEFORE), at):
            by_years = (found["unit"] or "").lower().startswith("y")
            return EmploymentType.TEMPORARY if by_years else EmploymentType.CONTRACT, found["span"]
    extended = (_MAY_BE.search(text, max(0, at - _BEFORE), at) for at in places_of(folded, _EXTENSION))
    found = next(filter(None, extended), None)
    return (EmploymentType.CONTRACT, text[found.start() : found.end() + len(_EXTENSION)]) if found else None
