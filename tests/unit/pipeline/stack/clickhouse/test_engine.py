"""The engine in this process."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.stack.clickhouse.engine import Engine
from pipeline.stack.clickhouse.faults import Fault
from pipeline.stack.clickhouse.request import read


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine with a table `t (a UInt64)`; a process has one engine, so all tests share it."""
    engine = Engine(tmp_path_factory.mktemp("clickhouse"))
    ask(engine, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a")
    yield engine
    engine.close()


def ask(engine: Engine, sql: str, data: bytes = b"", **values: str) -> bytes:
    """Return the body of the answer to `sql`."""
    return engine.run(read({"query": sql, **values}, {}, data)).body


def test_an_insert_is_counted(engine: Engine) -> None:
    """What a query or its data write is in the summary."""
    by_data = engine.run(read({"query": "INSERT INTO t FORMAT CSV"}, {}, b"1\n2\n3\n"))
    by_query = engine.run(read({"query": "INSERT INTO t SELECT 7 FROM numbers(5)"}, {}, b""))

    assert (by_data.summary()["written_rows"], by_query.summary()["written_rows"]) == ("3", "5")


def test_a_parameter_is_a_value(engine: Engine) -> None:
    """It is never read as SQL."""
    assert ask(engine, "SELECT {x:String}", param_x="1; DROP TABLE t'") == b"1; DROP TABLE t\\'\n"


def test_text_in_a_query_may_be_any_bytes(engine: Engine) -> None:
    """As in ClickHouse, a string need not be UTF-8."""
    assert engine.run(read({}, {}, b"SELECT hex('\xff\xc3\xa9')")).body == b"FFC3A9\n"


def test_a_setting_and_a_database_hold_for_one_statement(engine: Engine) -> None:
    """The next one knows nothing of them, also when they run at the same time."""

    def threads(value: int) -> tuple[bytes, bytes]:
        sql = "SELECT toInt64(getSetting('max_threads')), currentDatabase(), sleep(0.01)"
        return ask(engine, sql, max_threads=str(value), database="system"), str(value).encode()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(threads, range(1, 9)))

    assert [body for body, _ in answers] == [value + b"\tsystem\t0\n" for _, value in answers]
    assert ask(engine, "SELECT currentDatabase()") == b"default\n"


@pytest.mark.parametrize(
    ("sql", "values", "code"),
    [
        ("SELECT nope", {}, 47),
        ("SELECT 1", {"no_such_setting": "1"}, 115),
        ("SELECT 1", {"database": "no`such"}, 81),
        ("INSERT INTO no_such_table FORMAT CSV\n1", {}, 60),
        ("SELECT {x:UInt8}", {}, 456),
    ],
)
def test_what_the_engine_refuses_is_a_fault(engine: Engine, sql: str, values: dict[str, str], code: int) -> None:
    """With the code of ClickHouse."""
    with pytest.raises(Fault) as refused:
        ask(engine, sql, **values)

    assert refused.value.code == code
