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
        "Education": "A degree.", "MajorDuties": "Weld steel.", "Benefits": "", "BenefitsUrl": "https://example.com", "Evaluations": None,
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
