"""What answers of single systems say in places of their own; most of it in made-up rows with nothing else in them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.raw import RawPosting
from streams.normalize.base import Reading, load_normalizers, read
from streams.normalize.fields import Content

NORMALIZERS = load_normalizers()
FETCHED = datetime(2026, 8, 10, tzinfo=UTC)


def reading(source: str, row: dict[str, Any], *, board: str = "acme") -> Reading:
    """What is read from a raw row."""
    return read(RawPosting(source=source, board=board, source_id="1", fetched_at=FETCHED, row=row), NORMALIZERS)


def content(source: str, row: dict[str, Any], **beside: Any) -> Content:
    """What a raw row says."""
    return reading(source, row, **beside).content


def pay(source: str, row: dict[str, Any]) -> list[Any] | None:
    """What a raw row says of the pay."""
    found = content(source, row).stated_salary
    return [found.minimum, found.maximum, found.currency, found.period] if found else None


def test_an_offer_of_justjoinit_was_posted_when_it_was_published_not_when_it_was_pushed_up() -> None:
    """The board renews `publishedAt` whenever an offer is shown at the top again."""
    pushed = {"publishedAt": "2026-08-09T06:00:00Z", "lastPublishedAt": "2026-07-01T05:20:59.142Z"}
    row: dict[str, Any] = {"listing": {"title": "Tester", **pushed}, "detail": {"lastPublishedAt": "2026-07-01T05:20:59.142829Z"}}

    assert content("justjoinit", row).posted_at == datetime(2026, 7, 1, 5, 20, 59, 142000, tzinfo=UTC)
    del row["listing"]["lastPublishedAt"]
    assert content("justjoinit", row).posted_at == datetime(2026, 7, 1, 5, 20, 59, 142000, tzinfo=UTC)
    row["detail"] = {"lastPublishedAt": "2026-08-10T00:00:00Z"}
    assert content("justjoinit", row).posted_at == datetime(2026, 8, 9, 6, tzinfo=UTC)


def test_the_skills_beside_a_text_of_justjoinit_stand_behind_it() -> None:
    """The offer's page shows both, each skill once; what is said of the employer is kept, too."""
    skills = [{"skillName": "Python", "level": 4}, {"skillName": "REST API"}, {"skillName": "Python"}, {"level": 1}, 7]
    detail = {"body": "<p>Build it.</p>", "requirements": skills, "hiringCompany": {"name": "Acme", "size": "501+"}}
    found = reading("justjoinit", {"listing": {"title": "Tester"}, "detail": detail})

    assert found.content.description == "Build it.\n\nPython, REST API"
    assert found.company_size == "501+"


def test_the_pay_of_personio_is_read() -> None:
    """It stands in an element of its own; one bound may be all."""
    whole = {"min": "30000.00", "max": "40000.00", "currencyCode": "EUR", "currencySymbol": "€", "type": "yearly"}
    least = {"min": "14.50", "currencySymbol": "€", "type": "hourly"}

    assert pay("personio", {"name": "Welder", "salaryInformation": whole}) == [30_000, 40_000, "EUR", "year"]
    assert pay("personio", {"name": "Welder", "salaryInformation": least}) == [14.5, None, "EUR", "hour"]
    assert pay("personio", {"name": "Welder", "salaryInformation": {"currencyCode": "EUR", "type": "yearly"}}) is None


def oracle(**said: Any) -> Content:
    """What a posting of Oracle says; its own answer holds `said`."""
    return content("oracle", {"listing": {"Id": "7", "Title": "Welder"}, "detail": {"items": [said]}})


def test_what_oracle_says_of_the_employer_stands_behind_the_text() -> None:
    """The page shows it under the posting; benefits and pay are often there. What is short stands for the text only."""
    about = {"CorporateDescriptionStr": "<p>We build ships.</p>", "OrganizationDescriptionStr": "<p>Hulls.</p>"}

    assert oracle(ExternalDescriptionStr="<p>Weld.</p>", **about).description == "Weld.\n\nWe build ships.\n\nHulls."
    assert oracle(ShortDescriptionStr="Weld soon.", **about).description == "Weld soon.\n\nWe build ships.\n\nHulls."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([{"Prompt": "Career Area", "Value": "Product"}, {"Prompt": "Salary Range", "Value": "$144250 - $256250 annually + x"}],
         [144_250, 256_250, "USD", "year"]),
        ({"items": [{"Prompt": "Hourly Pay", "Value": "20.50 USD"}]}, [20.5, 20.5, "USD", "hour"]),
        ([{"Prompt": "Pay Grade", "Value": "12"}, {"Prompt": "Pay Currency", "Value": "USD"}], None),
        ([{"Prompt": "Budget", "Value": "$3,000,000"}, {"Prompt": None, "Value": None}, 7], None),
    ],
)  # fmt: skip
def test_pay_of_oracle_is_in_fields_that_employers_make_up(fields: Any, expected: list[Any] | None) -> None:
    """One is about pay by its name, and states some by its currency."""
    found = oracle(requisitionFlexFields=fields).stated_salary

    assert ([found.minimum, found.maximum, found.currency, found.period] if found else None) == expected


