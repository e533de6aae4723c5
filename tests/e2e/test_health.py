"""A board that is crawled again and again, while its source goes wrong in one way after another, without a word."""

from typing import Any

import pytest

from schemas.codec import decode
from schemas.health import IncidentEnded, IncidentOpened
from schemas.topics import HEALTH
from tests.e2e.conftest import Pipeline
from tests.integration.scrapers.vendor import Answer, Vendor

BOARD = "greenhouse:sick"
PATH = "/boards-api.greenhouse.io/v1/boards/sick/jobs"


def listing(size: int) -> Answer:
    """A Greenhouse board of that size."""
    jobs = [{"id": n, "title": f"Engineer {n}", "content": "Build.", "location": {"name": "Oslo"}} for n in range(1, size + 1)]
    return Answer({"jobs": jobs, "meta": {"total": size}})


CAPTCHA = Answer(b"<html><head><title>Just a moment...</title></head></html>", 200, {"Content-Type": "text/html"})
ANSWERS = {"well": listing(6), "nothing": listing(0), "half": listing(3), "captcha": CAPTCHA}


@pytest.fixture(scope="module")
def told(pipeline: Pipeline, vendor: Vendor) -> dict[str, Any]:
    """What the command says after each crawl."""
    found = {}
    for name, answer in ANSWERS.items():
        vendor.answers[PATH] = [answer]
        pipeline.jobstream("crawl", BOARD, "--full", "--json", code=None, source_base_url=vendor.url)
        pipeline.catch_up()
        found[name] = pipeline.jobstream("sources", "health", BOARD, "--json", code=1 if name != "well" else 0)
    return found


def test_the_command_tells_what_is_wrong_after_that_very_crawl(told: dict[str, Any]) -> None:
    """An empty board, half of the usual, and a page that keeps visitors out, which is never a listing."""
    causes = {name: sorted(row["cause"] for row in answer["incidents"]) for name, answer in told.items()}
    assert causes == {"well": [], "nothing": ["empty"], "half": ["shrunk"], "captcha": ["blocked", "shrunk"]}
    boards = {name: answer["boards"][0] for name, answer in told.items()}
    assert {name: (row["published"], row["usual"], row["blocked"], row["outcome"]) for name, row in boards.items()} == {
        "well": (6, None, 0, "complete"), "nothing": (0, 6, 0, "complete"), "half": (3, 6, 0, "complete"),
        "captcha": (0, 6, 1, "failed"),
    }  # fmt: skip
    assert boards["captcha"]["last_success_at"] == boards["half"]["at"]


def test_every_incident_is_told_once_and_so_is_its_end(pipeline: Pipeline, told: dict[str, Any]) -> None:
    """On the topic as in TimescaleDB; no captcha became a posting."""
    events = [decode(message) for message in pipeline.messages(HEALTH.name) if message.key == BOARD.encode()]
    turns = [(e.kind, e.cause.value) for e in events if isinstance(e, IncidentOpened | IncidentEnded)]
    assert turns == [("opened", "empty"), ("ended", "empty"), ("opened", "shrunk"), ("opened", "blocked")]
    query = "SELECT cause, ending, ended_at > since AS is_over FROM source_incidents WHERE board = 'sick' ORDER BY since, cause"
    assert [tuple(row.values()) for row in pipeline.rows("timescaledb", query)] == [
        ("empty", "recovered", True), ("shrunk", None, None), ("blocked", None, None),
    ]  # fmt: skip
    numbers = (
        "SELECT unread, readings, filled ->> 'title' AS title, requests, latency_worst_ms >= 0 AS is_timed FROM board_health"
    )
    assert pipeline.rows("timescaledb", f"{numbers} WHERE board = 'sick'") == [
        {"unread": 0, "readings": 6, "title": "1.0", "requests": 1, "is_timed": True}
    ]
    postings = pipeline.rows("clickhouse", "SELECT count() AS n FROM postings WHERE board = 'sick'")
    assert postings == [{"n": 6}]
