"""A vendor's server, as a test wants it: a queue of answers per path, and what was asked."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

Query = dict[str, str]


@dataclass
class Answer:
    """What is sent back. `before` runs first: a test can wait there, or pull a plug."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None

    @property
    def content(self) -> bytes:
        """The body as sent: bytes as they are, anything else as JSON."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass
class Asked:
    """A request that came."""

    path: str
    query: Query
    headers: dict[str, str]


Route = Callable[[Query], Answer]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # a crawl opens its connections all at once; beyond this number each waits a second for its next try
    request_queue_size = 128


class Vendor:
    """Serves on 127.0.0.1. `answers[path]` is a list, of which the last one stays, or a function of the query."""

    def __init__(self, port: int) -> None:
        self.answers: dict[str, list[Answer] | Route] = {}
        self.asked: list[Asked] = []
        self._server = _Server(("127.0.0.1", port), _handler(self))

    @property
    def url(self) -> str:
        """The address to set as `source_base_url`."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def requests_to(self, path: str) -> list[Asked]:
        """Return the requests for `path`, in order."""
        return [asked for asked in self.asked if asked.path == path]

    def answer(self, asked: Asked) -> Answer:
        """Return what is to be sent."""
        self.asked.append(asked)
        prepared = self.answers.get(asked.path, [Answer({}, 404)])
        if callable(prepared):
            return prepared(asked.query)
        return prepared.pop(0) if len(prepared) > 1 else prepared[0]

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, name="vendor", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(vendor: Vendor) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            answer = vendor.answer(Asked(parts.path, dict(parse_qsl(parts.query)), dict(self.headers)))
            answer.before()
            self.send_response(answer.status)
            content = b"" if answer.status == 304 else answer.content
            for name, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(content)),
                **answer.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Tests ask `asked`."""

    return Handler
