"""The script that derives the list of skills."""

import gzip
import json

import pytest

from streams.enrich.data import build
from streams.enrich.data.build import HOST, forms_of, read_common, read_playground


def test_spellings_are_marked_and_misleading_ones_left_out():
    """Each once; `=` exact case, `?` exact case and context."""
    assert forms_of(["Ruby", "R", "Access", "MS Access", "MS Access", "7", ""]) == ["=Ruby", "?R", "MS Access"]


def test_a_label_in_brackets_is_found_without_them():
    """ESCO writes `Python (computer programming)`. What is misleading, or no ESCO skill, is left out."""
    row = {"uri": HOST + "skill/1", "label": "Haskell (x)", "altLabel": ["Hask"]}
    omitted = {"uri": HOST + "skill/2", "label": "SPARK", "altLabel": []}
    foreign = {"uri": "elsewhere/skill/3", "label": "Docker", "altLabel": []}

    assert list(read_playground([row, omitted, foreign])) == [
        (HOST + "skill/1", "Haskell (x)", ["Haskell (x)", "=Haskell", "Hask"])
    ]


def test_a_line_takes_the_shortest_row_that_starts_with_it():
    """Rows run label, alternatives and definition together."""
    rows = [
        {"id": HOST + "skill/1", "description": "accounting entries Records of accounts and of all that is booked."},
        {"id": HOST + "skill/2", "description": "accounting bookkeeping The work."},
    ]

    assert list(read_common(rows, ["accounting|bookkeeping"])) == [
        (HOST + "skill/2", "accounting", ["accounting", "bookkeeping"])
    ]


def test_a_line_that_esco_does_not_know_is_an_error():
    """The message names the line and the file."""
    with pytest.raises(LookupError, match=r"'juggling'.*common_skills.txt"):
        list(read_common([], ["juggling"]))


def test_the_list_is_written_beside_the_script(tmp_path, monkeypatch):
    """Sorted by id, so that a new edition shows its changes; labels that are kept apart go before drawn ones."""
    monkeypatch.setattr(build, "HERE", tmp_path)
    (tmp_path / "common_skills.txt").write_text("accounting\n")
    rows = [{"uri": HOST + "skill/1", "label": "Haskell", "altLabel": []}]
    (tmp_path / "ict.json.gz").write_bytes(gzip.compress(json.dumps(rows).encode()))
    (tmp_path / "skills.csv").write_text(f"id,description\n{HOST}skill/0,accounting Of money.\n")

    build.main(tmp_path / "ict.json.gz", tmp_path / "skills.csv")

    assert (tmp_path / "esco_skills.tsv").read_text() == "skill/0\taccounting\taccounting\nskill/1\tHaskell\t=Haskell\n"
