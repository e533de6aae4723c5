"""What is remembered of a board's last complete crawl."""

from pathlib import Path

import pytest
from scrapy.http import Response

from scrapers.boards import Board
from scrapers.memory import HttpMemory
from scrapers.reading import validators

BOARD = Board("greenhouse", "a/b")
URL = "https://boards.test/v1/jobs"


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


@pytest.mark.parametrize("left", ["", '{"address": ', "[]", '{"address": "https://boards.test/v1/jobs"}'])
def test_half_a_file_is_nothing_known(tmp_path: Path, left: str) -> None:
    """A machine lost its power; the board is asked for all of it, and no other board is kept from being crawled."""
    path = tmp_path / "greenhouse" / "a%2Fb.json"
    path.parent.mkdir()
    path.write_text(left)

    assert HttpMemory(tmp_path).conditions(BOARD, URL) == {}


def test_a_board_whose_name_makes_no_name_of_a_file_is_remembered_too(tmp_path: Path) -> None:
    """A file's name has 255 bytes at most; a search in other letters than Latin takes nine for each."""
    memory = HttpMemory(tmp_path)
    boards = [Board("jobspy", f"indeed/japan/{'看護師' * 20}/{place}") for place in ("東京", "大阪")]
    answer = Response(URL, headers={"ETag": '"v1"'})
    memory.remember(boards[0], URL, validators(answer))

    assert [memory.conditions(board, URL) for board in boards] == [{"If-None-Match": '"v1"'}, {}]
    memory.forget(boards[0])
    assert memory.conditions(boards[0], URL) == {}
