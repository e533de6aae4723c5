"""What patterns find in an ad: years asked for, numbers that look like requisitions, links and addresses."""

import re
from collections.abc import Iterable, Iterator

from streams.dedupe.codes import Codes, bits, codes, hash_of

_YEARS = re.compile(r"(\d{1,2})\s*(?:\+|plus)?\s*(?:-|–|to)?\s*\d{0,2}\+?\s*(?:years|yrs)", re.IGNORECASE)
_SAYS_YEARS = re.compile(r"years|yrs", re.IGNORECASE)
# A number of four digits or more, and the capitals that may stand before it.
_NUMBER = re.compile(r"\d{4,}(?!\w)")
_BEFORE_NUMBER = re.compile(r"(?<![A-Za-z\d])[A-Z]{0,4}-?$")
_LONGEST_BEFORE = 6
# A link that leads further than to a front page, and an address to write to.
_DEEP_LINK = re.compile(r"https?://[^\s/]+/\S{6,}", re.IGNORECASE)
_LOCAL_PART, _DOMAIN = re.compile(r"[\w.+-]+$"), re.compile(r"[\w-]+\.[\w.]+")
_LONGEST_LOCAL_PART = 64
_MOST_YEARS = 63


def years(text: str) -> int:
    """Return a bit for each number of years that is asked for."""
    if not _SAYS_YEARS.search(text):
        return 0
    return bits(min(int(years), _MOST_YEARS) for years in _YEARS.findall(text))


def requisitions(*texts: str) -> Codes:
    """Return the hashes of what looks like a requisition."""
    return codes(hash_of(found.encode()) for text in texts for found in _numbered(text))


def _numbered(text: str) -> Iterator[str]:
    for found in _NUMBER.finditer(text):
        before = _BEFORE_NUMBER.search(text[max(0, found.start() - _LONGEST_BEFORE) : found.start()])
        if before:
            yield before[0] + found[0]


def links(text: str, stated: Iterable[str]) -> Codes:
    """Return the hashes of the stated links, of those in the text that lead further than to a front page, and of addresses."""
    found = [*stated, *_addresses(text)]
    if "://" in text:
        found += _DEEP_LINK.findall(text)
    return codes(hash_of(link.lower().rstrip(".,)/").encode()) for link in found)


def _addresses(text: str) -> Iterator[str]:
    at = text.find("@")
    while at >= 0:
        local, domain = _LOCAL_PART.search(text[max(0, at - _LONGEST_LOCAL_PART) : at]), _DOMAIN.match(text, at + 1)
        if local and domain:
            yield f"{local[0]}@{domain[0]}"
        at = text.find("@", at + 1)
