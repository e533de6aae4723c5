"""ClickHouse's HTTP interface on loopback: `python -m pipeline.stack.clickhouse.server --port 18123 --data DIR`."""

import argparse
import asyncio
import json
import uuid
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from aiohttp import web

from pipeline.stack.clickhouse.encoding import decoded
from pipeline.stack.clickhouse.engine import Answer, Engine
from pipeline.stack.clickhouse.faults import NOT_IMPLEMENTED, Fault
from pipeline.stack.clickhouse.request import Statement, read

_BODY_MAX_BYTES = 1024**3
_AT_ONCE = 8
"""Statements that run at the same time; the engine has threads of its own for each."""

_ENGINE = web.AppKey("engine", Engine)
_POOL = web.AppKey("pool", ThreadPoolExecutor)


def build(engine: Engine) -> web.Application:
    """Return the application that answers for `engine`."""
    app = web.Application(client_max_size=_BODY_MAX_BYTES)
    app[_ENGINE] = engine
    app[_POOL] = ThreadPoolExecutor(_AT_ONCE)
    app.router.add_get("/ping", _ping)
    app.router.add_route("*", "/", _query)
    app.on_cleanup.append(_close)
    return app


async def _ping(_: web.Request) -> web.Response:
    return web.Response(text="Ok.\n")


async def _query(request: web.Request) -> web.Response:
    query_id = request.query.get("query_id") or str(uuid.uuid4())
    try:
        values, body = await _content(request)
        statement, answer = await asyncio.get_running_loop().run_in_executor(
            request.app[_POOL], _work, request.app[_ENGINE], values, request.headers, body
        )
    except Fault as fault:
        headers = {"X-ClickHouse-Exception-Code": str(fault.code), "X-ClickHouse-Query-Id": query_id}
        return web.Response(status=fault.status, text=f"{fault}\n", headers=headers)
    return _answered(statement, answer, query_id)


def _work(engine: Engine, values: Mapping[str, str], headers: Mapping[str, str], body: bytes) -> tuple[Statement, Answer]:
    statement = read(values, headers, decoded(body, headers.get("Content-Encoding", "")))
    return statement, engine.run(statement)


async def _content(request: web.Request) -> tuple[Mapping[str, str], bytes]:
    if request.content_type not in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        return dict(request.query), await request.read()
    fields = await request.post()
    texts = {name: value for name, value in fields.items() if isinstance(value, str)}
    if len(texts) != len(fields):
        raise Fault("The embedded ClickHouse takes no external tables.", NOT_IMPLEMENTED)
    return {**request.query, **texts}, b""


def _answered(statement: Statement, answer: Answer, query_id: str) -> web.Response:
    headers = {
        "X-ClickHouse-Query-Id": query_id,
        "X-ClickHouse-Summary": json.dumps(answer.summary()),
        "X-ClickHouse-Timezone": "UTC",
    }
    if statement.result_format:
        headers["X-ClickHouse-Format"] = statement.result_format
    return web.Response(body=answer.body, headers=headers)


async def _close(app: web.Application) -> None:
    app[_POOL].shutdown(wait=True)
    app[_ENGINE].close()


def main() -> None:
    """Serve until SIGTERM; then finish what runs and end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    engine = Engine(given.data)
    # bodies are decompressed beside the engine, not by the event loop
    web.run_app(build(engine), host="127.0.0.1", port=given.port, print=None, access_log=None, auto_decompress=False)


if __name__ == "__main__":
    main()