def test_every_site_of_a_posting_of_oracle_is_a_place() -> None:
    """Its primary place has coordinates; a site in a town that is named already is none of its own."""
    found = oracle(
        PrimaryLocation="Guelph, ON, Canada",
        PrimaryLocationCountry="CA",
        primaryLocationCoordinates=[{"Latitude": "43.53", "Longitude": "-80.31"}],
        secondaryLocations=[{"Name": "Tucson, AZ, United States", "CountryCode": "US"}],
        otherWorkLocations=[
            {"LocationName": "TUC-1", "TownOrCity": "Tucson", "Region2": "AZ", "Country": "US"},
            {
                "LocationName": "LEX",
                "TownOrCity": "Lexington",
                "Region2": "KY",
                "Country": "US",
                "Latitude": 38.0,
                "Longitude": -84.5,
            },
            {"LocationName": "Home", "TownOrCity": None, "Country": None},
        ],
    ).locations

    assert [(at.raw, at.country, at.latitude, at.longitude) for at in found] == [
        ("Guelph, ON, Canada", "CA", 43.53, -80.31),
        ("Tucson, AZ, United States", "US", None, None),
        ("Lexington, KY, US", "US", 38.0, -84.5),
    ]


def test_the_pay_of_nofluffjobs_is_what_the_employer_stated() -> None:
    """The list gives it per month and in zloty, as it was asked to; that stands for it only where there is no other."""
    row: dict[str, Any] = {"listing": {"title": "Tester", "salary": {"from": 21_500, "to": 28_700, "currency": "PLN"}}}
    stated = {"currency": "EUR", "types": {"b2b": {"period": "Hour", "range": [30.0, 40.0]}}}
    hidden = {"currency": "EUR", "types": {"b2b": {"period": "Hour", "range": []}}}

    assert pay("nofluffjobs", {**row, "detail": {"essentials": {"originalSalary": stated}}}) == [30, 40, "EUR", "hour"]
    assert pay("nofluffjobs", {**row, "detail": {"essentials": {"originalSalary": hidden}}}) == [21_500, 28_700, "PLN", "month"]
    assert pay("nofluffjobs", {**row, "detail": None}) == [21_500, 28_700, "PLN", "month"]


def test_places_skills_and_mode_of_nofluffjobs_are_read() -> None:
    """A place has its country by code and its point; provinces that a posting is only listed under are left out."""
    poland = {"code": "POL", "name": "Poland"}
    listed = [
        {"country": poland, "city": "Gdynia", "geoLocation": {"latitude": 54.5, "longitude": 18.5}},
        {"country": poland, "province": "mazowieckie", "provinceOnly": True},
    ]
    skills = {"description": "<p>Curious.</p>", "musts": [{"value": "Rust"}, {"value": "SQL"}, {}], "nices": [{"value": "Kafka"}]}
    listing = {"title": "Tester", "location": {"places": listed, "hybridDesc": "Two days in the office."}}
    found = content("nofluffjobs", {"listing": listing, "detail": {"requirements": skills}})

    assert [(at.raw, at.country, at.latitude) for at in found.locations] == [("Gdynia, Poland", "PL", 54.5)]
    assert (found.stated_work_mode, found.description) == ("hybrid", "Curious.\n\nRust, SQL\n\nKafka")
    only = content("nofluffjobs", {"listing": {"title": "Tester", "location": {"places": listed[1:], "fullyRemote": True}}})
    assert [at.raw for at in only.locations] == ["mazowieckie, Poland"]
    assert only.stated_work_mode == "remote"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("We\u00e2\u0080\u0099re in ZÃ¼rich", "We’re in Zürich"),
        ("We’re cafÃ©", "We’re café"),
        ("Weâ€™re", "We’re"),
        ("ð\u009f\u009a\u0080 Go", "🚀 Go"),
        ("naïve café “über” – “é”", "naïve café “über” – “é”"),
        ("„Spaß“ und «CAFÉ»", "„Spaß“ und «CAFÉ»"),
        ("Ã la carte, 5 €", "Ã la carte, 5 €"),
    ],
)  # fmt: skip
def test_what_remoteok_encodes_twice_is_read_once(written: str, meant: str) -> None:
    """In titles, names, places and texts; letters that were encoded once are left."""
    found = content(
        "remoteok", {"position": written, "company": written, "location": written, "description": f"<p>{written}</p>"}
    )

    assert [found.title, found.employer, found.locations[0].raw, found.description] == [meant] * 4


