"""Headings of "Who is hiring" posts."""

import pytest

from streams.normalize.heading import LONGEST_TITLE, Heading, heading_in, read_heading


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
        ("San Francisco | Acme | Engineer", Heading("Engineer", "Acme", ["San Francisco"])),
        ("NYC - Acme", Heading("NYC - Acme", "Acme", ["NYC"])),
        ("Engineer | Berlin, Germany", Heading("Engineer", None, ["Berlin, Germany"])),
        ("Engineer | London", Heading("Engineer", None, ["London"])),
        ("Engineer @ Acme Labs | London", Heading("Engineer @ Acme Labs", "Acme Labs", ["London"])),
        ("Several positions at Acme | Oslo | Rome", Heading("Several positions at Acme", "Oslo", ["Rome"])),
        ("Acme - Boston, MA | Full Time | Engineer", Heading("Engineer", "Acme", ["Boston, MA"], None, "Full Time")),
        ("Company: Acme (https://acme.example)", Heading("Company: Acme (https://acme.example)", "Acme")),
        (
            "Company: Acme Job: Baker Location: Rome or Oslo Salary: €30k",
            Heading("Baker", "Acme", ["Rome", "Oslo"], salary="€30k"),
        ),
        ("Location: Oslo. Position: Baker. Company: Acme. No remote.", Heading("Baker", "Acme", ["Oslo"])),
        ("Location: Oslo", Heading("Location: Oslo", None, ["Oslo"])),
        ("Acme | Engineer | Oslo (no remote) | ONSITE", Heading("Engineer", "Acme", ["Oslo"], "ONSITE")),
        ("Acme | Engineer | No remote, no visa | Rome", Heading("Engineer", "Acme", ["Rome"])),
        ("Kraków, Poland | Acme | Engineer", Heading("Engineer", "Acme", ["Kraków, Poland"])),
        ("Engineer | Toronto, Ontario, Canada", Heading("Engineer", None, ["Toronto, Ontario, Canada"])),
        ("Acme, Inc. | Engineer | Oslo", Heading("Engineer", "Acme, Inc", ["Oslo"])),
        ("Acme, LLC | Engineer | Oslo", Heading("Engineer", "Acme, LLC", ["Oslo"])),
        ("Acme, Oslo, Norway | Engineer", Heading("Engineer", "Acme")),
        ("Acme - Oslo, Norway | Engineer", Heading("Engineer", "Acme", ["Oslo, Norway"])),
        ("Acme in NYC | Engineer", Heading("Engineer", "Acme")),
        ("Acme - San Francisco | Engineer", Heading("Engineer", "Acme")),
        ("Built in Chicago | Engineer", Heading("Engineer", "Built in Chicago")),
        ("University of Acme, London | Engineer", Heading("Engineer", "University of Acme, London")),
        ("Widgetry, San Francisco / Berlin | Engineer", Heading("Engineer", "Widgetry")),
        ("Widgetry @ Berlin, Germany | Engineer", Heading("Engineer", "Widgetry")),
        ("Widgetry NYC | Engineer", Heading("Engineer", "Widgetry")),
        ("Widgetry in Venice, CA is hiring bakers", Heading("Widgetry in Venice, CA is hiring bakers", "Widgetry")),
        ("Widgetry/Pumply | Engineer | Oslo", Heading("Engineer", "Widgetry", ["Oslo"])),
        ("Widgetry, Machine Anvils | Engineer", Heading("Engineer", "Widgetry")),
        ("Ruby/Rails | Widgetry | Oslo", Heading("Ruby/Rails | Widgetry | Oslo", "Ruby/Rails", ["Widgetry", "Oslo"])),
        ("Widgetry (Oslo, Norway (near the sea)) | Engineer", Heading("Engineer", "Widgetry")),
        ("Widgetry ☆ Oslo ☆ Engineer", Heading("Engineer", "Widgetry", ["Oslo"])),
        ("Widgetry (http://w.example) We make anvils | Engineer", Heading("Engineer", "Widgetry", ["We make anvils"])),
        ("Hey all, Widgetry | Engineer", Heading("Engineer", "Widgetry")),
        ("1) Widgetry | Engineer", Heading("Engineer", "Widgetry")),
        (
            "Widgetry - Senior Engineer | London, UK (the old docks)",
            Heading("Widgetry - Senior Engineer", "Widgetry", ["London, UK (the old docks)"]),
        ),
        ("London / Berlin | Widgetry | Engineer", Heading("Engineer", "Widgetry", ["London", "Berlin"])),
        ("Seattle, WA (US) | Engineer", Heading("Engineer", None, ["Seattle, WA (US)"])),
        ("Madrid, Spain - Widgetry | Engineer", Heading("Engineer", "Widgetry", ["Madrid, Spain"])),
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


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Acme | Baker\nWe bake.", "Acme | Baker"),
        ("====\nAcme | Baker\nLocation: Oslo", "Acme | Baker"),
        (
            "Company: Acme\nLocation: Oslo\nPositions: Baker\nWe bake.\nTags: bread",
            "Company: Acme | Location: Oslo | Positions: Baker",
        ),
        ("****", "****"),
    ],
)
def test_the_heading_is_the_first_line_or_the_first_lines_with_labels(text, heading):
    """A ruler is no line, and what comes after a line without a label is the text."""
    assert heading_in(text) == heading
