"""What a row of one system says in a place of its own; rows are made up, with nothing else in them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.derived import Period
from schemas.raw import RawPosting
from streams.normalize.base import Reading, load_normalizers, read

NORMALIZERS = load_normalizers()
FETCHED = datetime(2026, 8, 10, tzinfo=UTC)


def reading(source: str, board: str = "acme", **row: Any) -> Reading:
    """What is read from a row."""
    return read(RawPosting(source=source, board=board, source_id="1", fetched_at=FETCHED, row=row), NORMALIZERS)


def pay(source: str, board: str = "acme", **row: Any) -> tuple[Any, ...] | None:
    """Bounds, currency and period of what a row says of pay; None where it says nothing."""
    stated = reading(source, board, **row).content.stated_salary
    return None if stated is None else (stated.minimum, stated.maximum, stated.currency, stated.period)


def field(name: str, value: Any, kind: str = "single_select") -> dict[str, Any]:
    """A field of an employer's own, as Greenhouse has it."""
    return {"id": 1, "name": name, "value": value, "value_type": kind}


def band(low: str, high: str, unit: str = "USD") -> dict[str, str]:
    """A range of money in such a field: its amounts are texts."""
    return {"min_value": low, "max_value": high, "unit": unit}


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ([field("Pay Transparency Range", band("172800.0", "297000.0"))], (172_800, 297_000, "USD", None)),
        (
            [field("Pay Frequency", "Hourly"), field("Pay Transparency Range", band("22.5", "30.0"))],
            (22.5, 30, "USD", Period.HOUR),
        ),
        ([field("Annual Hiring Range", band("50000", "60000", "EUR"))], (50_000, 60_000, "EUR", Period.YEAR)),
        (
            [
                field("USA: Pay Transparency Range", band("114600.0", "168500.0")),
                field("CAN: Pay Transparency Range", band("90000.0", "120000.0", "CAD")),
            ],
            (114_600, 168_500, "USD", None),
        ),
        ([field("Salary Range", band("0.0", "0.0"))], None),
        ([field("Hiring Range", None)], None),
        ([field("Bonus Pay Range", band("5000", "9000"))], None),
        ([field("Travel budget", band("5000", "9000"))], None),
    ],
)
def test_greenhouse_has_pay_in_a_field_of_the_employer_s_own(metadata: list[dict[str, Any]], expected: Any) -> None:
    """Many boards have it nowhere else, not in the text either."""
    assert pay("greenhouse", title="Nurse", metadata=metadata) == expected


def test_greenhouse_has_a_range_of_pay_per_place_of_work() -> None:
    """The pay is from the least to the most of them; one in another currency is left out."""
    ranges = [
        {"min_cents": 9_000_000, "max_cents": 12_000_000, "currency_type": "USD", "title": "Annual Salary:"},
        {"min_cents": "8000000", "max_cents": 10_000_000, "currency_type": "USD", "title": "Annual Salary:"},
        {"min_cents": 7_000_000, "max_cents": 20_000_000, "currency_type": "CAD", "title": "Annual Salary:"},
    ]

    assert pay("greenhouse", title="Nurse", pay_input_ranges=ranges) == (80_000, 120_000, "USD", Period.YEAR)
    assert pay("greenhouse", title="Nurse", pay_input_ranges=[{**ranges[0], "min_cents": 0, "max_cents": 0}]) is None


@pytest.mark.parametrize(
    ("name", "metadata", "expected"),
    [
        ("Hybrid", [field("Job Posting Location", ["London, UK", "Lisbon"], "multi_select")], ["Hybrid", "London, UK", "Lisbon"]),
        ("In-Office", [], ["In-Office", "Sydney, Australia", "Remote-India"]),
        ("Multiple Locations", [], ["Multiple Locations", "Sydney, Australia", "Remote-India"]),
        ("Remote; Hybrid", [], ["Remote", "Hybrid"]),
        ("Berlin", [field("Job Posting Location", ["London, UK"], "multi_select")], ["Berlin"]),
        (None, [], ["Sydney, Australia", "Remote-India"]),
    ],
)
def test_a_greenhouse_location_may_say_only_how_one_works(name: str | None, metadata: Any, expected: list[str]) -> None:
    """Where that is stands in a field of the employer's own, else in the offices."""
    offices = [{"name": "Sydney", "location": "Sydney, Australia"}, {"name": "Remote-India", "location": None}]
    content = reading("greenhouse", title="Nurse", location={"name": name}, metadata=metadata, offices=offices).content

    assert [at.raw for at in content.locations] == expected


