"""From messages to batches."""

import json
import random

import pytest

from schemas.codec import encode
from schemas.crawl import CrawlPage
from schemas.derived import Contact, ContactKind, Origin
from schemas.message import Incoming
from schemas.topics import CRAWL, EMBEDDED, ENRICHED
from schemas.vector import DIMENSIONS
from tests.builders import FEB, JAN, MAR, as_incoming, make_enriched
from tests.warehouse_data import (
    changed,
    cluster_message,
    embedded_message,
    enriched_message,
    health_message,
    letter_message,
    make_cluster,
    make_embedded,
    make_ended,
    make_full_posting,
    make_health,
    make_opened,
    make_report,
    report_message,
    values_of,
)
from warehouse.intake import Intake
from warehouse.rows import topics_of
from warehouse.table import CLICKHOUSE, TIMESCALEDB


def test_a_posting_becomes_a_row_of_each_of_its_tables() -> None:
    """Every field of the event is where the columns say."""
    sorted_ = Intake(CLICKHOUSE).sort([enriched_message(make_full_posting())])

    row = values_of(sorted_, "posting")[0]
    assert values_of(sorted_, "posting_revision") == [row]
    assert (row["city"], row["country"], row["cities"], row["countries"]) == ("Berlin", "DE", ["Berlin", "Vienna"], ["DE", "AT"])
    assert row["locations.country"] == ["DE", None, "AT"]
    assert (row["skills"], row["skill_ids"]) == (["Python", "nursing, general"], ["skill/Python", "skill/nursing, general"])
    assert (row["salary_period"], row["salary_usd_maximum"]) == ("year", 66_000)
    assert row["revised_at"] == 1_767_603_600_000


def test_of_a_key_that_comes_twice_the_greatest_version_is_kept() -> None:
    """Whatever the order in the poll; every revision is kept where revisions are."""
    postings = [make_enriched(revised_at=at, processed_at=at, title=at.strftime("%b")) for at in (JAN, MAR, FEB)]
    random.shuffle(postings)

    sorted_ = Intake(CLICKHOUSE).sort([enriched_message(p, offset) for offset, p in enumerate(postings)])

    assert [row["title"] for row in values_of(sorted_, "posting")] == ["Mar"]
    assert {row["title"] for row in values_of(sorted_, "posting_revision")} == {"Jan", "Feb", "Mar"}


def test_a_replayed_revision_replaces_itself() -> None:
    """The same revision processed later is the greater version."""
    old, new = (make_enriched(revised_at=JAN, processed_at=at, title=at.strftime("%b")) for at in (FEB, MAR))

    sorted_ = Intake(TIMESCALEDB).sort([enriched_message(new, 0), enriched_message(old, 1)])

    assert [row["title"] for row in values_of(sorted_, "posting_change")] == ["Mar"]


def test_the_rows_of_a_poll_do_not_depend_on_how_it_is_read() -> None:
    """More messages than are read at once give the rows that each would give alone."""
    postings = [make_full_posting(source_id=f"p{n}", posting_id=f"lever:acme:p{n}", title=f"Nurse {n}") for n in range(150)]

    together = Intake(TIMESCALEDB).sort([enriched_message(p, n) for n, p in enumerate(postings)])
    alone = [Intake(TIMESCALEDB).sort([enriched_message(p)]) for p in postings]

    assert values_of(together, "posting") == [values_of(one, "posting")[0] for one in alone]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"{", "not_json"),
        (b"\xff\xfe", "not_utf8"),
        (b"[]", "not_valid"),
        (b"{}", "not_valid"),
        (None, "no_value"),
        (b'{"posting_id": "\\ud800"}', "not_json"),
    ],
)
def test_what_is_no_event_is_unusable(value: bytes | None, reason: str) -> None:
    """The reason is the codec's; the messages around it make their rows."""
    good, bad = enriched_message(make_enriched(), 0), changed(enriched_message(make_enriched(), 1), value)

    sorted_ = Intake(CLICKHOUSE).sort([good, bad])

    assert [(u.message.offset, u.reason) for u in sorted_.unusable] == [(1, reason)]
    assert len(values_of(sorted_, "posting")) == 1


