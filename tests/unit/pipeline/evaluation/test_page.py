"""The page and the table about measured rows."""

from datetime import date

from pipeline.evaluation.base import Case, Drawn
from pipeline.evaluation.fields import FIELDS, NOT_MEASURED
from pipeline.evaluation.page import HEAD, cells, document, in_words, page, said
from pipeline.evaluation.score import Error, Row, Scores
from schemas.derived import Period, Seniority
from streams.dedupe.evaluate import Rate
from streams.enrich.contract import posting_of

FIELD = FIELDS[0]
TRUTH = FIELD.truths[0]
OURS = Scores(1234, Rate(0.5, (0.4, 0.6)), Rate(0.9, (0.8, 1.0)), Rate(0.45, (0.4, 0.5)), Rate(0.05, (0.0, 0.1)))
PLAIN = Scores(1234, Rate(0.7), Rate(None), Rate(0.3), Rate(0.4))
ROW = Row(FIELD, TRUTH, "reported", OURS, PLAIN)
TUNED = Row(FIELD, TRUTH, "tuned", OURS, PLAIN)
ABSENT = Row(FIELD, FIELD.truths[1], "reported", absent="x.csv is not in /data")


def test_the_page_says_what_was_measured_with_what():
    """Day, versions, a line per set of half 1 with the score on half 0, and what counts as truth."""
    made = page([ROW, TUNED, ABSENT], date(2026, 11, 26), {"seniority": "2", "language": "1"})

    assert "on 2026-11-26; do not edit. Enrichers: language 1, seniority 2." in made
    ours = "| linkedin_arshka_2024 | 1,234 | 0.500 | 0.900 (0.80 to 1.00) | 0.450 (0.40 to 0.50) |"
    assert made.count(f"{ours} 0.050 (0.000 to 0.100) | 0.450 | – | 0.300 | 0.400 |") == 1
    assert f"- {TRUTH.data_set}: {TRUTH.about}." in made
    assert "| linkedin_da_ca_2019 | 0 | x.csv is not in /data |" in made
    assert all(f"- {name}: {why}." in made for name, why in NOT_MEASURED.items())


def test_every_line_of_a_table_has_its_columns():
    """Also that of an absent set."""
    made = page([ROW, ABSENT], date(2026, 11, 26), {})

    assert len({line.count("|") for line in made.splitlines() if line.startswith("|")}) == 1
    assert [len(cells(row)) for row in (ROW, ABSENT)] == [len(HEAD)] * 2


def test_answers_that_nobody_has_read_are_told():
    """Below the table, in the list of rows and to programs; what the plain method says of a sample is not measured."""
    unread, wrong = (Error(Case(id_, posting_of(id_), Drawn(truth)), 1) for id_, truth in (("a", None), ("b", ())))
    row = Row(FIELD, TRUTH, "reported", OURS, None, [unread, wrong])

    made = page([row], date(2026, 11, 26), {})

    assert f"- {TRUTH.data_set}: answers on texts that nobody has read, wrong until then: 1." in made
    assert "| – | – | – | – |" in made
    assert (cells(row)[2], document(row)["not_read"], document(ROW)["not_read"]) == ("1234 (1 not read)", 1, 0)
    assert [cells(row)[-1], document(row)["plain"]] == ["–", {"method": FIELD.plain_is}]


def test_programs_get_values_with_intervals():
    """And the reason where there are none."""
    assert document(ROW)["accuracy"] == {"value": 0.45, "interval": (0.4, 0.5)}
    assert document(ROW)["plain"]["method"] == FIELD.plain_is
    assert document(ABSENT)["absent"] == "x.csv is not in /data"
    assert "accuracy" not in document(ABSENT)


def test_truths_and_answers_have_words():
    """Levels, pay, and nothing."""
    assert in_words(frozenset({Seniority.SENIOR, Seniority.MID})) == "mid or senior"
    assert in_words(frozenset()) == "nothing"
    assert in_words((10.0, None, Period.HOUR)) == "10.0 – hour"
    assert said(Error(Case("a", posting_of("a"), None), None)) == "nothing"
