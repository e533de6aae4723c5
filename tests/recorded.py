"""Recorded answers of applicant tracking systems and boards, and a vendor's server that gives them.

`tests/recorded/<source>.toml` says which files of `fixtures/ats/` are answers of a source, and which fields every posting in
them holds.
"""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scrapers.sources import load_source, source_names
from scrapers.sources.base import Page, PageRequest
from scrapers.urls import led_to
from tests.integration.scrapers.vendor import Answer, Vendor

FOLDER = Path(__file__).parent / "recorded"
# an export in which the recorded rows stand beside what somebody made of them
EXPORT = "greatminds_normalised_with_raw.json"
# the rows of a Just Join IT answer, without what stood around them
ROWS_ALONE = "offers.json"
EMPLOYER = "Named Here"
# of the sources that answer to nobody without
KEYS = {name: f"the {name}" for source in map(load_source, source_names()) for name in source.keys}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One file of a source: `fields` of Content are filled in each of its `postings`.

    `detail` is the recorded answer for a posting of it, `{field}` in its name a field of the row; where none was recorded,
    `stand_in` is the text of one, and `stood_in` are the fields that it alone fills. `expected` is what a person read in the
    first posting: fields of Content, places as their wording, pay as [low, high, currency, period].
    """

    source: str
    listing: str
    postings: int
    fields: tuple[str, ...]
    detail: str | None = None
    stand_in: str | None = None
    stood_in: tuple[str, ...] = ("description",)
    expected: dict[str, Any] = field(default_factory=dict)

    @property
    def board(self) -> str:
        """A board that is named like the file."""
        return f"{self.source}:{Path(self.listing).stem.replace('.', '-')}"

    def page(self, ats: Path) -> Page:
        """What the source reads."""
        return self.pages(ats)[-1][1]

    def pages(self, ats: Path) -> list[tuple[PageRequest, Page]]:
        """What is asked and read up to the first page with postings: texts may be looked for in one language after another."""
        source = load_source(self.source)
        asked: PageRequest | None = source.first_page(self.board.partition(":")[2])
        found: list[tuple[PageRequest, Page]] = []
        while asked is not None:
            page = source.read(asked, payload_of(asked, ats / self.listing))
            found.append((asked, page))
            asked = None if page.postings else page.following
        return found

    def raw_rows(self, ats: Path) -> list[Any]:
        """The raw rows, each with the recorded detail or its stand-in."""
        source = load_source(self.source)
        return [source.raw_row(row, self.detail_of(row, ats)) for row in self.page(ats).postings]

    def detail_of(self, row: Any, ats: Path) -> Any:
        """The answer for a posting of the listing; None where its source asks for none, or nothing stands for one."""
        source = load_source(self.source)
        if source.detail_request is None:
            return None
        asked = source.request_for_detail(self.board.partition(":")[2], row)
        if self.detail is not None:
            return payload_of(asked, ats / self.detail.format_map(row))
        if self.stand_in is None or asked.reads == "text":
            return self.stand_in
        return {**row, **json.loads(self.stand_in)}


def recorded() -> list[Recorded]:
    """Every file that `tests/recorded/` names."""
    return [
        Recorded(path.stem, fields=tuple(answer.pop("fields")), **answer)
        for path in sorted(FOLDER.glob("*.toml"))
        for answer in tomllib.loads(path.read_text())["answers"]
    ]


def payload_of(asked: PageRequest, path: Path) -> Any:
    """What was recorded, as the spider would read it."""
    if asked.reads == "text":
        return path.read_text()
    found = json.loads(path.read_text())
    if path.name == ROWS_ALONE:
        return {"data": found, "meta": {}}
    return {"offers": [row["raw_data"] for row in found]} if path.name == EXPORT else found


def serve(vendor: Vendor, answer: Recorded, ats: Path) -> list[Any]:
    """Let `vendor` answer as the board did; return the rows of its listing. What follows a page was not recorded: 404."""
    source, name = load_source(answer.source), answer.board.partition(":")[2]
    for asked, _ in answer.pages(ats):
        _serve(vendor, source.signed(asked, KEYS), payload_of(asked, ats / answer.listing))
    page = answer.page(ats)
    for row in page.postings if source.detail_request else ():
        detail = source.request_for_detail(name, row)
        _serve(vendor, detail, answer.detail_of(row, ats))
    return list(page.postings)


def named(answers: Iterable[Recorded], path: Path) -> Path:
    """Write a boards file that names an employer for each of `answers`."""
    tables: dict[str, list[str]] = {}
    for answer in answers:
        tables.setdefault(answer.source, []).append(f'{answer.board.partition(":")[2]} = "{EMPLOYER}"')
    path.write_text("\n".join("\n".join([f"[{source}]", *lines]) for source, lines in tables.items()))
    return path


class _ByQuery:
    """The answers of one path, each for its query: boards of one site differ in nothing else."""

    def __init__(self) -> None:
        self.answers: list[tuple[dict[str, str], Answer]] = []

    def __call__(self, query: dict[str, str]) -> Answer:
        return next((answer for wanted, answer in self.answers if wanted == query), Answer({}, 404))


def _serve(vendor: Vendor, asked: PageRequest, body: Any) -> None:
    path = led_to("", asked.url).removeprefix("https:/")
    route = vendor.answers.setdefault(path, _ByQuery())
    assert isinstance(route, _ByQuery)
    query = dict(parse_qsl(urlsplit(asked.address).query))
    text = asked.reads == "text"
    made = Answer(body.encode(), headers={"Content-Type": "text/html; charset=utf-8"}) if text else Answer(body)
    route.answers.append((query, made))
