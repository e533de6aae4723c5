"""Every recorded payload of the six systems, served over HTTP, crawled and normalized; and real files, imported."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from scrapers.sources import load_source
from scrapers.urls import led_to
from streams.normalize.base import load_normalizers, read
from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.vendor import Answer, Vendor

# an export in which the recorded rows stand beside what somebody made of them
EXPORT = "greatminds_normalised_with_raw.json"
SYSTEMS = ("ashby", "greenhouse", "lever", "recruitee", "smartrecruiters", "workable")


def payload_of(path: Path) -> Any:
    """Return what the vendor answered."""
    found = json.loads(path.read_text())
    return {"offers": [row["raw_data"] for row in found]} if path.name == EXPORT else found


def recorded(folder: Path) -> dict[str, Any]:
    """Return board -> payload for every file of the six systems."""
    files = [path for system in SYSTEMS for path in sorted((folder / system).glob("*.json"))]
    return {f"{path.parent.name}:recorded{number}": payload_of(path) for number, path in enumerate(files)}


def serve(vendor: Vendor, board: str, payload: Any) -> list[dict[str, Any]]:
    """Let `vendor` answer as the board did; return the rows. Details were not recorded: an answer with a text stands in."""
    source_name, _, name = board.partition(":")
    source = load_source(source_name)
    asked = source.first_page(name)
    page = source.read(asked, payload)
    vendor.answers[led_to("", asked.url).removeprefix("https:/")] = [Answer(payload)]
    for row in page.postings if source.detail_request else ():
        url = source.detail_request(name, row).url
        text = {"jobDescription": {"text": "<p>Care for residents.</p>"}}
        vendor.answers[url.removeprefix("https:/")] = [Answer({**row, "jobAd": {"sections": text}})]
    return list(page.postings)


def named(boards: Iterable[str], path: Path) -> Path:
    """Write a boards file that names an employer for each of `boards`."""
    tables: dict[str, list[str]] = {}
    for board in boards:
        source, _, name = board.partition(":")
        tables.setdefault(source, []).append(f'{name} = "Named Here"')
    path.write_text("\n".join("\n".join([f"[{source}]", *lines]) for source, lines in tables.items()))
    return path


def test_every_recorded_board_is_published_whole_and_normalized(
    shared_data: Path, vendor: Vendor, run: Run, published: Find, *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are untouched, and none is a dead letter; each has title, employer, page and date."""
    boards = recorded(shared_data / "fixtures" / "ats")
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", str(named(boards, tmp_path / "boards.toml")))
    rows = {board: serve(vendor, board, payload) for board, payload in boards.items()}
    _, outcome = run("crawl", *boards, "--json").finish()
    normalizers = load_normalizers()

    assert outcome["failed"] == 0
    for board in boards:
        raw = published(board).raw
        listed = [posting.row.get("listing", posting.row) for posting in raw]
        found = [read(posting, normalizers).content for posting in raw]
        assert sorted(listed, key=str) == sorted(rows[board], key=str)
        assert all(content.title and content.employer and content.url and content.posted_at for content in found)


@pytest.mark.parametrize(
    ("file", "board", "postings"),
    [
        ("hn_whoishiring_2015_2017.jsonl.xz", "hn:2016-03", 25_585),
        ("zapply_2026.jsonl.xz", "zapply:zapply", 10_958),
        ("afriworket_et_2026.jsonl.xz", "afriworket:afriworket", 3_298),
    ],
)
def test_a_real_file_is_imported_whole(
    shared_data: Path, run: Run, published: Find, *, file: str, board: str, postings: int
) -> None:
    """Each row, or each text of a row, is one raw posting; the report of its board is partial."""
    source = board.partition(":")[0]
    code, outcome = run("import", str(shared_data / "postings" / file), "--source", source, "--json").finish(240)
    found = published(board)

    assert (code, outcome["published"], outcome["broken"]) == (0, postings, [])
    assert len(found.raw) == found.reports[0].published
    assert {raw.posting_id for raw in found.raw} == {posting_id for page in found.pages for posting_id in page.posting_ids}


def test_any_table_is_imported_by_a_mapping(tmp_path: Path, run: Run, published: Find) -> None:
    """A dry run says what is missing; a broken row is named, and the rest is published."""
    path = tmp_path / "mine.csv"
    path.write_text('Job Title,Text,Co\nNurse,"Care, daily",Acme\nWelder,,Acme\nbroken\n')
    words = ["import", str(path), "--source", "generic", "--map", "title=Job Title,description=Text,company=Co", "--json"]
    dry_code, dry = run(*words, "--dry-run").finish()
    code, outcome = run(*words).finish()

    assert (dry_code, dry["published"], dry["lacking"]) == (1, 0, [{"line": 3, "field": "Text"}])
    assert (code, outcome["published"], outcome["broken"][0]["line"]) == (1, 2, 4)
    assert sorted(raw.row["title"] for raw in published("generic:mine").raw) == ["Nurse", "Welder"]
