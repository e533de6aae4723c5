"""Rows of a file on their way to Kafka."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest

from runtime.producer import BrokerUnavailable, Published
from schemas.codec import decode
from schemas.crawl import CrawlOutcome, CrawlPage, CrawlReport
from schemas.message import Outgoing
from schemas.raw import RawPosting
from scrapers import importing
from scrapers.importing import publish_postings
from scrapers.imports import importable, load_spec
from scrapers.imports.files import Line
from scrapers.imports.reading import NAMED, Findings, Import, read_postings
from tests.builders import FEB, JAN, as_incoming


class Topic:
    """A Kafka that remembers; it is away the first `away` times, and refuses what is larger than `limit` bytes."""

    def __init__(self, away: int = 0, limit: int = 1 << 24) -> None:
        self.batches: list[list[Any]] = []
        self._away = away
        self._limit = limit

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        if self._away:
            self._away -= 1
            raise BrokerUnavailable("away")
        self.batches.append([decode(as_incoming(message)) for message in messages])
        return [Published(m.topic, 0, 0 if len(m.value or b"") < self._limit else None) for m in messages]

    def of(self, kind: type) -> list[Any]:
        """Return the events of a kind, in order."""
        return [event for batch in self.batches for event in batch if isinstance(event, kind)]


def lines(*rows: dict[str, Any]) -> Iterator[Line]:
    """Return rows as lines 1, 2, 3 …."""
    return iter([Line(number, row) for number, row in enumerate(rows, 1)])


def comments(count: int, month: str = "2015-01") -> list[dict[str, Any]]:
    """Return comments of a thread."""
    return [{"id": number, "time": 1420128328, "month": month, "text": "Acme"} for number in range(1, count + 1)]


def run(rows: Iterator[Line], topic: Topic, source: str = "hn", board: str | None = None, limit: int | None = None) -> Findings:
    """Import `rows`."""
    wanted, findings = Import(load_spec(source, {"title": "t"}), board, JAN, limit), Findings()
    publish_postings(read_postings(rows, wanted, findings), wanted, findings, topic, lambda: FEB)
    return findings


def test_pages_and_reports_follow_the_postings_of_their_board() -> None:
    """Each board has its own; a report counts its pages of at most a thousand ids."""
    topic = Topic()
    findings = run(lines(*comments(1200), *comments(3, "2015-02")), topic)
    pages, reports = topic.of(CrawlPage), topic.of(CrawlReport)

    assert (findings.rows, findings.published, findings.failed) == (1203, 1203, 0)
    assert [(page.board, page.number, len(page.posting_ids)) for page in pages] == [
        ("2015-01", 0, 1000),
        ("2015-01", 1, 200),
        ("2015-02", 0, 3),
    ]
    assert [(report.board, report.pages, report.published) for report in reports] == [("2015-01", 2, 1200), ("2015-02", 1, 3)]
    assert topic.batches[-1] == reports


def test_an_import_takes_nothing_as_gone() -> None:
    """A file is what somebody kept of a board, not what the board shows."""
    topic = Topic()
    run(lines(*comments(1)), topic)

    [report] = topic.of(CrawlReport)
    assert (report.outcome, report.reason, report.limited) == (CrawlOutcome.PARTIAL, importing.REASON, True)


def test_a_posting_knows_its_import() -> None:
    """By the id that its page and report carry; the time is the row's own."""
    topic = Topic()
    run(lines(*comments(1)), topic)
    (raw,) = topic.of(RawPosting)

    assert {raw.crawl_id} == {event.crawl_id for event in topic.of(CrawlPage) + topic.of(CrawlReport)}
    assert (raw.posting_id, raw.fetched_at.year) == ("hn:2015-01:1", 2015)


def test_a_row_that_does_not_say_when_was_fetched_now() -> None:
    """And a board that was given counts more than the row's own."""
    topic = Topic()
    run(lines({"id": 1, "month": "2015-01"}), topic, board="mine")
    (raw,) = topic.of(RawPosting)

    assert (raw.fetched_at, raw.board) == (JAN, "mine")


def test_a_row_that_was_fetched_in_the_future_is_named() -> None:
    """Else every later crawl of its posting would be late until then."""
    topic = Topic()
    (row,) = comments(1)
    findings = run(lines({**row, "time": (JAN + timedelta(days=2)).timestamp()}, {**row, "id": 2}), topic)

    assert (findings.failed, len(topic.of(RawPosting))) == (1, 1)
    assert "still to come" in findings.broken[0][1]


