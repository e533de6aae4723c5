"""What a reader found in headings of Hacker News: `bench/data/read_places.jsonl` has ids, places and scopes, and no text."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, DataAbsent
from pipeline.evaluation.sets import Row, posting_of, rows
from schemas.posting import DeduplicatedPosting
from schemas.raw import RawPosting
from streams.normalize.base import load_normalizers, read
from streams.step import Rejected

LABELS = Path(__file__).parent.parent.parent / "bench" / "data" / "read_places.jsonl"
_COMMENTS = "postings/hn_whoishiring_2015_2017.jsonl.xz"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a heading.

    `places` are the places of work that it names: each a country, mostly with a city and its coordinates. `scope`: from where
    remote work may be done, as heading and text say; None where the reader could not tell.
    """

    places: tuple[Row, ...] | None
    scope: frozenset[str] | None


def read_headings(data: Path) -> Iterator[tuple[str, DeduplicatedPosting, Read]]:
    """Yield (id, posting as the stage normalize makes it, what was read) of each labelled comment.

    Raises DataAbsent.
    """
    labels = _labels()
    for id_, posting in comments(data, labels.__contains__):
        yield id_, posting, labels[id_]


def comments(data: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, DeduplicatedPosting]]:
    """Yield (id, posting as the stage normalize makes it) of each comment whose id is `wanted`.

    Raises DataAbsent.
    """
    normalizers = load_normalizers()
    for row in rows(data, _COMMENTS):
        id_ = f"hn:{row['month']}:{row['id']}"
        if not wanted(id_):
            continue
        try:
            content = read(_raw(row), normalizers).content
        except Rejected:
            continue
        yield (
            id_,
            posting_of(
                id_, title=content.title or "", employer=content.employer, description=content.description,
                locations=content.locations, stated_work_mode=content.stated_work_mode,
            ),
        )  # fmt: skip


def read_cases(data: Path, part: Any) -> Iterator[Case]:
    """Yield a case for each comment of which `part`, a function of Read, is known."""
    for id_, posting, found in read_headings(data):
        truth = part(found)
        if truth is not None:
            yield Case(id_, posting, truth)


def _labels() -> dict[str, Read]:
    if not LABELS.is_file():
        raise DataAbsent(f"{LABELS.name} is not in {LABELS.parent}")
    found = map(json.loads, LABELS.read_text("utf-8").splitlines())
    return {label["id"]: Read(_tuple(label["places"]), _set(label["scope"])) for label in found}


def _tuple(places: list[Row] | None) -> tuple[Row, ...] | None:
    return None if places is None else tuple(places)


def _set(scope: list[str] | None) -> frozenset[str] | None:
    return None if scope is None else frozenset(scope)


def _raw(row: Row) -> RawPosting:
    fetched_at = datetime.fromtimestamp(row["time"], UTC)
    comment = {name: value for name, value in row.items() if name != "month"}
    return RawPosting(source="hn", board=row["month"], source_id=str(row["id"]), fetched_at=fetched_at, row=comment)
