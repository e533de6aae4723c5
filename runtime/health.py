"""`/metrics`, `/health` and `/ready` of a process, from a thread of their own."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from runtime.metrics import Check, Metrics

_SILENT_S = 10.0


class PortTaken(Exception):  # noqa: N818 - the condition
    """Something else serves on the port of this process's metrics and health; the message names the remedy."""


def always_well() -> str | None:
    """A check that finds nothing."""
    return None


class HealthServer:
    """Serves one process's state on 127.0.0.1.

    `/health` answers 200 while the process can do its work at all, `/ready` while it is doing it; else 503 with what the
    check found. A check returns None when all is well, or one sentence.
    """

    def __init__(self, metrics: Metrics, port: int, *, health: Check = always_well, ready: Check = always_well) -> None:
        """Take `port`. Raises PortTaken."""
        metrics.follow(ready)
        handler = _handler(metrics.registry, {"/health": health, "/ready": ready})
        try:
            self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError as error:
            raise PortTaken(
                f"Port {port} can't be had for metrics and health ({error.strerror}). Stop what serves there, or set "
                "JOBSTREAM_METRICS_PORT to the first of some free ports; 0 takes any."
            ) from error
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, name="health", daemon=True)

    @property
    def port(self) -> int:
        """The port in use; a free one when 0 was asked for."""
        return int(self._server.server_address[1])

    def start(self) -> "HealthServer":
        """Serve from now on."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Serve no longer; the port is free on return."""
        self._server.shutdown()
        self._server.server_close()


def _handler(registry: CollectorRegistry, checks: dict[str, Check]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        # who says nothing for so long, seconds, has no thread of ours any more
        timeout = _SILENT_S

        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._answer(200, generate_latest(registry), CONTENT_TYPE_LATEST)
            elif self.path in checks:
                found = checks[self.path]()
                body = json.dumps({"ok": found is None, "finding": found}).encode()
                self._answer(200 if found is None else 503, body, "application/json")
            else:
                self._answer(404, b"metrics, health, ready\n", "text/plain")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            """Probes are not news."""

    return Handler
