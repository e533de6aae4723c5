"""`jobstream import`: what it refuses, and what a dry run says. Publishing is an integration test."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.import_ import command

TABLE = "Job Title,Pay, Text\nNurse,10,care\nWelder,,weld\nshort\n"
MAP = "title=Job Title,salary=Pay"


def call(path: Path, *words: str) -> tuple[int, str]:
    """Run the command on a file; return exit code and output."""
    result = CliRunner().invoke(command, [str(path), *words])
    return result.exit_code, result.output


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table with a row that lacks something and one that is broken."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "mine.csv"
    path.write_text(TABLE)
    return path


def test_a_dry_run_lists_what_is_missing_and_what_is_broken(table: Path) -> None:
    """By line; a broken row is a finding."""
    code, text = call(table, "--source", "generic", "--map", MAP, "--dry-run")

    assert code == 1
    assert text.splitlines()[1].split() == ["3", "Pay"]
    assert "1 fields where the first line names 3" in text
    assert text.splitlines()[-1] == "3 rows, 2 postings would be published, 1 failed."


def test_a_dry_run_as_json_holds_the_same(table: Path) -> None:
    """For programs."""
    _, text = call(table, "--source", "generic", "--map", MAP, "--dry-run", "--json")
    found = json.loads(text)

    assert (found["rows"], found["postings"], found["published"], found["failed"]) == (3, 2, 0, 1)
    assert (found["lacking"], found["broken"][0]["line"]) == ([{"line": 3, "field": "Pay"}], 4)


def test_long_lists_are_cut_for_people(tmp_path: Path) -> None:
    """All of it is in the JSON."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"t": 1}\n' * 30)
    _, text = call(path, "--source", "generic", "--map", "title=t,company=c", "--dry-run")

    assert "… and 10 more" in text


def test_a_column_s_name_may_hold_a_comma(tmp_path: Path) -> None:
    """A mapping ends where another begins."""
    path = tmp_path / "a.csv"
    path.write_text('"Title, full",c\nNurse,Acme\n')

    assert call(path, "--source", "generic", "--map", "title=Title, full,company=c", "--dry-run")[0] == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--source", "generic"], "belong together"),
        (["--source", "hn", "--map", "title=Job Title"], "belong together"),
        (["--source", "generic", "--map", "title=Name"], "has no column 'Name'. Columns: Job Title, Pay"),
        (["--source", "generic", "--map", "name=Job Title"], "--map name=Job Title"),
        (["--source", "generic", "--map", "title"], "--map title="),
        (["--source", "generic", "--map", "salary=Pay"], "needs title=COLUMN"),
        (["--source", "monster"], "There is no source 'monster'"),
        (["--source", "lever"], "give --board"),
    ],
)
def test_what_can_t_be_meant_is_a_usage_error(table: Path, words: list[str], why: str) -> None:
    """The message says what would do."""
    code, text = call(table, *words, "--dry-run")

    assert code == 2
    assert why in " ".join(text.split())


def test_a_file_of_unknown_format_is_a_usage_error(tmp_path: Path) -> None:
    """With the formats there are."""
    path = tmp_path / "a.json"
    path.write_text("[]")
    code, text = call(path, "--source", "hn", "--dry-run")

    assert code == 2
    assert ".jsonl" in text
