"""`jobstream sources health`: tables for people, exit codes for programs."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import sources_health as cli
from pipeline.cli.sources import command
from pipeline.ops.health import SourcesHealth
from tests.builders import JAN
from warehouse.contract import WarehouseMisconfigured

BOARD = {
    "source": "lever", "board": "acme", "open_incidents": 1, "outcome": "failed", "published": 0, "usual": 1200, "expected": None,
    "failed": 1, "blocked": 1, "latency_median_ms": 80, "last_success_at": None,
}  # fmt: skip
INCIDENT = {"source": "lever", "board": "acme", "cause": "blocked", "since": JAN, "detail": "1 of 1 requests were kept out."}


def call(monkeypatch: pytest.MonkeyPatch, found: Any, *words: str) -> tuple[Result, list[tuple[str, str]]]:
    """Run the command where TimescaleDB holds `found`; return what it printed, and of which board it asked."""
    asked = []

    def health(_: object, source: str, board: str) -> SourcesHealth:
        asked.append((source, board))
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(cli, "sources_health", health)
    return CliRunner().invoke(command, ["health", *words]), asked


def test_boards_and_open_incidents_are_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """With cause and beginning; the exit code is that of a finding."""
    result, asked = call(monkeypatch, SourcesHealth([BOARD] * 3, [INCIDENT]), "--limit", "2")

    assert (result.exit_code, asked) == (1, [("", "")])
    assert result.output.count("lever:acme") == 3
    assert "lever:acme  blocked  2026-01-05 09:00  1 of 1 requests were kept out." in result.output
    assert "1,200" in result.output
    assert result.output.endswith("3 boards, 1 open incidents.\n")


def test_without_an_open_incident_all_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one board as of all."""
    result, asked = call(monkeypatch, SourcesHealth([BOARD], []), "lever:acme", "--json")

    assert (result.exit_code, asked) == (0, [("lever", "acme")])
    assert json.loads(result.output)["incidents"] == []


def test_a_board_that_nobody_crawled_is_a_usage_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt one is not taken for a healthy one; before the first crawl there is nothing wrong."""
    assert call(monkeypatch, SourcesHealth([], []), "lever:acne")[0].exit_code == 2
    assert call(monkeypatch, SourcesHealth([], []))[0].exit_code == 0


def test_missing_tables_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the remedy."""
    result, _ = call(monkeypatch, WarehouseMisconfigured("board_health is missing: run ./jobstream migrate"))

    assert (result.exit_code, "migrate" in result.output) == (2, True)
