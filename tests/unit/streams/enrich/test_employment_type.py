"""The kind of contract."""

import pytest

from schemas.derived import EmploymentType, Origin
from streams.enrich.employment_type import enrich
from tests.builders import make_posting


def kind(resources, **fields):
    """(kind, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(**fields), resources)["employment_type"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("FullTime", EmploymentType.FULL_TIME),
        ("FULL_TIME", EmploymentType.FULL_TIME),
        ("fulltime_permanent", EmploymentType.FULL_TIME),
        ("Vollzeit", EmploymentType.FULL_TIME),
        ("Part-time", EmploymentType.PART_TIME),
        ("PartTime", EmploymentType.PART_TIME),
        ("Contractor", EmploymentType.CONTRACT),
        ("fixed-term contract", EmploymentType.TEMPORARY),
        ("Intern", EmploymentType.INTERNSHIP),
        ("Volunteer", EmploymentType.VOLUNTEER),
    ],
)
def test_the_stated_kind_counts(resources, stated, value):
    """Whatever the spelling of the system; the title does not matter then."""
    assert kind(resources, stated_employment_type=stated, title="Internship") == (value, Origin.FIELD)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"stated_employment_type": "Other", "title": "Nurse, part-time"}, (EmploymentType.PART_TIME, Origin.TITLE)),
        ({"description": "Acme | Berlin | Full time\n"}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "Hello.\nThis is a contract position."}, (EmploymentType.CONTRACT, Origin.TEXT)),
        ({"description": "Hello.\nEmployment Status: Full-time\nShift: day"}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "Hej.\nTillsvidareanställning, heltid."}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "Hello.\nJob types: contract.\nJob type: Contract"}, (EmploymentType.CONTRACT, Origin.TEXT)),
        ({"description": "Hello.\nYou work for us on a contract basis."}, (EmploymentType.CONTRACT, Origin.TEXT)),
        ({"description": "Guten Tag.\nPensum: 100%"}, (EmploymentType.FULL_TIME, Origin.TEXT)),
        ({"description": "We plan seasonal campaigns with freelance crews, and look after our guests every day. " * 3}, None),
        ({"description": "Hello.\nYou may move into a part-time/full-time role later."}, None),
        ({"description": "Hello.\nJob Type: Full-time, Part-time"}, None),
        ({"description": "We are a commercial general contractor.\n"}, None),
        ({"title": "Contract Manager"}, None),
        ({"title": "Stage Hand"}, None),
        ({"description": "Acme | full-time or part-time"}, None),
        ({"description": "Hello.\nWe build contracts for interns."}, None),
    ],
)
def test_the_first_place_that_names_a_kind_decides(resources, fields, found):
    """Field, title, heading, then sentences; a word that is also a trade says nothing in a title."""
    assert kind(resources, **fields) == found
