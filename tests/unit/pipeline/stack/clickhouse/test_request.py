"""What a client asks is read as ClickHouse's server reads it."""

import pytest

from pipeline.stack.clickhouse.request import read

NATIVE = bytes(range(256))


@pytest.mark.parametrize(
    "head",
    [
        "INSERT INTO posting (a, b)",
        "insert into db.posting",
        'INSERT INTO `odd ( table` (`a)`, "FORMAT x", c)',
        "INSERT INTO posting (id, format, `values`)",
        "INSERT INTO posting SETTINGS async_insert = 1, text = 'it''s FORMAT'",
        "INSERT INTO FUNCTION remote('h', db.t, 'u', 'p(') (a)",
        "INSERT INTO posting (größe)",
    ],
)
def test_the_data_of_an_insert_are_apart_from_its_statement(head: str) -> None:
    """Wherever the statement is, in the body or in the address, the data are untouched."""
    in_body = read({}, {}, f"{head} FORMAT Native\n".encode() + NATIVE)
    in_address = read({"query": f"{head} FORMAT Native"}, {}, NATIVE)

    assert in_body == in_address
    assert (in_body.sql, in_body.data_format, in_body.data) == (head, "Native", NATIVE)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO t VALUES (1, 'FORMAT Native\n')",
        "INSERT INTO t SELECT * FROM u FORMAT Native",
        "INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x",
        "SELECT 'INSERT INTO t FORMAT Native'",
        "CREATE TABLE t (a UInt8) ENGINE = Memory",
    ],
)
def test_everything_else_is_one_statement(sql: str) -> None:
    """It is run as it stands."""
    statement = read({}, {}, sql.encode())

    assert (statement.sql, statement.data) == (sql, None)


def test_a_query_in_address_and_body_is_one_text() -> None:
    """The body continues the address, as with `INSERT INTO t VALUES`."""
    assert read({"query": "INSERT INTO t VALUES"}, {}, b"(1)").sql == "INSERT INTO t VALUES\n(1)"


def test_parameters_settings_and_transport_are_told_apart() -> None:
    """`param_x` is a value, what the transport knows stays there, all else is a setting."""
    values = {
        "query": "SELECT {x:UInt8}",
        "param_x": "1",
        "max_threads": "2",
        "session_id": "s",
        "database": "d",
        "query_id": "q",
    }
    statement = read(values, {}, b"")

    assert (statement.parameters, statement.settings, statement.database) == ({"x": "1"}, {"max_threads": "2"}, "d")


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT 1", "TabSeparated"),
        ("  (SELECT 1) FORMAT JSON ;", "JSON"),
        ("WITH 1 AS x SELECT x format Native", "Native"),
        ("SHOW TABLES", "TabSeparated"),
        ("CREATE TABLE t (a UInt8) ENGINE = Memory", ""),
        ("INSERT INTO t FORMAT CSV\n1", ""),
    ],
)
def test_what_returns_rows_says_in_which_format(sql: str, expected: str) -> None:
    """A command that returns nothing has none."""
    assert read({}, {}, sql.encode()).result_format == expected


def test_the_default_format_comes_from_address_or_header() -> None:
    """The address wins."""
    header = {"X-ClickHouse-Format": "CSV", "X-ClickHouse-Database": "d"}

    assert (read({}, header, b"SELECT 1").result_format, read({}, header, b"").database) == ("CSV", "d")
    assert read({"default_format": "Native"}, header, b"SELECT 1").result_format == "Native"
