"""What patterns find in an ad: years asked for, numbers that look like requisitions, links and addresses."""

import re
from collections.abc import Iterable, Iterator

from streams.dedupe.codes import Codes, bits, codes, hash_of

_SAYS_YEARS = ("years", "yrs", "Years", "Yrs", "YEARS", "YRS")
# What stands before "years": a number, or the lower end of a range.
_BEFORE_YEARS = re.compile(r"(\d{1,2})\s*(?:\+|plus)?\s*(?:-|–|to)?\s*\d{0,2}\+?\s*$", re.IGNORECASE)
_LONGEST_BEFORE_YEARS = 24
# A number of four digits or more, and the capitals that may stand before it.
_NUMBER = re.compile(r"[0-9](?<![0-9]{2})[0-9][0-9][0-9]++(?!\w)")
_BEFORE_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Z]{0,4}-?$")
_LONGEST_BEFORE = 6
# A link that leads further than to a front page, and an address to write to.
_DEEP_LINK = re.compile(r"https?://[^\s/]+/\S{6,}")
_LOCAL_PART, _DOMAIN = re.compile(r"[\w.+-]+$"), re.compile(r"[\w-]+\.[\w.]+")
_LONGEST_LOCAL_PART = 64
_MOST_YEARS = 63


def years(text: str) -> int:
    """Return a bit for each number of years that is asked for."""
    places = (at for word in _SAYS_YEARS for at in _places_of(word, text))
    found = (_BEFORE_YEARS.search(text[max(0, at - _LONGEST_BEFORE_YEARS) : at]) for at in places)
    return bits(min(int(number[1]), _MOST_YEARS) for number in found if number)


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
    for at in _places_of("@", text):
        local, domain = _LOCAL_PART.search(text[max(0, at - _LONGEST_LOCAL_PART) : at]), _DOMAIN.match(text, at + 1)
        if local and domain:
            yield f"{local[0]}@{domain[0]}"


def _places_of(word: str, text: str) -> Iterator[int]:
    """Yield where `word` stands: a search for fixed characters is twenty times as quick as one for a pattern."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
