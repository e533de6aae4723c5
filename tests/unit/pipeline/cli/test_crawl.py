"""What `jobstream crawl` shows while it runs and when it is over."""

import importlib.util
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from pipeline.cli.crawl import chosen_boards, closing_row, command
from pipeline.cli.crawl_progress import CrawlProgress
from pipeline.settings import Settings
from scrapers.boards import Board
from scrapers.sources import load_source
from scrapers.tally import Tally
from tests.builders import FEB, JAN, make_raw_posting


def make_tally() -> Tally:
    """A crawl that published one posting and is not over."""
    tally = Tally(Board("lever", "acme"), load_source("lever"), JAN)
    tally.settle([make_raw_posting()], [True])
    tally.pages = 1
    return tally


def test_a_line_per_finished_board_where_there_is_no_terminal() -> None:
    """With the reason where it is not complete."""
    out = io.StringIO()
    ok, bad = make_tally(), Tally(Board("ashby", "x"), load_source("ashby"), JAN)
    bad.miss("", ValueError("HTTP 500"))
    with CrawlProgress(2, lambda: 0.0, Console(file=out, width=40)) as progress:
        progress.show(ok)
        for tally in (ok, bad):
            tally.close(FEB)
            progress.show(tally)

    assert out.getvalue().splitlines() == ["lever:acme: complete, 1 postings", "ashby:x: failed, 0 postings (HTTP 500)"]


def test_a_terminal_shows_how_far_it_is() -> None:
    """Boards, postings and the rate."""
    out = io.StringIO()
    times = iter([0.0, *[2.0] * 50])
    with CrawlProgress(1, lambda: next(times), Console(file=out, force_terminal=True, width=120)) as progress:
        tally = make_tally()
        tally.close(FEB)
        progress.show(tally)

    assert "1/1" in out.getvalue()
    assert "1 postings" in out.getvalue()


def test_a_board_that_was_broken_off_has_no_outcome() -> None:
    """It never reported; the log says why."""
    row = closing_row(make_tally())

    assert (row["board"], row["published"], row["outcome"]) == ("lever:acme", 1, None)
    assert "./jobstream logs crawl" in row["reason"]


@pytest.mark.parametrize("word", ["usajobs", "adzuna:gb"])
def test_a_source_whose_key_is_not_set_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """It names what to set; what is set is not asked for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBSTREAM_USAJOBS_EMAIL", "me@acme.test")
    result = CliRunner().invoke(command, ["lever:acme", word])

    assert result.exit_code == 2
    assert (
        re.findall(r"JOBSTREAM_\w+", result.output)
        == {
            "usajobs": ["JOBSTREAM_USAJOBS_KEY"],
            "adzuna:gb": ["JOBSTREAM_ADZUNA_APP_ID", "JOBSTREAM_ADZUNA_APP_KEY"],
        }[word]
    )


def test_without_a_word_boards_that_lack_a_key_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """And told; those whose keys are set are crawled."""
    settings = Settings(usajobs_email="me@acme.test", usajobs_key="k", boards_file=None)
    sources = {board.source for board in chosen_boards(settings, [])}

    assert {"usajobs", "lever"} <= sources
    assert "adzuna" not in sources
    assert capsys.readouterr().err == (
        "adzuna answers only to keys of one's own: set JOBSTREAM_ADZUNA_APP_ID and JOBSTREAM_ADZUNA_APP_KEY. "
        "The boards of adzuna are left out.\n"
    )


def test_a_board_that_needs_a_browser_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is asked of Kafka, and only where such a board is among those to crawl."""
    (tmp_path / "mine.toml").write_text('[careers]\n"acme.test" = { browser = true }\n')
    values = {"BOARDS_FILE": "mine.toml", "BROWSER_PATH": "nowhere", "KAFKA_ADDRESS": "127.0.0.1:1"}
    for name, value in values.items():
        monkeypatch.setenv(f"JOBSTREAM_{name}", value)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(command, ["careers:acme.test"])

    assert answer.exit_code == 2
    assert "nowhere, set by JOBSTREAM_BROWSER_PATH, is no program" in answer.output


def test_a_search_says_how_it_is_turned_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is asked of Kafka, or of the site."""
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(command, ["jobspy:indeed/germany/nurse"])

    assert answer.exit_code == 2
    assert "JOBSTREAM_JOBSPY=true" in answer.output


@pytest.mark.parametrize("word", ["monster", "lever:"])
def test_what_names_no_board_is_a_usage_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """Before anything is asked of Kafka."""
    monkeypatch.chdir(tmp_path)

    assert CliRunner().invoke(command, [word]).exit_code == 2