def test_greenhouse_fields_hold_lists_and_yes() -> None:
    """Whoever may choose several, or ticks a box, has no text there; a field left empty hides none behind it."""
    metadata = [
        field("Location Type", None),
        field("Remote?", True, "yes_no"),
        field("Job Type", ["Internship", "Seasonal"], "multi_select"),
        field("Time Type ", "Full time"),
    ]
    content = reading("greenhouse", title="Nurse", metadata=metadata).content

    assert (content.stated_work_mode, content.stated_employment_type) == ("remote", "Internship, Seasonal, Full time")
    assert reading("greenhouse", title="Nurse", metadata=[field("Remote", False, "yes_no")]).content.stated_work_mode is None


def test_a_comeet_position_has_its_own_page_where_the_employer_has_one_page_for_all() -> None:
    """Postings that share a page look like copies of each other; whose it is tells the employer's domain."""
    hosted = "https://www.comeet.com/jobs/acme/12.345/tester/AA.001"
    found = reading("comeet", name="Tester", url_active_page="https://acme.io/careers", url_comeet_hosted_page=hosted)

    assert found.content.url == hosted
    assert [other.name for other in found.employer_alternatives] == ["acme.io", "acme"]
    assert (
        reading("comeet", name="Tester", url_active_page="https://acme.io/careers/1").content.url == "https://acme.io/careers/1"
    )


@pytest.mark.parametrize(("board", "currency"), [("us", "USD"), ("gb", "GBP"), ("pl", "PLN"), ("xx", None)])
def test_adzuna_states_pay_in_the_currency_of_its_country(board: str, currency: str | None) -> None:
    """The answer has two numbers; without a currency they were no dollars a year."""
    assert pay("adzuna", board, title="Nurse", salary_min=30_000, salary_max=40_000) == (30_000, 40_000, currency, None)


@pytest.mark.parametrize("predicted", ["1", 1, True])
def test_pay_that_adzuna_predicts_is_not_stated(predicted: Any) -> None:
    """In whatever form it says so."""
    assert pay("adzuna", "us", title="Nurse", salary_min=30_000, salary_max=30_000, salary_is_predicted=predicted) is None


def test_adzuna_names_the_city_behind_its_county() -> None:
    """There is a Springfield in Ohio and one in Missouri; of a county alone, none is known."""
    area = ["US", "Ohio", "Clark County", "Springfield"]
    located = {"display_name": "Springfield, Clark County", "area": area}
    [city] = reading("adzuna", "us", title="Nurse", location=located).content.locations
    [county] = reading("adzuna", "us", title="Nurse", location={**located, "area": area[:3]}).content.locations

    assert (city.city, city.region, city.country) == ("Springfield", "Ohio", "US")
    assert (county.city, county.region) == (None, "Ohio")


def test_an_ashby_place_has_its_parts_with_or_without_a_postal_address() -> None:
    """Answers have it around them; the description of the API leaves it out for secondary places."""
    parts = {"addressLocality": "Houston", "addressRegion": "Texas", "addressCountry": "USA"}
    row = {
        "location": "Texas hub",
        "address": {"postalAddress": parts},
        "secondaryLocations": [
            {"location": "Other hub", "address": {**parts, "addressLocality": "Austin"}},
            {"location": "Moon"},
        ],
    }
    places = reading("ashby", title="Nurse", **row).content.locations

    assert [(at.raw, at.city, at.region, at.country) for at in places] == [
        ("Texas hub", "Houston", "Texas", "US"),
        ("Other hub", "Austin", "Texas", "US"),
        ("Moon", None, None, None),
    ]


@pytest.mark.parametrize(
    ("location", "own", "expected"),
    [
        ({"city": "", "addressCountry": "United States"}, {"city": "Tijuana", "country": "Mexico"}, ("Tijuana", None, "MX")),
        ({"city": "Dublin", "state": None}, {"country": "Ireland", "state": None}, ("Dublin", None, "IE")),
        (
            {"city": "Ghent"},
            {"city": "Ghent", "province": "East Flanders", "country": "Belgium"},
            ("Ghent", "East Flanders", "BE"),
        ),
        ({"city": "Vancouver", "state": "BC"}, {"city": "Tijuana", "country": "Mexico"}, ("Vancouver", "BC", None)),
        ({"city": None, "addressCountry": "United States"}, {}, (None, None, "US")),
    ],
)
def test_a_bamboohr_opening_is_in_its_city_by_all_that_is_said_of_it(location: Any, own: Any, expected: tuple[Any, ...]) -> None:
    """The employer's address and the opening's own place each lack what the other has."""
    row = {
        "listing": {"jobOpeningName": "Nurse", "location": {"city": None}},
        "detail": {"location": location, "atsLocation": own},
    }
    [at] = reading("bamboohr", **row).content.locations

    assert (at.city, at.region, at.country) == expected


