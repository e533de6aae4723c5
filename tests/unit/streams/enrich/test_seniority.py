"""The level asked for."""

import pytest

from schemas.derived import Origin, Seniority
from streams.enrich.seniority import enrich
from tests.builders import make_posting


def level(resources, title="Nurse", stated=None):
    """(level, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(title=title, stated_seniority=stated), resources)["seniority"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Software Engineering Intern", Seniority.INTERN),
        ("Intern to the CEO", Seniority.INTERN),
        ("Jr. Developer", Seniority.JUNIOR),
        ("Mid-level Developer", Seniority.MID),
        ("Sr Software Engineer", Seniority.SENIOR),
        ("SENIOR NURSE", Seniority.SENIOR),
        ("Senior Lead Engineer", Seniority.LEAD),
        ("Staff Software Engineer", Seniority.LEAD),
        ("Principal Scientist", Seniority.LEAD),
        ("Senior Director, Sales", Seniority.DIRECTOR),
        ("Senior Art Director", Seniority.SENIOR),
        ("Head of People", Seniority.DIRECTOR),
        ("VP of Engineering", Seniority.EXECUTIVE),
        ("Chief Technology Officer", Seniority.EXECUTIVE),
        ("Chief Development Officer", Seniority.EXECUTIVE),
        ("Verification Engineer - New College Grad 2026", Seniority.JUNIOR),
    ],
)
def test_the_highest_level_of_the_title_counts(resources, title, value):
    """An intern is an intern, whoever they help; the field does not matter then."""
    assert level(resources, title, "Entry level") == (value, Origin.TITLE)


@pytest.mark.parametrize(
    "title",
    [
        "Staff Nurse", "Account Executive", "Internal Auditor", "Lead Generation Specialist", "Middle School Teacher",
        "Art Director", "Assistant Principal", "Junior/Senior Developer", "Nurse", "Chief of Staff",
        "Assistant Vice President", "Acme | Full-time senior hires",
    ],
)  # fmt: skip
def test_words_that_look_like_a_level_are_none(resources, title):
    """A staff nurse leads nobody, and a choice of two levels is neither."""
    assert level(resources, title) is None


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("Entry level", (Seniority.JUNIOR, Origin.FIELD)),
        ("Mid", (Seniority.MID, Origin.FIELD)),
        ("Expert", (Seniority.SENIOR, Origin.FIELD)),
        ("Executive", (Seniority.EXECUTIVE, Origin.FIELD)),
        ("Internship", (Seniority.INTERN, Origin.FIELD)),
        ("Mid-Senior level", None),
        ("Associate", None),
        ("Not Applicable", None),
        (None, None),
    ],
)
def test_without_a_level_in_the_title_the_field_counts(resources, stated, found):
    """A label that covers two levels is neither."""
    assert level(resources, stated=stated) == found
