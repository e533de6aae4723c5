"""`jobstream sources`: a recorded answer, field by field, without a broker."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli.sources import command
from scrapers.imports import importable
from streams.normalize.base import Normalizer
from streams.normalize.fields import Content
from tests.conftest import ROOT

LISTINGS = ROOT / "tests" / "fixtures" / "listings"


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def call(*words: str) -> tuple[int, str]:
    """Run the command; return exit code and output."""
    result = CliRunner().invoke(command, list(words))
    return result.exit_code, result.output


def write(tmp_path: Path, name: str, content: Any) -> str:
    """Write a payload and return its path."""
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return str(path)


def test_every_source_is_listed_with_its_boards() -> None:
    """Those that are only imported, too."""
    code, text = call("list", "--json")
    rows = {row["source"]: row for row in json.loads(text)}

    assert (code, list(rows)) == (0, importable())
    assert (rows["greenhouse"]["host"], rows["smartrecruiters"]["details"], rows["zapply"]["boards"]) == (
        "boards-api.greenhouse.io",
        True,
        None,
    )
    assert rows["lever"]["boards"] > 10


def test_the_list_is_a_table_for_people() -> None:
    """One line each, under a head."""
    code, text = call("list")

    assert (code, len(text.splitlines())) == (0, len(importable()) + 1)


def test_own_boards_are_counted_and_a_broken_file_of_them_is_a_usage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named."""
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", write(tmp_path, "mine.toml", "[lever"))
    code, text = call("list")

    assert code == 2
    assert "mine.toml" in text


def test_the_fields_of_a_recorded_answer_are_shown(tmp_path: Path) -> None:
    """As the normalizer reads them, in full as JSON."""
    code, text = call("test", "greenhouse", "--payload", str(LISTINGS / "greenhouse" / "board" / "payload.json"), "--json")
    first = json.loads(text)[0]

    assert code == 0
    assert (first["posting_id"], first["title"], first["employer"]) == ("greenhouse:test:101", "Pump engineer", "Acme")
    assert first["description"] == "Care for pumps & valves."


def test_long_fields_are_cut_for_people(tmp_path: Path) -> None:
    """And empty ones left out."""
    row = {"id": "p1", "text": "Nurse", "description": "care " * 100, "hostedUrl": "https://jobs.lever.co/acme/p1"}
    code, text = call("test", "lever", "--payload", write(tmp_path, "a.json", [row]), "--board", "acme")

    assert code == 0
    assert "posting_id" in text
    assert "lever:acme:p1" in text
    assert "(499 characters)" in text
    assert "stated_salary" not in text
    assert text.splitlines()[-1] == "1 postings, 0 rejected."


def test_a_detail_answer_is_laid_beside_its_row(tmp_path: Path) -> None:
    """Found by its id."""
    listing = write(tmp_path, "l.json", {"offset": 0, "totalFound": 1, "content": [{"id": "7", "name": "Welder"}]})
    detail = write(tmp_path, "d.json", {"id": "7", "jobAd": {"sections": {"jobDescription": {"text": "<p>Weld.</p>"}}}})
    _, text = call("test", "smartrecruiters", "--payload", listing, "--detail", detail, "--json")

    assert json.loads(text)[0]["description"] == "Weld."


def test_a_posting_that_can_t_be_read_says_why(tmp_path: Path) -> None:
    """The exit code is that of a finding."""
    code, text = call("test", "lever", "--payload", write(tmp_path, "a.json", [{"id": "p1"}, {"text": "Nurse"}]), "--json")

    assert code == 1
    assert [row["rejected"] for row in json.loads(text)] == ["missing_title", "missing_id"]


def test_what_normalize_would_make_a_dead_letter_of_is_rejected_here_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A normalizer whose field has another type, or that fails, is told before anything is published."""
    answers = iter([Content(title=7), None])  # type: ignore[arg-type]
    of_lever = Normalizer("lever", 1, lambda _: next(answers), one_employer=True)  # type: ignore[arg-type,return-value]
    monkeypatch.setattr("pipeline.cli.sources.load_normalizers", lambda: {"lever": of_lever})
    code, text = call("test", "lever", "--payload", write(tmp_path, "a.json", [{"id": "p1"}, {"id": "p2"}]), "--json")

    assert code == 1
    assert [(row["rejected"], row["detail"].partition(":")[0]) for row in json.loads(text)] == [
        ("unexpected", "ValidationError"),
        ("unexpected", "AttributeError"),
    ]


@pytest.mark.parametrize(("content", "why"), [("<html>", "a.json: "), ('{"error": 1}', "not an answer of lever")])
def test_what_is_no_answer_of_the_source_is_a_finding(tmp_path: Path, content: str, why: str) -> None:
    """It names the file."""
    code, text = call("test", "lever", "--payload", write(tmp_path, "a.json", content))

    assert code == 1
    assert why in text


def test_rows_of_an_imported_source_are_read_from_its_file(tmp_path: Path) -> None:
    """Broken lines are named, the others shown."""
    rows = '{"detail_url": "https://a.test/1", "scraped_at": "2026-03-17", "title": "Nurse"}\nbroken\n'
    code, text = call("test", "afriworket", "--payload", write(tmp_path, "a.jsonl", rows))

    assert code == 0
    assert "line 2: not JSON" in text
    assert "afriworket:test:https://a.test/1" in text


@pytest.mark.parametrize(("name", "file"), [("monster", "a.jsonl"), ("afriworket", "a.json")])
def test_an_unknown_source_or_format_is_a_usage_error(tmp_path: Path, name: str, file: str) -> None:
    """With what there is."""
    assert call("test", name, "--payload", write(tmp_path, file, "{}"))[0] == 2


def test_a_careers_address_gives_the_lines_of_a_boards_file() -> None:
    """Ready to be pasted; a name that TOML would not read is quoted."""
    assert call("discover", "jobs.lever.co/acme") == (0, '[lever]\nacme = ""\n')
    assert call("discover", "https://jobs.ashbyhq.com/Acme%20Labs") == (0, '[ashby]\n"Acme Labs" = ""\n')


def test_what_is_no_web_address_is_a_usage_error() -> None:
    """Nothing is fetched."""
    assert call("discover", "file:///etc/passwd")[0] == 2


@pytest.mark.parametrize(
    ("name", "listing", "told"),
    [
        ("smartrecruiters", {"offset": 0, "totalFound": 1, "content": [{"id": "1"}]}, "its answer has no 'jobAd'"),
        ("bamboohr", {"meta": {"totalCount": 1}, "result": [{"id": "1"}]}, "KeyError 'result'"),
        ("bamboohr", {"meta": {"totalCount": 1}, "result": [7]}, "not a row of bamboohr: "),
    ],
)
def test_a_detail_that_is_none_is_told_in_a_line(tmp_path: Path, name: str, listing: Any, told: str) -> None:
    """A crawl would count it as failed."""
    detail = write(tmp_path, "detail.json", {"error": "gone"})
    code, text = call("test", name, "--payload", write(tmp_path, "list.json", listing), "--detail", detail)

    assert code == 1
    assert f" of {name}: " in text
    assert told in text
