"""Recorded answers, crawled: each posting stands in both warehouses as its vendor meant it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from schemas.topics import RAW, dead_letters_of
from tests.e2e.conftest import ENGINES, Pipeline
from tests.integration.scrapers.vendor import Vendor
from tests.recorded import KEYS, named, recorded, serve

# read from the payloads by a person; one misspells San Francisco
POSTINGS = [
    ("greenhouse:careerkit-greenhouse:8636903002", {
        "title": "Customer Data Scientist - Experimentation", "employer": "Amplitude", "country": "GB", "city": "London",
        "department": "Solutions Consulting", "requisition_id": "R-12263",
        "posted_at": "2026-07-16T15:55:32+00:00", "updated_at": "2026-07-29T12:50:01+00:00",
        "url": "https://job-boards.greenhouse.io/amplitude/jobs/8636903002",
    }),
    ("lever:lever_postings-spotify:b4ad9572-e20f-4185-a284-99d9740d04f0", {
        "title": "Android Engineer I - Subscriptions", "employer": "Named Here", "cities": ["London", "Stockholm"],
        "department": "Engineering", "work_mode": "remote", "posted_at": "2026-06-30T12:12:15.482000+00:00",
        "url": "https://jobs.lever.co/spotify/b4ad9572-e20f-4185-a284-99d9740d04f0",
        "apply_url": "https://jobs.lever.co/spotify/b4ad9572-e20f-4185-a284-99d9740d04f0/apply",
    }),
    ("ashby:ashby_jobs-lubobali:03e2d4e1-73ad-4f09-a058-2eb9ce34c2bc", {
        "title": "Technical Consultant, Mid-Market", "cities": ["San Fransisco", "New York City"], "country": "US",
        "salary_minimum": 151_000, "salary_maximum": 231_000, "salary_currency": "USD", "salary_period": "year",
        "posted_at": "2026-07-07T20:47:09.753000+00:00",
        "url": "https://jobs.ashbyhq.com/ramp/03e2d4e1-73ad-4f09-a058-2eb9ce34c2bc",
    }),
    ("smartrecruiters:careerkit-smartrecruiters:743999671674844", {
        "employer": "Knight Gayles", "country": "US", "requisition_id": "REF30D", "posted_at": "2018-06-08T02:11:28+00:00",
        "description": "Care for residents.", "url": "https://jobs.smartrecruiters.com/Knight/743999671674844",
    }),
    ("workable:careerkit-workable:DD136DD7E7", {
        "title": "Business Analyst - Spanish Speaking", "employer": "Zaelab", "countries": ["PT", "ES"], "work_mode": "remote",
        "posted_at": "2026-08-05T00:00:00+00:00", "url": "https://apply.workable.com/j/DD136DD7E7",
    }),
    ("recruitee:careerkit-recruitee:%", {
        "employer": "Acme", "country": "DE", "city": "Berlin", "salary_minimum": 60_000, "salary_maximum": 75_000,
        "salary_currency": "EUR", "work_mode": "hybrid", "posted_at": "2026-08-05T10:10:39+00:00",
        "updated_at": "2026-08-05T11:45:30+00:00",
    }),
]  # fmt: skip


@pytest.fixture(scope="module")
def crawled(pipeline: Pipeline, vendor: Vendor, shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every recorded board, crawled and carried to the end; board -> its rows."""
    answers = recorded()
    rows = {answer.board: serve(vendor, answer, shared_data / "fixtures" / "ats") for answer in answers}
    mine = named(answers, tmp_path_factory.mktemp("boards") / "boards.toml")
    manners = {"source_base_url": vendor.url, "crawl_delay_s": 0.0, "boards_file": mine, **KEYS}
    # a recorded answer may hold a part of its board only, which a crawl calls partial
    table = pipeline.jobstream("crawl", *rows, "--json", code=1, **manners)
    # what follows a recorded page was not recorded, and fails
    assert {row["board"]: row["published"] for row in table["boards"]} == {board: len(of) for board, of in rows.items()}
    pipeline.catch_up()
    return rows


@pytest.mark.parametrize("engine", ENGINES)
def test_every_recorded_posting_is_a_row(pipeline: Pipeline, crawled: dict[str, Any], engine: str) -> None:
    """Board by board as many as the vendor listed, each with the fields that the answer holds, and text without markup."""
    places = "locations.raw AS locations" if engine == "clickhouse" else "locations"
    columns = "source, board, title, employer, url, posted_at, description"
    found = pipeline.rows(engine, f"SELECT {columns}, {places} FROM postings")
    fields = {answer.board: set(answer.fields) for answer in recorded()}
    by_board = {board: [row for row in found if f"{row['source']}:{row['board']}" == board] for board in crawled}
    assert {board: len(rows) for board, rows in by_board.items()} == {board: len(rows) for board, rows in crawled.items()}
    for row in (row for rows in by_board.values() for row in rows):
        assert all(row[name] for name in row.keys() & fields[f"{row['source']}:{row['board']}"]), row
        assert not any(mark in row["description"] for mark in ("</", "&amp;", "&nbsp;", "&lt;"))


def test_no_recorded_posting_is_a_dead_letter(pipeline: Pipeline, crawled: dict[str, Any]) -> None:
    """Nothing of these boards was given up."""
    dead = [(m.key or b"").decode() for m in pipeline.messages(dead_letters_of(RAW).name)]
    assert [key for key in dead if key.rpartition(":")[0] in crawled] == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("posting", "expected"), POSTINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_recorded_posting_stands_as_its_vendor_meant_it(
    pipeline: Pipeline, crawled: dict[str, Any], posting: str, expected: dict[str, Any], engine: str
) -> None:
    """Title, employer, places, dates, pay and page are those that a person reads in the payload."""
    found = pipeline.rows(engine, f"SELECT * FROM postings WHERE posting_id LIKE '{posting}' ORDER BY posting_id")
    assert expected in [{name: _shown(row[name]) for name in expected} for row in found]


def test_the_log_of_a_crawl_tells_no_items(pipeline: Pipeline, crawled: dict[str, Any]) -> None:
    """At level INFO no debug record is written, whatever a library's own set-up says."""
    lines = (pipeline.settings.log_dir / "crawl.log").read_text().splitlines()
    assert {json.loads(line)["level"] for line in lines} <= {"info", "warning", "error"}


def _shown(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
