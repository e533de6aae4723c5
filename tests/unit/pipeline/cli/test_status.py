"""What `jobstream status` shows while Kafka is down."""

import json
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli import status as cli
from pipeline.cli.exits import UNREACHABLE, Unreachable
from pipeline.ops import status as ops
from pipeline.ops.processes import RunFile

RUNNING = RunFile("normalize", 4711, 9100, 0.0)


class Warehouse:
    """One that answers."""

    engine, address = "clickhouse", "127.0.0.1:1"

    def version(self) -> str:
        return "25.8"

    def rows(self) -> dict[str, int]:
        return {"posting": 12_345}


def silent(_: object) -> None:
    """A Kafka that is down."""
    raise Unreachable("Kafka at 127.0.0.1:1 does not answer.")


@pytest.fixture(autouse=True)
def _kafka_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ops, "Cluster", silent)
    monkeypatch.setattr(ops, "surveyors", lambda _: [Warehouse()])
    monkeypatch.setattr(ops, "processes", lambda _: [RUNNING])
    monkeypatch.setattr(ops, "metrics", lambda _: {"jobstream_events_total": 7.0})
    monkeypatch.setattr(ops, "probe", lambda *_: (False, "kafka does not answer"))
    monkeypatch.setattr(ops, "RATE_OVER_S", 0.0)


def test_what_can_be_shown_is_shown() -> None:
    """Rows of the warehouses and the processes; the cause, and exit code 3."""
    shown = CliRunner().invoke(cli.command, [])

    assert shown.exit_code == UNREACHABLE
    assert all(word in shown.stdout for word in ("12,345", "4711", "Kafka at 127.0.0.1:1 does not answer."))
    assert "no topic" not in shown.stdout


def test_json_has_the_same_parts_as_ever() -> None:
    """What Kafka alone knows is empty."""
    result = CliRunner().invoke(cli.command, ["--json"])
    found: dict[str, Any] = json.loads(result.stdout)

    assert (result.exit_code, [engine["reachable"] for engine in found["engines"]]) == (UNREACHABLE, [False, True])
    assert (found["topics"], found["groups"], found["dead_letters"]) == ({}, [], [])
    assert (found["tables"], found["processes"][0]["events"]) == ({"clickhouse.posting": 12_345}, 7)
