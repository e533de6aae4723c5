"""The columns of every table, declared once: name, types, meaning, and where in an event the value is.

Those of postings are in `posting_columns.py` and `derived_columns.py`. A migration's SQL says how a table is stored; a contract
test compares both. No table is written from two topics, and time and key columns come from the event.
"""

from collections.abc import Sequence
from operator import itemgetter

from schemas.cluster import assignment_version
from schemas.topics import CLUSTER, CRAWL, EMBEDDED, ENRICHED, MIRROR
from warehouse.columns import INSTANT, MAYBE_FLOAT, MAYBE_INSTANT, MAYBE_TEXT, MAYBE_WORD, TEXT, WORD, at, maybe, text
from warehouse.health import SOURCE_HEALTH, SOURCE_INCIDENT
from warehouse.posting_columns import CHANGE, EVERYTHING, POSTING_VERSION, VERSION_NUMBER, WHEN, WHICH
from warehouse.reading import inner, optional, required, to_ms, vector, version_of
from warehouse.table import CLICKHOUSE, TIMESCALEDB, Column, Kind, Record, Table
from warehouse.turns import POSTING_EVENT, POSTING_STATUS

DEAD_LETTERS = "*.dlq"

_VERSION = ("revised_at", "processed_at")


def _processed_ms(record: Record) -> int:
    text: str | None = record.get("processed_at")
    return 0 if text is None else to_ms(text)


def _assignment_version(record: Record) -> int:
    # a posting that changed its employer is assigned in two groups, which know nothing of each other's time
    return assignment_version(to_ms(record["revised_at"]), _processed_ms(record), to_ms(record["assigned_at"]))


def _reasons(records: Sequence[Record]) -> list[str]:
    return [record["match"].get("reason") or "" for record in records]


def _differences(records: Sequence[Record]) -> list[list[str]]:
    return [variant["differences"] if (variant := record.get("variant")) else [] for record in records]


def _revision(record: Record) -> tuple[str, str]:
    return record["posting_id"], record["revised_at"]


POSTING = Table(
    "posting", "The newest revision of every posting.", ENRICHED.name, ("posting_id",), itemgetter("posting_id"),
    POSTING_VERSION, _VERSION, EVERYTHING,
)  # fmt: skip
POSTING_REVISION = Table(
    "posting_revision", "Every revision of every posting, whole.", ENRICHED.name, ("posting_id", "revised_at"), _revision,
    POSTING_VERSION, _VERSION, tuple(column for column in EVERYTHING if column.on(CLICKHOUSE)), engines=(CLICKHOUSE,),
)  # fmt: skip
POSTING_CHANGE = Table(
    "posting_change", "Every revision of every posting with its dimensions, without its text.", ENRICHED.name,
    ("posting_id", "revised_at"), _revision, POSTING_VERSION, _VERSION,
    CHANGE, engines=(TIMESCALEDB,),
)  # fmt: skip
POSTING_CLUSTER = Table(
    "posting_cluster", "The cluster of every posting: postings that advertise one job. The only authority on it.", CLUSTER.name,
    ("posting_id",), itemgetter("posting_id"), _assignment_version, ("revised_at", "processed_at", "assigned_at"),
    (
        *WHICH[:2],
        text("employer_key", "The employer key under which it was compared."),
        text("cluster_id", "Posting id of the cluster's founder."),
        Column("is_canonical", Kind.FLAG, "Bool", required("is_canonical"), "Whether it stands for its cluster."),
        Column(
            "match_method", Kind.TEXT, WORD, inner("match", "method"), "`exact`, `near` or `none`: how it was found to repeat."
        ),
        Column(
            "similarity", Kind.FLOAT, MAYBE_FLOAT, inner("match", "similarity"),
            "Share of what is said about the role that is in both, 0 to 1.",
        ),
        Column(
            "matched_posting_id", Kind.TEXT, MAYBE_TEXT, inner("match", "matched_posting_id"), "What it was verified against."
        ),
        Column("reason", Kind.TEXT, TEXT, _reasons, "One sentence for people."),
        Column(
            "variant_of", Kind.TEXT, MAYBE_TEXT, inner("variant", "variant_of"),
            "Of a canonical posting: the older one of the same template, for another opening.",
        ),
        Column(
            "variant_differences", Kind.TEXTS, f"Array({WORD})", _differences,
            "In what it differs from that one: `place`, `level`, `team`, `requisition`.",
        ),
        at("revised_at", "The revision that the assignment is about."),
        Column(
            "processed_at", Kind.INSTANT, INSTANT, lambda records: list(map(_processed_ms, records)),
            "The reading of that revision; 1970 where it was assigned before 2026-11-27.",
        ),
        at("assigned_at", "When it was assigned."),
        Column(
            "version", Kind.INTEGER, "UInt128", lambda records: list(map(_assignment_version, records)),
            "(`revised_at`, `processed_at`, `assigned_at`) as one number; the greatest is in force.", timescaledb=False,
        ),
    ),
)  # fmt: skip

