"""Every recorded payload, served over HTTP, crawled and normalized; and real files, imported."""

from pathlib import Path

import pytest

from streams.normalize.base import load_normalizers, read
from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.vendor import Vendor
from tests.recorded import KEYS, named, recorded, serve


def test_every_recorded_board_is_published_whole_and_normalized(
    shared_data: Path, vendor: Vendor, run: Run, published: Find, *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are those that the source reads, and none is a dead letter; each has the fields that the answer holds."""
    answers, ats = recorded(), shared_data / "fixtures" / "ats"
    monkeypatch.setenv("JOBSTREAM_BOARDS_FILE", str(named(answers, tmp_path / "boards.toml")))
    for name, value in KEYS.items():
        monkeypatch.setenv(f"JOBSTREAM_{name.upper()}", value)
    listed = {answer.board: serve(vendor, answer, ats) for answer in answers}
    _, outcome = run("crawl", *listed, "--json").finish()
    normalizers = load_normalizers()

    # a recorded answer may be one page of several: what follows it was not recorded, and fails
    reasons = {row["board"]: row["reason"] for row in outcome["boards"]}
    assert {row["board"]: row["published"] for row in outcome["boards"]} == {a.board: a.postings for a in answers}, reasons
    for answer in answers:
        raw = published(answer.board).raw
        contents = [read(posting, normalizers).content for posting in raw]
        assert sorted((posting.row for posting in raw), key=str) == sorted(answer.raw_rows(ats), key=str)
        assert len(raw) == len(listed[answer.board]) == answer.postings
        assert all(getattr(content, name) for content in contents for name in answer.fields)


def test_a_real_file_is_imported_whole(shared_data: Path, run: Run, published: Find) -> None:
    """Each row is one raw posting; the report of its board is partial. tests/e2e imports the larger sets."""
    file = shared_data / "postings" / "afriworket_et_2026.jsonl.xz"
    code, outcome = run("import", str(file), "--source", "afriworket", "--json").finish(240)
    found = published("afriworket:afriworket")

    assert (code, outcome["published"], outcome["broken"]) == (0, 3_298, [])
    assert len(found.raw) == found.reports[0].published
    assert found.reports[0].outcome == "partial"
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
