"""What background workers do on a server, done now: continuous aggregates, compression, retention.

The embedded TimescaleDB has no background workers, so its policies never fire. On a real server this is harmless: a
policy does what is due and nothing else.
"""

from dataclasses import dataclass
from typing import Any

import psycopg

from runtime.config import DatabaseConfig
from warehouse import connect
from warehouse.errors import timescaledb_errors

_OUR_POLICIES = """
SELECT job_id, proc_name, coalesce(ca.view_name, j.hypertable_name)
FROM timescaledb_information.jobs AS j
LEFT JOIN timescaledb_information.continuous_aggregates AS ca ON ca.materialization_hypertable_name = j.hypertable_name
WHERE j.hypertable_name IS NOT NULL AND proc_name = ANY(ARRAY[
    'policy_refresh_continuous_aggregate', 'policy_compression', 'policy_retention'
])
-- days are refreshed before anything is compressed or dropped
ORDER BY proc_name <> 'policy_refresh_continuous_aggregate', job_id
"""


@dataclass(frozen=True, slots=True)
class Done:
    """A policy that ran. `chunks` = chunks of the table before and after, (total, compressed) each; None for a view."""

    policy: str
    table: str
    before: tuple[int, int]
    after: tuple[int, int]

    @property
    def sentence(self) -> str:
        """What happened, for people."""
        if self.policy.startswith("refresh"):
            return f"{self.table}: refreshed"
        compressed, dropped = self.after[1] - self.before[1], self.before[0] - self.after[0]
        return f"{self.table}: {dropped} chunks dropped" if dropped else f"{self.table}: {compressed} chunks compressed"


def maintain(config: DatabaseConfig) -> list[Done]:
    """Run every policy of TimescaleDB; on return what was due is refreshed, compressed and dropped.

    Raises SinkUnavailable or WarehouseMisconfigured.
    """
    with connect.timescaledb(config) as connection, timescaledb_errors():
        connection.execute("SET client_min_messages TO error")
        jobs = connection.execute(_OUR_POLICIES).fetchall()
        return [_run(connection, *job) for job in jobs]


def _run(connection: psycopg.Connection[Any], job: int, procedure: str, table: str) -> Done:
    before = _chunks(connection, table)
    connection.execute(f"CALL run_job({int(job)})".encode())
    return Done(procedure.removeprefix("policy_").replace("_", " "), table, before, _chunks(connection, table))


def _chunks(connection: psycopg.Connection[Any], table: str) -> tuple[int, int]:
    query = (
        "SELECT count(*), count(*) FILTER (WHERE is_compressed) FROM timescaledb_information.chunks WHERE hypertable_name = %s"
    )
    row = connection.execute(query, (table,)).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)