def test_every_place_of_phenom_is_read() -> None:
    """The page of a posting names one of several; the search page has all of them, with their coordinates."""
    page = {"title": "Welder", "jobLocation": {"address": {"addressLocality": "Lyon", "addressCountry": "FR"}}}
    array = [{"location": "Lyon, France", "latlong": {"lat": 45.8, "lon": 4.8}}, {"location": "Nice, France"}]
    both = {"title": "Welder", "multi_location": ["Lyon, France"], "multi_location_array": array}
    one = {"title": "Welder", "location": "Lyon, France", "city": "Lyon", "latitude": "45.8", "longitude": "4.8"}

    found = content("phenom", {"listing": both, "posting": page}).locations
    assert [(at.raw, at.latitude) for at in found] == [("Lyon, France", 45.8), ("Nice, France", None)]
    assert [(at.raw, at.country) for at in content("phenom", {"listing": one, "posting": page}).locations] == [("Lyon, FR", "FR")]
    [alone] = content("phenom", {"listing": one, "posting": None}).locations
    assert (alone.raw, alone.city, alone.latitude, alone.longitude) == ("Lyon, France", "Lyon", 45.8, 4.8)


def test_pay_of_pinpoint_that_stands_in_words_alone_is_read() -> None:
    """Its amounts may be null beside a wording; what is not shown is left out all the same."""
    words = {"title": "Welder", "compensation": "£30,000 - £36,000 / year", "compensation_minimum": None}

    assert pay("pinpoint", words) == [30_000, 36_000, "GBP", "year"]
    assert pay("pinpoint", {**words, "compensation_visible": False}) is None
    assert pay("pinpoint", {**words, "compensation_minimum": 31_000, "compensation_currency": "GBP"}) == [
        31_000,
        None,
        "GBP",
        None,
    ]


def test_the_form_of_pinpoint_is_where_to_apply() -> None:
    """It has an address of its own."""
    form = "https://acme.pinpointhq.com/en/postings/0a1b/applications/new"

    assert content("pinpoint", {"title": "Welder", "application_form_url": form}).apply_url == form


@pytest.mark.parametrize(
    ("label", "mode"),
    [("Hybrid", "Hybrid"), ("Remote - Utah", "Remote - Utah"), ("Mendon Office", None), ("Remoteville", None), (None, None)],
)
def test_a_place_of_paylocity_may_be_named_by_how_one_works_there(label: str | None, mode: str | None) -> None:
    """The place itself is its address."""
    listing = {"JobTitle": "Welder", "LocationName": label, "JobLocation": {"City": "Raleigh", "State": "NC", "Country": "USA"}}
    found = content("paylocity", {"listing": listing, "posting": None})

    assert (found.stated_work_mode, [at.raw for at in found.locations]) == (mode, ["Raleigh, NC, USA"])
    assert content("paylocity", {"listing": {**listing, "IsRemote": True}, "posting": None}).stated_work_mode == "remote"


def test_a_place_of_neogov_is_named_with_its_state() -> None:
    """Once; Springfield is a city of most states."""
    named = [
        content("neogov", {"title": "Clerk", **row}).locations
        for row in (
            {"location": "Springfield", "state": "Missouri"},
            {"location": "Springfield, Missouri", "state": "Missouri"},
            {"location": "Springfield"},
            {"state": "Missouri"},
        )
    ]

    assert [[(at.raw, at.region) for at in found] for found in named] == [
        [("Springfield, Missouri", "Missouri")],
        [("Springfield, Missouri", "Missouri")],
        [("Springfield", None)],
        [("Missouri", "Missouri")],
    ]


