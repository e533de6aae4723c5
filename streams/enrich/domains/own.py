"""Hosts in a text, and those among them that are like an employer's name."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from schemas.derived import Derived, Origin
from streams.enrich.text import places_of
from streams.normalize.domains import employer_domain
from streams.normalize.text import word_set

# A shorter name is a part of many addresses.
_SHORTEST = 4
_MOST_ADDRESSES = 10
_END = re.compile(r"\.((?:(?:co|com|org|ac|gov)\.)?[a-z]{2,6})(?![a-z0-9-]|\.[a-z])", re.IGNORECASE)
_NATIONS = word_set("at au be ch cz de dk es et eu fi fm fr hu ie in it la ly me nl no nz pl pt se sg sh so to tv uk us vc za")
_KNOWN_ENDS = _NATIONS | word_set(
    "aero ai app biz ca cloud co co.in co.nz co.uk com com.au dev edu gov health info io jobs net org tech trust xyz"
)
# Behind a full stop without its space these are words: an address shows what it is.
_WORDS = word_set("it us health jobs tech cloud info app ai co de es se at be in me no so to la trust")
_MARK = re.compile(r"(?:https?://|www\.|@)(?:[a-z0-9-]+\.)*$", re.IGNORECASE)
_LONGEST_MARK = 60
_MARKS = ("://", "www.", "@")
_LABELS = r"[a-z0-9](?:[a-z0-9-]{0,62}\.)(?:[a-z0-9-]{1,63}\.){0,5}[a-z]{2,10}"
# A dot more: Hacker News shortens long addresses, "http://www.acmewor...".
HOST = re.compile(rf"[\])}}>]?\s?({_LABELS})(?![\w@-]|\.\.)", re.IGNORECASE)
_ADDED = word_set("get join try use go my the we hello team weare with")

# What an ad cites: the own address of few employers, which are found by their names.
_CITED = word_set(
    "apple.com bbc.co.uk bloomberg.com businessinsider.com cnbc.com cnn.com dol.gov fastcompany.com forbes.com fortune.com"
    " inc.com inc42.com meetup.com nytimes.com quora.com recode.net reddit.com reuters.com stackoverflow.com techcrunch.com"
    " theguardian.com theverge.com thenextweb.com venturebeat.com washingtonpost.com wired.com wsj.com"
)

# What marks a host, and where it stands.
Host = tuple[str, re.Match[str]]


def with_end(text: str, folded: str, key: str) -> Derived[str] | None:
    """Return the first domain of the text that is the name with an end behind it: "acmeworks.io"."""
    for at in islice(places_of(folded, key + " "), _MOST_ADDRESSES) if len(key) >= _SHORTEST else ():
        found = _END.match(text, at + len(key))
        if found and found[1].lower() in _KNOWN_ENDS and _is_address(text, at, found[1].lower()):
            return Derived(value=key + found[0].lower(), raw=text[at : found.end()], origin=Origin.TEXT, confidence=0.8)
    return None


def like_name(hosts: Sequence[Host], key: str) -> Derived[str] | None:
    """Return the domain of the first host that is like the name."""
    for _, host in hosts:
        domain = employer_domain(host[1]) if may_be_like(host[1], key) else None
        if domain and is_like(domain, key):
            return Derived(value=domain, raw=host[1], origin=Origin.TEXT, confidence=0.7)
    return None


def is_like(domain: str, key: str) -> bool:
    """Whether a domain's label is the name, one begins with the other, or it is the name with a word that sites add."""
    label = letters_of(domain.partition(".")[0])
    if label == key:
        return True
    if min(len(label), len(key)) < _SHORTEST:
        return False
    return label.startswith(key) or key.startswith(label) or (label.endswith(key) and label.removesuffix(key) in _ADDED)


def may_be_like(address: str, key: str) -> bool:
    """Whether an address has the first letters of the name: without them no domain of it is like the name, nor worth reading."""
    return not address.isprintable() or key[:_SHORTEST] in address.lower().replace("-", "").replace("_", "")


def hosts_of(text: str) -> Sequence[Host]:
    """Return the hosts in a text, each with what marks it."""
    if "." not in text or ("/" not in text and "@" not in text and "www." not in text):
        return ()
    found = [(mark, HOST.match(text, at + len(mark))) for mark in _MARKS for at in islice(places_of(text, mark), _MOST_ADDRESSES)]
    return [(mark, host) for mark, host in found if host]


@lru_cache(8192)
def in_name(name: str) -> Derived[str] | None:
    """Return the domain that a name begins with: "Jet.com", "x.ai", "Amazon.com Services LLC"."""
    first = name.split(maxsplit=1)[0].rstrip(",;:")
    domain = employer_domain(first) if first.count(".") in (1, 2) and first[-1] != "." and "@" not in first else None
    if domain is None or known_domain(domain) is None:
        return None
    return Derived(value=domain, raw=name, origin=Origin.FIELD, confidence=0.9)


@lru_cache(8192)
def known_domain(host: str) -> str | None:
    """Return the domain of a host that may be an employer's own."""
    domain = employer_domain(host.rpartition("-at-")[2])
    return domain if domain and domain.rpartition(".")[2] in _KNOWN_ENDS and domain not in _CITED else None


@lru_cache(8192)
def letters_of(text: str) -> str:
    """Return its letters and digits."""
    return "".join(filter(str.isalnum, text))


def _is_address(text: str, at: int, end: str) -> bool:
    """Whether a name with an end behind it is the domain of an address: a longer name, or the end of a sentence, is none."""
    if _MARK.search(text, max(0, at - _LONGEST_MARK), at):
        return True
    return end not in _WORDS and not (at and (text[at - 1].isalnum() or text[at - 1] in "-."))
