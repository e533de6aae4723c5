"""ClickHouse's HTTP interface, as clickhouse-connect uses it."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import clickhouse_connect
import pytest
from clickhouse_connect.driver.client import Client
from clickhouse_connect.driver.exceptions import DatabaseError

from pipeline.settings import Settings

UNKNOWN_TABLE, SYNTAX_ERROR, UNKNOWN_SETTING, CANNOT_PARSE = 60, 62, 115, 27


def connect(settings: Settings, **options: object) -> Client:
    """Return a client of the stack's ClickHouse."""
    host, port = settings.clickhouse.split(":")
    return clickhouse_connect.get_client(host=host, port=int(port), **options)


@pytest.fixture
def client(settings: Settings) -> Iterator[Client]:
    """A client with an empty table `seen (id UInt64, name String, tags Array(String))`."""
    with connect(settings) as client:
        client.command("CREATE OR REPLACE TABLE seen (id UInt64, name String, tags Array(String)) ENGINE = MergeTree ORDER BY id")
        yield client
        client.command("DROP TABLE seen")


@pytest.mark.parametrize("compress", ["lz4", "zstd", "gzip", False])
def test_an_insert_in_native_format_is_counted_and_read_back(settings: Settings, client: Client, compress: object) -> None:
    """Rows arrive as they were sent, whatever the compression, and the summary says how many were written."""
    # long enough for many blocks and many frames
    rows = [(i, f"name\n{i} é'\\" + random.Random(i).randbytes(500).hex(), ["a", "b"] * (i % 3)) for i in range(8000)]
    with connect(settings, compress=compress) as sender:
        summary = sender.insert("seen", rows, column_names=["id", "name", "tags"])

    assert summary.written_rows == len(rows)
    assert client.query("SELECT id, name, tags FROM seen ORDER BY id").result_rows == rows


def test_nine_columns_are_no_white_space(client: Client) -> None:
    """A native block that begins with the byte of a tab is data from its first byte on."""
    columns = [f"c{i}" for i in range(9)]
    typed = ", ".join(f"{name} UInt8" for name in columns)
    client.command(f"CREATE OR REPLACE TABLE nine ({typed}) ENGINE = MergeTree ORDER BY c0")
    client.insert("nine", [list(range(9))], column_names=columns)

    assert client.query("SELECT * FROM nine").result_rows == [tuple(range(9))]


def test_parameters_are_bound_by_the_server(client: Client) -> None:
    """`{name:Type}` takes its value from the request, never as SQL."""
    value = "it's `a` \\ \t test"
    query = "SELECT {text:String}, {number:Int64} + 1, {list:Array(String)}, {at:DateTime64(3)}"
    parameters = {"text": value, "number": -5, "list": ["x'", "y"], "at": "2026-11-02 12:00:00.125"}

    text, number, listed, at = client.query(query, parameters=parameters).result_rows[0]

    assert (text, number, list(listed), at.microsecond) == (value, -4, ["x'", "y"], 125000)


def test_parameters_too_long_for_an_address_come_in_a_form(settings: Settings) -> None:
    """A client may send query and parameters as a form."""
    with connect(settings, form_encode_query_params=True) as client:
        rows = client.query("SELECT length({text:String})", parameters={"text": "x" * 200_000}).result_rows

    assert rows == [(200_000,)]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("SELECT * FROM no_such_table", UNKNOWN_TABLE),
        ("SELEC 1", SYNTAX_ERROR),
        ("SELECT 1 SETTINGS no_such_setting = 1", UNKNOWN_SETTING),
    ],
)
def test_an_error_carries_the_code_of_clickhouse(client: Client, sql: str, code: int) -> None:
    """What the engine refuses has ClickHouse's own code, as from a server."""
    with pytest.raises(DatabaseError) as refused:
        client.query(sql)

    assert refused.value.code == code


def test_refused_rows_leave_nothing(client: Client) -> None:
    """An insert is refused as a whole."""
    with pytest.raises(DatabaseError) as refused:
        client.raw_insert("seen", ["id"], b'{"id": 1}\n{"id": "x"}\n', fmt="JSONEachRow")

    assert (refused.value.code, client.command("SELECT count() FROM seen")) == (CANNOT_PARSE, 0)


def test_a_setting_holds_for_its_query_only(client: Client) -> None:
    """Settings of one request are unknown to the next."""
    query = "SELECT toInt64(getSetting('max_threads'))"
    usual = client.command(query)

    assert client.command(query, settings={"max_threads": 7}) == 7
    assert client.command(query) == usual


def test_queries_run_while_rows_are_inserted(settings: Settings, client: Client) -> None:
    """Many clients insert and query at the same time; every acknowledged row is there."""

    def insert(worker: int) -> int:
        with connect(settings) as sender:
            batches = (
                sender.insert("seen", [(worker * 10_000 + i, "x" * 100, []) for i in range(start, start + 500)])
                for start in range(0, 2500, 500)
            )
            return sum(batch.written_rows for batch in batches)

    def count(_: int) -> int:
        with connect(settings) as reader:
            return max(int(str(reader.command("SELECT count() FROM seen"))) for _ in range(5))

    with ThreadPoolExecutor(6) as pool:
        written, counted = list(pool.map(insert, range(3))), list(pool.map(count, range(3)))

    assert sum(written) == client.command("SELECT uniqExact(id) FROM seen") == 7500
    assert max(counted) <= 7500


def test_a_replacing_table_keeps_the_greatest_version(client: Client) -> None:
    """FINAL shows the newest version of a key, a 128-bit version included."""
    client.command("CREATE OR REPLACE TABLE newest (id String, version UInt128) ENGINE = ReplacingMergeTree(version) ORDER BY id")
    for version in (2**100, 2**100 + 1, 5):
        client.insert("newest", [("a", version)], column_names=["id", "version"])

    assert client.query("SELECT * FROM newest FINAL").result_rows == [("a", 2**100 + 1)]


def test_it_answers_a_ping_as_a_server(settings: Settings) -> None:
    """`/ping` is what health checks of a server ask."""
    with urlopen(f"http://{settings.clickhouse}/ping") as answer:
        assert answer.read() == b"Ok.\n"


def test_times_are_utc(client: Client) -> None:
    """The server's time zone is UTC wherever it runs."""
    assert client.command("SELECT timezone()") == "UTC"
