"""Migrations: numbered SQL files per engine, applied once, in order, and never edited after they landed."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clickhouse_connect.driver.exceptions import DatabaseError

from runtime.config import DatabaseConfig
from runtime.logs import logger
from warehouse import connect
from warehouse.contract import WarehouseMisconfigured
from warehouse.errors import clickhouse_errors, timescaledb_errors
from warehouse.table import CLICKHOUSE, TIMESCALEDB

FOLDER = Path(__file__).parent / "migrations"
_LOCK = 7_263_001
# A statement that begins with this line is left out where the engine does not know what it asks for.
WHERE_KNOWN = "-- where the engine knows it"
# Source: ClickHouse, src/Common/ErrorCodes.cpp: bad arguments, not implemented, syntax, incorrect query, support is disabled
_UNKNOWN = {36, 48, 62, 80, 344}
log = logger(__name__)


@dataclass(frozen=True, slots=True)
class Migration:
    """What becomes true, and the statements that make it so; each may run twice."""

    name: str
    text: str

    @property
    def checksum(self) -> str:
        """Digest of the file: it tells an edited migration."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def statements(self) -> list[str]:
        """The statements, in order; one ends with a semicolon at a line's end."""
        return [part.strip() for part in self.text.split(";\n") if part.strip()]


def migrations_of(engine: str, folder: Path = FOLDER) -> list[Migration]:
    """Return the migrations of `engine` in their order."""
    return [Migration(path.stem, path.read_text("utf-8")) for path in sorted((folder / engine).glob("[0-9]*.sql"))]


def pending(migrations: Iterable[Migration], applied: dict[str, str]) -> list[Migration]:
    """Return what is still to apply; `applied` is name -> checksum.

    Raises WarehouseMisconfigured when an applied migration was edited since.
    """
    todo = []
    for migration in migrations:
        if migration.name not in applied:
            todo.append(migration)
        elif applied[migration.name] != migration.checksum:
            raise WarehouseMisconfigured(
                f"Migration {migration.name} was edited after it was applied. Restore the file and write a new migration."
            )
    return todo


def migrate_clickhouse(config: DatabaseConfig, folder: Path = FOLDER) -> list[str]:
    """Bring ClickHouse to the newest schema; return the names of the migrations applied now.

    Every statement may run twice, so two at once are safe. Raises SinkUnavailable or WarehouseMisconfigured.
    """
    client = connect.clickhouse(config)
    try:
        with clickhouse_errors():
            client.command(
                "CREATE TABLE IF NOT EXISTS schema_migration (name String, checksum String, applied_at DateTime DEFAULT now()) "
                "ENGINE = ReplacingMergeTree ORDER BY name"
            )
            applied = dict(client.query("SELECT name, checksum FROM schema_migration FINAL").result_rows)
            return _apply(
                pending(migrations_of(CLICKHOUSE, folder), applied),
                lambda statement: _command(client, statement),
                lambda m: client.insert("schema_migration", [[m.name, m.checksum]], column_names=["name", "checksum"]),
            )
    finally:
        client.close()


def migrate_timescaledb(config: DatabaseConfig, folder: Path = FOLDER) -> list[str]:
    """Bring TimescaleDB to the newest schema; return the names of the migrations applied now.

    A second one waits for the first; where sessions share one backend (embedded) both run, and every statement may run
    twice. Raises SinkUnavailable or WarehouseMisconfigured.
    """
    with connect.timescaledb(config) as connection, timescaledb_errors():
        connection.execute("SET client_min_messages TO warning")
        _require_extension(connection)
        connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
        try:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS schema_migration "
                "(name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())"
            )
            applied = dict(connection.execute("SELECT name, checksum FROM schema_migration").fetchall())
            return _apply(
                pending(migrations_of(TIMESCALEDB, folder), applied),
                connection.execute,
                lambda m: connection.execute(
                    "INSERT INTO schema_migration (name, checksum) VALUES (%s, %s) ON CONFLICT DO NOTHING", (m.name, m.checksum)
                ),
            )
        finally:
            connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))


def _require_extension(connection: Any) -> None:
    there, database = connection.execute(
        "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb'), current_database()"
    ).fetchone()
    if not there:
        raise WarehouseMisconfigured(
            f"TimescaleDB: the database {database} has no extension timescaledb. Connect to it as who may create it, say "
            "`CREATE EXTENSION timescaledb`, then run ./jobstream migrate."
        )


def _command(client: Any, statement: str) -> None:
    try:
        client.command(statement)
    except DatabaseError as error:
        if not statement.startswith(WHERE_KNOWN) or error.code not in _UNKNOWN:
            raise
        log.warning("left out a statement that this engine does not know", statement=statement.splitlines()[1], cause=str(error))


def _apply(todo: list[Migration], run: Callable[[str], object], record: Callable[[Migration], object]) -> list[str]:
    for migration in todo:
        for statement in migration.statements:
            run(statement)
        record(migration)
    return [migration.name for migration in todo]
