"""Where a feed ends."""

from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import UnreadableAnswer

TEAMTAILOR = load_source("teamtailor")
FIRST = TEAMTAILOR.first_page("acme")


def feed(**more: Any) -> dict[str, Any]:
    """A feed of one posting."""
    return {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}], **more}


def test_a_feed_that_goes_on_elsewhere_is_not_at_its_end() -> None:
    """A first page that counted as all of the board had the rest of it closed."""
    following = TEAMTAILOR.read(FIRST, feed(next_url="https://acme.teamtailor.com/jobs.json?page=2")).following

    assert following is not None
    assert following.address == "https://acme.teamtailor.com/jobs.json?page=2"
    assert [TEAMTAILOR.read(FIRST, feed(**last)).following for last in ({}, {"next_url": None})] == [None, None]


@pytest.mark.parametrize("url", ["/jobs.json?page=2", "file:///etc/passwd", 7, ["https://acme.test"]])
def test_an_address_that_can_t_be_asked_is_no_end(url: Any) -> None:
    """The crawl is partial then."""
    with pytest.raises(UnreadableAnswer, match="teamtailor"):
        TEAMTAILOR.read(FIRST, feed(next_url=url))
