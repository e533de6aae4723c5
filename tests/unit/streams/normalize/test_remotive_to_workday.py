"""What answers of single systems say, from Remotive to Workday: fields that are easily lost or taken for others."""

from typing import Any

import pytest

from schemas.derived import Period
from schemas.raw import RawPosting
from streams.normalize.base import Reading, load_normalizers, read
from tests.builders import JAN

NORMALIZERS = load_normalizers()


def reading(source: str, row: dict[str, Any], **around: Any) -> Reading:
    """What is read from a raw row."""
    whole = {"source": source, "board": "acme", "source_id": "1", "fetched_at": JAN, "row": row, **around}
    return read(RawPosting(**whole), NORMALIZERS)


def ukg(**detail: Any) -> Any:
    """The content of a UKG posting whose page says `detail`."""
    return reading("ukg", {"listing": {"Id": "1", "Title": "Welder"}, "detail": detail}).content


def test_ukg_names_the_currency_of_its_pay_by_the_pay_s_own_name():
    """There is no `CurrencyCode`."""
    pay = ukg(CompensationHourlyMinimum=24.5, CompensationHourlyMaximum=29, CompensationCurrencyCode="CAD").stated_salary

    assert (pay.minimum, pay.maximum, pay.currency, pay.period) == (24.5, 29, "CAD", Period.HOUR)


def test_a_pay_of_nothing_a_year_hides_no_pay_by_the_hour():
    """A form's empty field may be 0."""
    pay = ukg(
        CompensationAnnualMinimum=0, CompensationAnnualMaximum=0, CompensationHourlyMinimum=20, CompensationHourlyMaximum=25
    ).stated_salary

    assert (pay.minimum, pay.period) == (20, Period.HOUR)


@pytest.mark.parametrize(("visible", "expected"), [(True, (50_000, 60_000, "USD")), (False, None)])
def test_ukg_s_pay_range_counts_where_the_employer_shows_it(visible, expected):
    """The page holds it in any case."""
    pay = ukg(
        PayRange={"PayRangeMinimum": "50000.00", "PayRangeMaximum": "60000.00"},
        PayRangeVisible=visible,
        PayRangeCurrencyCode="USD",
    ).stated_salary

    assert (pay and (pay.minimum, pay.maximum, pay.currency)) == expected


@pytest.mark.parametrize(
    ("code", "mode"), [(1, "On-site"), (2, "Remote"), (0, None), (True, None), ("Remote", "Remote"), (None, None)]
)
def test_ukg_s_code_for_where_one_works(code, mode):
    """A code whose meaning is not known says nothing."""
    assert ukg(JobLocationType=code).stated_work_mode == mode


def test_ukg_s_places_have_coordinates():
    """Zero degrees north and east are a form's empty fields, not a place off Africa."""
    places = [
        {"LocalizedDescription": name, "Coordinates": {"Latitude": north, "Longitude": east}}
        for name, north, east in (("Dayton Works", 39.76, -84.19), ("Lima Works", 0, 0.0))
    ]

    assert [(at.latitude, at.longitude) for at in ukg(Locations=places).locations] == [(39.76, -84.19), (None, None)]


def test_ukg_s_parts_of_an_address_may_be_words():
    """They may be words."""
    (dayton,) = ukg(Locations=[{"Address": {"City": "Dayton", "State": "Ohio", "Country": "United States"}}]).locations

    assert (dayton.raw, dayton.region, dayton.country) == ("Dayton, Ohio, United States", "Ohio", "US")


def test_what_ukg_asks_of_candidates_is_part_of_the_text():
    """Its page shows it in lists below the description."""
    content = ukg(
        Description="<p>Weld.</p>",
        EducationCriteria=[{"EducationLevelDescription": "High school diploma", "MajorName": None, "Required": True}],
        LicenseAndCertificationCriteria=[{"LicenseAndCertificationName": "Certified Welder", "Required": False}],
        SkillCriteria=[{"SkillName": "MIG"}, "odd", {}],
        WorkExperienceCriteria=None,
    )

    assert content.description == "Weld.\n\nRequired: High school diploma\n\nPreferred: Certified Welder\n\nMIG"


def test_a_federal_announcement_is_read_whole():
    """Its conditions, education, benefits and the way to apply are beside its duties, each in a field of its own."""
    details = {
        "HowToApply": "Apply online.", "KeyRequirements": ["U.S. citizen.", "Drug test."], "JobSummary": "Weld widgets.",
        "Education": "A degree.", "MajorDuties": "Weld steel.", "Benefits": "", "Evaluations": None,
    }  # fmt: skip
    job = {"PositionTitle": "Welder", "QualificationSummary": "One year.", "UserArea": {"Details": details}}

    told = reading("usajobs", {"MatchedObjectDescriptor": job}).content.description.split("\n\n")

    assert told == ["Weld widgets.", "Weld steel.", "U.S. citizen.", "Drug test.", "One year.", "A degree.", "Apply online."]


def test_federal_pay_for_two_weeks_is_not_that_of_one():
    """A rate of USAJobs."""
    pay = {"MinimumRange": "1800", "MaximumRange": "2100", "RateIntervalCode": "BW", "Description": "Bi-weekly"}
    job = {"PositionTitle": "Welder", "PositionRemuneration": [pay]}

    stated = reading("usajobs", {"MatchedObjectDescriptor": job}).content.stated_salary

    assert (stated.minimum, stated.maximum, stated.period) == (1800, 2100, None)


