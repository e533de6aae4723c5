"""Addresses: without secrets, and led to another server."""

import pytest

from scrapers.urls import led_to, without_secrets

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
