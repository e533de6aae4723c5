"""`jobstream explain`: two postings side by side, without a warehouse."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import CliRunner

from pipeline.cli import explain
from pipeline.ops.explain import Side, UnknownPosting
from pipeline.settings import Settings
from tests.unit.streams.dedupe.group import content_of, text
from warehouse.table import CLICKHOUSE, TIMESCALEDB

FIRST = Side("a:a:1", "Nurse", "Acme", "acme", ["Berlin, Germany"], "a:a:1", True, None, None, content_of())
COPY = replace(FIRST, posting_id="a:a:2", cluster_id="a:a:1", is_canonical=False)
VARIANT = replace(
    FIRST, posting_id="a:a:3", places=["Paris"], cluster_id="a:a:3", variant_of="a:a:1", content=content_of(place="Paris")
)  # fmt: skip
STRANGER = Side(
    "b:b:4", "Driver", None, "posting:b:b:4", [], "b:b:4", True, None, None,
    content_of(title="Driver", description=text("sell"), place=None),
)  # fmt: skip
REPOST = replace(
    FIRST, posting_id="c:c:5", title="Nurse - Berlin", employer="Plover", employer_key="plover", cluster_id="c:c:5",
    mirror_of="a:a:1", content=content_of(title="Nurse - Berlin", description=f"Our client needs you.\n{text(changed=10)}"),
)  # fmt: skip
ELSEWHERE = replace(
    REPOST, posting_id="c:c:6", mirror_of=None, content=content_of(title="Nurse II", place="Paris", description="Come!")
)
SIDES = {side.posting_id: side for side in (FIRST, COPY, VARIANT, STRANGER, REPOST, ELSEWHERE)}
Call = Callable[..., tuple[int, str]]


@pytest.fixture
def asked() -> list[tuple[str, str]]:
    """Which postings were read, and where."""
    return []


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, asked: list[tuple[str, str]]) -> Call:
    """Run the command; it gives exit code and output."""

    def read(settings: Settings, engine: str, posting_id: str) -> Side:
        asked.append((engine, posting_id))
        if posting_id not in SIDES:
            raise UnknownPosting(f"{engine} holds no posting {posting_id!r}.")
        return SIDES[posting_id]

    def invoke(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(explain.command, words)
        return result.exit_code, result.output

    monkeypatch.setattr(explain, "read_side", read)
    return invoke


def test_a_copy_is_shown_with_both_postings_and_the_reason(call: Call):
    """Who they are, that they are compared and together, and what each part adds."""
    code, output = call("a:a:1", "a:a:2")
    lines = output.splitlines()

    assert code == 0
    assert lines[:5] == [
        "a:a:1: Nurse | Acme | Berlin, Germany | canonical",
        "a:a:2: Nurse | Acme | Berlin, Germany | in the cluster of a:a:1",
        "same employer: yes",
        "same cluster: yes",
        "copy by reader-6: Title, text and places are the same as those of a:a:2.",
    ]
    assert lines[5].startswith("Copy with probability 0.")
    assert lines[6].split() == ["part", "value", "log-odds"]
    assert any(line.startswith("title_same") for line in lines[7:])


def test_a_variant_says_of_whom_and_in_what(call: Call):
    """Its cluster is another one."""
    output = call("a:a:1", "a:a:3")[1]

    assert "a:a:3: Nurse | Acme | Paris | canonical, a variant of a:a:1" in output
    assert "same cluster: no: a:a:1 and a:a:3" in output
    assert "variant by reader-6: Beside a:a:3, 100% of what is said about the role is the same, but another place" in output


def test_postings_of_two_employers_are_not_compared_by_the_stage(call: Call):
    """The command says so, and shows the verdict all the same."""
    output = call("a:a:1", "b:b:4")[1]

    assert "b:b:4: Driver | no employer | no place | canonical" in output
    assert "same employer: no: acme and posting:b:b:4, so the stage dedupe does not compare them" in output
    assert "across employers: other jobs by across-2: 0 of the 4 sentences kept of each in common; about 0% of what" in output
    assert "is in both, the titles have no word in common" in output
    assert "different by reader-6: " in output
    assert "too different for the stage to compare them at all" in output


def test_a_repost_of_another_employer_is_shown_as_the_stage_mirror_finds_it(call: Call):
    """By how much of the text, and by how much was needed; what contradicts is named."""
    found, contradicted = call("a:a:1", "c:c:5")[1], call("a:a:1", "c:c:6")[1]
    document = json.loads(call("a:a:1", "c:c:6", "--json")[1])

    assert "c:c:5: Nurse - Berlin | Plover | Berlin, Germany | canonical, a copy of a:a:1 of another employer" in found
    assert "across employers: a copy by across-2: " in found
    assert "% of what the shorter ad says about the role is in both, 70% needed by these titles" in found
    assert "across employers: other jobs by across-2: 0 of " in contradicted
    assert contradicted.count("; one has fewer than 600 bytes of text; other place") == 1
    assert document["across"] == {
        "verifier": "across-2", "is_copy": False, "too_short": True, "sentences": 0, "share": 0.0, "needed": 0.7,
        "contradictions": ["place"],
    }  # fmt: skip
    assert json.loads(call("a:a:1", "a:a:2", "--json")[1])["across"] is None


def test_json_has_both_postings_and_the_whole_verdict(call: Call):
    """For programs."""
    document = json.loads(call("a:a:1", "a:a:3", "--json")[1])

    assert (document["a"]["posting_id"], document["b"]["variant_of"], document["b"]["places"]) == ("a:a:1", "a:a:1", ["Paris"])
    assert (document["same_employer"], document["same_cluster"]) == (True, False)
    assert (document["verdict"], document["differences"], document["exact"], document["near"]) == (
        "variant",
        ["place"],
        False,
        True,
    )
    assert document["log_odds"].keys() <= document["parts"].keys()


@pytest.mark.parametrize(("words", "engine"), [((), CLICKHOUSE), (("--engine", TIMESCALEDB), TIMESCALEDB)])
def test_both_are_read_from_one_engine(call: Call, asked: list[tuple[str, str]], words: tuple[str, ...], engine: str):
    """The one that was chosen."""
    call("a:a:1", "a:a:2", *words)

    assert asked == [(engine, "a:a:1"), (engine, "a:a:2")]


def test_a_posting_that_is_not_there_is_a_mistake_in_the_call(call: Call):
    """The message names it."""
    code, output = call("a:a:1", "x:y:z")

    assert code == 2
    assert "Error: clickhouse holds no posting 'x:y:z'." in output
