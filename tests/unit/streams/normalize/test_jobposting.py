"""schema.org JobPosting as content."""

from typing import Any

import pytest

from schemas.derived import Period
from streams.normalize.fields import Fields
from streams.normalize.jobposting import completed, read_job_posting, required_places
from tests.builders import JAN


def read(**posting: Any):
    """What is read from a JobPosting."""
    return read_job_posting(Fields({}, board="acme", fetched_at=JAN, context={"employer": "Acme"}), posting)


def test_a_job_posting_is_read_whole():
    """As Google asks for it."""
    content = read(
        title="Nurse", hiringOrganization={"name": "Ward Ltd"}, description="<p>Care</p>", employmentType=["FULL_TIME", "OTHER"],
        jobLocation=[{"address": {"addressLocality": "Bonn", "addressRegion": "NRW", "addressCountry": {"name": "DE"}}}],
        baseSalary={"currency": "EUR", "value": {"minValue": 40, "maxValue": "50", "unitText": "HOUR"}},
        identifier={"value": "R-1"}, datePosted="2026-01-02", validThrough="2026-02-01", jobLocationType="TELECOMMUTE",
    )  # fmt: skip
    pay = content.stated_salary
    assert (content.title, content.employer, content.description, content.requisition_id) == ("Nurse", "Ward Ltd", "Care", "R-1")
    assert [(at.raw, at.city, at.region, at.country) for at in content.locations] == [("Bonn, NRW, DE", "Bonn", "NRW", "DE")]
    assert (pay.minimum, pay.maximum, pay.currency, pay.period) == (40, 50, "EUR", Period.HOUR)
    assert (content.stated_employment_type, content.stated_work_mode) == ("FULL_TIME, OTHER", "remote")
    assert (content.posted_at.day, content.valid_through.month) == (2, 2)


@pytest.mark.parametrize(
    ("posting", "places"),
    [
        ({"jobLocation": {"address": "Bonn"}}, ["Bonn"]),
        ({"jobLocation": "Bonn; Köln"}, ["Bonn", "Köln"]),
        ({"jobLocation": [{"name": "Head office"}, 7, None]}, ["Head office"]),
        ({"jobLocation": {"name": "Bonn", "address": {"@type": "PostalAddress"}}}, ["Bonn"]),
        ({"jobLocation": {"address": {"streetAddress": "1 Rd, Bonn", "addressLocality": ""}}}, ["1 Rd, Bonn"]),
        ({"jobLocation": {"address": [{"addressLocality": "Bonn"}, {"addressLocality": "Köln"}]}}, ["Bonn", "Köln"]),
        ({"jobLocation": {"address": {"addressLocality": ["Bonn", "Köln"], "addressCountry": ["DE"]}}}, ["Bonn, DE", "Köln, DE"]),
        ({"jobLocation": {"@type": "PostalAddress", "addressLocality": "Bonn"}}, ["Bonn"]),
        ({"jobLocation": {"address": {"addressLocality": "Bonn", "addressRegion": {"name": "NRW"}}}}, ["Bonn, NRW"]),
        ({}, []),
    ],
)
def test_places_are_read_in_every_form(posting, places):
    """Vendors abbreviate."""
    assert [place.raw for place in read(**posting).locations] == places


def test_a_description_that_was_escaped_once_more_is_text():
    """Some sites do."""
    assert read(description="&lt;p&gt;Care &amp;amp; rest&lt;/p&gt;").description == "Care & rest"


@pytest.mark.parametrize(
    "pay",
    [
        {"@type": "MonetaryAmount", "currency": "USD", "minValue": 30, "maxValue": "45.5"},
        [{"@type": "MonetaryAmount", "currency": "USD", "value": {"minValue": 30, "maxValue": 45.5}}],
    ],
)
def test_bounds_of_pay_that_stand_elsewhere_than_google_asks_for(pay):
    """schema.org lets a MonetaryAmount have them itself, as iCIMS does, and any property have several values."""
    stated = read(baseSalary=pay).stated_salary

    assert (stated.minimum, stated.maximum, stated.currency) == (30, 45.5, "USD")


def test_a_point_may_stand_in_the_place_itself():
    """As schema.org has it beside `geo`."""
    (found,) = read(jobLocation={"latitude": "50.7", "longitude": 7.1, "address": {"addressLocality": "Bonn"}}).locations

    assert (found.latitude, found.longitude) == (50.7, 7.1)


def test_sections_beside_the_description_are_part_of_the_text():
    """In the order of a page, and once: many pages have them in the description as well, in another markup."""
    content = read(
        description="<p>Care for <b>twenty</b> beds. Nights.</p>",
        jobBenefits="Free lunch",
        qualifications=["A licence", "Patience"],
        responsibilities="<ul><li>Care for twenty beds</li></ul>",
        experienceRequirements={"monthsOfExperience": 24},
    )

    assert content.description == "Care for twenty beds. Nights.\n\nA licence\nPatience\n\nFree lunch"


