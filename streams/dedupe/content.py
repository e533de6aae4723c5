"""What a verdict depends on: the parts of an ad that say which job it is for, in a form that is quick to compare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from xxhash import xxh3_64_intdigest, xxh3_128_digest

from schemas.posting import Posting
from streams.dedupe.codes import Codes, beginning, bits, codes, hash_of, stem
from streams.dedupe.facts import links, requisitions, years
from streams.dedupe.reading import Text, read_texts
from streams.dedupe.stated_places import read_places
from streams.dedupe.texts import words
from streams.dedupe.vocabulary import NOT_THE_JOB, RANKS, REGIONS, SAME_WORD, STEPS
from streams.dedupe.word_table import word_table

# Of a requisition's hash, what is of its form.
FORM_BITS = 16
FORM = (1 << FORM_BITS) - 1
# A longer one is a random number, of whatever system.
_LONGEST_REQUISITION = 20
_digit = re.compile(rb"\d")
_link = re.compile(r"https?:\S+|www\.\S+")
# The beginning of a title: a heading's last words may be cut.
_TITLE_BEGINS = 4
# A first line of more words is a paragraph.
_LONGEST_HEADING = 120
_ONE_LETTER_NAMES = frozenset((b"c", b"r"))
_PART = b"\x1f"
_DAY_S = 86_400


class Content(NamedTuple):
    """What two ads are compared by; hashes stand for words, ascending and each once.

    - `identity` is that of title, text and places together.
    - `title` has a code for the beginning of each word that may name the job, its rarity in the last 8 bits.
    - `ranks` has a bit for each rank from intern to president, `steps` for each step of a rank or kind of contract, `years` for
      each number of years asked for.
    - `wordings` has the places as stated, `cities` the city of each, `names` all by which it may be called, `countries` those
      that are known; `place_words` and `employer_words` have the beginnings of their words, `title_places` those of the places
      and regions in the title.
    - `requisition` is that of the stated one, 0 without one; `requisitions` has what looks like one in title and text.
    - `links` has the links that lead further than to a front page, and the addresses to write to.
    - `heading` says that the text begins with a line that names employer, title and places, as a board post does.
    - `posted_day` is the day, counted from 1970 in UTC, on which such a post was posted; 0 for others, and where it is not known.
    """

    identity: bytes
    text: Text
    employer: int
    employer_words: Codes
    title: Codes
    ranks: int
    steps: int
    wordings: Codes
    cities: Codes
    names: Codes
    countries: Codes
    place_words: Codes
    title_places: Codes
    years: int
    requisition: int
    requisitions: Codes
    links: Codes
    heading: bool
    posted_day: int


@dataclass(frozen=True, slots=True)
class Ad:
    """The fields of an ad as received; whatever is not known is empty. `employer_key` is its employer's resolved name."""

    title: str
    text: str
    employer: str = ""
    employer_key: str = ""
    places: Sequence[str] = ()
    requisition_id: str | None = None
    links: Sequence[str] = ()
    posted_at: datetime | None = None


def ad_of(posting: Posting) -> Ad:
    """Return the fields of `posting` that tell its job."""
    return Ad(
        title=posting.title,
        text=posting.description,
        employer=posting.employer or "",
        employer_key=posting.employer_key,
        places=[place.raw for place in posting.locations],
        requisition_id=posting.requisition_id,
        links=[link for link in (posting.url, posting.apply_url) if link],
        posted_at=posting.posted_at,
    )


def contents_of(ads: Sequence[Ad]) -> list[Content]:
    """Return the content of each ad. Many at once cost a fifth of what they cost one by one."""
    return [_content(ad, text) for ad, text in zip(ads, read_texts([ad.text for ad in ads]), strict=True)]


def _content(ad: Ad, text: Text) -> Content:
    title = [SAME_WORD.get(word, word) for word in words(_without_links(ad.title))]
    employer = words(ad.employer)
    places = read_places(tuple(ad.places))
    named = (word for word in title if _may_name_the_job(word) and word not in employer)
    heading = _has_heading(ad, words(ad.title), employer, places.first_words)
    return Content(
        identity=_identity(title, text, places.stated),
        text=text,
        employer=hash_of(ad.employer_key.encode()) if ad.employer_key else 0,
        employer_words=codes(map(beginning, employer)),
        title=codes(map(_stem, named)),
        ranks=bits(RANKS[word] for word in title if word in RANKS),
        steps=bits(_step(word) for word in title if word in STEPS or (word.isdigit() and len(word) == 1)),
        wordings=places.wordings,
        cities=places.cities,
        names=places.names,
        countries=places.countries,
        place_words=places.words,
        title_places=codes(beginning(word) for word in title if word in REGIONS or word in word_table().places),
        years=years(ad.text),
        requisition=requisition_hash(ad.requisition_id),
        requisitions=requisitions(ad.title, ad.text),
        links=links(ad.text, ad.links),
        heading=heading,
        posted_day=_day_of(ad.posted_at) if heading and ad.posted_at else 0,
    )


def _without_links(title: str) -> str:
    """Return `title` without its links."""
    return _link.sub(" ", title) if "://" in title or "www." in title else title


def requisition_hash(requisition_id: str | None) -> int:
    """Return the hash of a requisition's id, 0 where there is none; case and punctuation don't count.

    The last 16 bits are that of its form: "R-1234" and "R-5678" may be of one system, "R-1234" and "88/26" are not.
    """
    found = b"".join(words(requisition_id or ""))
    return xxh3_64_intdigest(found) >> FORM_BITS << FORM_BITS | hash_of(_form(found)) & FORM if found else 0


def _form(requisition: bytes) -> bytes:
    return b"*" if len(requisition) > _LONGEST_REQUISITION else _digit.sub(b"9", requisition)


@lru_cache(maxsize=65_536)
def _may_name_the_job(word: bytes) -> bool:
    known = word in NOT_THE_JOB or word in RANKS or word in STEPS or word in REGIONS or word in word_table().places
    has_digit = any(byte in b"0123456789" for byte in word)
    return not known and not has_digit and (len(word) > 1 or word in _ONE_LETTER_NAMES)


def _identity(title: list[bytes], text: Text, places: tuple[str, ...]) -> bytes:
    parts = (b" ".join(title), text.digest.to_bytes(8, "little"), "\x1e".join(places).encode())
    return xxh3_128_digest(_PART.join(parts))


def _has_heading(ad: Ad, title: list[bytes], employer: list[bytes], cities: frozenset[bytes]) -> bool:
    if not title or not employer:
        return False
    line, newline, _ = ad.text.strip().partition("\n")
    found = words(line) if newline else []
    if len(found) > _LONGEST_HEADING:
        return False
    first = frozenset(found)
    return first.issuperset(title[:_TITLE_BEGINS]) and first.issuperset(employer) and first.issuperset(cities)


def _day_of(moment: datetime) -> int:
    return max(0, int(moment.timestamp() // _DAY_S))


def _step(word: bytes) -> int:
    return STEPS.index(word) if word in STEPS else len(STEPS) + int(word)


@lru_cache(maxsize=65_536)
def _stem(word: bytes) -> int:
    return beginning(word) << 8 | min(255, word_table().stem_rarity(stem(word)))
