"""ClickHouse's HTTP interface, request by request, with an engine that only records."""

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import FormData
from aiohttp.test_utils import TestClient, TestServer

from pipeline.stack.clickhouse.engine import Answer
from pipeline.stack.clickhouse.faults import Fault
from pipeline.stack.clickhouse.request import Statement
from pipeline.stack.clickhouse.server import build


class RecordingEngine:
    """Answers with what it is told to."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.closed = False

    def run(self, statement: Statement) -> Answer:
        self.statements.append(statement)
        if "fail" in statement.sql:
            raise Fault("Code: 60. DB::Exception: Unknown table. (UNKNOWN_TABLE)")
        return Answer(b"1\n", read_rows=1, written_rows=2)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def engine() -> RecordingEngine:
    """The engine of `http`."""
    return RecordingEngine()


@pytest.fixture
async def http(engine: RecordingEngine) -> AsyncIterator[TestClient]:
    """A client of the interface."""
    async with TestClient(TestServer(build(engine))) as client:
        yield client
    assert engine.closed


async def test_an_answer_has_the_headers_of_a_server(http: TestClient) -> None:
    """Summary, format, time zone and the id of the query."""
    answer = await http.post("/", params={"query_id": "q1"}, data="SELECT 1")

    assert (answer.status, await answer.read()) == (200, b"1\n")
    assert json.loads(answer.headers["X-ClickHouse-Summary"])["written_rows"] == "2"
    assert answer.headers["X-ClickHouse-Format"] == "TabSeparated"
    assert (answer.headers["X-ClickHouse-Query-Id"], answer.headers["X-ClickHouse-Timezone"]) == ("q1", "UTC")


async def test_an_error_has_status_code_and_message_of_a_server(http: TestClient) -> None:
    """404 and 60 for a table that is not there."""
    answer = await http.post("/", data="fail")

    assert (answer.status, answer.headers["X-ClickHouse-Exception-Code"]) == (404, "60")
    assert await answer.text() == "Code: 60. DB::Exception: Unknown table. (UNKNOWN_TABLE)\n"


async def test_a_query_comes_by_address_body_or_form(http: TestClient, engine: RecordingEngine) -> None:
    """All are the same statement."""
    form = FormData({"query": "SELECT {x:UInt8}", "param_x": "1"}, default_to_multipart=True)
    await http.get("/", params={"query": "SELECT {x:UInt8}", "param_x": "1"})
    await http.post("/", params={"param_x": "1"}, data="SELECT {x:UInt8}")
    await http.post("/", data=form)

    assert engine.statements[0] == engine.statements[1] == engine.statements[2]
    assert engine.statements[0].parameters == {"x": "1"}


async def test_external_tables_are_refused(http: TestClient) -> None:
    """With the code of ClickHouse for what is not implemented."""
    form = FormData({"query": "SELECT 1"}, default_to_multipart=True)
    form.add_field("external", b"1", filename="external.tsv")
    answer = await http.post("/", data=form)

    assert (answer.status, answer.headers["X-ClickHouse-Exception-Code"]) == (501, "48")


async def test_a_body_that_can_not_be_decompressed_is_refused(http: TestClient) -> None:
    """And the engine never sees it."""
    answer = await http.post("/", data=b"SELECT 1", headers={"Content-Encoding": "lz4"})

    assert (answer.status, "Cannot decompress" in await answer.text()) == (500, True)


async def test_it_answers_a_ping(http: TestClient) -> None:
    """As a server does."""
    assert await (await http.get("/ping")).text() == "Ok.\n"