@pytest.mark.parametrize(
    ("own", "day"),
    [
        ({"postedDate": [["Jul 31, 2026"]]}, 31),
        ({"job_posting_date": "2026-07-30"}, 30),
        ({"posteddate": []}, 4),
        ({"city": "Jul"}, 4),
    ],
)
def test_an_eightfold_position_was_posted_on_the_day_that_its_tenant_states(own: dict[str, Any], day: int) -> None:
    """The tenant's record may be months older."""
    detail = {"t_create": 1_775_260_800, "custom_JD": {"data_fields": own}}

    assert reading("eightfold", listing={"name": "Nurse"}, detail=detail).content.posted_at.day == day


def test_adp_has_pay_in_words_where_the_range_is_of_zeros() -> None:
    """An employer that fills in no range leaves zeros there."""
    zeros = {name: {"amountValue": 0.0, "currencyCode": "USD"} for name in ("minimumRate", "maximumRate")}
    words = {"stringFields": [{"stringValue": "$20.00 - $24.50 per hour", "nameCode": {"codeValue": "SalaryRange"}}]}
    row = {"requisitionTitle": "Nurse", "payGradeRange": zeros, "customFieldGroup": words}

    assert pay("adp", listing=row) == (20, 24.5, "USD", Period.HOUR)
    assert pay("adp", listing={**row, "customFieldGroup": {}}) is None


def test_amazon_calls_remote_work_virtual() -> None:
    """Nobody else does, so it is told by the word that others use."""
    assert reading("amazon", title="Nurse", locations=['{"type": "VIRTUAL"}', '{"type": "ONSITE"}']).content.stated_work_mode == (
        "REMOTE, ONSITE"
    )


@pytest.mark.parametrize(
    ("meta", "kind"),
    [
        ("Kitchen - Akron, OH - Full Time", "Full Time"),
        ("Akron, OH - Intern", "Intern"),
        ("Kitchen - Akron, OH", None),
        ("", None),
    ],
)
def test_an_old_theme_of_jazzhr_has_employer_and_kind_above_its_text(meta: str, kind: str | None) -> None:
    """Of its line of fields the last is the kind of employment, where it is none of the others."""
    listing = {"title": "Baker", "location": "Akron, OH", "department": "Kitchen"}
    content = reading("jazzhr", listing=listing, posting=None, company="Acme, Inc", meta=meta).content

    assert (content.employer, content.stated_employment_type) == ("Acme, Inc", kind)


@pytest.mark.parametrize("source", ["icims", "jazzhr"])
@pytest.mark.parametrize(
    ("listed", "mode"),
    [("US-Remote", "remote"), ("Remote - US", "remote"), ("US-Remote | US-OH-Akron", None), ("Akron, OH", None)],
)
def test_a_listing_that_says_remote_is_heard_beside_an_address(source: str, listed: str, mode: str | None) -> None:
    """The JobPosting of the page may have the employer's address alone; of several places one may be an office."""
    posting = {"@type": "JobPosting", "jobLocation": {"address": {"addressLocality": "Akron", "addressCountry": "US"}}}
    content = reading(source, listing={"title": "Baker", "location": listed}, posting=posting).content

    assert (content.stated_work_mode, [at.raw for at in content.locations]) == (mode, ["Akron, US"])


def test_the_fields_of_an_hrmdirect_page_are_read() -> None:
    """Employers choose them; a place without city and state is none."""
    fields = {"Location": ", ", "Workplace Type": "Hybrid", "Employment Type": "Full-Time", "Salary Range": "$20 - $25 per hour"}
    row = {"listing": {"posTitle": "Baker", "cities": None, "state": None}, "detail": {"fields": fields}}
    content = reading("hrmdirect", **row).content

    assert (content.locations, content.stated_work_mode, content.stated_employment_type) == ([], "Hybrid", "Full-Time")
    assert pay("hrmdirect", **row) == (20, 25, "USD", Period.HOUR)


def test_a_column_of_an_hrmdirect_table_may_say_that_the_work_is_remote() -> None:
    """It has no name of its own: `custSort1`."""
    listing = {"custSort1": "Remote", "departments": "Remote sensing", "posTitle": "Baker"}

    assert reading("hrmdirect", listing=listing, detail=None).content.stated_work_mode == "Remote"


def test_an_icims_card_may_have_its_place_among_its_fields() -> None:
    """Portals differ in where they show it."""
    [place] = reading(
        "icims", listing={"title": "Usher", "location": "", "fields": {"Location": "US-RI-Kingston"}}
    ).content.locations

    assert (place.city, place.region, place.country) == ("Kingston", "RI", "US")
