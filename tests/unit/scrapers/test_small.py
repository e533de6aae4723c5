"""Addresses, answers and what is remembered of them."""

from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from scrapers.answers import parse_json
from scrapers.boards import Board
from scrapers.memory import HttpMemory
from scrapers.reading import NoAnswer, payload_of, status_of, to_scrapy, validators
from scrapers.sources.base import PageRequest
from scrapers.tally import STOPPED
from scrapers.urls import led_to, without_secrets

BOARD = Board("greenhouse", "a/b")
URL = "https://boards.test/v1/jobs"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://me:pass@api.test/jobs?page=2", "https://api.test/jobs?page=2"),
        ("https://api.test/jobs?token=abc&page=2&api_key=x", "https://api.test/jobs?page=2"),
        ("https://api.test/jobs?gh_jid=5#top", "https://api.test/jobs?gh_jid=5"),
        ("https://api.test/jobs?keyword=&q=a+b", "https://api.test/jobs?keyword=&q=a+b"),
    ],
)
def test_an_address_is_kept_without_its_secrets(url: str, kept: str) -> None:
    """An address is kept without its secrets."""
    assert without_secrets(url) == kept


def test_another_server_is_asked_with_the_real_host_in_the_path() -> None:
    """Another server is asked with the real host in the path."""
    led = led_to("http://127.0.0.1:22000/", "https://api.lever.co/v0/postings/acme?skip=0")

    assert led == "http://127.0.0.1:22000/api.lever.co/v0/postings/acme?skip=0"
    assert led_to("", URL) == URL


def test_advance_moves_one_parameter_and_starts_from_nothing() -> None:
    """Advance moves one parameter and starts from nothing."""
    asked = PageRequest(URL, query={"limit": 10}, memo={"month": "2026-11"})

    assert asked.advance("skip", 10).advance("skip", 10).address == f"{URL}?limit=10&skip=20"
    assert asked.advance("skip", 10).memo == asked.memo


def test_a_body_is_sent_as_json_and_a_memo_is_not_sent() -> None:
    """A body is sent as json and a memo is not sent."""
    request = to_scrapy(PageRequest(URL, method="POST", body={"offset": 0}, memo={"secret": 1}), "", {"If-None-Match": '"v1"'})

    assert (request.method, request.body, request.url) == ("POST", b'{"offset": 0}', URL)
    assert request.headers["Content-Type"] == b"application/json"
    assert request.headers["If-None-Match"] == b'"v1"'
    assert request.meta["download_slot"] == "boards.test"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"a": "caf\xc3\xa9"}', {"a": "café"}),
        (b'{"a": "x\\ud800y", "b": ["\\udfff"], "c\\ud800": 1}', {"a": "xy", "b": [""], "c": 1}),
        (b'{"a": "\\ud83d\\ude00\\u0000"}', {"a": "\U0001f600\0"}),
    ],
)
def test_json_comes_as_it_is_without_half_characters(body: bytes, value: Any) -> None:
    """Half of a surrogate pair can't be sent on in UTF-8; a NUL can, and is the next stage's matter."""
    assert parse_json(body) == value


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"a": ', b'{"a": "caf\xe9"}', b'{"a": "\\u12', b"[" * 100_000])
def test_what_is_not_json_is_refused(body: bytes) -> None:
    """What is not json is refused."""
    with pytest.raises(ValueError, match=r"."):
        parse_json(body)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Response(URL, status=500), "HTTP 500"),
        (Response(URL, status=403), "HTTP 403"),
        (Response(URL, body=b"<html>"), "not JSON: "),
        (IgnoreRequest("Forbidden by robots.txt"), "robots.txt forbids it"),
        (Failure(IgnoreRequest(STOPPED)), STOPPED),
        (Failure(TimeoutError("took 60 s")), "TimeoutError: took 60 s"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_an_answer_that_gave_nothing_says_why(answer: Any, why: str) -> None:
    """An answer that gave nothing says why."""
    with pytest.raises(NoAnswer) as caught:
        payload_of(answer)

    assert str(caught.value).startswith(why)


def test_an_error_has_neither_status_nor_validators() -> None:
    """An error has neither status nor validators."""
    assert (status_of(TimeoutError()), validators(TimeoutError())) == (None, {})


def test_the_next_request_carries_what_the_last_answer_said(tmp_path: Path) -> None:
    """The next request carries what the last answer said."""
    memory = HttpMemory(tmp_path)
    answer = Response(URL, headers={"ETag": '"v1"', "Last-Modified": "Mon, 05 Jan 2026 09:00:00 GMT"})
    memory.remember(BOARD, URL, validators(answer))

    expected = {"If-None-Match": '"v1"', "If-Modified-Since": "Mon, 05 Jan 2026 09:00:00 GMT"}
    assert HttpMemory(tmp_path).conditions(BOARD, URL) == expected


def test_another_address_and_another_board_know_nothing(tmp_path: Path) -> None:
    """The demo's server must not answer for the real one."""
    memory = HttpMemory(tmp_path)
    memory.remember(BOARD, URL, {"ETag": '"v1"'})

    assert memory.conditions(BOARD, "http://127.0.0.1/") == {}
    assert memory.conditions(Board("greenhouse", "b"), URL) == {}


def test_a_crawl_that_was_not_complete_makes_the_memory_forget(tmp_path: Path) -> None:
    """A crawl that was not complete makes the memory forget."""
    memory = HttpMemory(tmp_path)
    memory.remember(BOARD, URL, {"ETag": '"v1"'})
    memory.remember(BOARD, URL, {})

    assert memory.conditions(BOARD, URL) == {}