@pytest.mark.parametrize("field", ["revised_at", "processed_at", "fetched_at", "title", "locations", "salary"])
def test_a_field_of_the_wrong_shape_is_unusable_and_named(field: str) -> None:
    """One dead letter, however many tables stumble over it."""
    text = enriched_message(make_full_posting()).value or b""
    bad = text.replace(f'"{field}":'.encode(), f'"{field}":"no","was_{field}":'.encode(), 1)
    if field == "title":
        bad = text.replace(b'"title":', b'"was_title":', 1)

    sorted_ = Intake(CLICKHOUSE).sort([changed(enriched_message(make_enriched()), bad)])

    assert [u.reason for u in sorted_.unusable] == ["not_valid"]
    assert field in sorted_.unusable[0].detail
    assert not sorted_.batches


@pytest.mark.parametrize(
    ("ce_type", "reason"), [(b"jobs.posting.enriched.v9", "unknown_version"), (b"x.y.v1", "unknown_type"), (None, "unknown_type")]
)
def test_an_event_that_is_not_known_is_unusable(ce_type: bytes | None, reason: str) -> None:
    """A version or type from the future is a dead letter, not a guess."""
    message = enriched_message(make_enriched())
    headers = tuple(h for h in message.headers if h[0] != "ce_type") + ((("ce_type", ce_type),) if ce_type else ())

    sorted_ = Intake(TIMESCALEDB).sort([Incoming(ENRICHED.name, 0, 0, message.key, message.value, headers)])

    assert [u.reason for u in sorted_.unusable] == [reason]


def test_a_tombstone_and_a_crawl_page_make_no_row() -> None:
    """They are neither rows nor unusable."""
    page = CrawlPage(crawl_id="c1", source="lever", board="acme", number=0, posting_ids=[], fetched_at=JAN)
    tombstone = changed(cluster_message(make_cluster(make_enriched())), None)

    sorted_ = Intake(CLICKHOUSE).sort([as_incoming(encode(page, CRAWL.name, made_by="test")), tombstone])

    assert (sorted_.batches, sorted_.unusable) == ([], [])


def test_clusters_and_reports_become_rows() -> None:
    """An assignment keeps why it was made, a report how complete the crawl was."""
    sorted_ = Intake(TIMESCALEDB).sort([cluster_message(make_cluster(make_enriched())), report_message(make_report())])

    assert values_of(sorted_, "posting_cluster")[0]["match_method"] == "none"
    assert values_of(sorted_, "crawl")[0]["outcome"] == "complete"


def test_a_dead_letter_becomes_a_row_whatever_its_payload_is() -> None:
    """Bytes that are no text are shown as far as they are."""
    dead = changed(enriched_message(make_enriched(), 3), b"\xff\x00" + b"x" * 5000)

    row = values_of(Intake(CLICKHOUSE).sort([letter_message(dead, offset=9)]), "dead_letter")[0]

    assert (row["stage"], row["topic"], row["offset"], row["dlq_offset"]) == ("normalize", ENRICHED.name, 3, 9)
    assert (row["payload_bytes"], len(row["payload_start"]), row["payload_start"][:2]) == (5002, 2000, "\ufffd\ufffd")


def test_a_dead_letter_shows_no_contacts() -> None:
    """No warehouse keeps what enrich found about people; the rest of the payload is as it was."""
    jane = Contact(kind=ContactKind.EMAIL, value="jane@example.com", origin=Origin.TEXT, confidence=0.9)
    dead = [enriched_message(make_enriched(description="", contacts=found), 3) for found in ([jane], [])]

    shown, same = (values_of(Intake(CLICKHOUSE).sort([letter_message(each, offset=9)]), "dead_letter")[0] for each in dead)

    assert ("jane" in shown["payload_start"], shown["payload_start"]) == (False, same["payload_start"])
    assert shown["payload_bytes"] == len(dead[0].value)


