"""Postings that are written here, as many as wanted and alike whenever they are written: employers, copies, variants, edits.

They come as crawls bring them: up to 39 new ones of one employer, then those of another. An employer has a text about itself that
stands in all its ads, and sizes of employers follow the law of Zipf and Mandelbrot. Words are drawn as rarely as they stand in
real ads. Of ten postings six are new jobs, two and a half are copies with some words changed, and one and a half are variants:
the same text for another city.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from math import exp
from random import Random

from schemas.posting import Location, Posting
from streams.normalize.employer import employer_name_key

_START = datetime(2026, 1, 1, tzinfo=UTC)
_PER_EMPLOYER, _FLAT = 25, 10
_COPIES, _VARIANTS = 0.25, 0.15
_ROLE_WORDS, _PITCH_WORDS, _SENTENCE = 120, 60, 12
_TEXTS_KEPT = 40
# A crawl shows this many new postings of a board at most.
_LISTED = 40
_ROLES = ("Engineer", "Analyst", "Nurse", "Designer", "Accountant", "Technician", "Manager", "Consultant", "Developer", "Driver")
_FIELDS = ("Data", "Security", "Payroll", "Platform", "Cloud", "Clinical", "Retail", "Mobile", "Network", "Quality", "Energy")
_LEVELS = ("", "", "", "Senior ", "Junior ", "Lead ")


@dataclass(slots=True)
class _Employer:
    name: str
    pitch: str
    ads: list[tuple[str, str, str]]


def written(count: int, seed: int = 1) -> Iterator[Posting]:
    """Yield `count` postings as normalize emits them, in the order of their first fetch, a second apart."""
    rng = Random(seed)
    words, cumulated, cities = _vocabulary()

    def draw(number: int) -> str:
        found = rng.choices(words, cum_weights=cumulated, k=number)
        ends = range(0, number, _SENTENCE)
        return " ".join(" ".join(found[at : at + _SENTENCE]).capitalize() + "." for at in ends)

    employers = max(1, count // _PER_EMPLOYER)
    held: dict[int, _Employer] = {}
    number = 0
    while number < count:
        # the density of rank r is 1 / (r + 10): the largest employer has a hundredth of all
        rank = int(_FLAT * ((employers + _FLAT) / _FLAT) ** rng.random()) - _FLAT
        employer = held.setdefault(rank, _Employer(f"Employer {rank:x} Inc", draw(_PITCH_WORDS), []))
        for _ in range(min(rng.randrange(1, _LISTED), count - number)):
            kind = rng.random()
            if employer.ads and kind < _COPIES + _VARIANTS:
                title, role, city = rng.choice(employer.ads)
                if kind < _COPIES:
                    role += " " + draw(rng.randrange(1, _SENTENCE))
                else:
                    city = rng.choice(cities)
            else:
                title = f"{rng.choice(_LEVELS)}{rng.choice(_FIELDS)} {rng.choice(_ROLES)}"
                role, city = draw(_ROLE_WORDS), rng.choice(cities)
                employer.ads.append((title, role, city))
                del employer.ads[:-_TEXTS_KEPT]
            yield _posting(number, employer, title, f"{employer.pitch}\n{role}", city)
            number += 1


def _posting(number: int, employer: _Employer, title: str, text: str, city: str) -> Posting:
    at = _START + timedelta(seconds=number)
    posting_id = f"written:board{number % 50}:{number}"
    return Posting(
        posting_id=posting_id, source="written", board=f"board{number % 50}", source_id=str(number), revision=1, revised_at=at,
        processed_at=at, first_fetched_at=at, fetched_at=at, content_hash=f"{number:032x}", normalizer="written/1",
        employer_key=employer_name_key(employer.name) or f"posting:{posting_id}", employer=employer.name, title=title,
        description=text, locations=[Location(raw=city)],
    )  # fmt: skip


def _vocabulary() -> tuple[list[str], list[float], list[str]]:
    data = files("streams.dedupe.data")
    words, cumulated, total = [], [], 0.0
    for line in data.joinpath("words.tsv").read_text("utf-8").splitlines():
        word, rarity, *_ = line.split("\t")
        if word.isalpha() and rarity:
            total += exp(-float(rarity))
            words.append(word)
            cumulated.append(total)
    places = (line.split("\t") for line in data.joinpath("places.tsv").read_text("utf-8").splitlines())
    return words, cumulated, [name.title() for kind, name, country in places if kind == "city" and country in ("us", "de", "gb")]
