"""Truths about `remote_scope`: what a reader found in postings of Hacker News."""

import re
from functools import partial

from pipeline.evaluation.base import Field, Truth, mark_set
from pipeline.evaluation.read import as_stated, read_cases
from pipeline.evaluation.sets import Row
from schemas.derived import RemoteScope
from schemas.posting import DeduplicatedPosting
from streams.enrich import remote_scope
from streams.enrich.base import Fields
from streams.enrich.resources import Resources
from streams.enrich.stated import heading_of

Scope = frozenset[str]
_PLAIN = re.compile(r"remote[ (-]+(US|USA|U\.S\.|UK|Europe|EU|Canada)\b", re.IGNORECASE)
_CODES = {"us": "US", "usa": "US", "u.s.": "US", "uk": "GB", "europe": "Europe", "eu": "EU", "canada": "CA"}


def answer(fields: Fields) -> Scope:
    """Return codes of countries, parts of the world, and the span of time zones."""
    found = fields["remote_scope"]
    return in_words(found.value) if found else frozenset()


def in_words(scope: RemoteScope) -> Scope:
    """Return a scope as the labels have it."""
    zones = () if scope.earliest_utc_offset is None else (f"UTC{scope.earliest_utc_offset:+g}..{scope.latest_utc_offset:+g}",)
    return frozenset((*scope.countries, *scope.regions, *zones))


def plain(posting: DeduplicatedPosting, _: Resources) -> Scope:
    """Return the areas that stand right behind `remote` in the heading."""
    return frozenset(_CODES[found.lower()] for found in _PLAIN.findall(heading_of(posting.description)))


def _read(read: Row) -> Scope | None:
    return None if read["scope"] is None else frozenset(read["scope"])


FIELD = Field(
    name="remote_scope",
    of="remote_scope",
    enricher=remote_scope.ENRICHER,
    answer=answer,
    mark=mark_set,
    truths=(
        Truth(
            "hn_read",
            "headings and sentences around `remote`, read by a language model",
            partial(read_cases, name="places", form=_read, shown=as_stated),
        ),
    ),
    plain=plain,
    plain_is="the area right behind `remote` in the heading",
    score="F1",
)
