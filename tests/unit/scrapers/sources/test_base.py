"""Requests of a source, and what is no answer of one."""

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from scrapers import sources
from scrapers.sources import SourceIncomplete, load_source
from scrapers.sources.base import Page, PageRequest, Source, UnreadableAnswer

URL = "https://boards.test/v1/jobs"


def test_advance_moves_one_parameter_and_starts_from_nothing() -> None:
    """Advance moves one parameter and starts from nothing."""
    asked = PageRequest(URL, query={"limit": 10}, memo={"month": "2026-11"})

    assert asked.advance("skip", 10).advance("skip", 10).address == f"{URL}?limit=10&skip=20"
    assert asked.advance("skip", 10).memo == asked.memo


@pytest.mark.parametrize("found", [[], [1], {}, {"id": 1}, True, None, ""])
def test_what_is_no_word_or_number_is_no_id(found: Any) -> None:
    """A list's text would be the id of all rows that have one."""
    assert load_source("greenhouse").id_of({"id": found}) is None


@pytest.mark.parametrize("total", ["3", -1, 3.5, [], True, 10**30])
def test_a_total_that_is_no_number_of_postings_is_told(total: object) -> None:
    """A listing is held against it: the crawl fails with that as its reason, and does not end without a report."""
    source = load_source("greenhouse")
    with pytest.raises(UnreadableAnswer, match="its total is"):
        source.read(source.first_page("acme"), {"jobs": [{"id": 1}], "meta": {"total": total}})


@pytest.mark.parametrize("total", [None, 0, 3])
def test_a_total_may_be_missing(total: int | None) -> None:
    """Not every vendor says one."""
    source = load_source("greenhouse")
    assert source.read(source.first_page("acme"), {"jobs": [], "meta": {"total": total}}).expected == total


@pytest.mark.parametrize("row", [{"loc": "https://[acme/jobs/1"}, {"loc": None}, {}, None])
def test_a_row_of_which_no_id_can_be_read_has_none(row: object) -> None:
    """One such address in a sitemap must not end the crawl of all others."""
    assert load_source("careers").id_of(row) is None


def made(**parts: Any) -> Source:
    """Return a source of these parts, which lists one posting."""
    return Source("made", **{"first_page": PageRequest, "read_page": lambda _, rows: Page(rows), "source_id": "id"} | parts)


def fails(*_: Any) -> Any:
    """Fail as a file does that says a name which is not there."""
    raise NameError("name 'payloud' is not defined")


@pytest.mark.parametrize(
    "tried",
    [
        lambda: made(read_page=fails).read(PageRequest(URL), []),
        lambda: made(read_page=lambda *_: None).read(PageRequest(URL), []),
        lambda: made(read_page=lambda *_: Page([], context=None)).read(PageRequest(URL), []),
        lambda: made(source_id=fails).id_of({"id": 1}),
        lambda: made(detail_request=fails, merge=fails).request_for_detail("acme", {}),
        lambda: made(detail_request=fails, merge=fails).raw_row({}, {}),
    ],
)
def test_a_source_that_fails_itself_is_named_as_the_reason(tried: Callable[[], object]) -> None:
    """Whatever it raises ends in the crawl's report: a board that only ended would have no incident, and nobody would know."""
    with pytest.raises(UnreadableAnswer, match=r"scrapers/sources/made\.py is to be mended: (NameError|TypeError) "):
        tried()


@pytest.mark.parametrize(
    ("has", "lacks"),
    [
        ({"first_page": fails, "read_page": fails}, "SOURCE_ID"),
        ({"SOURCE_ID": "id", "first_page": fails, "read_page": fails, "detail_request": fails}, "merge"),
        ({"SOURCE_ID": "id", "first_page": fails, "read_page": fails, "merge": fails}, "detail_request"),
    ],
)
def test_a_source_that_lacks_a_part_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, has: dict[str, Any], lacks: str) -> None:
    """Without `merge` the details would be asked for and thrown away, and the crawl told as complete."""
    monkeypatch.setattr(sources, "source_names", lambda: ["made"])
    monkeypatch.setitem(sys.modules, "scrapers.sources.made", SimpleNamespace(**has))
    with pytest.raises(SourceIncomplete, match=rf"scrapers/sources/made\.py lacks {lacks}: docs/adding-a-source.md"):
        load_source.__wrapped__("made")
