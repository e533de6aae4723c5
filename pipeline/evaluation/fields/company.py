"""Truths about `company`: spellings that are one employer or two, and domains where a board states them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from pipeline.evaluation.base import Case, Field, Marks, Truth, mark_one
from pipeline.evaluation.postings import postings
from pipeline.evaluation.read import labels, read_cases
from pipeline.evaluation.sets import Row, rows
from schemas.posting import DeduplicatedPosting
from streams.enrich import employer
from streams.enrich.base import Fields
from streams.enrich.contract import posting_of
from streams.enrich.resources import Resources
from streams.normalize.domains import employer_domain
from streams.normalize.employer import employer_key, employer_name_key
from streams.normalize.text import text_of

# Another name, and whether it is the same employer's.
Other = tuple[str, bool]
_COLUMNS = ("company_name", "Company Name", "company", "Company", "employer")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)|,]+", re.IGNORECASE)
_EVERY = 10


def _read_pairs(data: Path) -> Iterator[Case]:
    for pair in labels("employers"):
        one, other = (_name(data, pair[side]) for side in "ab")
        id_ = pair.get("case") or ":".join(f"{side['set']}:{_place(side)}" for side in (pair["a"], pair["b"]))
        if one and other:
            yield Case(id_, _posting(id_, one, title=f"{one} | {other}"), (other, pair["truth"]))


def _name(data: Path, side: Row) -> str | None:
    names = _names(data, side["set"]) if "row" in side else _read_names(data, side["set"])
    return names[_place(side)]


def _place(side: Row) -> Any:
    """Return the number of a row, or the id of a posting whose name is read in its text."""
    return side["row"] if "row" in side else side["id"]


@cache
def _read_names(data: Path, name: str) -> Mapping[str, str | None]:
    """Return the employer of each posting of a set."""
    return {posting.posting_id: posting.employer for _, posting in postings(data, name)}


@cache
def _names(data: Path, name: str) -> Mapping[int, str | None]:
    """Return the employer of each row of a set."""
    return dict(enumerate(map(_employer, rows(data, name))))


def _employer(row: Row) -> str | None:
    return next((text_of(row[column]) for column in _COLUMNS if row.get(column)), None)


def _rated(data: Path) -> Iterator[Case]:
    for row in rows(data, "glassdoor_ds_us_2020"):
        name, rating = text_of(row["Company Name"]) or "", row["Rating"]
        if name.endswith(f" {rating}"):
            yield Case(name, _posting(name, name, title=name), (name.removesuffix(f" {rating}"), True))


def _headed(data: Path) -> Iterator[Case]:
    """Yield a case for every tenth comment whose heading has an address: name and text below it are left to be read."""
    for _, posting in postings(data, "hn_2015_2017", lambda id_: crc32(id_.encode()) % _EVERY == 0):
        heading, _, text = posting.description.partition("\n")
        found = _ADDRESS.search(heading)
        domain = employer_domain(found[0]) if found else None
        if domain and posting.employer:
            id_ = posting.posting_id
            yield Case(id_, _posting(id_, posting.employer, source="hn", description=text), frozenset({domain}))


def _posted(data: Path) -> Iterator[Case]:
    """Yield a case for each comment in which a reader looked for the address of who hires; none may stand there."""
    yield from read_cases(data, name="domains", form=frozenset, shown=_as_posted)


def _as_posted(posting: DeduplicatedPosting) -> DeduplicatedPosting:
    return _posting(posting.posting_id, posting.employer, source="hn", title=posting.title, description=posting.description)


def _posting(id_: str, name: str | None, **said: Any) -> DeduplicatedPosting:
    """Return a posting of the employer with this name, under the key that the stage normalize gives it."""
    return posting_of(id_, employer=name, employer_key=employer_key(id_, name), **said)


def name_key(fields: Fields) -> str | None:
    """Return the key of the name to be shown."""
    company = fields["company"]
    return employer_name_key(company.name.value) if company and company.name else None


def domain(fields: Fields) -> str | None:
    """Return the domain."""
    company = fields["company"]
    return company.domain.value if company and company.domain else None


def mark_pair(truth: Other, key: str | None) -> Marks:
    """Compare the key with that of another name: equal where both are one employer's, and only there."""
    other, is_same = truth
    right = int((key is not None and key == employer_name_key(other)) is is_same)
    return Marks(1, right, 1, right)


def plain_key(posting: DeduplicatedPosting, _: Resources) -> str | None:
    """Return the name in small letters, without signs."""
    return "".join(filter(str.isalnum, (posting.employer or "").lower()))


def plain_domain(posting: DeduplicatedPosting, _: Resources) -> str | None:
    """Return the first address in the text."""
    words: list[Any] = [word for word in posting.description.lower().split() if word.startswith(("http", "www."))]
    return next(filter(None, map(employer_domain, words)), None)


NAMES = Field(
    name="company: same name",
    of="company",
    enricher=employer.ENRICHER,
    answer=name_key,
    mark=mark_pair,
    truths=(
        Truth("read_employers", "pairs of names, alike on purpose; a language model read which are one employer's",
              _read_pairs),
        Truth("glassdoor_ds_us_2020", "the name with the rating behind it, and without", _rated),
    ),
    plain=plain_key,
    plain_is="letters and digits in small letters",
)  # fmt: skip
DOMAIN = Field(
    name="company: domain",
    of="company",
    enricher=employer.ENRICHER,
    answer=domain,
    mark=mark_one,
    truths=(
        Truth(
            "hn_whoishiring_2015_2017", "the address in the heading; the name and the text below the heading are read", _headed
        ),
        Truth(
            "read in the texts",
            "comments of Hacker News with an address, drawn at random, on half 0 those of which the third version said none; a"
            " language model read which is the employer's own",
            _posted,
        ),
    ),
    plain=plain_domain,
    plain_is="the first address in the text",
)