@pytest.mark.parametrize(
    ("categories", "expected"),
    [
        ({"location": "London", "allLocations": ["Toronto", "London"]}, [("Toronto", None), ("London", "CA")]),
        ({"location": "London, ON", "allLocations": ["London"]}, [("London", "CA")]),
        ({"location": "London"}, [("London", "CA")]),
        ({"location": "London; Toronto"}, [("London", None), ("Toronto", None)]),
        ({"allLocations": ["Toronto", "London"]}, [("Toronto", None), ("London", None)]),
    ],
)
def test_the_country_of_lever_is_that_of_the_place_that_stands_for_all(
    categories: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    """In every recorded answer; of the others it says nothing."""
    found = content("lever", {"text": "Welder", "country": "CA", "categories": categories}).locations

    assert [(at.raw, at.country) for at in found] == expected


@pytest.mark.parametrize(
    ("meta", "listed", "department", "located"),
    [
        (["Plant", "Lyon; Nice"], "2 Locations", "Plant", ["Lyon", "Nice"]),
        (["Plant", "Lyon, France", "$20/hr"], "Lyon", "Plant", ["Lyon, France"]),
        (["Lyon"], "2 Locations", None, ["Lyon"]),
        ([], "Bonn", None, ["Bonn"]),
        ([], "12 Locations", None, []),
    ],
)
def test_department_and_places_of_jobvite_stand_above_the_text(
    meta: list[str], listed: str, department: str | None, located: list[str]
) -> None:
    """On a page without a JobPosting; a list may only count places."""
    page = {"description": "<p>Weld.</p>", "meta": meta}
    found = content("jobvite", {"listing": {"title": "Welder", "location": listed}, "posting": None, "page": page})

    assert (found.department, [at.raw for at in found.locations], found.description) == (department, located, "Weld.")


def test_the_department_of_jobvite_is_no_industry_of_the_employer() -> None:
    """Its JobPosting calls it so."""
    found = reading("jobvite", {"listing": {"title": "Welder"}, "posting": {"title": "Welder", "industry": "Plant"}})

    assert (found.content.department, found.industry) == ("Plant", None)


def test_the_text_of_a_page_of_paylocity_stands_over_its_start() -> None:
    """The board has a hundred letters of it."""
    listing = {"JobTitle": "Welder", "Description": "We look for a"}

    assert content("paylocity", {"listing": listing, "posting": None, "description": "<p>Weld.</p>"}).description == "Weld."
    assert content("paylocity", {"listing": listing, "posting": None}).description == "We look for a"


@pytest.mark.parametrize(("written", "mode"), [("office", "on-site"), ("partly_remote", "partly_remote"), (None, None)])
def test_an_office_of_justjoinit_is_work_on_site(written: str | None, mode: str | None) -> None:
    """No reader of modes knows an office by itself: it is a place, and in titles a trade."""
    assert content("justjoinit", {"listing": {"title": "Tester", "workplaceType": written}}).stated_work_mode == mode


def test_pay_of_remoteok_is_in_dollars_a_year() -> None:
    """Employers are asked for it so; 0 says nothing."""
    assert pay("remoteok", {"position": "Tester", "salary_min": 60_000, "salary_max": 0}) == [60_000, None, "USD", "year"]
    assert pay("remoteok", {"position": "Tester", "salary_min": 0, "salary_max": 0}) is None


def test_plain_text_of_lever_stands_for_html_that_is_not_there() -> None:
    """Both are of every recorded posting."""
    plain = {"text": "Welder", "description": "", "descriptionPlain": "Weld.", "additional": None, "additionalPlain": "Apply."}

    assert content("lever", plain).description == "Weld.\n\nApply."
    assert content("lever", {**plain, "description": "<p>Weld!</p>"}).description == "Weld!\n\nApply."


def test_a_heading_of_personio_without_a_text_is_left_out() -> None:
    """Employers leave sections of their template empty."""
    sections = [
        {"name": "Tasks", "value": "<ul><li>Weld</li></ul>"},
        {"name": "Perks", "value": None},
        {"name": "You", "value": "<p> </p>"},
    ]

    assert content("personio", {"name": "Welder", "jobDescriptions": {"jobDescription": sections}}).description == "Tasks\n\nWeld"


def test_an_announcement_of_neogov_without_an_end_has_none() -> None:
    """That is no date that could not be read."""
    found = reading("neogov", {"title": "Clerk", "advertiseToDateTimeUTC": "Continuous"})

    assert (found.content.valid_through, found.unreadable) == (None, {})
    assert reading("neogov", {"title": "Clerk", "advertiseToDateTimeUTC": "soon"}).unreadable == {"valid_through": "soon"}


def test_what_recruitee_says_beside_a_place_stands_behind_the_text() -> None:
    """From where one may work, most often; once, though it may stand beside every place."""
    places = [{"name": name, "note": note} for name, note in (("Berlin", "Or Spain."), ("Bonn", "Or Spain."), ("Kiel", None))]

    assert content("recruitee", {"title": "Welder", "description": "<p>Weld.</p>", "locations": places}).description == (
        "Weld.\n\nOr Spain."
    )
