"""A board is crawled again and again: its postings open, close, reopen and come under new ids in both warehouses."""

from typing import Any

import pytest

from schemas.codec import decode
from schemas.topics import LIFECYCLE, STATUS
from tests.e2e.conftest import ENGINES, Pipeline
from tests.integration.scrapers.vendor import Answer, Vendor

PATH = "/boards-api.greenhouse.io/v1/boards/turns/jobs"
# what each crawl finds: 2 and 3 are gone from two listings; 2 comes back, and 3 does so under a new id
LISTINGS = ((1, 2, 3), (1,), (1,), (1, 2, 13))
SECOND = "greenhouse:turns:2"


def listing(*numbers: int) -> Answer:
    """A Greenhouse board; a number and the number ten higher are one job."""
    jobs = [{"id": n, "title": f"Engineer {n % 10}", "content": "Build.", "location": {"name": "Oslo"}} for n in numbers]
    return Answer({"jobs": jobs, "meta": {"total": len(jobs)}})


def view(pipeline: Pipeline, engine: str) -> dict[str, dict[str, Any]]:
    """The board's postings as an analyst sees them."""
    columns = "posting_id, is_open, opened_at, closed_at, closed_reason, last_seen_at, days_open"
    found = pipeline.rows(engine, f"SELECT {columns} FROM postings WHERE board = 'turns' ORDER BY posting_id")
    return {row["posting_id"]: row for row in found}


@pytest.fixture(scope="module")
def seen(pipeline: Pipeline, vendor: Vendor) -> list[dict[str, dict[str, dict[str, Any]]]]:
    """What both warehouses show after each crawl."""
    states = []
    for numbers in LISTINGS:
        vendor.answers[PATH] = [listing(*numbers)]
        pipeline.jobstream("crawl", "greenhouse:turns", "--full", "--json", source_base_url=vendor.url)
        pipeline.catch_up()
        states.append({engine: view(pipeline, engine) for engine in ENGINES})
    return states


@pytest.mark.parametrize("engine", ENGINES)
def test_a_posting_is_open_until_two_listings_lack_it(seen: list[Any], engine: str) -> None:
    """And open again when it comes back; the other one is open all the time."""
    states = [state[engine] for state in seen]
    assert [(s["greenhouse:turns:1"]["is_open"], s[SECOND]["is_open"]) for s in states] == [
        (True, True), (True, True), (True, False), (True, True),
    ]  # fmt: skip
    assert [s[SECOND]["closed_reason"] for s in states] == [None, None, "absent", None]
    closed = states[2][SECOND]
    assert closed["last_seen_at"] == closed["opened_at"] < closed["closed_at"]
    assert 0 < closed["days_open"] < 1
    assert states[3][SECOND]["opened_at"] == closed["opened_at"]
    last_seen = [s["greenhouse:turns:1"]["last_seen_at"] for s in states]
    assert last_seen == sorted(set(last_seen))


@pytest.mark.parametrize("engine", ENGINES)
def test_every_turn_is_an_event(pipeline: Pipeline, seen: list[Any], engine: str) -> None:
    """In the warehouse as on the topic; the compacted topic ends with the last."""
    query = f"SELECT kind, reason FROM posting_events WHERE posting_id = '{SECOND}' ORDER BY at"
    rows = [(row["kind"], row["reason"]) for row in pipeline.rows(engine, query)]
    assert rows == [("opened", None), ("closed", "absent"), ("reopened", None)]
    for topic in (LIFECYCLE, STATUS):
        told = [decode(m) for m in pipeline.messages(topic.name) if m.key == SECOND.encode()]
        assert [event.kind for event in told][-1] == "reopened"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_job_that_comes_again_under_a_new_id_is_linked_to_its_former_life(
    pipeline: Pipeline, seen: list[Any], engine: str
) -> None:
    """It is told from one that comes back under its own."""
    closed_at = seen[2][engine]["greenhouse:turns:3"]["closed_at"]
    query = (
        "SELECT posting_id, repost_of, former_closed_at, former_closed_reason, days_between FROM reposts WHERE board = 'turns'"
    )
    [repost] = pipeline.rows(engine, query)
    assert 0 < repost.pop("days_between") < 1
    assert repost == {
        "posting_id": "greenhouse:turns:13", "repost_of": "greenhouse:turns:3", "former_closed_at": closed_at,
        "former_closed_reason": "absent",
    }  # fmt: skip


def test_a_tick_reaches_the_stage(pipeline: Pipeline, seen: list[Any]) -> None:
    """Nothing is due, so nothing closes, and no sink chokes on it."""
    assert "greenhouse:turns" in pipeline.jobstream("lifecycle", "tick", "--json")["boards"]
    pipeline.catch_up()
    for engine in ENGINES:
        assert view(pipeline, engine)[SECOND]["is_open"]


@pytest.mark.parametrize("engine", ENGINES)
def test_open_postings_are_counted_by_source(pipeline: Pipeline, seen: list[Any], engine: str) -> None:
    """The named query counts what is open now."""
    answer = pipeline.jobstream("query", "open-postings-by-source", "--engine", engine, "--param", "source=greenhouse", "--json")
    assert answer[0]["source"] == "greenhouse"
    assert answer[0]["open"] >= 2