POSTING_MIRROR = Table(
    "posting_mirror", "The older posting of another employer that a canonical posting is a copy of.", MIRROR.name,
    ("posting_id",), itemgetter("posting_id"), version_of("found_at"), ("found_at",),
    (
        *WHICH[:2],
        maybe("mirror_of", "The oldest canonical posting of another employer with this job; null: none any more."),
        maybe("mirror_employer_key", "The employer key of that posting."),
        Column(
            "similarity", Kind.FLOAT, MAYBE_FLOAT, optional("similarity"),
            "Estimated share of what the shorter ad says of the role that is in both.",
        ),
        text("reason", "One sentence for people."),
        text("verifier", "The frozen rules that decided: `across-2`.", WORD),
        at("found_at", "Grows with every answer; the greatest is in force."),
    ),
)  # fmt: skip


def _count(name: str, meaning: str) -> Column:
    return Column(name, Kind.INTEGER, "UInt32", required(name), meaning)


POSTING_EMBEDDING = Table(
    "posting_embedding", "What every posting says as a vector, for the search of alike ones.", EMBEDDED.name, ("posting_id",),
    itemgetter("posting_id"), POSTING_VERSION, _VERSION,
    (
        *WHICH[:2],
        text("model", "Weights and recipe: vectors of two models are not compared.", WORD),
        Column(
            "vector", Kind.FLOATS, "Array(Float32)", vector("vector"),
            "256 numbers, of length 1: the greater the scalar product of two, the more alike the jobs.", timescaledb=False,
        ),
        *WHEN[1:],
        VERSION_NUMBER,
    ),
    engines=(CLICKHOUSE,),
)  # fmt: skip


CRAWL_TABLE = Table(
    "crawl", "The end of every crawl of a board: what it saw and how complete that is.", CRAWL.name,
    ("source", "board", "finished_at", "crawl_id"), itemgetter("source", "board", "finished_at", "crawl_id"),
    version_of("finished_at"), ("finished_at",),
    (
        text("crawl_id", "The crawl."),
        *WHICH[1:],
        text("outcome", "`complete`, `partial`, `unchanged` or `failed`.", WORD),
        maybe("reason", "Why it is not complete."),
        _count("pages", "Pages of ids that belong to it."),
        Column("expected", Kind.INTEGER, "Nullable(UInt32)", optional("expected"), "Postings the source says it has."),
        _count("fetched", "Postings received."),
        _count("published", "Postings acknowledged by Kafka."),
        _count("failed", "Requests that gave no postings in the end."),
        at("started_at", "When it began."),
        at("finished_at", "When it ended."),
    ),
)  # fmt: skip


def _given(name: str, meaning: str, kind: Kind = Kind.TEXT, clickhouse: str = TEXT) -> Column:
    return Column(name, kind, clickhouse, required(name), meaning)


DEAD_LETTER = Table(
    "dead_letter", "Every message that a stage or sink could not process.", DEAD_LETTERS,
    ("stage", "topic", "partition", "offset"), itemgetter("stage", "topic", "partition", "offset"),
    itemgetter("dead_at"), ("dead_at",),
    (
        _given("stage", "Who could not process it.", clickhouse=WORD),
        _given("topic", "The topic it was read from.", clickhouse=WORD),
        _given("partition", "The partition it was read from.", Kind.INTEGER, "UInt32"),
        _given("offset", "Its offset there.", Kind.INTEGER, "UInt64"),
        _given("dead_at", "When it was given up.", Kind.INSTANT, INSTANT),
        _given("reason", "Why, in one word.", clickhouse=WORD),
        _given("detail", "Why, in a sentence."),
        _given("source", "The vendor, where it could be read.", clickhouse=MAYBE_WORD),
        _given("posting_id", "The posting, where it could be read.", clickhouse=MAYBE_TEXT),
        _given("revised_at", "The revision, where it is known.", Kind.INSTANT, MAYBE_INSTANT),
        _given("key", "The message's key."),
        _given("payload_start", "The first 2,000 bytes of the payload, without contacts; the rest is in the topic."),
        _given("payload_bytes", "Size of the payload.", Kind.INTEGER, "UInt64"),
        _given("dlq_partition", "Where it lies in `<topic>.dlq`.", Kind.INTEGER, "UInt32"),
        _given("dlq_offset", "Its offset there.", Kind.INTEGER, "UInt64"),
    ),
    engines=(CLICKHOUSE,),
)  # fmt: skip

TABLES = (
    POSTING, POSTING_REVISION, POSTING_CHANGE, POSTING_CLUSTER, POSTING_MIRROR, POSTING_EMBEDDING, CRAWL_TABLE, POSTING_EVENT,
    POSTING_STATUS, SOURCE_HEALTH, SOURCE_INCIDENT, DEAD_LETTER,
)  # fmt: skip


def tables_on(engine: str) -> tuple[Table, ...]:
    """Return the tables that exist on `engine`."""
    return tuple(table for table in TABLES if engine in table.engines)


def topics_of(engine: str) -> tuple[str, ...]:
    """Return the topics that the sink of `engine` reads, DEAD_LETTERS standing for all of them."""
    return tuple(dict.fromkeys(table.topic for table in tables_on(engine)))
