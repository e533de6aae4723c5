"""An ad as a reader sees it: what a verdict of the reading verifier depends on, taken from its text once."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from streams.dedupe.ad_words import EVERYWHERE, NOT_THE_JOB, RANKS, STEPS, VAGUE_PLACE_WORDS
from streams.dedupe.content import requisition_hash, without_links
from streams.dedupe.roles import KIND_OF
from streams.dedupe.shingles import words
from streams.dedupe.vocabulary import NOISE, SAME_WORD
from streams.dedupe.word_table import WordTable, word_table
from streams.normalize.employer import employer_name_key

_SENTENCES = re.compile(r"\n+|(?<=[.!?;])\s*(?=[A-Z])|\s[•·▪*]\s?")
_YEARS = re.compile(r"(\d{1,2})\s*(?:\+|plus)?\s*(?:-|–|to)?\s*\d{0,2}\+?\s*(?:years|yrs)", re.IGNORECASE)
_REQUISITION = re.compile(r"\b(?=[A-Z0-9-]*\d{4})[A-Z]{0,4}-?\d{4,}\b")
# A link that leads further than to a front page, and an address to write to.
_DEEP_LINK = re.compile(r"https?://[^\s/]+/\S{6,}|[\w.+-]+@[\w-]+\.[\w.]+", re.IGNORECASE)
# The beginning of a title: a heading's last words may be cut.
_TITLE_BEGINS = 4
_SHORT_LINE = 10
_DIGITS = frozenset(b"0123456789")
_ONE_LETTER_NAMES = frozenset((b"c", b"r"))

Place = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Ad:
    """What two ads are compared by. Words are UTF-8 in lower case.

    `title` holds the words that may name the job, `ranks` and `steps` its level; `kinds` counts the kinds of work in the text,
    `listed` has those of its heading and short lines. `wordings` has the places as stated, `places` each of them from city to
    country, `text_places` the place words of the text. `requisition` is the hash of the stated one, 0 without one,
    `requisitions` what looks like one in the text. `length` is in words. `heading` says that the text begins with a line that
    names employer, title and places, as a board post does.
    """

    employer: str | None
    employer_words: frozenset[bytes]
    title: frozenset[bytes]
    ranks: frozenset[int]
    steps: frozenset[bytes]
    wordings: frozenset[str]
    places: tuple[Place, ...]
    words: frozenset[bytes]
    role_words: frozenset[bytes]
    kinds: Mapping[str, int]
    listed: frozenset[str]
    text_places: frozenset[bytes]
    years: frozenset[str]
    requisition: int
    requisitions: frozenset[str]
    links: frozenset[str]
    length: int
    heading: bool

    @property
    def place_words(self) -> frozenset[bytes]:
        """The words of its stated places."""
        return frozenset(word for place in self.places for part in place for word in part.split())


def ad_of(
    title: str, employer: str, places: Iterable[str], text: str, *, requisition_id: str | None = None, links: Iterable[str] = ()
) -> Ad:
    """Return the ad with these fields as received; whatever is not known is empty."""
    table = word_table()
    found = words(text)
    title_words = [SAME_WORD.get(word, word) for word in words(without_links(title))]
    employer_words = frozenset(words(employer))
    wordings = frozenset(place.strip().casefold() for place in places)
    stated = [place for place in map(_place, sorted(wordings)) if place]
    return Ad(
        employer=employer_name_key(employer) if employer else None,
        employer_words=employer_words,
        title=frozenset(word for word in title_words if _may_name_the_job(word, table) and word not in employer_words),
        ranks=frozenset(RANKS[word] for word in title_words if word in RANKS),
        steps=frozenset(word for word in title_words if word in STEPS or (word.isdigit() and len(word) == 1)),
        wordings=wordings,
        places=tuple(stated),
        words=frozenset(found),
        role_words=_role_words(text, table),
        kinds=Counter(KIND_OF[word] for word in found if word in KIND_OF),
        listed=_listed(text),
        text_places=table.places.intersection(found),
        years=frozenset(_YEARS.findall(text)),
        requisition=requisition_hash(requisition_id),
        requisitions=frozenset(_REQUISITION.findall(f"{title}\n{text}")),
        links=frozenset(link.lower().rstrip(".,)/") for link in [*_DEEP_LINK.findall(text), *links]),
        length=len(found),
        heading=_has_heading(text, words(title), employer_words, stated),
    )


def sentences(text: str) -> list[list[bytes]]:
    """Return the words of each sentence or line of a list; sentences that a copy has glued together are cut."""
    return [found for found in map(words, _SENTENCES.split(text)) if found]


def _may_name_the_job(word: bytes, table: WordTable) -> bool:
    known = word in NOISE or word in NOT_THE_JOB or word in RANKS or word in STEPS or word in table.places
    return not known and _DIGITS.isdisjoint(word) and (len(word) > 1 or word in _ONE_LETTER_NAMES)


def _role_words(text: str, table: WordTable) -> frozenset[bytes]:
    return frozenset(word for sentence in sentences(text) if table.speaks_of_the_role(sentence) for word in sentence)


def _listed(text: str) -> frozenset[str]:
    """Return the kinds of work in the heading and in short lines: a list of roles is made of them."""
    first, *others = (words(line) for line in text.strip().split("\n"))
    lines = [first, *(line for line in others if len(line) <= _SHORT_LINE)]
    return frozenset(KIND_OF[word] for line in lines for word in line if word in KIND_OF)


def _place(stated: str) -> Place:
    parts = (b" ".join(w for w in words(part) if not w.isdigit() and w not in VAGUE_PLACE_WORDS) for part in stated.split(","))
    return tuple(part for part in parts if part and part.decode() not in EVERYWHERE)


def _has_heading(text: str, title: list[bytes], employer: frozenset[bytes], places: Iterable[Place]) -> bool:
    first = frozenset(words(text.strip().partition("\n")[0]))
    cities = {word for place in places for word in place[0].split()}
    return bool(title and employer) and first.issuperset(title[:_TITLE_BEGINS]) and employer | cities <= first
