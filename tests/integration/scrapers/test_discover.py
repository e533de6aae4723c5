"""`jobstream sources discover` on a page that is fetched."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.boards import command as boards
from pipeline.cli.exits import Unreachable
from pipeline.cli.sources import command
from tests.integration.scrapers.vendor import Answer, Vendor


def test_a_page_is_fetched_once_and_searched(vendor: Vendor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the address says nothing; a page that names no system is a finding."""
    monkeypatch.setenv("JOBSTREAM_SOURCE_BASE_URL", vendor.url)
    vendor.answers["/acme.example/careers"] = [Answer(b'<a href="https://jobs.lever.co/acme/1">Nurse</a>')]
    vendor.answers["/acme.example/about"] = [Answer(b"<p>We</p>")]

    found = CliRunner().invoke(command, ["discover", "https://acme.example/careers", "--json"])
    nothing = CliRunner().invoke(command, ["discover", "acme.example/about"])

    assert (found.exit_code, json.loads(found.output)) == (0, [{"source": "lever", "board": "acme"}])
    assert (nothing.exit_code, len(vendor.asked)) == (1, 2)
    assert vendor.asked[0].headers["User-Agent"].startswith("jobstream/")


def test_a_page_that_is_not_there_is_told(vendor: Vendor, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what the server said."""
    monkeypatch.setenv("JOBSTREAM_SOURCE_BASE_URL", vendor.url)
    with pytest.raises(Unreachable, match="HTTP Error 404"):
        CliRunner().invoke(command, ["discover", "acme.example/gone"], standalone_mode=False, catch_exceptions=False)


def test_a_list_is_looked_up_where_that_is_asked_for(vendor: Vendor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`boards import --fetch` fetches a page once; what is not there, or names no system, is not recognised."""
    monkeypatch.setenv("JOBSTREAM_SOURCE_BASE_URL", vendor.url)
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", str(tmp_path / "own.toml"))
    vendor.answers["/acme.example/careers"] = [Answer(b'<a href="https://jobs.lever.co/acme/1">Nurse</a>')]
    vendor.answers["/acme.example/about"] = [Answer(b"<p>We</p>")]
    (tmp_path / "list.txt").write_text("https://acme.example/careers\nacme.example/about\nacme.example/gone\nlever:b\n")
    result = CliRunner().invoke(boards, ["import", str(tmp_path / "list.txt"), "--fetch", "--json"])
    found = json.loads(result.output)

    assert ([row["board"] for row in found["added"]], len(vendor.asked)) == (["acme", "b"], 3)
    assert [row["line"] for row in found["not_recognised"]] == [2, 3]
    assert "HTTP Error 404" in found["not_recognised"][1]["reason"]
