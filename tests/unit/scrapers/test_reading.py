"""Between Scrapy and the sources."""

import gzip
import re
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import HtmlResponse, Response
from twisted.python.failure import Failure

from scrapers.reading import KeptOut, NoAnswer, latency_ms_of, payload_of, status_of, to_scrapy, validators, was_sent
from scrapers.sources.base import PageRequest
from scrapers.tally import STOPPED

URL = "https://boards.test/v1/jobs"


def test_a_body_is_sent_as_json_and_a_memo_is_not_sent() -> None:
    """A body is sent as json and a memo is not sent."""
    request = to_scrapy(PageRequest(URL, method="POST", body={"offset": 0}, memo={"secret": 1}), "", {"If-None-Match": '"v1"'})

    assert (request.method, request.body, request.url) == ("POST", b'{"offset": 0}', URL)
    assert request.headers["Content-Type"] == b"application/json"
    assert request.headers["If-None-Match"] == b'"v1"'
    assert request.meta["download_slot"] == "boards.test"


@pytest.mark.parametrize("drawn", [True, False])
def test_a_request_is_drawn_where_it_is_asked_to_be(drawn: bool) -> None:
    """By scrapy-playwright's own word for it."""
    assert to_scrapy(PageRequest(URL), "", {}, drawn=drawn).meta["playwright"] is drawn


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Response(URL, status=500), "HTTP 500"),
        (Response(URL, status=403), "HTTP 403"),
        (Response(URL, body=b"<html>"), "not JSON: "),
        (IgnoreRequest("Forbidden by robots.txt"), "robots.txt forbids it"),
        (Failure(IgnoreRequest(STOPPED)), STOPPED),
        (IgnoreRequest("max redirections reached"), "max redirections reached"),
        (IgnoreRequest(f"Ignored response <200 {URL}?app_key=x&page=1> because"), f"Ignored response <200 {URL}?page=1> because"),
        (Failure(TimeoutError("took 60 s")), "TimeoutError: took 60 s"),
        (TimeoutError(), "TimeoutError"),
        (DownloadCancelledError(), "its answer is too large"),
        (DownloadCancelledError("no end"), "DownloadCancelledError: no end"),
        (TimeoutError(f"Getting {URL}?app_key=x&page=1 took 60 s"), f"TimeoutError: Getting {URL}?page=1 took 60 s"),
    ],
)
def test_an_answer_that_gave_nothing_says_why(answer: Any, why: str) -> None:
    """An answer that gave nothing says why."""
    with pytest.raises(NoAnswer) as caught:
        payload_of(PageRequest(URL), answer)

    assert str(caught.value).startswith(why)


@pytest.mark.parametrize(
    ("answer", "sent"),
    [
        (IgnoreRequest("Forbidden by robots.txt"), False),
        (Failure(IgnoreRequest(STOPPED)), False),
        (IgnoreRequest("max redirections reached"), True),
        (TimeoutError(), True),
        (Response(URL), True),
    ],
)
def test_an_answer_that_scrapy_ignores_was_sent_all_the_same(answer: Any, sent: bool) -> None:
    """The host failed: it is not robots.txt that kept us out."""
    assert was_sent(answer) is sent


def test_a_page_is_read_as_text_where_its_request_says_so() -> None:
    """In whatever encoding it says; what is no text says what it is."""
    asked = PageRequest(URL, reads="text")
    page = HtmlResponse(URL, headers={"Content-Type": "text/html; charset=latin-1"}, body="Köln".encode("latin-1"))

    assert payload_of(asked, page) == "Köln"
    assert payload_of(asked, Response(URL, body=gzip.compress(b"<urlset/>"))) == "<urlset/>"
    with pytest.raises(NoAnswer, match="not text: image/png"):
        payload_of(asked, Response(URL, headers={"Content-Type": "image/png"}, body=b"\x89PNG"))


PACKED = gzip.compress(b"<urlset/>" * 100)


@pytest.mark.parametrize(
    "body",
    [PACKED[:2], PACKED[:10] + b"\xff" * 20, b"\x1f\x8b<html>", gzip.compress(bytes(65 << 20))],
    ids=["cut", "garbled", "no gzip", "too large"],
)
def test_a_packed_file_that_can_not_be_unpacked_is_no_answer(body: bytes) -> None:
    """Broken, or larger than what is read: the crawl reports why, instead of ending without a report."""
    with pytest.raises(NoAnswer, match="can't be unpacked"):
        payload_of(PageRequest(URL, reads="text"), Response(URL, body=body))


@pytest.mark.parametrize("reads", ["text", "json"])
@pytest.mark.parametrize(
    ("status", "page", "why"),
    [
        (200, "<html><title>Just a moment...</title>", "a page that keeps visitors out: 'Just a moment...'"),
        (403, "<html><title>Attention Required! | Cloudflare</title>", "HTTP 403, a page that keeps visitors out: 'Attention"),
        (200, '<html><script src="https://geo.captcha-delivery.com/c.js">', "a page by which DataDome keeps visitors out"),
    ],
)
def test_a_page_that_keeps_visitors_out_is_no_answer(reads: Any, status: int, page: str, why: str) -> None:
    """Whatever its status says, and whatever was asked for."""
    with pytest.raises(KeptOut, match=re.escape(why)):
        payload_of(PageRequest(URL, reads=reads), HtmlResponse(URL, status=status, body=page.encode()))


@pytest.mark.parametrize(
    "page", ["<title>Captcha engineer | Acme</title>", "<p>Access denied</p>", f"<p>{'px-captcha ' * 9000}</p>", "<rss></rss>"]
)
def test_other_pages_are_answers(page: str) -> None:
    """Words of a posting are no guard, and a long page with a guard's script is a page."""
    assert payload_of(PageRequest(URL, reads="text"), HtmlResponse(URL, body=page.encode())) == page


def test_an_error_has_neither_status_nor_validators() -> None:
    """An error has neither status nor validators."""
    assert (status_of(TimeoutError()), validators(TimeoutError())) == (None, {})


@pytest.mark.parametrize(("status", "is_kept_out"), [(401, False), (403, True), (404, False), (429, True), (503, False)])
def test_a_host_keeps_us_out_by_403_and_429(status: int, is_kept_out: object) -> None:
    """Any other status is a failure of another kind."""
    with pytest.raises(NoAnswer) as caught:
        payload_of(PageRequest(URL), Response(URL, status=status))

    assert isinstance(caught.value, KeptOut) is is_kept_out


def test_an_answer_knows_how_long_it_took() -> None:
    """In whole milliseconds; what is no answer, or was never asked for over a network, took no time."""
    timed = Response(URL, request=Request(URL, meta={"download_latency": 0.0806}))

    assert [latency_ms_of(a) for a in (timed, Response(URL), Response(URL, request=Request(URL)), TimeoutError())] == [
        81, None, None, None,
    ]  # fmt: skip
