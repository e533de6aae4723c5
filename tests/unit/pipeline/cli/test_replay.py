"""What `jobstream replay`, `dlq` and `erase` refuse before Kafka is asked, and what is said of a board without postings."""

import click
import pytest
from click.testing import CliRunner

from pipeline.cli import dlq, erase, replay
from pipeline.ops import replay as ops
from pipeline.ops.replay import Report, Window
from tests.builders import raw_message


@pytest.fixture(autouse=True)
def _no_kafka(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gets to Kafka fails the test."""

    def asked(_: object) -> None:
        raise AssertionError("Kafka was asked")

    for command in (replay, dlq, erase):
        monkeypatch.setattr(command, "Cluster", asked)


@pytest.mark.parametrize("until", ["2026-01-01", "2026-02-01"])
@pytest.mark.parametrize(("command", "words"), [(replay.command, []), (dlq.command, ["list"]), (dlq.command, ["redrive"])])
def test_a_window_that_ends_before_it_begins_is_refused(command: click.Command, words: list[str], until: str) -> None:
    """It held nothing, and looked as if nothing were there."""
    result = CliRunner().invoke(command, [*words, "--from", "2026-02-01", "--to", until])

    assert (result.exit_code, "--to has to be later than --from" in result.output) == (2, True)


def test_an_unknown_source_is_refused_with_those_that_are_near() -> None:
    """So that the next attempt is right."""
    near, far = (CliRunner().invoke(replay.command, ["--source", name]) for name in ("greenhaus", "qqqqq"))

    assert (near.exit_code, far.exit_code) == (2, 2)
    assert "There is no source greenhaus. Near: greenhouse." in near.output
    assert "There is no source qqqqq. ./jobstream sources list shows all." in far.output


@pytest.mark.parametrize("contact", ["", "  "])
def test_an_empty_contact_is_refused(contact: str) -> None:
    """It is nobody's."""
    result = CliRunner().invoke(erase.command, ["--contact", contact])

    assert (result.exit_code, "--contact is empty" in result.output) == (2, True)


def test_a_board_without_raw_postings_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Not one whose postings are outside the window."""
    for board in ("acme", "acne"):
        report = Report("r1", Window(board=board, source="lever"))
        list(ops._chosen([raw_message()], report, {}))
        replay._print(report, executed=False)
        assert ("No raw posting is of board acne of lever." in capsys.readouterr().out) is (board == "acne")
