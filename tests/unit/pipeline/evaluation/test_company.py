"""Truths about the company that hires."""

import pytest

from pipeline.evaluation.base import Marks
from pipeline.evaluation.fields import company
from streams.enrich.employer import enrich

COMMENTS = "postings/hn_whoishiring_2015_2017.jsonl.xz"


@pytest.mark.parametrize(
    ("other", "is_same", "right"),
    [("ACME Works", True, 1), ("Acme Works Ltd", True, 1), ("Acme", True, 0), ("Acme", False, 1), ("ACME Works", False, 0)],
)
def test_a_pair_is_right_where_its_keys_say_what_was_read(other, is_same, right):
    """Equal keys for one employer, other ones for two."""
    assert company.mark_pair((other, is_same), "acmeworks") == Marks(1, right, 1, right)


def test_a_pair_is_found_by_row_and_by_id(write, resources, monkeypatch):
    """Of a comment the name is read in its heading; a name that is not read any more makes no pair."""
    comments = [
        {"id": 1, "month": "2015-01", "time": 1420070400, "text": "Acme Works, Inc. | Engineer | Berlin"},
        {"id": 2, "month": "2015-01", "time": 1420070400, "text": "We hire engineers."},
    ]
    write(COMMENTS, comments)
    data = write("streams/se_jobtech_it_events.jsonl.xz", [{"op": "add", "doc": {"employer": "Acme Works AB"}}])
    comment, other = ({"set": "hn_2015_2017", "id": f"hn:2015-01:{number}"} for number in (1, 2))
    row = {"set": "se_jobtech_it", "row": 0}
    pairs = [{"a": comment, "b": row, "truth": True}, {"a": other, "b": row, "truth": True}]
    monkeypatch.setattr(company, "labels", lambda _: pairs)

    [case] = company.NAMES.truths[0].cases(data)

    assert (case.id, case.truth) == ("hn_2015_2017:hn:2015-01:1:se_jobtech_it:0", ("Acme Works AB", True))
    assert company.name_key(enrich(case.posting, resources)) == "acmeworks"


def test_an_address_that_was_read_is_a_truth(write, resources, monkeypatch):
    """Of who hires, whose name need not be known."""
    label = {"set": "hn_2015_2017", "id": "hn:2015-01:1", "truth": ["acmeworks.com"]}
    monkeypatch.setattr("pipeline.evaluation.read.labels", lambda _: [label])
    text = "We hire engineers in Berlin.<p>Write to jobs@acmeworks.com"

    [case] = company.DOMAIN.truths[1].cases(write(COMMENTS, [{"id": 1, "month": "2015-01", "time": 1420070400, "text": text}]))

    assert case.truth == {"acmeworks.com"}
    assert company.domain(enrich(case.posting, resources)) == "acmeworks.com"


def test_a_rating_is_behind_the_name(write, resources):
    """As Glassdoor has it; a row without one is left out."""
    rows = [{"Company Name": "Acme Works\n3.8", "Rating": "3.8"}, {"Company Name": "Zebra", "Rating": "-1"}]

    [case] = company.NAMES.truths[1].cases(write("postings/glassdoor_ds_us_2020.csv.xz", rows))

    assert case.truth == ("Acme Works", True)
    assert company.name_key(enrich(case.posting, resources)) == "acmeworks"


def test_the_address_of_a_heading_is_a_truth(write, resources, monkeypatch):
    """It is not in the text that is read."""
    monkeypatch.setattr(company, "_EVERY", 1)
    text = "Acme Works | Engineer | https://acmeworks.com/jobs | Berlin<p>Write to jobs@acmeworks.com"
    rows = [{"id": 1, "month": "2015-01", "time": 1420070400, "text": text}]

    [case] = company.DOMAIN.truths[0].cases(write(COMMENTS, rows))

    assert case.truth == {"acmeworks.com"}
    assert "Berlin" not in case.posting.description
    assert company.domain(enrich(case.posting, resources)) == "acmeworks.com"
