"""Where a board of Lever is asked."""

import pytest

from scrapers.boards import named_board
from scrapers.sources import load_source


@pytest.mark.parametrize(("board", "host"), [("acme", "api.lever.co"), ("acme/eu", "api.eu.lever.co")])
def test_a_board_in_europe_is_asked_there(board: str, host: str) -> None:
    """Page after page; the other host knows no such site."""
    lever = load_source("lever")
    first = lever.first_page(named_board(f"lever:{board}").name)
    page = lever.read(first, [{"id": str(number)} for number in range(100)])

    assert first.address == f"https://{host}/v0/postings/acme?mode=json&limit=100&skip=0"
    assert page.following is not None
    assert page.following.address == f"https://{host}/v0/postings/acme?mode=json&limit=100&skip=100"
