"""`jobstream evaluate enrich`: a table for people, JSON for programs, the page on demand."""

import json
import lzma
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import evaluate_enrich
from pipeline.cli.evaluate import command
from pipeline.evaluation.fields import FIELDS
from streams.enrich.chain import VERSIONS
from streams.enrich.chain import enrich as enrich_posting
from streams.enrich.resources import Resources, load_resources
from tests.builders import make_deduplicated

HEAD = "position,salary_lower,salary_upper,main_skill,seniority,main_category,description"
TITLES = ("Senior Java Developer", "Junior Tester", "Developer", "Senior Designer (jane.doe@acme.com)")


@pytest.fixture(scope="module")
def loaded() -> Resources:
    """The word lists, loaded once."""
    return load_resources()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loaded: Resources) -> Path:
    """A folder with one set of four postings, all of them junior."""
    monkeypatch.setattr(evaluate_enrich, "load_resources", lambda **_: loaded)
    folder = tmp_path / "data" / "postings"
    folder.mkdir(parents=True)
    lines = [HEAD, *(f"{title},1,2,,Junior,,Write to +49 30 1234 5678" for title in TITLES)]
    (folder / "nofluffjobs_pl_2022.csv.xz").write_bytes(lzma.compress("\n".join(lines).encode()))
    return tmp_path / "data"


def call(data: Path, *words: str) -> tuple[int, str]:
    """Run the command; return exit code and output."""
    result = CliRunner().invoke(command, ["enrich", "--data", str(data), *words])
    return result.exit_code, result.output


def test_sets_that_are_there_are_measured_and_the_others_named(data):
    """A quarter is right, half of the answers are wrong, one posting says nothing."""
    code, output = call(data, "--field", "seniority", "--half", "all")
    lines = {line.split()[1]: line for line in output.splitlines()[1:]}

    assert code == 0
    assert "accuracy 0.250" in lines["nofluffjobs_pl_2022"]
    assert lines["nofluffjobs_pl_2022"].split()[2:4] == ["4", "0.750"]
    assert "postings/afriworket_et_2026.jsonl.xz is not in" in lines["afriworket_et_2026"]


def test_json_holds_the_same_with_versions(data):
    """Every field and set, whether it is there or not."""
    document = json.loads(call(data, "--json")[1])

    assert document["enriched_by"] == VERSIONS
    assert len(document["rows"]) == sum(len(field.truths) for field in FIELDS)
    assert {row["half"] for row in document["rows"]} == {"reported"}


def test_errors_are_listed_wrong_ones_first_and_without_contacts(data):
    """Ads carry the data of people, output does not."""
    output = call(data, "--field", "seniority", "--half", "all", "--errors", "3")[1]
    errors = [line for line in output.splitlines() if line.startswith("seniority, ")]

    assert [line.rpartition(" ")[2] for line in errors] == ["senior", "senior", "nothing"]
    assert "Senior Designer (…)" in output
    assert "acme.com" not in output
    assert "1234" not in output


def test_the_page_and_its_numbers_are_written(data, tmp_path, monkeypatch):
    """The page names the day that was given, the numbers have both halves; what takes minutes says how far it is."""
    monkeypatch.setattr(evaluate_enrich, "PAGE", tmp_path / "docs" / "accuracy.md")
    (tmp_path / "docs").mkdir()
    monkeypatch.setenv("JOBSTREAM_VAR_DIR", str(tmp_path / "var"))

    code, output = call(data, "--write", "--date", "2026-11-26")

    assert code == 0
    assert output.endswith(f"Wrote docs/accuracy.md and {tmp_path / 'var' / 'evaluate' / 'enrich.json'}.\n")
    assert "seniority, nofluffjobs_pl_2022: measured" in output
    assert "on 2026-11-26" in (tmp_path / "docs" / "accuracy.md").read_text()
    written = json.loads((tmp_path / "var" / "evaluate" / "enrich.json").read_text())
    assert {row["half"] for row in written["rows"]} == {"reported", "tuned"}


@pytest.mark.parametrize("words", [("--field", "skills"), ("--half", "all")])
def test_a_part_is_not_written_as_the_whole(data, words):
    """The page has all fields and both halves."""
    assert call(data, "--write", *words)[0] == 2


def against(loaded: Resources, monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> tuple[int, str]:
    """Run `evaluate enrich --against -` with `text` as standard input."""
    monkeypatch.setattr(evaluate_enrich, "load_resources", lambda: loaded)
    result = CliRunner().invoke(command, ["enrich", "--against", "-", *words], input=text)
    return result.exit_code, result.output


def test_what_changes_against_other_versions_is_told(loaded, monkeypatch):
    """A row for each field, and the changes that were asked for, without contacts."""
    posting = enrich_posting(make_deduplicated(title="Senior Nurse, jane@acme.com"), loaded)
    old = posting.model_copy(update={"seniority": None, "enriched_by": VERSIONS | {"seniority": "1"}}).model_dump_json()

    code, output = against(loaded, monkeypatch, old, "--errors", "1")
    row = next(line.split() for line in output.splitlines() if line.startswith("seniority"))

    assert (code, row) == (0, ["seniority", "seniority", "1", VERSIONS["seniority"], "1", "0", "0", "1", "0"])
    assert "before null" in output
    assert "jane@acme.com" not in output
    document = json.loads(against(loaded, monkeypatch, old, "--json")[1])
    assert {row["name"]: row["counts"] for row in document["fields"]}["seniority"] == {"new": 1}


def test_what_is_no_posting_is_refused_with_the_remedy(loaded, monkeypatch):
    """And so are options that mean nothing there."""
    code, output = against(loaded, monkeypatch, "{}")

    assert code == 2
    assert "line 1 is no enriched posting" in output
    assert "topics tail" in output
    assert against(loaded, monkeypatch, "", "--field", "seniority")[0] == 2


def test_a_file_of_another_encoding_is_refused_with_the_remedy(loaded, monkeypatch, tmp_path):
    """A table that somebody took for the topic's postings."""
    (tmp_path / "old.csv").write_bytes("title\nKöchin\n".encode("latin-1"))
    monkeypatch.setattr(evaluate_enrich, "load_resources", lambda: loaded)
    result = CliRunner().invoke(command, ["enrich", "--against", str(tmp_path / "old.csv")])
    assert (result.exit_code, "topics tail" in result.output) == (2, True)
