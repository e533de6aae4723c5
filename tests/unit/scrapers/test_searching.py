"""What the library that searches is told, and what is made of its answer."""

import asyncio
import importlib.util
import time
from datetime import date
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError

from scrapers.proxies import ROUTE
from scrapers.searching import Searching, SearchOff, check_search
from scrapers.sources import load_source
from scrapers.sources.jobspy import first_page
from tests.conftest import missing

try:
    import jobspy
    import pandas as pd
except ImportError:
    jobspy = None  # type: ignore[assignment]
SOURCE = load_source("jobspy")


@pytest.fixture(autouse=True)
def extra() -> None:
    """The extra `search` is installed."""
    if jobspy is None:
        missing("the extra `search`")


class Library:
    """Stands for `jobspy.scrape_jobs`: keeps what it is told, answers `rows` and the errors of sites."""

    def __init__(self, *rows: dict[str, Any], **errors: str) -> None:
        self.told: list[dict[str, Any]] = []
        self._rows = rows
        self._errors = errors

    def __call__(self, **told: Any) -> Any:
        self.told.append(told)
        frame = pd.DataFrame(self._rows)
        frame.attrs = {"errors": self._errors}
        return frame


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts a `Library` in place of the real one's public function."""

    def put(*rows: dict[str, Any], **errors: str) -> Library:
        made = Library(*rows, **errors)
        monkeypatch.setattr(jobspy, "scrape_jobs", made)
        return made

    return put


def request(board: str, **meta: Any) -> Request:
    """Scrapy's request for a board."""
    return Request(first_page(board).address, meta=meta)


async def answer(board: str, *proxies: str, **meta: Any) -> Any:
    """The payload that a search gives."""
    response = await Searching("jobstream/0.1", proxies).download_request(request(board, **meta))
    return response.json()


async def test_rows_come_as_the_library_gives_them(library: Any) -> None:
    """A column that a posting does not have is null, and a day is a day."""
    library({"id": "in-1", "min_amount": 1.5, "date_posted": date(2026, 2, 3)}, {"id": "in-2", "company": "Acme"})

    assert await answer("indeed/germany/nurse") == {
        "jobs": [
            {"id": "in-1", "min_amount": 1.5, "date_posted": "2026-02-03", "company": None},
            {"id": "in-2", "min_amount": None, "date_posted": None, "company": "Acme"},
        ],
        "error": None,
    }


@pytest.mark.parametrize(
    ("board", "told"),
    [
        ("indeed/germany/c++ & go", {"search_term": "c++ & go", "country_indeed": "germany", "location": None}),
        ("indeed/germany/nurse/Köln", {"search_term": "nurse", "country_indeed": "germany", "location": "Köln"}),
        ("linkedin/uk/nurse", {"search_term": "nurse", "country_indeed": "uk", "location": "uk"}),
        ("zip_recruiter/usa/nurse/Austin, TX", {"search_term": "nurse", "country_indeed": "usa", "location": "Austin, TX"}),
    ],
)
async def test_a_board_says_what_to_search_where(library: Any, board: str, told: dict[str, Any]) -> None:
    """A site that knows no countries is told the country as the place."""
    made = library()
    await answer(board)
    [asked] = made.told

    assert {name: asked.get(name) for name in told} == told
    assert asked["site_name"] == board.partition("/")[0]


async def test_the_library_says_who_we_are_and_takes_the_request_s_proxy(library: Any) -> None:
    """And none where none is set."""
    made = library()
    await answer("indeed/germany/nurse", "http://a.test:1", "http://u:pa55@b.test:2", **{ROUTE: 1})
    await answer("indeed/germany/nurse")

    assert [(told["user_agent"], told["proxies"]) for told in made.told] == [
        ("jobstream/0.1", ["http://u:pa55@b.test:2"]),
        ("jobstream/0.1", []),
    ]


async def test_a_site_that_gives_nothing_but_an_error_fails_the_crawl(library: Any) -> None:
    """Without the password of a proxy that the error may name."""
    library(indeed="403 by way of http://u:pa55@b.test:2")
    with pytest.raises(DownloadCancelledError, match=r"^403 by way of http://\*\*\*@b\.test:2$"):
        await answer("indeed/germany/nurse", "http://u:pa55@b.test:2", **{ROUTE: 0})


async def test_rows_that_came_before_an_error_are_kept(library: Any) -> None:
    """The crawl's report says why there are no more."""
    library({"id": "li-1"}, linkedin="response status code 429")
    payload = await answer("linkedin/uk/nurse")
    page = SOURCE.read(first_page("linkedin/uk/nurse"), payload)

    assert (page.postings, page.partial) == ([{"id": "li-1"}], "response status code 429")


async def test_what_the_library_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the real one, which looks at its arguments before it sends anything."""
    with pytest.raises(DownloadCancelledError, match="Invalid site_name: 'monster'"):
        await answer("monster/germany/nurse")


@pytest.mark.parametrize("board", ["indeed", "indeed/germany"])
async def test_a_board_that_is_no_search_is_told(library: Any, board: str) -> None:
    """A search without a term would be for everything."""
    made = library()
    with pytest.raises(DownloadCancelledError, match="SITE/COUNTRY/TERM"):
        await answer(board)

    assert made.told == []


async def test_a_site_is_searched_one_search_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other sites meanwhile."""
    running: list[str] = []
    together: set[tuple[str, ...]] = set()

    def search(site_name: str, **_: Any) -> Any:
        running.append(site_name)
        time.sleep(0.02)
        together.add(tuple(sorted(running)))
        running.remove(site_name)
        return pd.DataFrame()

    monkeypatch.setattr(jobspy, "scrape_jobs", search)
    searching = Searching("x", ())
    boards = ["indeed/uk/a", "indeed/uk/b", "indeed/uk/c", "linkedin/uk/a"]
    await asyncio.gather(*(searching.download_request(request(board)) for board in boards))

    assert not [names for names in together if names.count("indeed") > 1]


def test_a_posting_that_two_searches_find_is_one() -> None:
    """Its board is the site."""
    payload = {"jobs": [{"id": "in-1"}], "error": None}
    boards = {SOURCE.read(first_page(f"indeed/germany/{term}"), payload).board for term in ("nurse", "care")}

    assert boards == {"indeed"}


def test_searches_are_off_until_they_are_turned_on_and_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Either way it is said what to do."""
    with pytest.raises(SearchOff, match=r"docs/searched-sites\.md.*JOBSTREAM_JOBSPY=true"):
        check_search(allowed=False)

    check_search(allowed=True)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SearchOff, match="`make search`"):
        check_search(allowed=True)
