"""Headings of "Who is hiring" posts."""

import pytest

from streams.normalize.heading import LONGEST_TITLE, Heading, read_heading


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        (
            "Acme | Senior Engineer | Berlin | REMOTE, ONSITE | Full-time | $100k-120k",
            Heading("Senior Engineer", "Acme", ["Berlin"], "REMOTE, ONSITE", "Full-time", "$100k-120k"),
        ),
        ("Acme (YC S15) | Berlin, Germany", Heading("Acme (YC S15) | Berlin, Germany", "Acme", ["Berlin, Germany"])),
        ("Nurse | Acme Care | Rome", Heading("Nurse", "Acme Care", ["Rome"])),
        ("Developer | Acme | London or Leeds", Heading("Developer", "Acme", ["London", "Leeds"])),
        ("Sales Labs | Designer | Oslo", Heading("Designer", "Sales Labs", ["Oslo"])),
        ("Boston, MA | Acme | Analyst", Heading("Analyst", "Acme", ["Boston, MA"])),
        ("REMOTE | Acme | Product Manager", Heading("Product Manager", "Acme", [], "REMOTE")),
        ("Acme - Boston, MA (REMOTE, VISA)", Heading("Acme - Boston, MA (REMOTE, VISA)", "Acme", ["Boston, MA"], "REMOTE")),
        ("Acme — QA Engineer — Lisbon", Heading("QA Engineer", "Acme", ["Lisbon"])),
        ("Acme | https://acme.example/jobs?x=1 | DevOps | Porto", Heading("DevOps", "Acme", ["Porto"])),
        ("Acme | Engineer (Clojure) | Oslo", Heading("Engineer (Clojure)", "Acme", ["Oslo"])),
        ("Acme is hiring bakers in Rome", Heading("Acme is hiring bakers in Rome", "Acme")),
        ("We need a baker", Heading("We need a baker")),
        ("ONSITE | Full-time", Heading("ONSITE | Full-time", None, [], "ONSITE", "Full-time")),
        ("$90k | REMOTE | $80k", Heading("$90k | REMOTE | $80k", None, [], "REMOTE", None, "$90k")),
    ],
)
def test_a_heading_is_told_apart_by_what_its_parts_say(line, heading):
    """Company, role, place, mode, contract and pay are found in any order; what is not said is left out."""
    assert read_heading(line) == heading


def test_a_long_line_is_cut_at_a_word():
    """A title stays short enough to read."""
    title = read_heading("word " * 100).title

    assert title.endswith("word…")
    assert len(title) <= LONGEST_TITLE + 1


def test_dashes_of_a_sentence_separate_nothing():
    """A long line without bars is prose."""
    line = "We build things - good things - " + "and more of them " * 12

    assert read_heading(line).locations == []
