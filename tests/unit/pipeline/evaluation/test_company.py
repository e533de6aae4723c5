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