def test_a_posting_seen_twice_is_published_twice_and_listed_once() -> None:
    """Both are what the source showed; the page says what was seen."""
    topic = Topic()
    run(lines(*comments(1), *comments(1)), topic)

    assert len(topic.of(RawPosting)) == 2
    assert [page.posting_ids for page in topic.of(CrawlPage)] == [["hn:2015-01:1"]]


def test_a_row_without_an_id_is_published_and_named() -> None:
    """It becomes a dead letter with its reason downstream; no page can list it."""
    topic = Topic()
    findings = run(lines({"time": 1420128328}), topic)

    assert [raw.source_id for raw in topic.of(RawPosting)] == [None]
    assert (findings.lacking, topic.of(CrawlPage)) == ([(1, "id")], [])


def test_broken_lines_are_counted_and_the_rest_is_published() -> None:
    """A time that is none breaks its row, too."""
    findings = run(iter([Line(1, error="not JSON"), Line(2, {"id": 1, "time": "soon"}), Line(3, comments(1)[0])]), Topic())

    assert (findings.failed, findings.published) == (2, 1)
    assert findings.broken == [(1, "not JSON"), (2, "'soon' is no time")]


def test_kafka_is_waited_for_and_the_whole_batch_is_sent_again() -> None:
    """Nothing is skipped."""
    assert run(lines(*comments(3)), Topic(away=5)).published == 3


def test_a_posting_that_is_too_large_for_its_topic_is_named() -> None:
    """The others are published."""
    topic = Topic(limit=2000)
    findings = run(lines(comments(1)[0], {"id": 2, "time": 1420128328, "text": "x" * 3000}), topic, board="b")

    assert (findings.published, findings.broken) == (1, [(2, "the posting is larger than its topic allows")])
    assert [(report.published, report.failed) for report in topic.of(CrawlReport)] == [(1, 1)]


def test_a_batch_is_bounded_by_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """However large the rows are, memory is not."""
    monkeypatch.setattr(importing, "BATCH_BYTES", 10_000)
    topic = Topic()
    run(lines(*({"id": number, "time": 1, "text": "x" * 6000} for number in range(4))), topic)

    assert [len(batch) for batch in topic.batches if isinstance(batch[0], RawPosting)] == [2, 2]


def test_a_limit_is_a_number_of_postings() -> None:
    """Rows after it are not read."""
    findings = run(lines(*comments(5)), Topic(), limit=2)

    assert (findings.published, findings.rows) == (2, 3)


def test_no_more_than_a_thousand_faults_are_named() -> None:
    """All of them are counted."""
    findings = run(iter([Line(number, error="not JSON") for number in range(NAMED + 5)]), Topic())

    assert (findings.failed, len(findings.broken)) == (NAMED + 5, NAMED)


def test_an_empty_file_publishes_nothing() -> None:
    """No board, no report."""
    topic = Topic()
    run(iter(()), topic)

    assert topic.batches == []


def test_a_second_import_of_a_board_has_an_id_of_its_own() -> None:
    """Derived from when it began."""
    spec = load_spec("hn", {})

    assert Import(spec, None, JAN).crawl_id("b") != Import(spec, None, JAN + timedelta(seconds=1)).crawl_id("b")


def test_a_row_that_no_message_can_carry_is_named_and_the_rest_goes_on() -> None:
    """Lists within lists, hundreds of them."""
    deep: Any = "x"
    for _ in range(300):
        deep = [deep]
    topic = Topic()
    findings = run(lines({**comments(1)[0], "kids": deep}, {**comments(1)[0], "id": 2}), topic)

    assert (findings.published, [line for line, _ in findings.broken]) == (1, [1])
    assert [posting.source_id for posting in topic.of(RawPosting)] == ["2"]


@pytest.mark.parametrize("source", importable())
@pytest.mark.parametrize("row", [{}, {"id": []}, {"listing": 1, "detail": 2}, {"id": "1", "listing": None}, [], "x", None, 7])
def test_a_row_of_any_shape_ends_no_import(source: str, row: Any) -> None:
    """It is a fault with its line, or a posting without an id; the next row counts."""
    findings = Findings()
    wanted = Import(load_spec(source, {"title": "t"}), None, JAN)
    found = list(read_postings(iter([Line(1, row), Line(2, row)]), wanted, findings))

    assert findings.rows == 2
    assert findings.failed + len({number for number, _ in found}) == 2
