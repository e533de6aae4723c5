"""The script that derives the list of skills."""

import gzip
import json
import lzma

import pytest

from streams.enrich.data import build
from streams.enrich.data.build import Entry, add_newer, add_technology, groups_of, read_classification, spelled
from streams.enrich.data.spellings import alternatives_of, marked, names_of

SKILL = "http://data.europa.eu/esco/skill/"


def row(id_, description, type_="preferredLabel", levels=""):
    """A row of the classification."""
    return {"id": id_, "description": description, "type": type_, "hierarchy_levels": levels}


def test_labels_alternatives_and_groups_are_kept_apart():
    """The rows come in any order; those of groups are no skills."""
    rows = [
        row("1", "bookkeeping", "altLabels"),
        row("1", "accounting", levels="[['K', 'K04', None]]"),
        row("K04", "x", "level_2"),
    ]

    assert read_classification(rows) == {"1": Entry("accounting", ["isced-f/04"], ["bookkeeping"])}


@pytest.mark.parametrize(
    ("levels", "groups"),
    [
        ("[['K', 'K06', 'K061', 'K0613'], ['S', 'S5', 'S5.6', 'S5.6.1']]", ["isced-f/0613", "skill/S5.6.1"]),
        ("[['T', 'T4', 'T4.4', None], ['L', 'L1', None, None]]", ["skill/T4.4", "skill/L1"]),
        ("", []),
    ],
)
def test_a_skill_has_the_narrowest_group_of_each_path(levels, groups):
    """As ESCO's URIs end: fields of education for knowledge, groups of its own for the rest."""
    assert groups_of(levels) == groups


def test_the_list_of_technology_adds_alternatives_and_newer_skills():
    """Rows that are not ESCO's are left out."""
    entries = {"1": Entry("Haskell", ["isced-f/0613"])}

    add_technology(
        entries,
        [
            {"uri": SKILL + "1", "label": "Haskell", "altLabel": ["Hask"]},
            {"uri": SKILL + "2", "label": "machine learning", "altLabel": []},
            {"uri": "elsewhere/skill/3", "label": "Docker", "altLabel": []},
        ],
    )

    assert entries == {"1": Entry("Haskell", ["isced-f/0613"], ["Hask"]), "2": Entry("machine learning")}


def test_a_line_takes_the_shortest_row_that_starts_with_it():
    """Rows run label, alternatives and definition together."""
    entries: dict[str, Entry] = {}
    rows = [
        {"id": SKILL + "1", "description": "accounting entries Records of accounts and of all that is booked."},
        {"id": SKILL + "2", "description": "accounting bookkeeping The work."},
    ]

    add_newer(entries, rows, ["accounting|bookkeeping"])

    assert entries == {"2": Entry("accounting", alternatives=["bookkeeping"])}


def test_a_line_that_esco_does_not_know_is_an_error():
    """The message names the line and the file."""
    with pytest.raises(LookupError, match=r"'juggling'.*newer_skills.txt"):
        add_newer({}, [], ["juggling"])
    with pytest.raises(LookupError, match=r"'juggling'.*aliases.txt"):
        spelled({}, ["juggling|balls"])


def test_a_skills_own_name_goes_before_ours_and_ours_before_anothers_alternative():
    """SQL names the language, though databases list it too; each spelling stands once."""
    entries = {
        "1": Entry("database", alternatives=["SQL queries", "data bases", "query language"]),
        "2": Entry("SQL", alternatives=["sql queries"]),
    }

    assert spelled(entries, ["SQL|query language", "database|sql|~Access 97"]) == {
        "1": ["database", "~Access 97", "SQL queries", "data bases"],
        "2": ["SQL", "query language"],
    }


def test_misleading_names_are_left_out():
    """SPARK is an Ada dialect, yoga a benefit; ESCO's alternatives of one word are seldom what they say."""
    entries = {"1": Entry("SPARK"), "2": Entry("yoga"), "3": Entry("terminology", alternatives=["term", "use of terms"])}

    assert spelled(entries, []) == {"1": [], "2": [], "3": ["use of terms"]}


def test_a_label_in_brackets_is_found_without_them():
    """ESCO writes `Haskell (computer programming)`."""
    assert names_of("Haskell (computer programming)") == ["Haskell (computer programming)", "Haskell"]


@pytest.mark.parametrize(
    ("label", "is_action", "forms"),
    [
        ("perform data cleansing", True, ["data cleansing", "performing data cleansing"]),
        ("manage budgets", True, ["managing budgets"]),
        ("plan events", True, ["planning events"]),
        ("use maps", True, ["using maps"]),
        ("data models", False, ["data model"]),
        ("query language", False, ["query languages"]),
        ("food science", False, ["food sciences"]),
        ("algorithms", False, []),
    ],
)
def test_inflections_of_the_label_count(label, is_action, forms):
    """Of actions the form in -ing, and what is done where the verb says no more; of things singular and plural."""
    assert list(alternatives_of(label, [], is_action=is_action)) == forms


def test_marks_are_those_of_the_word():
    """`=` exact case, `?` exact case and context."""
    assert [marked(form) for form in ("Ruby", "R", "Java")] == ["=Ruby", "?R", "Java"]


def test_the_lists_are_written(tmp_path, monkeypatch):
    """Sorted by id, so that a new edition shows its changes; beside it all labels, for comparison."""
    monkeypatch.setattr(build, "HERE", tmp_path)
    monkeypatch.setattr(build, "COMPARED", tmp_path / "esco_labels.txt.xz")
    lines = {"newer_skills.txt": ["data science"], "aliases.txt": ["Haskell|GHC"]}
    monkeypatch.setattr(build, "lines_of", lines.__getitem__)
    (tmp_path / "esco.csv").write_text("id,description,type,hierarchy_levels\n1,accounting,preferredLabel,\"[['K', 'K04']]\"\n")
    rows = [{"uri": SKILL + "0", "label": "Haskell", "altLabel": ["Hask"]}]
    (tmp_path / "ict.json.gz").write_bytes(gzip.compress(json.dumps(rows).encode()))
    (tmp_path / "skills.csv").write_text(f"id,description\n{SKILL}2,data science Of data.\n")

    build.main(tmp_path / "esco.csv", tmp_path / "ict.json.gz", tmp_path / "skills.csv")

    assert (tmp_path / "esco_skills.tsv").read_text().splitlines() == [
        "0\tHaskell\t\tHaskell|GHC",
        "1\taccounting\tisced-f/04\taccounting",
        "2\tdata science\t\tdata science|data sciences",
    ]
    assert lzma.decompress((tmp_path / "esco_labels.txt.xz").read_bytes()).decode().splitlines()[0] == "Haskell|Hask"
