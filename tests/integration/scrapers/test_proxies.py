"""A crawl goes through the proxies that are set, in the browser too."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.stack.ports import free_ports
from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.proxy import ForwardProxy
from tests.integration.scrapers.test_browser import PAGE, Site, site
from tests.integration.scrapers.vendor import Answer, Vendor

__all__ = ["site"]
LEVER = "/api.lever.co/v0/postings/acme"
PASSWORD = "pa55word"
CALL = b"""<script>
const call = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:%d" }] });
call.createDataChannel("any");
call.createOffer().then((offer) => call.setLocalDescription(offer));
</script>"""


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForwardProxy]:
    """The second of the two proxies that are set; at the address of the first there is nobody."""
    nobody = f"http://spider:{PASSWORD}@127.0.0.1:{free_ports(1)[0]}"
    with ForwardProxy("spider", PASSWORD) as running:
        monkeypatch.setenv("JOBSTREAM_PROXIES", f"{nobody},{running.url}")
        yield running


def test_a_crawl_goes_through_the_proxy_that_works(
    proxy: ForwardProxy, vendor: Vendor, run: Run, published: Find, tmp_path: Path
) -> None:
    """Nothing goes directly, and no log holds the password."""
    vendor.answers[LEVER] = [Answer([{"id": "p1", "text": "Nurse"}])]
    code, outcome = run("crawl", "lever:acme", "--json").finish()
    log = (tmp_path / "var" / "log" / "crawl.log").read_text()

    assert (code, outcome["boards"][0]["outcome"]) == (0, "complete")
    assert len(published("lever:acme").raw) == 1
    assert len(proxy.forwarded) == len(vendor.asked)
    assert "a proxy rests" in log
    assert PASSWORD not in log + str(outcome)


def test_a_drawn_page_and_what_it_loads_go_through_the_proxy(
    site: Site, proxy: ForwardProxy, vendor: Vendor, run: Run, published: Find
) -> None:
    """With the credentials that its address holds; a call that the page begins does not go past it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as called:
        called.bind(("127.0.0.1", 0))
        called.setblocking(False)
        site(nurse=Answer(PAGE.replace(b"<p>Loading</p>", CALL % called.getsockname()[1])))
        assert run("crawl", "careers:acme.example", "--json").finish()[0] == 0
        with pytest.raises(BlockingIOError):
            called.recv(1)

    assert len(published("careers:acme.example").raw) == 1
    assert {f"{vendor.url}{path}" for path in ("/acme.example/careers/nurse", "/api/posting")} <= set(proxy.forwarded)
    assert len(proxy.forwarded) == len(vendor.asked)
