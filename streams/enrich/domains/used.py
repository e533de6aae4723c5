"""Addresses in a text that are the employer's own by what they are for: its mail, its pages about work, its first line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from schemas.derived import Derived, Origin
from streams.enrich.domains.own import HOST, Host, known_domain, letters_of
from streams.enrich.text import places_of
from streams.normalize.shared_names import is_shared
from streams.normalize.text import word_set

_MOST_ADDRESSES = 10
_PATH = re.compile(r"/\S{1,60}")
_FOR_WORK = re.compile(
    r"career|\bjobs?\b|\bjoin|hiring|vacanc|positions|openings|work-?(?:with|for|at)-|opportunit|karriere|lediga|stellen",
    re.IGNORECASE,
)
_WORK_HOST = re.compile(r"(?:careers?|jobs?|hiring|join|work|talent)\.", re.IGNORECASE)
# How "@" is written against robots.
_SIGNS = ("[at]", "(at)", "[AT]", "(AT)", " AT")
_BEFORE_AT = (" jobs", " careers", " hiring", " me")
_AROUND = 60
_DOT = re.compile(r"\s?[\[({<]?\s?\bdot\b\s?[\])}>]?\s?", re.IGNORECASE)
_AT = re.compile(r"\s?[\[({<]?\s?(?:\bat\b|@)\s?[\])}>]?\s?", re.IGNORECASE)
_LONGEST_LINE = 400

_BEGINNING = 100
# So many letters in a text are hardly there by chance.
_TELLING = 6
_WORD = re.compile("[a-z0-9]+")
# Words in names that are in anybody's addresses.
_ANYBODYS = word_set(
    "group technologies technology services service solutions systems software health healthcare company bank global labs media"
    " international institute university college school center state city county national american association careers jobs"
    " consulting financial insurance care capital digital data united hospital medical community energy management design"
    " team developer engineer startup"
)
_INITIALS = 3
_SHORTEST = 4


class Address(NamedTuple):
    """A domain with its words in the text; whether it is of mail or of a page about working there, or in the first line."""

    domain: str
    raw: str
    for_work: bool
    in_heading: bool


def addresses_of(text: str, hosts: Iterable[Host]) -> list[Address]:
    """Return the addresses that may be an employer's own."""
    line = text.find("\n", 0, _LONGEST_LINE)
    heading = line if line >= 0 else _LONGEST_LINE
    return [each for mark, host in hosts for each in _own(mark, host, heading)]


def spelled_addresses(text: str, folded: str) -> list[Address]:
    """Return those of mail that is spelled against robots: "jobs [at] acme.com", "jobs at acme dot com"."""
    domains = ((host, known_domain(host)) for host in _spelled(text, folded))
    return [Address(domain, host, for_work=True, in_heading=False) for host, domain in domains if domain]


def by_use(text: str, addresses: Iterable[Address], name: str | None) -> Derived[str] | None:
    """Return the one domain of the first line, or of mail and pages about working there; with a `name` one akin to it.

    An ad of an agency has its client's address; a post by who hires has none but its own.
    """
    found = [each for each in addresses if name is None or _is_akin(each.domain, name)]
    for chosen in _chosen(text, found, name) if found else ():
        if len({each.domain for each in chosen}) == 1:
            return Derived(value=chosen[0].domain, raw=chosen[0].raw, origin=Origin.TEXT, confidence=0.6)
    return None


def _chosen(text: str, found: Sequence[Address], name: str | None) -> Iterator[Sequence[Address]]:
    yield [each for each in found if each.in_heading]
    yield [each for each in found if each.for_work]
    yield found if name else _named(text, found)


def _named(text: str, found: Sequence[Address]) -> list[Address]:
    """Return the addresses whose label the beginning of the text names: "At Acmeworks we build pumps"."""
    letters = "".join(filter(str.isalnum, text[:_BEGINNING].partition("://")[0].lower()))
    labels = [(each, letters_of(each.domain.partition(".")[0])) for each in found]
    return [each for each, label in labels if len(label) >= _TELLING and label in letters and not is_shared(label)]


def _own(mark: str, host: re.Match[str], heading: int) -> Iterator[Address]:
    domain = known_domain(host[1])
    if domain:
        path = _PATH.match(host.string, host.end()) if mark != "@" else None
        for_work = mark == "@" or bool(path and _FOR_WORK.search(path[0])) or bool(_WORK_HOST.match(host[1]))
        yield Address(domain, host[1], for_work, in_heading=mark != "@" and host.end() <= heading)


def _spelled(text: str, folded: str) -> Iterator[str]:
    for at in islice(places_of(folded, " at "), _MOST_ADDRESSES):
        if text.startswith(_SIGNS, at) or folded.endswith(_BEFORE_AT, max(0, at - _AROUND), at):
            host = HOST.match(text, at + len(" at"))
            if host:
                yield host[1]
    for at in islice(places_of(folded, " dot "), _MOST_ADDRESSES):
        written = _AT.sub("@", _DOT.sub(".", text[max(0, at - _AROUND) : at + _AROUND]))
        hosts = (HOST.match(written, start + 1) for start in places_of(written, "@"))
        yield from (host[1] for host in hosts if host)


@lru_cache(8192)
def _is_akin(domain: str, name: str) -> bool:
    """Whether a domain's label has a word of the name in it, or begins with its initials, or is some of them."""
    label = letters_of(domain.partition(".")[0])
    words = _WORD.findall(name.lower())
    initials = "".join(word[0] for word in words)
    return any(len(word) >= _SHORTEST and word in label for word in words if word not in _ANYBODYS) or (
        min(len(label), len(initials)) >= _INITIALS and (label.startswith(initials) or initials.startswith(label))
    )
