"""The wire protocol of the embedded TimescaleDB, as psycopg uses it."""

import os
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from pipeline.settings import Settings

Connection = psycopg.Connection[Any]


def connect(settings: Settings, **options: Any) -> Connection:
    """Return a connection to the stack's TimescaleDB."""
    conninfo = f"postgresql://postgres:postgres@{settings.timescaledb}/postgres?sslmode=disable"
    return psycopg.connect(conninfo, **options)


@pytest.fixture
def connection(settings: Settings) -> Iterator[Connection]:
    """An autocommitting connection with an empty table `seen (id int primary key, name text)`."""
    with connect(settings, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS seen; CREATE TABLE seen (id int PRIMARY KEY, name text)")
        yield connection
        connection.execute("DROP TABLE seen")


def test_it_is_timescaledb(connection: Connection) -> None:
    """Hypertables, compression and continuous aggregates are there."""
    connection.execute("CREATE TABLE reading (at timestamptz NOT NULL, value float)")
    connection.execute("SELECT create_hypertable('reading', 'at')")
    connection.execute("ALTER TABLE reading SET (timescaledb.compress)")
    hours = "SELECT '2026-01-01'::timestamptz + i * interval '1 hour', i FROM generate_series(0, 99) i"
    connection.execute(f"INSERT INTO reading {hours}")
    connection.execute("SELECT compress_chunk(c) FROM show_chunks('reading') c")
    by_day = "SELECT time_bucket('1 day', at) AS day, count(*) FROM reading GROUP BY day ORDER BY day"
    days = connection.execute(by_day).fetchall()
    connection.execute("DROP TABLE reading")

    assert [count for _, count in days] == [24, 24, 24, 24, 4]


def test_many_clients_take_turns(settings: Settings, connection: Connection) -> None:
    """Twenty clients write in transactions of their own, with prepared statements of the same names; every row is there."""

    def write(worker: int) -> None:
        with connect(settings) as writer:
            for i in range(20):
                writer.execute("INSERT INTO seen VALUES (%s, %s)", (worker * 100 + i, f"worker {worker}"))
                writer.commit()

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(write, range(20)))

    assert connection.execute("SELECT count(*), count(DISTINCT name) FROM seen").fetchone() == (400, 20)


def test_prepared_statements_of_two_clients_do_not_meet(settings: Settings, connection: Connection) -> None:
    """Both clients call theirs `_pg3_0`; each runs its own."""
    with connect(settings, autocommit=True) as other:
        pairs = [
            (connection.execute("SELECT %s::int + 1", (i,)).fetchone(), other.execute("SELECT %s::int * 2", (i,)).fetchone())
            for i in range(10)
        ]

    assert pairs == [((i + 1,), (i * 2,)) for i in range(10)]


def test_a_setting_of_one_client_is_unknown_to_another(settings: Settings, connection: Connection) -> None:
    """SET holds for the client that said it, RESET gives back what a server has."""
    connection.execute("SET search_path TO pg_catalog")
    with connect(settings, autocommit=True, options="-c statement_timeout=4321") as other:
        seen = [other.execute("SHOW search_path").fetchone(), other.execute("SHOW statement_timeout").fetchone()]
        own = connection.execute("SHOW search_path").fetchone()
        connection.execute("RESET search_path")

        assert seen == [('"$user", public',), ("4321ms",)]
        assert (own, connection.execute("SHOW search_path").fetchone()) == (("pg_catalog",), ('"$user", public',))


def test_a_client_that_dies_in_a_transaction_is_rolled_back(settings: Settings, connection: Connection) -> None:
    """Its turn ends with its connection, and nothing of its transaction stays."""
    dying = connect(settings)
    dying.execute("INSERT INTO seen VALUES (1, 'never committed')")
    with socket.socket(fileno=os.dup(dying.pgconn.socket)) as handle:
        handle.shutdown(socket.SHUT_RDWR)

    assert connection.execute("SELECT count(*) FROM seen").fetchone() == (0,)
    dying.close()


