"""`jobstream similar` and `jobstream match` without a warehouse."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import match, similar
from pipeline.ops.similar import NotSearchable
from tests.builders import JAN
from warehouse.contract import WarehouseMisconfigured
from warehouse.nearest import Embedded, Near, Wanted

NURSE = Embedded("Nurse", "Acme", "lever:acme:p1", [1.0])
NEAR = Near(0.912, True, "lever:acme:p2", "Head  nurse " + "x" * 60, None, "Berlin", "DE", JAN, "https://jobs.example.com/p2")
FAR = Near(0.4, None, "lever:acme:p3", "Cook", "Globex", None, None, JAN, None)


@pytest.fixture
def asked() -> list[tuple[Any, ...]]:
    """What was searched for."""
    return []


@pytest.fixture
def found() -> list[Near]:
    """What there is to be found."""
    return [NEAR, FAR]


@pytest.fixture(autouse=True)
def _search(monkeypatch: pytest.MonkeyPatch, asked: list[tuple[Any, ...]], found: list[Near]) -> None:
    def like(settings: object, posting_id: str, wanted: Wanted) -> tuple[Embedded, list[Near]]:
        asked.append((posting_id, wanted))
        if posting_id == "no":
            raise NotSearchable("ClickHouse holds no posting 'no'.")
        if posting_id == "old":
            raise WarehouseMisconfigured("ClickHouse: no table posting_embedding. Run ./jobstream migrate.")
        return NURSE, found

    monkeypatch.setattr(similar, "similar", like)
    monkeypatch.setattr(match, "match", lambda _settings, text, wanted: asked.append((text, wanted)) or found)


def call(command: Any, *words: str, **how: Any) -> Result:
    """Run a command."""
    return CliRunner().invoke(command.command, words, **how)


def test_answers_are_a_table_best_first() -> None:
    """With the posting that was asked about on top; long titles are cut."""
    result = call(similar, "lever:acme:p1")
    lines = result.output.splitlines()

    assert (result.exit_code, lines[0]) == (0, "Like Nurse | Acme:")
    assert lines[1].split() == ["score", "posting", "title", "employer", "place", "url"]
    assert lines[2].startswith(" 0.91  lever:acme:p2  Head nurse xxx") or lines[2].startswith(
        "0.91  lever:acme:p2  Head nurse xxx"
    )
    assert "…" in lines[2]
    assert lines[2].endswith("Berlin, DE  https://jobs.example.com/p2")
    assert lines[3].split()[-4:] == ["Cook", "Globex", "-", "-"]


def test_json_holds_everything() -> None:
    """For programs; the time as ISO text."""
    answer = json.loads(call(similar, "lever:acme:p1", "--json").output)

    assert (answer["posting_id"], answer["title"], answer["employer"]) == ("lever:acme:p1", "Nurse", "Acme")
    assert answer["postings"][0]["first_fetched_at"] == JAN.isoformat()
    assert [(each["posting_id"], each["score"], each["is_open"]) for each in answer["postings"]] == [
        ("lever:acme:p2", 0.912, True), ("lever:acme:p3", 0.4, None),
    ]  # fmt: skip


@pytest.mark.parametrize("command", [similar, match])
def test_options_say_what_is_wanted(command: Any, asked: list[tuple[Any, ...]]) -> None:
    """Both commands take the same."""
    call(command, "-", "--limit", "3", "--open", "--country", "se", input="nurse")

    assert asked[0][1] == Wanted(3, only_open=True, country="SE")


@pytest.mark.parametrize(
    ("words", "said"),
    [(["no"], "holds no posting"), (["old"], "./jobstream migrate"), (["p1", "--country", "Sweden"], "two letters")],
)
def test_an_error_says_what_to_do(words: list[str], said: str) -> None:
    """Exit code 2, as for every wrong use."""
    result = call(similar, *words)

    assert (result.exit_code, said in result.output) == (2, True)


@pytest.mark.parametrize("found", [[]])
def test_no_answer_is_said(found: list[Near]) -> None:
    """Nothing was wrong, so the code is 0."""
    result = call(match, "-", input="nurse")

    assert (result.exit_code, "No posting that is wanted" in result.output) == (0, True)


def test_a_resume_is_read_from_a_file_or_from_standard_input(tmp_path: Any, asked: list[tuple[Any, ...]]) -> None:
    """With or without a mark of byte order; nothing of it is printed."""
    path = tmp_path / "resume.txt"
    path.write_bytes("\ufeffÄrztin".encode())

    outputs = [call(match, str(path)).output, call(match, "-", input="Ärztin").output]

    assert [text for text, _ in asked] == ["Ärztin", "Ärztin"]
    assert not any("Ärztin" in output for output in outputs)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"%PDF-1.7", "pdftotext"), (b"a\0b", "pdftotext"), ("Ä".encode("latin1"), "iconv"), (b"a" * ((1 << 20) + 1), "over 1 MiB")],
)
def test_what_is_no_text_is_refused_with_the_way_out(data: bytes, said: str, asked: list[tuple[Any, ...]]) -> None:
    """Before anything is searched."""
    result = call(match, "-", input=data)

    assert (result.exit_code, said in result.output, asked) == (2, True, [])
