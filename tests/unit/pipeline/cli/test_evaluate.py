"""`jobstream evaluate`: tables for people, JSON for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.evaluate import command
from tests.conftest import ROOT

PAIRS = ROOT / "tests" / "fixtures" / "pairs" / "synthetic.jsonl"


def call(*words: str, path: Path = PAIRS) -> tuple[int, str]:
    """Run the command; return exit code and output."""
    result = CliRunner().invoke(command, ["dedupe", "--pairs", str(path), *words])
    return result.exit_code, result.output


def test_pairs_are_measured_by_set_and_band_and_errors_are_listed():
    """The stage's verifier knows no variants, and each error shows what only one text says."""
    code, output = call("--method", "stage")

    assert code == 0
    assert [line.split()[:2] for line in output.splitlines()[1:4]] == [["all", "5"], ["hospital", "3"], ["software", "2"]]
    assert "p3 software 5:.95-1: variant (sure 2: another level), judged different" in output
    assert "+ Senior Developer | Umbrella | Oslo, Norway" in output


def test_json_holds_the_same():
    """Rates with intervals, the confusion by label, and the errors."""
    document = json.loads(call("--json", "--method", "stage")[1])

    assert document["all"]["confusion"]["variant"] == {"copy": 0, "variant": 0, "different": 2}
    assert document["all"]["precision"] == {"value": 1.0, "interval": [1.0, 1.0]}
    assert [error["pair"] for error in document["errors"]] == ["p2", "p3"]


def test_guesses_count_only_when_asked_for():
    """`--sure 1` takes all."""
    assert json.loads(call("--sure", "1", "--no-errors", "--json")[1])["all"]["pairs"] == 6


@pytest.mark.parametrize("words", [("--employers", "two"), ("--method", "across")])
def test_pairs_of_two_employers_can_be_measured_alone(tmp_path: Path, words: tuple[str, ...]):
    """The verifier across employers is measured on no others."""
    rows = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    rows[1]["b"]["company"] = "Agency"
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))

    assert json.loads(call(*words, "--json", path=path)[1])["all"]["pairs"] == 1
    assert call(*words)[0] == 1


def test_the_halves_are_the_whole():
    """Each pair is in one half."""
    counts = [json.loads(call("--half", half, "--sure", "1", "--json")[1])["all"]["pairs"] for half in ("tuned", "reported")]

    assert sum(counts) == 6
    assert min(counts) > 0


@pytest.mark.parametrize("contact", ["jane.doe@acme.com", "+49 30 1234 5678"])
def test_nobody_s_address_is_printed(tmp_path: Path, contact: str):
    """Ads carry contact data, errors don't."""
    row = json.loads(PAIRS.read_text().splitlines()[2])
    row["a"]["text"] += f" Write to {contact} today."
    (tmp_path / "pairs.jsonl").write_text(json.dumps(row))

    output = call("--method", "stage", path=tmp_path / "pairs.jsonl")[1]

    assert "Write to … today." in output
    assert contact not in output


def test_a_file_that_holds_no_pairs_is_refused(tmp_path: Path):
    """The message names the file and the line."""
    (tmp_path / "pairs.jsonl").write_text("{}\n")

    assert call(path=tmp_path / "pairs.jsonl") == (1, "Error: pairs.jsonl: Line 1 is no labelled pair: KeyError 'label'.\n")


def test_one_pair_is_explained_by_its_parts():
    """The verdict with its reason, and what each part added, strongest first."""
    code, output = call("--explain", "p2")
    parts = [line.split() for line in output.splitlines()[3:]]

    assert code == 0
    assert output.startswith("p2: variant by its label, variant by reader-1: 100% of what is said about the role is the same")
    assert "place_contradicts" in {name for name, _ in parts}
    assert [abs(float(term)) for _, term in parts] == sorted((abs(float(term)) for _, term in parts), reverse=True)
    assert json.loads(call("--explain", "p2", "--json")[1])["differences"] == ["place"]


def test_a_pair_that_is_not_there_is_not_explained():
    """Its name may be that of a guess."""
    assert call("--explain", "p5") == (1, "Error: The file holds no pair of this name, half and certainty.\n")
