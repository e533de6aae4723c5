"""Messages as people see them."""

import json

import pytest

from pipeline.ops.tail import payload, to_line
from schemas.codec import encode, tombstone
from schemas.crawl import CrawlOutcome, CrawlReport
from schemas.message import Incoming
from tests.builders import JAN, as_incoming, make_enriched, make_raw_posting, raw_message


def test_an_event_is_shown_with_its_place_subject_and_title():
    """One line."""
    line = to_line(as_incoming(encode(make_enriched(), "jobs.posting.enriched", made_by="enrich"), 3, 41)).as_text()
    assert line == "1970-01-01 00:00:00        3:41  jobs.posting.enriched.v1  lever:acme:p1  Nurse"


def test_a_crawl_report_is_shown_with_its_outcome():
    """It has no title."""
    report = CrawlReport(
        crawl_id="c", source="lever", board="acme", outcome=CrawlOutcome.COMPLETE, pages=1, fetched=1, published=1, failed=0,
        started_at=JAN, finished_at=JAN,
    )  # fmt: skip
    assert to_line(as_incoming(encode(report, "jobs.crawl", made_by="crawl"))).as_text().endswith("lever:acme  complete")


def test_a_raw_posting_is_shown_as_it_is():
    """JSON holds the whole event and its replay id."""
    raw = make_raw_posting()
    shown = to_line(raw_message(raw, replay_id="r1")).as_json()
    assert (shown["event"], shown["replay_id"]) == (raw.model_dump(mode="json"), "r1")
    json.dumps(shown)


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        (Incoming("t", 0, 0, b"k", b"\xff\x00", (("ce_type", b"jobs.posting.raw.v1"),)), "not_utf8"),
        (Incoming("t", 0, 0, b"k", b"{}", ()), "unknown_type"),
        (Incoming("t", 0, 0, b"k", b"{}", (("ce_type", b"jobs.posting.raw.v9"),)), "unknown_version"),
        (as_incoming(tombstone("t", "k")), "tombstone"),
    ],
)
def test_what_can_not_be_decoded_is_shown_as_such(message, problem):
    """With its key, and the reason."""
    line = to_line(message)
    assert (line.event, line.subject) == (None, "k")
    assert f"({problem}" in line.as_text()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (b'{"a": 1}', {"json": {"a": 1}}),
        (b"plain", {"text": "plain"}),
        (b"\xff\x00", {"base16": "ff00"}),
        (None, {"null": True}),
    ],
)
def test_any_payload_can_be_shown(value, shown):
    """JSON, text, or bytes."""
    assert payload(value) == shown
