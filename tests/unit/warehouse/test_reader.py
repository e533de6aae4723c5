"""Statements over HTTP, on a connection that answers what it is told to."""

from email.message import Message
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from runtime.config import DatabaseConfig
from warehouse import reader as module
from warehouse.contract import RowsRefused, SinkUnavailable, WarehouseMisconfigured
from warehouse.reader import Reader, literal


class _Connection:
    """Answers as `told`, (status, code of ClickHouse, body), or raises it; keeps what it was asked."""

    def __init__(self) -> None:
        self.sock: Any = None
        self.asked: list[tuple[str, bytes, dict[str, str]]] = []
        self.told: tuple[int, str | None, bytes] | Exception = (200, None, b'{"data": []}')
        self.opened = 0

    def connect(self) -> None:
        if isinstance(self.told, Exception):
            raise self.told
        self.sock, self.opened = self, self.opened + 1

    def settimeout(self, _: float) -> None:
        """Wait for nothing."""

    def request(self, _method: str, path: str, body: bytes, headers: dict[str, str]) -> None:
        self.asked.append((path, body, headers))

    def getresponse(self) -> "_Connection":
        return self

    @property
    def status(self) -> int:
        return self.told[0]

    @property
    def reason(self) -> str:
        return "Some reason"

    @property
    def headers(self) -> Message:
        made = Message()
        if self.told[1]:
            made["X-ClickHouse-Exception-Code"] = self.told[1]
        return made

    def read(self) -> bytes:
        return self.told[2]

    def close(self) -> None:
        self.sock = None


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> _Connection:
    """What answers."""
    there = _Connection()
    monkeypatch.setattr(module, "HTTPConnection", lambda *_, **__: there)
    return there


@pytest.fixture
def reader(server: _Connection) -> Reader:
    """A reader of it."""
    return Reader(DatabaseConfig("db.example.com", 8123, "ann", "s3cret", "jobs"), log_queries=0)


def test_rows_come_as_json_says(server: _Connection, reader: Reader):
    """A column each."""
    server.told = (200, None, b'{"meta": [], "data": [["p1", 0.5, true, null]], "rows": 1}')

    assert reader.ask("SELECT 1", {}) == [["p1", 0.5, True, None]]


def test_values_are_part_of_the_statement_and_the_login_is_not(server: _Connection, reader: Reader):
    """Nothing can be changed, and no log of addresses holds a password."""
    reader.ask("SELECT %(id)s, 100 %% 3", {"id": "it's"})
    (path, body, headers), *_ = server.asked
    asked = parse_qs(urlsplit(path).query)

    assert body == rb"SELECT 'it\'s', 100 % 3"
    assert (asked["database"], asked["readonly"], asked["log_queries"]) == (["jobs"], ["2"], ["0"])
    assert (headers["X-ClickHouse-User"], headers["X-ClickHouse-Key"], "s3cret" in path) == ("ann", "s3cret", False)


@pytest.mark.parametrize(
    ("told", "raises"),
    [
        ((400, "62", b"Code: 62. Syntax error\nstack"), WarehouseMisconfigured),
        ((403, "516", b"Code: 516. Authentication failed"), WarehouseMisconfigured),
        ((400, "53", b"Code: 53. Type mismatch"), RowsRefused),
        ((500, "241", b"Code: 241. Memory limit"), SinkUnavailable),
        ((502, None, b"Bad gateway"), SinkUnavailable),
        ((500, None, b""), SinkUnavailable),
        ((200, None, b"<html>hello</html>"), SinkUnavailable),
    ],
)
def test_an_error_means_what_it_means_to_a_sink(server: _Connection, reader: Reader, told: tuple, raises: type[Exception]):
    """By its code; what is no answer of ClickHouse may be one later."""
    server.told = told
    with pytest.raises(raises):
        reader.ask("SELECT 1", {})


def test_a_server_that_is_away_is_unavailable(server: _Connection, reader: Reader):
    """And may be asked again when it is back."""
    there, server.told = server.told, ConnectionRefusedError("refused")
    with pytest.raises(SinkUnavailable, match="ClickHouse: refused"):
        reader.ask("SELECT 1", {})
    server.told = there

    assert reader.ask("SELECT 1", {}) == reader.ask("SELECT 2", {}) == []
    assert server.opened == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "NULL"), (7, "7"), (-1e-07, "-1e-07"), ("a'b\\c\n", r"'a\'b\\c" + "\n'"), (["a", "b"], "['a','b']"),
        ([0.5, 1.0], "[0.5,1.0]"), (("x",), "('x')"), ([], "[]"),
    ],
)  # fmt: skip
def test_values_are_written_as_sql(value: object, written: str):
    """A text can't end its own quotes."""
    assert literal(value) == written
