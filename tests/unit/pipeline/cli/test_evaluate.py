"""`jobstream evaluate`: tables for people, JSON for programs."""

import json
from math import exp
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


@pytest.fixture
def mislabelled(tmp_path: Path) -> Path:
    """The pairs, two of them with another label: what a reader and the stage do not agree on."""
    rows = [json.loads(line) for line in PAIRS.read_text().splitlines()]
    rows[0] |= {"label": "variant"}
    rows[3] |= {"label": "copy"}
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_pairs_are_measured_by_set_and_band_and_errors_are_listed(mislabelled: Path):
    """Each error shows its label, the answer with its reason, and what only one text says."""
    code, output = call("--method", "stage", path=mislabelled)

    assert code == 0
    assert [line.split()[:2] for line in output.splitlines()[1:4]] == [["all", "5"], ["hospital", "3"], ["software", "2"]]
    assert "p3 software 5:.95-1: copy (sure 2: another level), judged variant" in output
    assert "100% of what is said about the role is the same, but another level is advertised." in output
    assert "+ Senior Developer | Umbrella | Oslo, Norway" in output


def test_pairs_that_are_all_judged_as_labelled_have_no_errors():
    """The table of labels against answers has its diagonal only."""
    document = json.loads(call("--json")[1])

    assert document["errors"] == []
    assert document["all"]["confusion"]["variant"] == {"copy": 0, "variant": 2, "different": 0}


def test_json_holds_the_same(mislabelled: Path):
    """Rates with intervals, the confusion by label, and the errors."""
    document = json.loads(call("--json", "--method", "stage", path=mislabelled)[1])

    assert document["all"]["confusion"]["variant"] == {"copy": 1, "variant": 1, "different": 0}
    assert document["all"]["precision"]["value"] == 0.5
    assert document["all"]["different_merged"] == {"value": 0.0, "interval": [0.0, 0.0]}
    assert [(error["pair"], error["judged"], error["differences"]) for error in document["errors"]] == [
        ("p0", "copy", []),
        ("p3", "variant", ["level"]),
    ]


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
    assert call(*words)[0] == 2


def test_the_halves_are_the_whole():
    """Each pair is in one half."""
    counts = [json.loads(call("--half", half, "--sure", "1", "--json")[1])["all"]["pairs"] for half in ("tuned", "reported")]

    assert sum(counts) == 6
    assert min(counts) > 0


@pytest.mark.parametrize("contact", ["jane.doe@acme.com", "+49 30 1234 5678"])
def test_nobody_s_address_is_printed(tmp_path: Path, contact: str):
    """Ads carry contact data, errors don't."""
    row = json.loads(PAIRS.read_text().splitlines()[2]) | {"label": "copy"}
    row["a"]["text"] += f" Write to {contact} today."
    (tmp_path / "pairs.jsonl").write_text(json.dumps(row))

    output = call("--method", "stage", path=tmp_path / "pairs.jsonl")[1]

    assert "Write to … today." in output
    assert contact not in output


def test_a_file_that_holds_no_pairs_is_refused(tmp_path: Path):
    """The message names the file and the line."""
    (tmp_path / "pairs.jsonl").write_text("{}\n")

    assert call(path=tmp_path / "pairs.jsonl") == (2, "Error: pairs.jsonl: Line 1 is no labelled pair: KeyError 'label'.\n")


def test_one_pair_is_explained_by_its_parts():
    """The verdict with its reason, and what each part added, strongest first."""
    code, output = call("--explain", "p2")
    head, *rows = output.splitlines()[5:]
    terms = [float(row.split()[2]) for row in rows]

    assert code == 0
    assert output.startswith("pair: p2\nlabel: variant\nvariant by reader-6: Beside the other one, 100% of what is said")
    assert head.split() == ["part", "value", "log-odds"]
    assert "place_contradicts" in {row.split()[0] for row in rows}
    assert [abs(term) for term in terms] == sorted(map(abs, terms), reverse=True)


def test_an_explained_pair_is_a_document_for_programs():
    """All parts of it: with the bias, the terms add up to the log-odds."""
    document = json.loads(call("--explain", "p2", "--json")[1])

    assert (document["pair"], document["label"], document["verdict"], document["differences"]) == (
        "p2",
        "variant",
        "variant",
        ["place"],
    )
    assert 1 / (1 + exp(-document["bias"] - sum(document["log_odds"].values()))) == pytest.approx(document["copy_probability"])
    assert document["log_odds"].keys() <= document["parts"].keys()


def test_a_pair_that_the_stage_does_not_compare_says_so():
    """Whatever its parts add up to."""
    output = call("--explain", "p5", "--sure", "1")[1]

    assert "different by reader-6: " in output
    assert "too different for the stage to compare them at all" in output
    assert json.loads(call("--explain", "p5", "--sure", "1", "--json")[1])["near"] is False


def test_a_pair_that_is_not_there_is_not_explained():
    """Its name may be that of a guess."""
    assert call("--explain", "p5") == (2, "Error: The file holds no pair of this name, half and certainty.\n")
