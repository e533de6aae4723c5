"""Careers pages whose postings only a script writes, crawled in a real Chromium."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.settings import Settings
from scrapers.browser import BrowserMissing, find_browser
from tests.conftest import missing
from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.vendor import Answer, Vendor

AGENT = "jobstream/test (+about)"
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
# the posting is nowhere in the page's source: its script asks for it and writes it down, with the name the page was told
PAGE = b"""<html><head><style>@font-face { font-family: own; src: url(/own.woff2); } body { font-family: own; }</style></head>
<body><img src="/logo.png"><p>Loading</p><script>
fetch("/api/posting").then((answer) => answer.json()).then(({ title }) => {
    const posting = document.createElement("script");
    posting.type = "application/" + "ld+json";
    posting.textContent = JSON.stringify({ "@type": "JobPosting", title, description: navigator.userAgent });
    document.head.append(posting);
});
</script></body></html>"""
KEPT_OUT = b"<html><title>Just a moment...</title></html>"
Site = Callable[..., None]


@pytest.fixture
def site(vendor: Vendor, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Makes acme.example of named pages, a board that asks for a browser; without one the test can't be run."""
    try:
        find_browser(Settings().browser_path)
    except BrowserMissing as error:
        missing(f"a browser ({error})")
    boards = tmp_path / "boards.toml"
    boards.write_text('[careers]\n"acme.example" = { employer = "Acme", browser = true }\n')
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", str(boards))
    monkeypatch.setenv("JOBSTREAM_USER_AGENT", AGENT)

    def make(**pages: Answer) -> None:
        locs = "".join(f"<url><loc>https://acme.example/careers/{name}</loc></url>" for name in pages)
        vendor.answers["/acme.example/sitemap.xml"] = [Answer(MAP.format(locs).encode(), headers={"Content-Type": "text/xml"})]
        vendor.answers["/api/posting"] = [Answer({"title": "Nurse"})]
        for name, answer in pages.items():
            answer.headers.setdefault("Content-Type", "text/html; charset=utf-8")
            vendor.answers[f"/acme.example/careers/{name}"] = [answer]

    return make


def test_a_posting_that_a_script_writes_is_published(site: Site, vendor: Vendor, run: Run, published: Find) -> None:
    """The page loads neither image nor font, and says who asks wherever it can be asked."""
    site(nurse=Answer(PAGE), gone=Answer(b"<p>Gone</p>", 404))
    code, outcome = run("crawl", "careers:acme.example", "--json").finish()
    [raw] = published("careers:acme.example").raw

    assert (code, outcome["boards"][0]["outcome"]) == (0, "complete")
    assert raw.row["posting"] == {"@type": "JobPosting", "title": "Nurse", "description": AGENT}
    assert raw.context["employer"] == "Acme"
    assert {asked.headers["User-Agent"] for asked in vendor.asked} == {AGENT}
    assert {"/logo.png", "/own.woff2"}.isdisjoint(asked.path for asked in vendor.asked)


def test_what_keeps_a_spider_out_keeps_a_browser_out(site: Site, vendor: Vendor, run: Run, published: Find) -> None:
    """robots.txt counts, a busy host is asked again when it says, and a page that keeps visitors out is no posting."""
    rules = b"User-agent: *\nDisallow: /acme.example/careers/secret\n"
    vendor.answers["/robots.txt"] = [Answer(rules, headers={"Content-Type": "text/plain"})]
    site(secret=Answer(PAGE), kept_out=Answer(KEPT_OUT), busy=Answer(PAGE))
    vendor.answers["/acme.example/careers/busy"].insert(0, Answer(b"later", 503, {"Retry-After": "1"}))
    code, outcome = run("crawl", "careers:acme.example", "--json").finish()
    [board] = outcome["boards"]

    assert (code, board["outcome"], board["failed"]) == (1, "partial", 2)
    assert vendor.requests_to("/acme.example/careers/secret") == []
    assert [raw.source_id for raw in published("careers:acme.example").raw] == ["/careers/busy"]
