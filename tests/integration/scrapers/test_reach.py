"""Nothing that a page says leads to a server that is not public: redirects, what a browser loads, `sources discover`.

The vendor is at 127.0.0.1, named as `source_base_url`; the server within is at 127.0.0.2, which nobody named.
"""

import asyncio
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli.exits import Unreachable
from pipeline.cli.sources import command
from scrapers.gate import Gate
from scrapers.reach import Reach
from tests.integration.scrapers.conftest import Run
from tests.integration.scrapers.test_browser import PAGE, Site, site
from tests.integration.scrapers.vendor import Answer, Vendor

__all__ = ["site"]
POSTING = b'<script type="application/ld+json">{"@type": "JobPosting", "title": "Secret"}</script>'
LOADS = b"""<iframe src="%s/frame"></iframe><script>
fetch("%s/fetched", { mode: "no-cors" });
new WebSocket("%s/socket".replace("http", "ws"));
setTimeout(() => { location = "%s/went" }, 200);
</script>"""


class Within:
    """A server on 127.0.0.2 that shows a posting to whoever asks; `asked` are the paths."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.2", 0), self._handler())
        self.port = int(self._server.server_address[1])
        self.url = f"http://127.0.0.2:{self.port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        within = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                within.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(POSTING)))
                self.end_headers()
                self.wfile.write(POSTING)

            def log_message(self, *_: object) -> None:
                """Tests ask `asked`."""

        return Handler


@pytest.fixture
def within() -> Iterator[Within]:
    """A server that no page may lead to."""
    server = Within()
    yield server
    server.end()


def test_a_redirect_leads_no_crawl_within(vendor: Vendor, run: Run, within: Within) -> None:
    """The reason names the host and the remedy."""
    sitemap = b"<urlset><url><loc>https://acme.example/jobs/1</loc></url></urlset>"
    vendor.answers["/acme.example/sitemap.xml"] = [Answer(sitemap, headers={"Content-Type": "application/xml"})]
    vendor.answers["/acme.example/jobs/1"] = [Answer(b"", 302, {"Location": f"{within.url}/jobs/1"})]
    code, outcome = run("crawl", "careers:acme.example", "--json").finish()

    assert (code, within.asked) == (1, [])
    assert "127.0.0.2 is no public address. Name it in JOBSTREAM_PRIVATE_HOSTS" in str(outcome)


def test_a_drawn_page_loads_nothing_from_within(site: Site, vendor: Vendor, run: Run, within: Within) -> None:
    """Neither a frame nor a script's request, and no script goes there."""
    site(nurse=Answer(PAGE.replace(b"<p>Loading</p>", LOADS % ((within.url.encode(),) * 4))))
    run("crawl", "careers:acme.example", "--json").finish()

    assert vendor.requests_to("/acme.example/careers/nurse")
    assert within.asked == []


@pytest.mark.parametrize("scheme", ["http", "ftp"])
def test_discover_follows_no_redirect_within(
    vendor: Vendor, within: Within, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    """Nor out of the web."""
    monkeypatch.setenv("JOBSTREAM_SOURCE_BASE_URL", vendor.url)
    vendor.answers["/acme.example/careers"] = [Answer(b"", 302, {"Location": f"{scheme}://127.0.0.2:{within.port}/"})]
    with pytest.raises(Unreachable, match="was not asked"):
        CliRunner().invoke(command, ["discover", "acme.example/careers"], standalone_mode=False, catch_exceptions=False)
    assert within.asked == []


def test_discover_asks_a_host_of_one_s_own_only_where_it_is_named(within: Within, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address may be from somebody else's list."""
    with pytest.raises(Unreachable, match=r"127\.0\.0\.2 is no public address"):
        CliRunner().invoke(command, ["discover", within.url], standalone_mode=False, catch_exceptions=False)
    assert within.asked == []
    monkeypatch.setenv("JOBSTREAM_PRIVATE_HOSTS", "127.0.0.2")
    CliRunner().invoke(command, ["discover", within.url])
    assert within.asked == ["/"]


def test_discover_asks_a_host_where_it_answers(within: Within, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may have an address first that does not answer: of IPv6, on a machine that has none."""
    look_up = socket.getaddrinfo

    def two(host: str, *args: Any, **options: Any) -> Any:
        found = ("127.0.0.1", "127.0.0.2") if host == "acme.example" else (host,)
        return [one for address in found for one in look_up(address, *args, **options)]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    monkeypatch.setenv("JOBSTREAM_PRIVATE_HOSTS", "acme.example")
    CliRunner().invoke(command, ["discover", f"http://acme.example:{within.port}/careers"])

    assert within.asked == ["/careers"]


async def through(reach: Reach, request: str) -> bytes:
    """Return what a gate with `reach` answers to a browser's request."""
    gate = Gate(reach)
    port = int((await gate.open()).rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request.encode())
        return await asyncio.wait_for(reader.read(200), 10)
    finally:
        writer.close()
        gate.close()


async def test_a_gate_leads_to_what_is_within_reach(within: Within) -> None:
    """By HTTP and by CONNECT; the server is asked in its own form."""
    asked = await through(Reach.naming(["127.0.0.2"]), f"GET {within.url}/jobs?a=1 HTTP/1.1\r\nHost: x\r\n\r\n")
    connected = await through(Reach.naming(["127.0.0.2"]), f"CONNECT 127.0.0.2:{within.port} HTTP/1.1\r\n\r\n")

    assert (asked.split(b"\r\n")[0], within.asked) == (b"HTTP/1.0 200 OK", ["/jobs?a=1"])
    assert connected == b"HTTP/1.1 200 Connected\r\n\r\n"


@pytest.mark.parametrize("method", ["GET", "CONNECT"])
@pytest.mark.parametrize("host", ["127.0.0.2", "localhost", "0x7f000002", "[::ffff:127.0.0.2]"])
async def test_a_gate_leads_nowhere_else(within: Within, method: str, host: str) -> None:
    """However the host is written."""
    target = f"{host}:{within.port}"
    asked = await through(Reach(), f"{method} {target if method == 'CONNECT' else f'http://{target}/'} HTTP/1.1\r\n\r\n")

    assert (asked.split(b"\r\n")[0], within.asked) == (b"HTTP/1.1 403 Forbidden", [])


async def test_what_is_no_request_gets_an_answer() -> None:
    """And the connection ends."""
    assert (await through(Reach(), "hello\r\n\r\n")).startswith(b"HTTP/1.1 502")
