"""What these enrichers change on postings that other versions have enriched: what a replay would bring, before it is started."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from schemas.derived import Origin
from schemas.posting import EnrichedPosting, Location
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS, enrich
from streams.enrich.resources import Resources

UNNAMED = "-"
Kind = Literal["same", "other", "new", "gone"]


class PostingUnreadable(Exception):  # noqa: N818 - a condition
    """A line is no enriched posting; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a posting before and now, each as JSON has it; null or empty is nothing known."""

    posting_id: str
    title: str
    before: Any
    now: Any


@dataclass(slots=True)
class FieldChanges:
    """How often a field stays the `same`, is an`other`, is `new` or `gone`; `was` counts the versions that made it before.

    `changes` has the first ones that are not the same.
    """

    name: str
    enricher: str
    version: str
    was: Counter[str] = field(default_factory=Counter)
    counts: Counter[Kind] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)


def read_enriched(lines: Iterable[str]) -> Iterator[EnrichedPosting]:
    """Yield the posting of each line: the event itself, or what `./jobstream topics tail --json` prints around it.

    Lines without an event, as for tombstones, are left out. Raises PostingUnreadable.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            event = found["event"] if isinstance(found, Mapping) and "event" in found else found
            if event is not None:
                yield EnrichedPosting.model_validate(event)
        except (ValueError, ValidationError) as error:
            raise PostingUnreadable(f"line {number} is no enriched posting: {str(error).splitlines()[0]}") from error


def changes_of(
    postings: Iterable[EnrichedPosting], resources: Resources, most: int, enrichers: Sequence[Enricher] = ENRICHERS
) -> list[FieldChanges]:
    """Return what becomes of each derived field when `postings` are enriched anew, with the first `most` changes of each.

    Places are read from their wordings: what a source stated apart from them can't be told from what was derived.
    """
    found = {name: FieldChanges(name, one.name, one.version) for one in enrichers for name in one.fields}
    for posting in postings:
        now = enrich(_as_it_came(posting), resources, enrichers)
        for changes in found.values():
            changes.was[posting.enriched_by.get(changes.enricher, UNNAMED)] += 1
            _count(changes, posting, now, most)
    return list(found.values())


def _as_it_came(posting: EnrichedPosting) -> EnrichedPosting:
    stated = [Location(raw=place.raw) for place in posting.locations if place.origin is Origin.FIELD]
    return posting.model_copy(update={"locations": stated})


def _count(changes: FieldChanges, before: EnrichedPosting, now: EnrichedPosting, most: int) -> None:
    mine, theirs = getattr(before, changes.name), getattr(now, changes.name)
    kind: Kind = "same" if mine == theirs else "new" if not mine else "gone" if not theirs else "other"
    changes.counts[kind] += 1
    if kind != "same" and len(changes.changes) < most:
        plain = (posting.model_dump(mode="json", include={changes.name})[changes.name] for posting in (before, now))
        changes.changes.append(Change(before.posting_id, before.title, *plain))
