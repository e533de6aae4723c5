"""Every source keeps the contract, by existing: its listings are tests/fixtures/listings/<source>/<case>/."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from pipeline.settings import Settings
from schemas.raw import RawPosting
from scrapers.boards import load_boards
from scrapers.imports import importable, load_spec
from scrapers.imports.base import Entry
from scrapers.searching import SEARCH
from scrapers.sources import UnknownSource, load_source, source_names
from scrapers.sources.base import Page, UnreadableAnswer
from tests.conftest import ROOT

LISTINGS = ROOT / "tests" / "fixtures" / "listings"
CASES = sorted(path.parent for path in LISTINGS.glob("*/*/expected.json"))
# a thread of hn lists numbers, so its rows are the comments; a posting that an answer repeats is joined by its source
AS_LISTED = [
    case
    for case in CASES
    if case.parent.name != "hn"
    and (case / "payload.json").exists()
    and not json.loads((case / "expected.json").read_text()).get("joined")
]


def case_id(path: Path) -> str:
    """Return the name of a case."""
    return f"{path.parent.name}-{path.name}"


def load(case: Path) -> tuple[dict[str, Any], Any, Page]:
    """Return what a case expects, its payload, and the page that its source reads."""
    expected = json.loads((case / "expected.json").read_text())
    [file] = case.glob("payload.*")
    source = load_source(case.parent.name)
    asked = source.first_page(expected.get("asked", "acme"))
    payload = file.read_text() if asked.reads == "text" else json.loads(file.read_text())
    return expected, payload, source.read(asked, payload)


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_listing_gives_its_postings_and_what_to_ask_next(case: Path) -> None:
    """A listing gives its postings and what to ask next."""
    expected, _, page = load(case)
    source = load_source(case.parent.name)

    assert [source.id_of(row) for row in page.postings] == expected["ids"]
    assert (page.expected, dict(page.context), page.board) == (expected["expected"], expected["context"], expected.get("board"))
    assert (page.following.address if page.following else None) == expected["follows"]


@pytest.mark.parametrize("case", AS_LISTED, ids=case_id)
def test_rows_are_the_answer_s_own(case: Path) -> None:
    """Nothing is added to a row, and nothing is read out of it."""
    _, payload, page = load(case)
    rows = _lists(payload)

    assert [row for row in rows if row in page.postings] == page.postings


def _lists(value: Any) -> list[Any]:
    """All that lies in a list of an answer, at any depth."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*(value if isinstance(value, list) else ()), *(found for part in inner for found in _lists(part))]


@pytest.mark.parametrize("name", source_names())
def test_a_source_has_listings_to_be_tested_by(name: str) -> None:
    """A source has listings to be tested by."""
    assert [case for case in CASES if case.parent.name == name]


@pytest.mark.parametrize("name", source_names())
def test_the_first_page_is_asked_by_https_and_names_the_board(name: str) -> None:
    """The first page is asked by https and names the board."""
    first = load_source(name).first_page("123456" if name == "hn" else "acme")

    assert urlsplit(first.address).scheme == (SEARCH if name == SEARCH else "https")
    assert ("123456" if name == "hn" else "acme") in first.address


@pytest.mark.parametrize("name", source_names())
@pytest.mark.parametrize(
    "payload", [None, {}, {"error": "no such board"}, "text", "<html><h1>Sorry</h1></html>", 7, {"jobs": None}, {"offers": {}}]
)
def test_what_is_no_answer_of_the_source_is_refused(name: str, payload: Any) -> None:
    """An error page must not look like an empty board."""
    source = load_source(name)
    with pytest.raises(UnreadableAnswer, match=f"not an answer of {name}"):
        source.read(source.first_page("acme"), payload)


@pytest.mark.parametrize("name", source_names())
def test_a_row_without_an_id_has_none(name: str) -> None:
    """It is published all the same, and becomes a dead letter with its reason."""
    source = load_source(name)

    assert [source.id_of(row) for row in ({}, {"id": None, "shortcode": ""}, [], None, 7, "text")] == [None] * 6


@pytest.mark.parametrize("name", [name for name in source_names() if load_source(name).detail_request])
@pytest.mark.parametrize("row", [None, 7, "text", [], {}, {"id": None, "externalPath": 7, "url": []}])
def test_a_row_that_is_none_of_the_source_costs_its_own_detail_only(name: str, row: Any) -> None:
    """It is asked for as far as that goes, or told; no other error comes out of it and ends the crawl."""
    told = ""
    try:
        address = load_source(name).request_for_detail("acme", row).address
    except UnreadableAnswer as error:
        address, told = "", str(error)

    assert address.startswith("http") or f"not a row of {name}" in told


@pytest.mark.parametrize("name", [name for name in source_names() if name != SEARCH])
def test_a_source_has_boards_to_visit(name: str) -> None:
    """A source has boards to visit; searches are off, and those who turn them on name their own."""
    assert [board for board in load_boards() if board.source == name]


@pytest.mark.parametrize("name", importable())
def test_rows_that_say_nothing_are_entries_without_an_id_or_refused(name: str) -> None:
    """No table makes an import fail as a whole, whatever is in its rows."""
    entries = load_spec(name, {"title": "t", "id": "i"}).read({})

    assert all(isinstance(entry, Entry) and entry.source_id is None and entry.missing for entry in entries)


def test_an_unknown_source_is_answered_with_those_there_are() -> None:
    """An unknown source is answered with those there are."""
    with pytest.raises(UnknownSource, match="greenhouse"):
        load_source("base")


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_raw_posting_holds_any_row(case: Path) -> None:
    """What a source gives goes through JSON and comes back the same."""
    _, _, page = load(case)
    for row in page.postings:
        raw = RawPosting(source=case.parent.name, board="acme", fetched_at="2026-01-05T09:00:00Z", row=row)
        assert RawPosting.model_validate_json(raw.model_dump_json()).row == row


@pytest.mark.parametrize("name", [name for name in source_names() if load_source(name).keys])
def test_the_keys_of_a_source_are_settings_and_change_only_what_is_sent(name: str) -> None:
    """Without them its requests stay as they are."""
    source = load_source(name)
    first, keys = source.first_page("acme"), dict.fromkeys(source.keys, "its value")
    sent = source.signed(first, keys)

    assert set(source.keys) <= Settings().source_keys.keys()
    assert (sent.url, sent.memo) == (first.url, first.memo)
    assert "its value" in {**sent.headers, **sent.query}.values()
    assert source.signed(first, {}) == first
