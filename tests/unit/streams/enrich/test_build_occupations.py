"""The script that derives the groups of ISCO-08 and the occupations of ESCO."""

import gzip

import pytest

from streams.enrich.data import build_occupations
from streams.enrich.data.borders import Borders, split_run
from streams.enrich.data.build_occupations import HOST, Listed, read_groups, read_occupations, worth

TITLES = [("data analyst", 1.0), ("software engineer", 1.0), ("engineer of systems", 1.0), ("test engineer", 1.0)]
RUN = "software analyst software engineer analyst of software Software analysts write."
GROUP = (
    "Bakers  Bakers make bread.\nExamples of the occupations classified here:\n- Baker \n- Pastry-cook\n"
    "Some related occupations classified elsewhere:\n- Shop baker - 5223\n- Bakery foreman – 3122\nNote\nNone - 1\n"
)


def row(id_, description):
    """Return a row of the package's table."""
    return {"id": HOST + id_, "description": description}


def test_the_description_begins_where_the_label_stands_once_more():
    """In the plural and with a capital; or in the singular, if that is all there is."""
    assert split_run(RUN) == (2, RUN.split()[:7])
    assert split_run("ceramicist ceramics artist Ceramicist have a kiln.") == (1, ["ceramicist", "ceramics", "artist"])
    assert split_run("monk/nun nun monk Monks/nuns pray.") == (1, ["monk/nun", "nun", "monk"])
    assert split_run("baker Nothing of the kind.") is None
    assert split_run("") is None


def test_labels_end_where_known_titles_end():
    """Nothing is cut after `of`, and the first label is as long as is said."""
    assert Borders(TITLES).cut(RUN.split()[:7], 2) == ["software analyst", "software engineer", "analyst of software"]


def test_every_label_has_the_probability_of_the_cuts_that_have_it():
    """The preferred label is certain; what crosses a border that known titles tell is next to impossible."""
    likely = Borders(TITLES).likely(RUN.split()[:7], 2)

    assert likely["software analyst"] == pytest.approx(1)
    assert likely["software engineer"] > 0.5
    assert likely["engineer analyst"] < 0.02


def test_a_title_that_a_group_names_as_another_s_is_that_one_s():
    """Groups come in the order of their codes, with their examples and a person's folded."""
    rows = [row("isco/C7512", GROUP), row("isco/C5223", "Sellers  Sellers sell."), row("occupation/1", RUN)]

    groups = read_groups(rows, ["5223|Bun-seller"])

    assert [(group.code, group.name, list(group.titles)) for group in groups] == [
        ("5223", "Sellers", ["shop baker", "bun seller"]),
        ("7512", "Bakers", ["baker", "pastry cook"]),
    ]


def test_an_occupation_has_its_labels_and_no_left_over_word():
    """`tobacco` is no title; groups are no occupations."""
    found = read_occupations([row("occupation/1", RUN), row("isco/C7512", GROUP)], TITLES)

    assert found == [Listed("occupation/1", ["software analyst", "software engineer", "analyst of software"])]


def test_a_word_that_no_title_ends_in_is_a_label_where_it_ends_as_those_for_persons_do():
    """`luthier` is one, `tobacco` is left over."""
    run = "violin maker maker of violins luthier tobacco Violin makers build."

    found = read_occupations(
        [row("occupation/1", run)], [("violin maker", 1.0), ("maker of lutes", 1.0), ("tobacco grower", 1.0)]
    )

    assert found == [Listed("occupation/1", ["violin maker", "maker of violins", "luthier"])]


def test_a_word_that_titles_go_on_after_is_left_over():
    """A longer label that begins with it is likelier."""
    titles = [("violin maker", 1.0), ("luthier of guitars", 5.0), ("luthier assistant", 5.0)]
    run = "violin maker luthier assistant Violin makers build."

    assert read_occupations([row("occupation/1", run)], titles) == [Listed("occupation/1", ["violin maker", "luthier assistant"])]


def test_a_word_of_many_occupations_says_nothing():
    """A phrase may be two occupations' label, `chief` may not be three's, and `analyst` is nobody's; the own label counts."""
    listed = [Listed(str(at), [f"Baker {at}", "chief", "sales baker" if at < 2 else "analyst"]) for at in range(3)]

    assert [each.labels for each in worth(listed)] == [
        ["Baker 0", "baker 0", "sales baker"],
        ["Baker 1", "baker 1", "sales baker"],
        ["Baker 2", "baker 2"],
    ]


def test_it_writes_both_lists(tmp_path, monkeypatch):
    """A line per group and per occupation."""
    monkeypatch.setattr(build_occupations, "HERE", tmp_path)
    (tmp_path / "common_titles.txt").write_text("7512|bun baker\n", "utf-8")
    table, titles = tmp_path / "occupations.csv", tmp_path / "titles.txt.gz"
    table.write_text(f'id,description\n{HOST}occupation/1,"{RUN}"\n{HOST}isco/C7512,"{GROUP}"\n', "utf-8")
    titles.write_bytes(gzip.compress("\n".join(title for title, _ in TITLES).encode()))

    folded = tmp_path / "titles.txt"
    folded.write_text("analyst of software\n", "utf-8")

    build_occupations.main(table, titles, folded)

    assert (tmp_path / "isco_groups.tsv").read_text("utf-8") == "7512\tBakers\tbaker|pastry cook|bun baker\n"
    assert (tmp_path / "esco_occupations.tsv").read_text("utf-8") == (
        "occupation/1\tsoftware analyst\tsoftware analyst|software engineer|analyst of software\n"
    )
