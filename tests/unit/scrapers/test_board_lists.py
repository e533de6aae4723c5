"""What lists of boards name, line by line."""

from pathlib import Path

import pytest

from scrapers.board_lists import Listed, read_list, recognised
from scrapers.boards import BoardsUnreadable, UnknownBoard
from scrapers.imports.files import UnknownFormat


def listed(tmp_path: Path, name: str, text: str) -> list[Listed]:
    """Write a list and read it."""
    path = tmp_path / name
    path.write_text(text)
    return list(read_list(path))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.txt",
            "# ours\nlever:acme\tAcme,  Inc\x00\n\n https://jobs.lever.co/b \n",
            [Listed(2, "lever:acme", "Acme, Inc"), Listed(4, "https://jobs.lever.co/b")],
        ),
        (
            "a.csv",
            "Company,Careers URL,Board\nAcme,,lever:acme\nB,https://jobs.lever.co/b,\nbroken\n,,\n",
            [
                Listed(2, "lever:acme", "Acme"),
                Listed(3, "https://jobs.lever.co/b", "B"),
                Listed(4, "", error="1 fields where the first line names 3"),
                Listed(5, "", error="it has none of the fields board, url, careers_url, address"),
            ],
        ),
        (
            "a.jsonl",
            '{"source": "lever", "board": "acme"}\n{"source": "lever", "board": "lever:b", "name": 7}\n{"source": "lever"}\n[]\n',
            [
                Listed(1, "lever:acme"),
                Listed(2, "lever:b"),
                Listed(3, "", error="it has none of the fields board, url, careers_url, address"),
                Listed(4, "", error="a row is an object, not list"),
            ],
        ),
        (
            "a.toml",
            '# theirs\n[lever] # eu\nacme = "A = B"\n\n[workday]\n"acme" = ""\n',
            [Listed(3, "lever:acme", "A = B"), Listed(6, "workday:acme")],
        ),
    ],
)
def test_a_list_is_read_by_what_its_name_says_it_is(tmp_path: Path, name: str, text: str, expected: list[Listed]) -> None:
    """Lines are counted from 1."""
    assert listed(tmp_path, name, text) == expected


@pytest.mark.parametrize(("name", "error"), [("a.toml", BoardsUnreadable), ("b.xlsx", UnknownFormat)])
def test_what_is_no_list_is_told(tmp_path: Path, name: str, error: type[Exception]) -> None:
    """With the file's name."""
    with pytest.raises(error, match=name):
        listed(tmp_path, name, "lever = 1")


@pytest.mark.parametrize(
    ("what", "board"),
    [
        ("lever:acme", "lever:acme"),
        ("careers:acme.example/jobs.xml", "careers:acme.example/jobs.xml"),
        ("https://jobs.lever.co/acme/1?from=boards.greenhouse.io/other", "lever:acme"),
        ("acme.recruitee.com", "recruitee:acme"),
    ],
)
def test_a_board_or_an_address_is_recognised(what: str, board: str) -> None:
    """The system of an address is that which it names first."""
    assert str(recognised(what)) == board


@pytest.mark.parametrize(
    "what", ["", "acme", "lever", "lever:", "lever:a//b", "lever:a\x00b", "monster:acme", "https://acme.example/jobs"]
)
def test_what_names_no_board_is_refused(what: str) -> None:
    """What names no board is refused."""
    with pytest.raises(UnknownBoard):
        recognised(what)
