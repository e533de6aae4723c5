"""Addresses: without secrets, and led to another server."""

import pytest

from scrapers.urls import led_to, without_secrets, without_secrets_in

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


def test_a_message_is_kept_without_the_secrets_of_its_addresses() -> None:
    """An address without any stays as it is written."""
    said = (
        "Gave up <GET https://api.test/jobs?app_id=me&app_key=x&page=2>, see http://docs.test/?q=a%20b#top and http://d.test/#a"
    )
    kept = "Gave up <GET https://api.test/jobs?page=2>, see http://docs.test/?q=a+b and http://d.test/#a"

    assert without_secrets_in(said) == kept


def test_what_only_looks_like_an_address_is_not_shown_at_all() -> None:
    """It may hold a key all the same, and a line of a log must not be lost for it."""
    assert without_secrets_in("asked http://[acme?app_key=x of 3") == "asked http://… of 3"


def test_another_server_is_asked_with_the_real_host_in_the_path() -> None:
    """Another server is asked with the real host in the path."""
    led = led_to("http://127.0.0.1:22000/", "https://api.lever.co/v0/postings/acme?skip=0")

    assert led == "http://127.0.0.1:22000/api.lever.co/v0/postings/acme?skip=0"
    assert led_to("", URL) == URL