def test_a_section_of_smartrecruiters_keeps_its_heading():
    """What it calls requirements and what offers; an empty section has none."""
    sections = {
        "jobDescription": {"title": "Your day", "text": "<p>Weld.</p>"},
        "qualifications": {"title": "You have", "text": "<ul><li>Steel</li></ul>"},
        "additionalInformation": {"title": "More", "text": " "},
        "videos": {"urls": []},
    }
    row = {"listing": {"name": "Welder"}, "detail": {"jobAd": {"sections": sections}, "name": None}}

    assert reading("smartrecruiters", row).content.description == "Your day\nWeld.\n\nYou have\nSteel"


def test_the_name_of_a_smartrecruiters_board_is_another_of_the_employer_s():
    """As it is for every other system."""
    row = {"listing": {"name": "Welder", "company": {"name": "Acme Widgets GmbH"}}, "detail": None}

    found = reading("smartrecruiters", row, context={"employer": "Acme Group"}).employer_alternatives

    assert ("Acme Group", "board") in [(other.name, other.origin) for other in found]


def workday(**info: Any) -> list[tuple[Any, ...]]:
    """The places of a Workday posting whose detail says `info`."""
    row = {"listing": {"title": "Welder", "locationsText": "2 Locations"}, "detail": {"jobPostingInfo": info}}
    return [(at.raw, at.country) for at in reading("workday", row).content.locations]


@pytest.mark.parametrize(
    ("info", "country"),
    [
        ({"country": {"descriptor": "Canada"}}, "CA"),
        ({"country": {"descriptor": "Kanada", "alpha2Code": "CA"}}, "CA"),
        ({"jobRequisitionLocation": {"country": {"descriptor": "Canada", "alpha2Code": "CA"}}}, "CA"),
        (
            {
                "country": {"descriptor": "France"},
                "jobRequisitionLocation": {"country": {"descriptor": "Canada", "alpha2Code": "CA"}},
            },
            "FR",
        ),
        ({"country": {"descriptor": "Frankreich"}, "jobRequisitionLocation": {"country": {"alpha2Code": "CA"}}}, None),
        ({}, None),
    ],
)
def test_workday_says_in_which_country_a_place_is(info, country):
    """Without it, Cambridge is in England."""
    assert workday(location="Cambridge", **info) == [("Cambridge", country)]


def test_the_place_of_a_workday_requisition_stands_in_for_that_of_its_posting():
    """Some tenants say no other."""
    at = {"descriptor": "India - Hyderabad", "country": {"descriptor": "India", "alpha2Code": "IN"}}

    assert workday(location=None, jobRequisitionLocation=at) == [("India - Hyderabad", "IN")]


def test_rippling_pays_from_its_least_to_its_most():
    """A range per place of work: the first one alone told of the others' places what it pays at its own."""
    ranges = [
        {"currency": "USD", "frequency": "YEAR", "rangeStart": 100_000, "rangeEnd": 120_000},
        {"currency": "USD", "frequency": "YEAR", "rangeStart": 90_000, "rangeEnd": None},
        {"currency": "USD", "frequency": "YEAR", "rangeStart": 95_000, "rangeEnd": 140_000},
        {"currency": "CAD", "frequency": "YEAR", "rangeStart": 10_000, "rangeEnd": 200_000},
    ]
    pay = reading("rippling", {"listing": {"name": "Welder"}, "detail": {"payRangeDetails": ranges}}).content.stated_salary

    assert (pay.minimum, pay.maximum, pay.currency, pay.period) == (90_000, 140_000, "USD", Period.YEAR)
    assert reading("rippling", {"listing": {"name": "Welder"}, "detail": {"payRangeDetails": []}}).content.stated_salary is None


def test_a_text_of_rippling_may_be_one():
    """A text of Rippling may be one, and not in parts."""
    told = [
        reading("rippling", {"listing": {"name": "Welder"}, "detail": {"description": text}}).content.description
        for text in ("<p>Weld.</p>", {"company": "<p>We.</p>", "role": "<p>Weld.</p>"})
    ]

    assert told == ["Weld.", "Weld.\n\nWe."]


def test_a_place_that_workable_s_employer_hides_is_none():
    """Its page does not show it either."""
    places = [
        {"city": "Miami", "country": "United States", "hidden": True},
        {"city": "Faro", "country": "Portugal", "hidden": False},
    ]

    assert [at.raw for at in reading("workable", {"title": "Baker", "locations": places}).content.locations] == ["Faro, Portugal"]


def test_a_workable_job_says_what_the_employer_does():
    """And what kind of work it is, where it names no department."""
    found = reading("workable", {"title": "Baker", "industry": "Food", "function": "Production", "department": ""})

    assert (found.industry, found.content.department) == ("Food", "Production")


def test_places_of_the_aggregated_set_may_be_objects():
    """Those of postings that came from Ashby, but for the first."""
    other = {
        "location": "Kraków, Poland",
        "address": {"postalAddress": {"addressLocality": "Kraków", "addressCountry": "Poland"}},
    }
    row = {"title": "Welder", "location": "Dublin", "locations": ["Dublin", other, {"location": "Remote - US"}], "team": "Works"}

    content = reading("zapply", row).content

    assert [(at.raw, at.city, at.country) for at in content.locations] == [
        ("Dublin", None, None),
        ("Kraków, Poland", "Kraków", "PL"),
        ("Remote - US", None, None),
    ]
    assert content.department == "Works"
