"""Marks for a time of the week in titles and headings: `Acme | Oslo | FT`."""

import re

from schemas.derived import EmploymentType

# `Ft. Worth` and `7,500 sq ft` are none, and of `Porto, PT` the second is a country.
_FULL = re.compile(
    r"(?:^|[|•(,/–-] ?)(?P<mark>FTE?)(?= ?(?:$|[|•),/–-])| (?:on-?site|remote|only|in)\b)(?! ?[/,|] ?(?:PT|P/T|intern|contract))",
    re.IGNORECASE,
)
_CAPITALS = "FT"


def marked(heading: str) -> tuple[EmploymentType, str] | None:
    """Return the time of the week that a mark in `heading` stands for, and the mark; None where there is none or a choice."""
    if _CAPITALS not in heading:
        return None
    found = next((mark for mark in _FULL.finditer(heading) if mark["mark"].isupper()), None)
    return (EmploymentType.FULL_TIME, found["mark"]) if found else None
