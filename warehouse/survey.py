"""What an operator asks a warehouse: is it there, is its schema the newest, how many rows, what does it lack."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from runtime.config import DatabaseConfig
from warehouse import connect
from warehouse.errors import clickhouse_errors, timescaledb_errors
from warehouse.migrate import migrations_of, pending
from warehouse.rows import tables_on
from warehouse.table import CLICKHOUSE, TIMESCALEDB

# What happened to a posting: its id, when, in milliseconds since 1970, and REVISED, MIRRORED or the kind of a lifecycle event.
Fact = tuple[str, int, str]
REVISED, MIRRORED = "revised", "mirrored"
_AT_ONCE = 2000
# two thousand ids are more text than ClickHouse's parser accepts by default
_LONG_QUERY = {"max_query_size": 1 << 24}


class Surveyor(Protocol):
    """Questions to one engine. Every method raises SinkUnavailable when it can't be reached."""

    engine: str
    address: str

    def version(self) -> str:
        """Return the engine's version."""

    def pending_migrations(self) -> list[str]:
        """Return the names of the migrations that are not applied. Raises WarehouseMisconfigured when one was edited."""

    def rows(self) -> dict[str, int]:
        """Return how many rows each table has, every key counted once; tables that do not exist are left out."""

    def missing(self, facts: Iterable[Fact]) -> set[Fact]:
        """Return those of `facts` that the tables of revisions, lifecycle events and mirrors lack.

        Of a posting's mirrors the newest is kept: an older one is not lacking where a newer is.
        """


class ClickHouseSurveyor:
    """Questions to ClickHouse."""

    engine = CLICKHOUSE

    def __init__(self, config: DatabaseConfig) -> None:
        self.address = f"{config.host}:{config.port}"
        self._config = config

    def version(self) -> str:
        return str(self._ask("SELECT version()")[0][0])

    def pending_migrations(self) -> list[str]:
        there = bool(self._ask("EXISTS TABLE schema_migration")[0][0])
        applied = self._ask("SELECT name, checksum FROM schema_migration FINAL") if there else []
        return [m.name for m in pending(migrations_of(CLICKHOUSE), dict(applied))]

    def rows(self) -> dict[str, int]:
        existing = {row[0] for row in self._ask("SHOW TABLES")}
        names = [table.name for table in tables_on(CLICKHOUSE) if table.name in existing]
        return {name: int(self._ask(f"SELECT count() FROM {name} FINAL")[0][0]) for name in names}  # noqa: S608 - our names

    def missing(self, facts: Iterable[Fact]) -> set[Fact]:
        revisions = (
            "SELECT posting_id, toUnixTimestamp64Milli(revised_at), 'revised' FROM posting_revision WHERE posting_id IN %(ids)s"
        )
        events = "SELECT posting_id, toUnixTimestamp64Milli(at), kind FROM posting_event WHERE posting_id IN %(ids)s"
        mirrors = (
            "SELECT posting_id, toUnixTimestamp64Milli(found_at), 'mirrored' FROM posting_mirror WHERE posting_id IN %(ids)s"
        )
        return _missing(facts, (revisions, events, mirrors), lambda query, ids: self._ask(query, {"ids": tuple(ids)}))

    def _ask(self, query: str, parameters: dict[str, Any] | None = None) -> Sequence[Any]:
        client = connect.clickhouse(self._config)
        try:
            with clickhouse_errors():
                rows: Sequence[Any] = client.query(query, parameters=parameters, settings=_LONG_QUERY).result_rows
                return rows
        finally:
            client.close()


class TimescaleDBSurveyor:
    """Questions to TimescaleDB."""

    engine = TIMESCALEDB

    def __init__(self, config: DatabaseConfig) -> None:
        self.address = f"{config.host}:{config.port}"
        self._config = config

    def version(self) -> str:
        query = "SELECT current_setting('server_version'), (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb')"
        postgres, timescaledb = self._ask(query)[0]
        return f"{timescaledb or 'extension missing'} on PostgreSQL {postgres}"

    def pending_migrations(self) -> list[str]:
        there = self._ask("SELECT to_regclass('schema_migration') IS NOT NULL")[0][0]
        applied = self._ask("SELECT name, checksum FROM schema_migration") if there else []
        return [m.name for m in pending(migrations_of(TIMESCALEDB), dict(applied))]

    def rows(self) -> dict[str, int]:
        existing = {row[0] for row in self._ask("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}
        names = [table.name for table in tables_on(TIMESCALEDB) if table.name in existing]
        return {name: int(self._ask(f"SELECT count(*) FROM {name}")[0][0]) for name in names}  # noqa: S608 - our names

    def missing(self, facts: Iterable[Fact]) -> set[Fact]:
        select = "SELECT posting_id, (extract(epoch FROM {}) * 1000)::bigint, {} FROM {} WHERE posting_id = ANY(%s)"
        queries = (
            select.format("revised_at", "'revised'", "posting_change"),
            select.format("at", "kind", "posting_event"),
            select.format("found_at", "'mirrored'", "posting_mirror"),
        )
        return _missing(facts, queries, lambda query, ids: self._ask(query, (ids,)))

    def _ask(self, query: str, parameters: Sequence[Any] = ()) -> Sequence[Any]:
        with connect.timescaledb(self._config) as connection, timescaledb_errors():
            return connection.execute(query, parameters or None).fetchall()


def _missing(
    facts: Iterable[Fact], queries: tuple[str, str, str], ask: Callable[[str, list[str]], Sequence[Sequence[Any]]]
) -> set[Fact]:
    """Return what is not found by `queries` after revisions, lifecycle events and mirrors."""
    wanted = sorted(set(facts))
    absent: set[Fact] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        for query, asked in zip(queries, _by_table(part), strict=True):
            found = ask(query, sorted({fact[0] for fact in asked})) if asked else ()
            absent |= _lacking(asked, [(str(i), int(ms), str(word)) for i, ms, word in found])
    return absent


def _by_table(facts: Iterable[Fact]) -> tuple[set[Fact], set[Fact], set[Fact]]:
    tables: tuple[set[Fact], set[Fact], set[Fact]] = (set(), set(), set())
    for fact in facts:
        tables[{REVISED: 0, MIRRORED: 2}.get(fact[2], 1)].add(fact)
    return tables


def _lacking(asked: set[Fact], found: Iterable[Fact]) -> set[Fact]:
    there = set(found)
    newest = {posting_id: ms for posting_id, ms, word in sorted(there) if word == MIRRORED}
    return {fact for fact in asked - there if fact[2] != MIRRORED or newest.get(fact[0], -1) < fact[1]}
