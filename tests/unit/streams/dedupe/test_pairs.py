"""Labelled pairs, and halves of them that no employer crosses."""

import json
import lzma
from pathlib import Path

import pytest

from streams.dedupe.pairs import Pair, PairUnreadable, Side, groups_of, halves_of, of_two_employers, read_pairs
from streams.dedupe.reader import Label


def side(id_: str, company: str = "", text: str = "Some text.") -> Side:
    """An ad of a pair."""
    return Side(id_, "Nurse", company, (), text)


def pair(a: Side, b: Side) -> Pair:
    """A pair whose label does not matter."""
    return Pair("p", Label.COPY, 3, a, b)


def written(path: Path, *rows: object) -> Path:
    """A file with a row a line, compressed where its name says so."""
    with lzma.open(path, "wt") if path.suffix == ".xz" else path.open("w") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


ROW = {"label": "variant", "sure": 2, "a": {"id": "1", "company": "Acme", "text": "x"}, "b": {"id": "2", "text": "y"}}


@pytest.mark.parametrize("name", ["pairs.jsonl", "pairs.jsonl.xz"])
def test_pairs_are_read_from_plain_and_compressed_files(tmp_path: Path, name: str):
    """Only label, sure and the two texts have to be there."""
    [found] = read_pairs(written(tmp_path / name, ROW))

    assert (found.name, found.label, found.sure, found.a.company, found.b.text) == ("line 1", Label.VARIANT, 2, "Acme", "y")


@pytest.mark.parametrize("broken", [{"label": "same"}, {"sure": None}, {"a": {}}, {"b": "text"}])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, broken: dict[str, object]):
    """Nothing is evaluated on half a file."""
    path = written(tmp_path / "pairs.jsonl", ROW, ROW | broken)

    with pytest.raises(PairUnreadable, match="Line 2 is no labelled pair"):
        read_pairs(path)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ({"month": "2016-12"}, "2016-12-01"),
        ({"posted_at": "2016-12-24T18:00:00+00:00"}, "2016-12-24"),
        ({"posted_at": "2016-12-24"}, "2016-12-24"),
        ({}, None),
    ],
)
def test_when_an_ad_was_posted_may_be_a_month(tmp_path: Path, stated: dict[str, str], day: str | None):
    """Its first day stands for it."""
    [found] = read_pairs(written(tmp_path / "pairs.jsonl", ROW | {"a": {"text": "x"} | stated}))

    assert (found.a.posted_at and found.a.posted_at.date().isoformat()) == day


@pytest.mark.parametrize(
    ("location", "places"),
    [
        ("Berlin, Germany", ("Berlin, Germany",)),
        ("Berlin; Paris | Rome", ("Berlin", "Paris", "Rome")),
        (["Berlin", {"location": "Paris"}], ("Berlin", "Paris")),
        ("['Berlin', {'location': 'Paris'}]", ("Berlin", "Paris")),
        ("[Berlin", ("Berlin",)),
        (None, ()),
    ],
)
def test_places_are_read_from_wordings_and_lists(tmp_path: Path, location: object, places: tuple[str, ...]):
    """A list may come as it was printed."""
    [found] = read_pairs(written(tmp_path / "p.jsonl", ROW | {"a": {"id": "1", "text": "", "location": location}}))

    assert found.a.places == places


@pytest.mark.parametrize(("id_", "company"), [("lever-acme-1", "lever"), ("7", "Refreshed May 29, 2026")])
def test_what_is_no_name_is_no_employer(tmp_path: Path, id_: str, company: str):
    """A system's name, or what a scrape put there."""
    [found] = read_pairs(written(tmp_path / "p.jsonl", ROW | {"a": {"id": id_, "company": company, "text": ""}}))

    assert found.a.company == ""


@pytest.mark.parametrize(
    ("one", "other", "two"), [("Acme", "Globex", True), ("Acme Inc.", "ACME", False), ("Acme", "", False), ("", "", False)]
)
def test_pairs_of_two_employers_name_both(one: str, other: str, two: bool):
    """Who is not named may be anybody, and spellings of one name are one employer."""
    assert of_two_employers(pair(side("1", one), side("2", other))) == two


def test_pairs_of_one_employer_or_ad_are_one_group():
    """Spellings of a name meet, a chain holds together, and an unknown employer is known by how its texts begin."""
    chain = [pair(side("1", "Acme Inc."), side("2", "Globex")), pair(side("3", "GLOBEX"), side("4", "Initech"))]
    others = [pair(side("5", text="We at Hooli"), side("6", "Stark")), pair(side("7", text="We at Hooli"), side("8", "Wayne"))]

    first, second, third, fourth = groups_of(chain + others)

    assert first == second != third == fourth


def test_halves_depend_on_the_group_alone():
    """However many pairs there are, a group stays where it is."""
    assert halves_of(["acme", "globex", "initech", "hooli", "acme"]) == [0, 1, 0, 1, 0]