def test_a_failed_statement_fails_its_transaction(settings: Settings, connection: Connection) -> None:
    """Until it is rolled back the client gets errors, and then it works again."""
    with connect(settings) as failing:
        with pytest.raises(psycopg.errors.UndefinedTable):
            failing.execute("SELECT * FROM no_such_table")
        with pytest.raises(psycopg.errors.InFailedSqlTransaction):
            failing.execute("SELECT 1")
        failing.rollback()

        assert failing.execute("SELECT 1").fetchone() == (1,)


def test_a_message_of_many_megabytes_arrives(connection: Connection) -> None:
    """A value of 12 MB goes there and comes back."""
    text = "é" * 6_000_000
    connection.execute("INSERT INTO seen VALUES (1, %s)", (text,))

    assert connection.execute("SELECT name FROM seen").fetchone() == (text,)


@pytest.mark.timeout(120)
def test_a_statement_of_any_length_is_answered(connection: Connection) -> None:
    """The engine reads 8,192 bytes at once; each of a statement's messages ends there at one of these lengths."""
    lengths = range(16_200, 16_400)
    found = [connection.execute("SELECT length(%s::text)", ("x" * n,)).fetchone() for n in lengths]
    assert found == [(n,) for n in lengths]


def test_a_pipeline_and_executemany_work(connection: Connection) -> None:
    """Many statements in one go, as psycopg sends them."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.executemany("INSERT INTO seen VALUES (%s, %s)", [(i, "many") for i in range(500)])

    assert connection.execute("SELECT count(*) FROM seen").fetchone() == (500,)


def test_arrays_are_upserted_in_one_statement(connection: Connection) -> None:
    """`INSERT … SELECT FROM unnest(arrays) ON CONFLICT` is how sinks write."""
    upsert = "INSERT INTO seen SELECT * FROM unnest(%s::int[], %s::text[]) ON CONFLICT (id) DO UPDATE SET name = excluded.name"
    for name in ("old", "new"):
        connection.execute(upsert, (list(range(1000)), [name] * 1000))

    assert connection.execute("SELECT name, count(*) FROM seen GROUP BY name").fetchall() == [("new", 1000)]


def test_a_dropped_table_takes_the_prepared_statements_of_its_client_only(settings: Settings, connection: Connection) -> None:
    """The client says DEALLOCATE ALL after DDL; another client's statements stay."""
    with connect(settings, autocommit=True) as other:
        for i in range(10):
            connection.execute("SELECT %s::int + 1", (i,))
            other.execute("SELECT %s::int", (i,))
        connection.execute("DROP TABLE IF EXISTS no_such_table")
        names = [name for (name,) in connection.execute("SELECT name FROM pg_prepared_statements WHERE name LIKE 'client%'")]

        assert len(names) == 1
        assert other.execute("SELECT %s::int", (7,)).fetchone() == (7,)


def test_copy_from_stdin_is_refused_and_says_what_to_do(connection: Connection) -> None:
    """It would hang the engine; the error names the other way, and the connection goes on."""
    with pytest.raises(psycopg.errors.FeatureNotSupported, match="unnest"), connection.cursor() as cursor:
        cursor.copy("COPY seen FROM STDIN").__enter__()

    assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_statement_that_waits_for_its_turn_can_be_cancelled(settings: Settings, connection: Connection) -> None:
    """The waiting client gets the error that a server sends, and works on."""
    with connect(settings) as holder:
        holder.execute("SELECT 1")
        threading.Timer(0.3, connection.cancel_safe).start()
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute("SELECT 1")

    assert connection.execute("SELECT 1").fetchone() == (1,)


def test_an_unknown_database_is_refused(settings: Settings) -> None:
    """There is one database, postgres."""
    host, port = settings.timescaledb.split(":")
    with pytest.raises(psycopg.OperationalError, match='database "nope" does not exist'):
        psycopg.connect(host=host, port=port, user="postgres", password="postgres", dbname="nope")
