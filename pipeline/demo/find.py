"""What the demo's warehouses hold, read the way an analyst reads them."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from pipeline.demo.check import Found
from pipeline.ops.addresses import clickhouse_config, timescaledb_config
from pipeline.settings import Settings
from warehouse.ask import Answer, ask_clickhouse, ask_timescaledb
from warehouse.table import CLICKHOUSE, TIMESCALEDB

_POSTINGS = "SELECT posting_id, title, description, posted_at, country, salary_minimum, variant_of, mirror_of FROM postings"
_CLUSTERS = "SELECT posting_id, cluster_id FROM postings"
_CRAWLS = "SELECT source, board, outcome FROM crawls ORDER BY finished_at"
_REVISIONS = "SELECT posting_id, count(*) FROM posting_history GROUP BY posting_id"
_DEAD = "SELECT key, reason FROM dead_letters"
_MERGED = (
    "SELECT c.posting_id, c.cluster_id, c.match_method, c.similarity, c.reason, p.title, p.employer "
    "FROM posting_cluster AS c FINAL "
    "INNER JOIN posting AS p FINAL ON p.posting_id = c.posting_id WHERE NOT c.is_canonical ORDER BY c.match_method, c.posting_id"
)


class Ask(Protocol):
    """One statement to one warehouse."""

    def __call__(self, sql: str, values: Mapping[str, Any] | None = None) -> Answer:
        """Return the rows."""


def asks(settings: Settings) -> dict[str, Ask]:
    """Return how to ask each warehouse."""
    return {
        CLICKHOUSE: partial(ask_clickhouse, clickhouse_config(settings)),
        TIMESCALEDB: partial(ask_timescaledb, timescaledb_config(settings)),
    }


def find(ask: Ask) -> Found:
    """Return what the warehouse that `ask` asks holds."""
    outcomes: dict[str, list[str]] = {}
    for source, board, outcome in ask(_CRAWLS).rows:
        outcomes.setdefault(f"{source}:{board}", []).append(outcome)
    return Found(
        postings={row["posting_id"]: row for row in ask(_POSTINGS).as_dicts()},
        revisions=dict(ask(_REVISIONS).rows),
        clusters=dict(ask(_CLUSTERS).rows),
        outcomes=outcomes,
    )


def dead_letters(ask: Ask) -> dict[str, str]:
    """Return the reason of every dead letter by the key of its message, which is the posting id."""
    return dict(ask(_DEAD).rows)


def merged(ask: Ask) -> list[dict[str, Any]]:
    """Return every posting that repeats another, with how it was recognised and why."""
    return ask(_MERGED).as_dicts()
