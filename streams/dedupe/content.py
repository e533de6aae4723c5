"""What a verdict depends on: the parts of a posting that say which job it advertises, in a form that is quick to compare."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from xxhash import xxh3_64_intdigest, xxh3_128_digest

from schemas.posting import Location, Posting
from streams.dedupe.minhash import signature
from streams.dedupe.shingles import shingles, word_hashes, words
from streams.dedupe.vocabulary import LEVELS, NO_PLACE, NOISE, SAME_WORD

_link = re.compile(r"https?:\S+|www\.\S+")
_PART = "\x1f"


@dataclass(frozen=True, slots=True)
class Content:
    """A posting's content. Words and places are kept as hashes; `level` holds the words of rank, contract and number."""

    identity: bytes
    text_length: int
    signature: bytes
    title: frozenset[int]
    level: frozenset[int]
    places: frozenset[int]
    requisition: int


def content_of(posting: Posting) -> Content:
    """Return the content of `posting`; its text's length is in normalized bytes, its requisition is 0 where it has none."""
    text = words(posting.description)
    joined = b" ".join(text)
    names = place_names(posting.locations)
    title_text = words(without_links(posting.title))
    title, level = title_words(title_text, names)
    return Content(
        identity=_identity(title_text, joined, names),
        text_length=len(joined),
        signature=signature(shingles(text)),
        title=_hashes(title),
        level=_hashes(level),
        places=frozenset(xxh3_64_intdigest(name.encode()) for name in names),
        requisition=requisition_hash(posting.requisition_id),
    )


def without_links(title: str) -> str:
    """Return `title` without its links."""
    return _link.sub(" ", title) if "://" in title or "www." in title else title


def title_words(title: list[bytes], places: Iterable[str] = ()) -> tuple[list[bytes], list[bytes]]:
    """Return the words of a title that name the job, and those of level; noise and the posting's places are left out."""
    found = [SAME_WORD.get(word, word) for word in title]
    level = [word for word in found if word in LEVELS or word.isdigit()]
    named = {word for place in places for word in place.encode().split()}.union(level)
    return [word for word in found if word not in NOISE and word not in named], level


def place_names(locations: Sequence[Location]) -> list[str]:
    """Return the cities, or else the regions, in order, each once; a posting that is only "remote" has none."""
    names = (_place_name(location.city or location.raw) for location in locations)
    return sorted({name for name in names if name})


@lru_cache(maxsize=65_536)
def _place_name(raw: str) -> str:
    parts = [_plain(part) for part in raw.split(",")]
    named = [part for part in parts if part and part not in NO_PLACE]
    # "US, CA, Bakersfield" and "Bakersfield, CA, US": what is longer than a code is the city
    return next((part for part in named if len(part) > 2), " ".join(named))  # noqa: PLR2004 - codes have two letters


def _plain(part: str) -> str:
    if not part.isascii():
        part = "".join(letter for letter in unicodedata.normalize("NFKD", part) if not unicodedata.combining(letter))
    kept = (word for word in words(part) if not word.isdigit() and word.decode() not in NO_PLACE)
    return b" ".join(kept).decode()


def requisition_hash(requisition_id: str | None) -> int:
    """Return the hash of a requisition's id, 0 where there is none; case and punctuation don't count."""
    found = words(requisition_id or "")
    return xxh3_64_intdigest(b"".join(found)) if found else 0


def _hashes(found: list[bytes]) -> frozenset[int]:
    return frozenset(word_hashes(found).tolist())


def _identity(title: list[bytes], text: bytes, places: list[str]) -> bytes:
    parts = (b" ".join(title), text, _PART.join(places).encode())
    return xxh3_128_digest(_PART.encode().join(parts))
