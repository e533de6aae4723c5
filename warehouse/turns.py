"""The tables of openings and closings: every one, and the latest of each posting."""

from collections.abc import Sequence
from operator import itemgetter

from schemas.topics import LIFECYCLE, STATUS
from warehouse.columns import MAYBE_WORD, WORD, at, maybe, text
from warehouse.reading import required, to_ms
from warehouse.table import Column, Kind, Record, Table

_SEQUENCE_BITS = 64


def _version(record: Record) -> int:
    sequence: int = record["sequence"]
    return to_ms(record["at"]) << _SEQUENCE_BITS | sequence


def _versions(records: Sequence[Record]) -> list[int]:
    return list(map(_version, records))


_VERSION_COLUMNS = ("at", "sequence")
_COLUMNS = (
    text("posting_id", "`source:board:source_id`: the same wherever and whenever the posting is fetched."),
    text("source", "The vendor that showed it.", WORD),
    text("board", "The employer's listing on the source.", WORD),
    text("kind", "`opened`, `closed` or `reopened`.", WORD),
    at("at", "When it became true."),
    Column("sequence", Kind.INTEGER, "UInt32", required("sequence"), "1, 2, 3 … per posting: orders events of one instant."),
    maybe("reason", "Why it closed: `absent`, `gone`, `deadline` or `aged`.", MAYBE_WORD),
    maybe("crawl_id", "The crawl that told; null when time alone did."),
    at("first_seen_at", "The end of the first crawl that showed it."),
    at("last_seen_at", "The end of the last crawl that showed it, as known at this event."),
    Column(
        "version", Kind.INTEGER, "UInt128", _versions, "(`at`, `sequence`) as one number; the greatest is the latest.",
        timescaledb=False,
    ),
)  # fmt: skip

POSTING_EVENT = Table(
    "posting_event", "Every opening, closing and reopening of every posting.", LIFECYCLE.name, ("posting_id", "kind", "at"),
    itemgetter("posting_id", "kind", "at"), _version, _VERSION_COLUMNS, _COLUMNS,
)  # fmt: skip
POSTING_STATUS = Table(
    "posting_status", "The latest opening, closing or reopening of every posting.", STATUS.name, ("posting_id",),
    itemgetter("posting_id"), _version, _VERSION_COLUMNS, _COLUMNS,
)  # fmt: skip
