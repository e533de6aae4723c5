"""Boards added to a boards file."""

import stat
import tomllib
from pathlib import Path

import pytest

from scrapers.boards import Board, BoardsUnreadable, load_boards
from scrapers.boards_file import add_boards, board_tables, with_boards

MINE = """# boards of ours
[lever]  # EU too
# the first
mine = "Mine"  # since May

# what follows is new
["ashby"]

[hn]
"2026-11" = ""
"""


def test_boards_go_to_their_tables_and_all_else_stays() -> None:
    """After the last entry of the table, before what is said about the next; a new table goes to the end."""
    boards = [
        Board("ashby", "Acme Labs", 'Acme "Labs"'),
        Board("lever", "b"),
        Board("workday", "a.wd1/x", "A"),
        Board("lever", "c", "C"),
    ]

    assert with_boards(MINE, boards) == (
        MINE.replace("# since May\n", '# since May\nb = ""\nc = "C"\n').replace(
            '["ashby"]\n', '["ashby"]\n"Acme Labs" = "Acme \\"Labs\\""\n'
        )
        + '\n[workday]\n"a.wd1/x" = "A"\n'
    )


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    """And read like any other."""
    path = tmp_path / "mine.toml"
    add_boards(path, [Board("lever", "mine", "Größe\\n"), Board("lever", "b")])

    assert path.read_text() == '[lever]\nmine = "Größe\\\\n"\nb = ""\n'
    assert Board("lever", "mine", "Größe\\n") in load_boards(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_mode_its_line_ends_and_its_link(tmp_path: Path) -> None:
    """Who links it elsewhere finds it there."""
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_bytes(b'[lever]\r\na = ""\r\n')
    real.chmod(0o640)
    link.symlink_to(real)
    add_boards(link, [Board("lever", "b")])

    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert tomllib.loads(real.read_bytes().decode()) == {"lever": {"a": "", "b": ""}}
    assert real.read_bytes().startswith(b'[lever]\r\na = ""\r\n')


@pytest.mark.parametrize("text", ["[lever", 'lever = {a = "A"}', 'lever.a = "A"', '[lever]\na = """\n[hn]\nb = 1"""'])
def test_a_file_that_can_t_be_added_to_stays_as_it_is(tmp_path: Path, text: str) -> None:
    """It is named."""
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(BoardsUnreadable, match=r"Nothing was added to .*mine\.toml"):
        add_boards(path, [Board("lever", "b"), Board("hn", "c")])

    assert path.read_text() == text


def test_boards_alone_make_a_file() -> None:
    """Sources in the order in which they come."""
    assert (
        board_tables([Board("lever", "b"), Board("ashby", "a"), Board("lever", "c")])
        == '[lever]\nb = ""\nc = ""\n\n[ashby]\na = ""'
    )
    assert board_tables([]) == ""