def test_a_teaser_beside_the_whole_text_is_no_part_of_it():
    """Pages mark up both as their description."""
    assert read(description=["Care for beds …", "<p>Care for <b>beds</b> at night.</p>"]).description == "Care for beds at night."


def test_what_a_page_marks_up_twice_is_read_all_the_same():
    """Microdata gives a list of it: such a title made a dead letter, such a description none."""
    content = read(
        title=["Nurse", "Nurse"], description=["<p>Care</p>", "Rest"], hiringOrganization=[{"name": ["Ward Ltd", "Ward"]}],
        identifier=[{"value": "R-1"}], datePosted=["2026-01-02"], baseSalary=[{"currency": "EUR", "value": [{"value": 7}]}],
    )  # fmt: skip

    assert (content.title, content.employer, content.description) == ("Nurse", "Ward Ltd", "Care\nRest")
    assert (content.requisition_id, content.posted_at.day, content.stated_salary.maximum) == ("R-1", 2, 7)


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://acme.example.com", None),
        ("https://acme.example.com/", None),
        ("https://acme.example.com/jobs/1", "https://acme.example.com/jobs/1"),
        ("https://acme.example.com/?job=1", "https://acme.example.com/?job=1"),
        ("https://acme.example.com/#/jobs/1", "https://acme.example.com/#/jobs/1"),
    ],
)
def test_the_employer_s_site_is_no_posting_s_page(url, page):
    """Postings of one site had all one address, and the listing knows the page of each."""
    assert read(url=url).url == page


def test_a_category_may_be_an_object():
    """A category may be an object."""
    assert read(occupationalCategory={"@type": "CategoryCode", "name": "Nursing"}).department == "Nursing"


@pytest.mark.parametrize(
    ("value", "low", "high", "period"),
    [
        ({"minValue": "$50,000", "maxValue": "60.000,00 $", "unitText": "YEAR"}, 50_000, 60_000, Period.YEAR),
        ({"value": "50000-60000", "unitText": "YEAR"}, 50_000, 60_000, Period.YEAR),
        ("$20 - $25 per hour", 20, 25, Period.HOUR),
        ({"minValue": 50_000, "maxValue": 0}, 50_000, None, None),
        ({"minValue": 0, "maxValue": "50000"}, None, 50_000, None),
        ({"value": 900, "unitText": "BI_WEEKLY"}, 900, 900, None),
    ],
)
def test_pay_is_read_as_pages_write_it(value, low, high, period):
    """Amounts in words, a range in one value, and 0 for an end that is not said, which made a range from 0 of it."""
    pay = read(baseSalary={"currency": "USD", "value": value}).stated_salary

    assert (pay.minimum, pay.maximum, pay.currency, pay.period) == (low, high, "USD", period)


def test_a_pay_of_nothing_is_none():
    """A form's fields were empty."""
    assert read(baseSalary={"currency": "EUR", "value": {"minValue": 0, "maxValue": 0}}).stated_salary is None


def test_an_exact_pay_is_both_bounds():
    """A single value; pay in words is read as words."""
    exact, worded = (
        read(baseSalary={"currency": "USD", "value": {"value": 90000, "unitText": "YEAR"}}),
        read(baseSalary="$20 per hour"),
    )
    assert (exact.stated_salary.minimum, exact.stated_salary.maximum) == (90_000, 90_000)
    assert (worded.stated_salary.minimum, worded.stated_salary.period) == (20, Period.HOUR)


@pytest.mark.parametrize("posting", [None, [], "text", {"title": None}])
def test_what_is_no_job_posting_says_nothing(posting):
    """The employer of the board stays."""
    content = read_job_posting(Fields({}, board="acme", fetched_at=JAN, context={"employer": "Acme"}), posting)
    assert (content.title, content.employer) == (None, "Acme")


def test_a_listing_completes_what_the_page_does_not_say():
    """What the page says stays."""
    content = completed(read(title="Nurse"), title="Other", department="Ward 3")
    assert (content.title, content.department) == ("Nurse", "Ward 3")


@pytest.mark.parametrize("kind", ["telecommute", ["TELECOMMUTE"], "TELECOMMUTE "])
def test_remote_work_is_read_in_every_form(kind):
    """Vendors write one of a list, and small letters."""
    assert read(jobLocationType=kind).stated_work_mode == "remote"
    assert [read(jobLocationType=odd).stated_work_mode for odd in ("Remote", "Hybrid", "ONSITE")] == ["remote", "hybrid", None]


def test_a_remote_job_is_where_its_applicants_must_be():
    """Google asks for it where there is no place of work."""
    countries = [{"@type": "Country", "name": "USA"}, {"@type": "State", "name": "Ontario, CA"}]
    assert [place.raw for place in required_places({"applicantLocationRequirements": countries})] == ["USA", "Ontario, CA"]
    assert [required_places(odd) for odd in (None, {}, {"applicantLocationRequirements": 7})] == [[], [], []]


def test_the_currency_of_pay_may_stand_beside_it():
    """As it did before pay was an object."""
    assert read(baseSalary={"value": 50_000}, salaryCurrency="EUR").stated_salary.currency == "EUR"
