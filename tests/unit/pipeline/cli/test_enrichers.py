"""`jobstream enrichers`: a table for people, JSON for programs, a check on demand."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import enrichers
from streams.enrich.chain import ENRICHERS, VERSIONS


def call(*words: str) -> tuple[int, str]:
    """Run the command; return exit code and output."""
    result = CliRunner().invoke(enrichers.command, words)
    return result.exit_code, result.output


def test_every_enricher_is_listed_with_its_version_and_fields():
    """As the events name them."""
    code, output = call()
    rows = {line.split()[0]: line.split() for line in output.splitlines()[1:]}

    assert code == 0
    assert {name: row[1] for name, row in rows.items()} == VERSIONS
    assert rows["seniority"][2:] == ["seniority", "yes"]


def test_a_check_finds_the_shipped_ones_in_order():
    """As JSON, with the promises that each breaks."""
    code, output = call("--check", "--json")

    assert code == 0
    assert [(row["name"], row["broken"]) for row in json.loads(output)["enrichers"]] == [(e.name, []) for e in ENRICHERS]


def test_a_broken_promise_is_a_finding(monkeypatch: pytest.MonkeyPatch):
    """Named with its enricher."""
    monkeypatch.setattr(
        enrichers, "_broken", lambda _: {e.name: ["it sleeps"] for e in ENRICHERS[:1]} | {e.name: [] for e in ENRICHERS[1:]}
    )

    code, output = call("--check")

    assert code == 1
    assert f"{ENRICHERS[0].name} breaks a promise: it sleeps." in output


def test_a_plug_in_that_is_not_installed_is_refused(monkeypatch: pytest.MonkeyPatch):
    """With the setting that names it."""
    monkeypatch.setenv("JOBSTREAM_ENRICHERS", "unheard")

    code, output = call()

    assert code == 2
    assert "no package offers the enricher 'unheard'" in output
    assert "JOBSTREAM_ENRICHERS" in output
