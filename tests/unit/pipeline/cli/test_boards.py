"""`jobstream boards import`: a list of boards becomes part of the operator's own."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli.boards import command
from scrapers.boards import Board, load_boards

LIST = "lever:new\tNew\nlever:mine\tOther name\ngreenhouse:stripe\nlever:new\tNewer\nacme\nhttps://jobs.ashbyhq.com/n\n"
OWN = '# kept\n[lever]\nmine = "Mine"\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The operator's own file, in force."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "own.toml"
    path.write_text(OWN)
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", str(path))
    (tmp_path / "list.txt").write_text(LIST)
    return path


def call(*words: str) -> tuple[int, str]:
    """Run the command; return exit code and output."""
    result = CliRunner().invoke(command, ["import", *words])
    return result.exit_code, result.output


def outcome(*words: str) -> Any:
    """Run the command; return what it tells programs."""
    return json.loads(call(*words, "--json")[1])


def test_new_boards_are_added_with_their_names_and_known_ones_stay(own: Path) -> None:
    """What is shipped is known too; the first name given to a board counts, and the own file keeps its comments."""
    code, text = call("list.txt")

    assert code == 1
    assert own.read_text() == '# kept\n[lever]\nmine = "Mine"\nnew = "New"\n\n[ashby]\nn = ""\n'
    assert {Board("lever", "new", "New"), Board("lever", "mine", "Mine")} <= set(load_boards(own))
    assert text.splitlines()[-1] == f"2 boards added to {own}, 3 known, 1 not recognised."
    assert "5  acme            it is neither SOURCE:BOARD nor an address" in text


def test_a_list_imported_again_adds_nothing(own: Path) -> None:
    """Every line of it is known."""
    first, again = outcome("list.txt"), outcome("list.txt")

    assert (first["known"], [board["board"] for board in first["added"]]) == (3, ["new", "n"])
    assert (again["known"], again["added"]) == (5, [])
    assert again["not_recognised"] == [{"line": 5, "what": "acme", "reason": "it is neither SOURCE:BOARD nor an address"}]


def test_a_shipped_board_is_new_where_the_shipped_ones_are_left_out(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be in no list that is crawled."""
    monkeypatch.setenv("JOBSTREAM_SHIPPED_BOARDS", "false")

    assert {"source": "greenhouse", "board": "stripe", "employer": None} in outcome("list.txt")["added"]


def test_a_dry_run_writes_nothing(own: Path) -> None:
    """And says what it would."""
    found = outcome("list.txt", "--dry-run")

    assert (found["dry_run"], found["file"], len(found["added"])) == (True, str(own), 2)
    assert own.read_text() == OWN


def test_thousands_are_added_to_a_file_that_was_not_there(own: Path) -> None:
    """Every line recognised is exit code 0."""
    own.unlink()
    (own.parent / "many.csv").write_text("board,employer\n" + "".join(f"lever:b{n},B {n}\n" for n in range(3000)))
    code, text = call("many.csv")

    assert (code, text.splitlines()[-1]) == (0, f"3,000 boards added to {own}, 0 known, 0 not recognised.")
    assert Board("lever", "b2999", "B 2999") in load_boards(own)


def test_an_address_that_can_not_be_asked_keeps_no_other_line_from_being_read(own: Path) -> None:
    """Its line is told, with why."""
    (own.parent / "list.txt").write_text("https://acme.example/our jobs\nlever:new\n")
    found = outcome("list.txt", "--fetch")

    assert [board["board"] for board in found["added"]] == ["new"]
    assert "does not answer: URL can't contain control characters" in found["not_recognised"][0]["reason"]


@pytest.mark.parametrize(("name", "text"), [("list.xlsx", ""), ("list.toml", "[lever")])
def test_what_is_no_list_is_a_usage_error(own: Path, name: str, text: str) -> None:
    """It names the file."""
    (own.parent / name).write_text(text)
    code, said = call(name)

    assert code == 2
    assert name in said


def test_an_own_file_in_another_form_is_left_alone(own: Path) -> None:
    """A usage error that names it."""
    own.write_text('lever = {mine = "Mine"}')
    code, said = call("list.txt")

    assert (code, own.read_text()) == (2, 'lever = {mine = "Mine"}')
    assert "own.toml" in said


def test_without_a_file_of_one_s_own_one_is_asked_for(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A usage error."""
    monkeypatch.delenv("JOBSTREAM_BOARDS_FILE")
    code, said = call("list.txt")

    assert code == 2
    assert "JOBSTREAM_BOARDS_FILE names no file" in said
