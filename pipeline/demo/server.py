"""A local server that answers like the six systems. A request's first path segment is the real host.

Spiders reach it through the setting `source_base_url`; nothing else of them knows that it is not the vendor.
"""

import json
import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from pipeline.demo.render import ROWS, smartrecruiters_detail
from pipeline.demo.world import Board, World, source_id

Query = dict[str, str]
Answer = tuple[Board, Any]
ROBOTS = b"User-agent: *\nAllow: /\n"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # a crawl opens its connections all at once; beyond this number each waits a second for its next try
    request_queue_size = 128


class DemoServer:
    """Serves a world on 127.0.0.1 from a thread of its own; counts requests by host."""

    def __init__(self, world: World, port: int = 0) -> None:
        self._server = _Server(("127.0.0.1", port), _handler(world))

    @property
    def url(self) -> str:
        """The address to set as `source_base_url`."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, name="demo-server", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def answer(world: World, path: str, query: Query) -> Answer | None:
    """Return the board that `path` (host first) belongs to, and the payload; None where nothing is there."""
    for pattern, system, render in ROUTES:
        found = re.fullmatch(pattern, path)
        if found:
            board = world.boards.get(f"{system}:{found['slug']}")
            return (board, render(board, query | found.groupdict())) if board else None
    return None


def _listing(name: str) -> Callable[[Board, Query], Any]:
    def render(board: Board, _: Query) -> Any:
        jobs = [] if board.fault == "empty" else board.jobs.values()
        rows = [ROWS[board.system](board, job) for job in jobs]
        return {name: rows, "meta": {"total": len(rows)}, "name": board.employer, "apiVersion": "1"}

    return render


def _lever(board: Board, query: Query) -> Any:
    skip, limit = int(query.get("skip", 0)), int(query.get("limit", 100))
    jobs = [] if board.fault == "empty" else list(board.jobs.values())[skip : skip + limit]
    return [ROWS["lever"](board, job) for job in jobs]


def _smartrecruiters(board: Board, query: Query) -> Any:
    offset, limit = int(query.get("offset", 0)), min(100, int(query.get("limit", 100)))
    jobs = [] if board.fault == "empty" else list(board.jobs.values())
    rows = [ROWS["smartrecruiters"](board, job) for job in jobs[offset : offset + limit]]
    return {"offset": offset, "limit": limit, "totalFound": len(jobs), "content": rows}


def _smartrecruiters_detail(board: Board, query: Query) -> Any:
    for number, job in board.jobs.items():
        if source_id("smartrecruiters", number) == query["id"]:
            return smartrecruiters_detail(board, job)
    return None


ROUTES: tuple[tuple[str, str, Callable[[Board, Query], Any]], ...] = (
    (r"/boards-api\.greenhouse\.io/v1/boards/(?P<slug>[^/]+)/jobs", "greenhouse", _listing("jobs")),
    (r"/api\.lever\.co/v0/postings/(?P<slug>[^/]+)", "lever", _lever),
    (r"/api\.ashbyhq\.com/posting-api/job-board/(?P<slug>[^/]+)", "ashby", _listing("jobs")),
    (r"/api\.smartrecruiters\.com/v1/companies/(?P<slug>[^/]+)/postings", "smartrecruiters", _smartrecruiters),
    (
        r"/api\.smartrecruiters\.com/v1/companies/(?P<slug>[^/]+)/postings/(?P<id>\d+)",
        "smartrecruiters",
        _smartrecruiters_detail,
    ),
    (r"/apply\.workable\.com/api/v1/widget/accounts/(?P<slug>[^/]+)", "workable", _listing("jobs")),
    (r"/(?P<slug>[^/.]+)\.recruitee\.com/api/offers/?", "recruitee", _listing("offers")),
)


def _handler(world: World) -> type[BaseHTTPRequestHandler]:  # noqa: C901 - a class of four short methods
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # head and body leave together: apart, the body waits 40 ms for the head's acknowledgement
        wbufsize = -1

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            found = answer(world, parts.path, {k: v[-1] for k, v in parse_qs(parts.query).items()})
            if parts.path.endswith("/robots.txt"):
                self._send(200, ROBOTS, "text/plain")
            elif found is None or found[1] is None:
                self._send(404, b"{}", "application/json")
            else:
                self._answer(*found)

        def _answer(self, board: Board, payload: Any) -> None:
            tag = f'"{board.slug}-{board.version}"'
            if board.fault == "error":
                self._send(500, b"Internal Server Error", "text/plain")
            elif board.fault == "malformed":
                self._send(200, b'{"jobs": [{"id": 1, "title": ', "application/json")
            elif self.headers.get("If-None-Match") == tag:
                self._send(304, b"", "application/json", ETag=tag)
            else:
                self._send(200, json.dumps(payload).encode(), "application/json", ETag=tag)

        def _send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
            self.send_response(status)
            for name, value in ({"Content-Type": kind, "Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            """The crawl's own log tells what was asked."""

    return Handler