def test_a_dead_letter_without_its_headers_is_a_row_too() -> None:
    """It is named by where it lies, because it can't be buried twice."""
    row = values_of(Intake(CLICKHOUSE).sort([Incoming(ENRICHED.name + ".dlq", 0, 5, None, None)]), "dead_letter")[0]

    assert (row["reason"], row["topic"], row["offset"]) == ("unreadable_headers", ENRICHED.name + ".dlq", 5)


def test_the_time_of_the_last_fetch_is_known() -> None:
    """It is what the latency is measured from; a poll without postings has none."""
    assert Intake(CLICKHOUSE).sort([enriched_message(make_enriched(fetched_at=JAN))]).fetched_at_ms == 1_767_603_600_000
    assert Intake(CLICKHOUSE).sort([report_message(make_report())]).fetched_at_ms is None


def test_health_and_incidents_are_rows_of_tables_of_their_own() -> None:
    """Though they share a topic: each event makes a row where it belongs."""
    incident = make_opened()
    events = [make_health(verdicts=["empty"], incidents=[incident]), incident]
    sorted_ = Intake(TIMESCALEDB).sort([health_message(event, offset) for offset, event in enumerate(events)])

    (health,), (row,) = values_of(sorted_, "source_health"), values_of(sorted_, "source_incident")
    assert (health["published"], health["verdicts"], health["filled"]) == (2, ["empty"], '{"title":1.0,"url":0.5}')
    assert '"detail":"No posting; usually there are 2."' in health["incidents"]
    assert (row["cause"], row["field"], row["kind"], row["ending"]) == ("empty", "", "opened", None)
    assert sorted_.unusable == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_end_of_an_incident_is_in_force(order: tuple[int, int]) -> None:
    """In one poll the row that opened it is left out, in whatever order they come."""
    opened = make_opened(field="url", cause="field_lost")
    events = [opened, make_ended(opened, FEB)]
    sorted_ = Intake(TIMESCALEDB).sort([health_message(events[at], offset) for offset, at in enumerate(order)])

    assert [(r["kind"], r["field"], r["ending"], r["detail"]) for r in values_of(sorted_, "source_incident")] == [
        ("ended", "url", "recovered", opened.detail)
    ]


def test_what_is_no_event_of_health_is_unusable() -> None:
    """It is dead, with the reason; the others are rows."""
    messages = [
        health_message(make_health()),
        changed(health_message(make_opened(), 1), b"{}"),
        changed(health_message(make_health(), 2), b"[]"),
    ]
    sorted_ = Intake(TIMESCALEDB).sort(messages)

    assert [(found.message.offset, found.reason) for found in sorted_.unusable] == [(2, "not_valid"), (1, "not_valid")]
    assert len(values_of(sorted_, "source_health")) == 1


def test_a_vector_becomes_a_row_of_numbers() -> None:
    """ClickHouse compares them; TimescaleDB gets none."""
    message = embedded_message(make_embedded(make_enriched(), 0.6, 0.8))

    [row] = values_of(Intake(CLICKHOUSE).sort([message]), "posting_embedding")

    assert row["vector"][:3] == pytest.approx((0.6, 0.8, 0.0), abs=1e-3)
    assert len(row["vector"]) == DIMENSIONS
    assert EMBEDDED.name not in topics_of(TIMESCALEDB)


@pytest.mark.parametrize("vector", ["", "AAAA", None, 7])
def test_what_is_no_vector_is_unusable(vector: object) -> None:
    """It is a dead letter, and the others of the poll are written."""
    message = embedded_message(make_embedded(make_enriched(), 1.0))
    broken = changed(message, json.dumps(json.loads(message.value) | {"vector": vector}).encode())

    found = Intake(CLICKHOUSE).sort([broken, message])

    assert [each.message for each in found.unusable] == [broken]
    assert len(values_of(found, "posting_embedding")) == 1
