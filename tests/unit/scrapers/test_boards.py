"""Which boards a crawl visits."""

from collections import Counter
from pathlib import Path

import pytest

from scrapers.boards import Board, BoardsUnreadable, UnknownBoard, choose, load_boards

BOARDS = [Board("greenhouse", "a", "A"), Board("greenhouse", "b"), Board("lever", "c", "C")]


def own(tmp_path: Path, text: str) -> Path:
    """Write a boards file and return its path."""
    path = tmp_path / "mine.toml"
    path.write_text(text)
    return path


def test_at_least_sixty_boards_of_the_six_systems_are_shipped() -> None:
    """At least sixty boards of the six systems are shipped."""
    counts = Counter(board.source for board in load_boards())
    systems = {"ashby", "greenhouse", "lever", "recruitee", "smartrecruiters", "workable"}

    assert counts.keys() >= systems
    assert sum(counts[system] for system in systems) >= 60


def test_an_own_board_is_added_and_wins_over_the_shipped_one(tmp_path: Path) -> None:
    """An own board is added and wins over the shipped one."""
    path = own(tmp_path, '[greenhouse]\nstripe = "Stripe, our way"\nmine = "Mine"\n')
    found = {board for board in load_boards(path) if board.name in ("stripe", "mine")}

    assert found == {Board("greenhouse", "stripe", "Stripe, our way"), Board("greenhouse", "mine", "Mine")}


def test_a_board_without_an_employer_s_name_has_none(tmp_path: Path) -> None:
    """A board without an employer's name has none."""
    assert Board("lever", "mine", None) in load_boards(own(tmp_path, '[lever]\nmine = ""\n'))


def test_a_board_may_say_that_its_pages_need_a_browser(tmp_path: Path) -> None:
    """With or without a name for its employer."""
    text = (
        '[careers]\n"a.test" = { employer = "A", browser = true }\n"b.test" = { browser = true }\n"c.test" = { employer = "C" }\n'
    )
    found = {board for board in load_boards(own(tmp_path, text)) if board.name.endswith(".test")}

    assert found == {
        Board("careers", "a.test", "A", browser=True),
        Board("careers", "b.test", None, browser=True),
        Board("careers", "c.test", "C"),
    }


def test_a_board_of_a_source_without_pages_asks_for_no_browser(tmp_path: Path) -> None:
    """Its answers are JSON, and a browser would never start."""
    with pytest.raises(BoardsUnreadable, match="no page per posting"):
        load_boards(own(tmp_path, "[lever]\nmine = { browser = true }\n"))


@pytest.mark.parametrize(
    "text",
    [
        "[greenhouse",
        "greenhouse = 1",
        '[monster]\nx = "X"',
        "[careers]\nx = { brwoser = true }",
        '[careers]\nx = { browser = "yes" }',
        '[careers]\nacme.com = "A name with a dot is quoted"',
    ],
)
def test_a_file_that_is_no_list_of_boards_is_named(tmp_path: Path, text: str) -> None:
    """A file that is no list of boards is named."""
    with pytest.raises(BoardsUnreadable, match=r"mine\.toml"):
        load_boards(own(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(BoardsUnreadable, match="nowhere"):
        load_boards(tmp_path / "nowhere.toml")


def test_without_a_word_every_board_is_chosen_sources_in_turn() -> None:
    """Neighbours on one host would wait for each other."""
    assert [str(board) for board in choose(BOARDS, [])] == ["greenhouse:a", "lever:c", "greenhouse:b"]


def test_a_source_chooses_its_boards_and_a_board_named_twice_is_visited_once() -> None:
    """A source chooses its boards and a board named twice is visited once."""
    assert choose(BOARDS, ["greenhouse", "greenhouse:a"]) == BOARDS[:2]


def test_a_board_that_no_file_lists_can_be_named() -> None:
    """A board that no file lists can be named."""
    assert choose(BOARDS, ["ashby:new"]) == [Board("ashby", "new")]


@pytest.mark.parametrize("word", ["monster", "monster:x", "lever:", "lever:/a", "phenom:a//b", ":c", ""])
def test_a_word_that_names_nothing_is_refused(word: str) -> None:
    """A word that names nothing is refused."""
    with pytest.raises(UnknownBoard):
        choose(BOARDS, [word])


def test_a_board_may_have_a_priority(tmp_path: Path) -> None:
    """In a table of its own, beside its employer's name."""
    found = load_boards(own(tmp_path, '[lever]\nmine = { employer = "Mine", priority = 2 }\n'), shipped=False)

    assert [(board.employer, board.priority) for board in found] == [("Mine", 2)]


def test_an_unknown_key_of_a_board_is_named(tmp_path: Path) -> None:
    """A typing error is no priority."""
    with pytest.raises(BoardsUnreadable, match="'prio'"):
        load_boards(own(tmp_path, "[lever]\nmine = { prio = 2 }\n"))


@pytest.mark.parametrize("board", ["bamboohr:acme:eu", "workday:[acme", "jobspy:?", "lever:" + "x" * 1_001])
def test_a_board_of_which_no_address_can_be_made_is_named_before_anything_starts(tmp_path: Path, board: str) -> None:
    """Found out while a crawl runs, it would keep all boards behind it from being asked."""
    source, _, name = board.partition(":")
    with pytest.raises(BoardsUnreadable, match="makes no web address"):
        load_boards(own(tmp_path, f'[{source}]\n"{name}" = ""\n'))
    with pytest.raises(UnknownBoard, match="names no board"):
        choose([], [board])
