"""Marks for a time of the week in titles and headings, `Acme | Oslo | FT`, and Amharic words, which folding drops."""

import re

from schemas.derived import EmploymentType

# `Ft. Worth` and `7,500 sq ft` are none, and of `Porto, PT` the second is a country.
_FULL = re.compile(
    r"(?:^|[|•(,/–-] ?)(?P<mark>FTE?)(?= ?(?:$|[|•),/–-])| (?:on-?site|remote|only|in)\b"
    r"| (?:[a-z-]{2,20} )?(?:engineer|developer|designer|nurse|analyst|role)s?\b)(?! ?[/,|] ?(?:PT|P/T|intern|contract))",
    re.IGNORECASE,
)
_CAPITALS = "FT"


def marked(heading: str) -> tuple[EmploymentType, str] | None:
    """Return the time of the week that a mark in `heading` stands for, and the mark; None where there is none or a choice."""
    if _CAPITALS not in heading:
        return None
    found = next((mark for mark in _FULL.finditer(heading) if mark["mark"].isupper()), None)
    return (EmploymentType.FULL_TIME, found["mark"]) if found else None


_AMHARIC = re.compile("ሙሉ ?(?:ሰዓት|ሰአት|ጊዜ|ቀን)")
_AMHARIC_WHOLE, _AMHARIC_PART, _OPENING = "ሙሉ", "ትርፍ ጊዜ", 400


def amharic(text: str) -> tuple[EmploymentType, str] | None:
    """Return the time of the week that Amharic words of `text` name, and the words; None where there are none or a choice."""
    if text[:_OPENING].isascii() or _AMHARIC_WHOLE not in text or _AMHARIC_PART in text:
        return None
    found = _AMHARIC.search(text)
    return (EmploymentType.FULL_TIME, found[0]) if found else None
