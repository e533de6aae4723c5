"""The tables of source health: every crawl of a board in numbers, and every incident."""

from collections.abc import Sequence
from operator import itemgetter

from schemas.health import IncidentEnded, IncidentOpened, SourceHealth
from schemas.topics import HEALTH
from warehouse.columns import MAYBE_WORD, TEXT, WORD, at, maybe, maybe_at, text
from warehouse.reading import json, optional, required, version_of
from warehouse.table import TIMESCALEDB, Column, Kind, Record, Table

_WHOSE = (text("source", "The vendor.", WORD), text("board", "The employer's listing on the source.", WORD))


def _count(name: str, meaning: str) -> Column:
    return Column(name, Kind.INTEGER, "Nullable(UInt32)", optional(name), meaning)


def _json(name: str, meaning: str) -> Column:
    return Column(name, Kind.JSON, TEXT, json(name), meaning)


def _fields(records: Sequence[Record]) -> list[str]:
    return [record["field"] or "" for record in records]


def _sequence(record: Record) -> int:
    sequence: int = record["sequence"]
    return sequence


def _incident(record: Record) -> tuple[object, ...]:
    return tuple(record[name] for name in ("source", "board", "cause", "field", "since"))


SOURCE_HEALTH = Table(
    "source_health", "Every crawl of a board in numbers, against what is usual for the board.", HEALTH.name,
    ("source", "board", "at"), itemgetter("source", "board", "at"), version_of("at"), ("at",),
    (
        *_WHOSE,
        at("at", "When the crawl ended."),
        text("crawl_id", "The crawl."),
        text("outcome", "`complete`, `partial`, `unchanged` or `failed`.", WORD),
        maybe("reason", "Why it is not complete."),
        _count("expected", "Postings the source says it has."),
        _count("listed", "Rows of its pages."),
        _count("fetched", "Postings received."),
        _count("published", "Postings acknowledged by Kafka: the yield."),
        _count("usual", "Median yield of the board's last complete crawls before."),
        _count("failed", "Requests that gave no postings in the end."),
        _count("requests", "Requests sent, tries included."),
        _count("blocked", "Of those, kept out: 403, 429, or a page such as a captcha."),
        _count("latency_median_ms", "From a request to its answer, the median, milliseconds."),
        _count("latency_worst_ms", "The longest of them."),
        _count("unread", "Open postings of earlier crawls that normalize never read: dead letters, or it is behind."),
        _count("readings", "Readings of newest revisions since the board is known."),
        _json("filled", "JSON: field -> share of readings that fill it, 0 to 1; the newest weigh most."),
        _json("unreadable", "JSON: field -> share of readings that could not read it."),
        _count("failures", "Crawls in a row, up to this one, that failed."),
        maybe_at("last_success_at", "End of the last complete or unchanged crawl."),
        Column("verdicts", Kind.TEXTS, f"Array({WORD})", required("verdicts"), "What is wrong with this very crawl."),
        _json("incidents", "JSON: every incident that is open after this crawl."),
    ),
    engines=(TIMESCALEDB,), events=(SourceHealth.TYPE,),
)  # fmt: skip
SOURCE_INCIDENT = Table(
    "source_incident", "Every incident of a board, open or ended.", HEALTH.name, ("source", "board", "cause", "field", "since"),
    _incident, _sequence, ("sequence",),
    (
        *_WHOSE,
        text("cause", "`empty`, `shrunk`, `short`, `blocked`, `failing`, `field_lost` or `slow`.", WORD),
        Column("field", Kind.TEXT, WORD, _fields, "The field that was lost; empty for other causes."),
        at("since", "When it was first seen."),
        text("kind", "`opened` or `ended`.", WORD),
        Column("sequence", Kind.INTEGER, "UInt8", required("sequence"), "1 opened, 2 ended: the greater is in force."),
        at("at", "When it was told that it is open, or over."),
        maybe("ending", "`recovered`, or `accepted`: it lasted so long that it counts as usual.", MAYBE_WORD),
        maybe("crawl_id", "The crawl that told; null when readings did."),
        text("detail", "What is wrong, one sentence."),
        _json("evidence", "JSON: the numbers when it was opened."),
    ),
    engines=(TIMESCALEDB,), events=(IncidentOpened.TYPE, IncidentEnded.TYPE),
)  # fmt: skip
