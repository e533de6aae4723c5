"""Dates, money, places, URLs and employers as sources write them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from schemas.derived import Period
from schemas.posting import Location
from streams.normalize.dates import read_deadline, read_instant, read_month_first
from streams.normalize.employer import employer_key
from streams.normalize.fields import Fields
from streams.normalize.heading import read_heading
from streams.normalize.money import read_amount, read_currency, read_period, salary_parts, salary_text
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text
from streams.normalize.urls import canonical_url

FETCHED = datetime(2026, 8, 10, 12, tzinfo=UTC)


def at(*parts: int) -> datetime:
    """An instant in UTC."""
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        (1764205361939, datetime(2025, 11, 27, 1, 2, 41, 939000, tzinfo=UTC)),
        (1420128328, at(2015, 1, 1, 16, 5, 28)),
        ("1420128328", at(2015, 1, 1, 16, 5, 28)),
        (1420128328.5, datetime(2015, 1, 1, 16, 5, 28, 500000, tzinfo=UTC)),
        ("2026-07-29T08:50:01-04:00", at(2026, 7, 29, 12, 50, 1)),
        ("2026-08-05 10:10:39 UTC", at(2026, 8, 5, 10, 10, 39)),
        ("2018-06-08T02:11:28.000Z", at(2018, 6, 8, 2, 11, 28)),
        ("2026-08-05", at(2026, 8, 5)),
        ("2026-03-17T15:19:32.172211", datetime(2026, 3, 17, 15, 19, 32, 172000, tzinfo=UTC)),
        ("May 23, 2026", at(2026, 5, 23)),
        ("3 Feb 2026", at(2026, 2, 3)),
        ("Wed, 05 Aug 2026 10:00:00 +0200", at(2026, 8, 5, 8)),
        ("Posted 8 Days Ago", FETCHED - timedelta(days=8)),
        ("Posted 30+ Days Ago", FETCHED - timedelta(days=30)),
        ("1 hour ago", FETCHED - timedelta(hours=1)),
        ("a week ago", FETCHED - timedelta(weeks=1)),
        ("an hour ago", FETCHED - timedelta(hours=1)),
        ("Posted Yesterday", FETCHED - timedelta(days=1)),
        ("just now", FETCHED),
        ("15 March 2004, by 5 PM", at(2004, 3, 15)),
        ("15 March 2004, 17:00.", at(2004, 3, 15)),
        ("03 August 2004.", at(2004, 8, 3)),
        ("24 July, 2004", at(2004, 7, 24)),
        ("Thursday, 15 July 2004", at(2004, 7, 15)),
        ("Thu, March 5, 2026", at(2026, 3, 5)),
        ("Posted on March 5th,  2026", at(2026, 3, 5)),
        ("Sept. 5 2026", at(2026, 9, 5)),
        ("5-Mar-2026", at(2026, 3, 5)),
        ("Mar 5, 2026 10:23 AM", at(2026, 3, 5)),
        ("05.12.2023", at(2023, 12, 5)),
        ("15.03.2026 14:00", at(2026, 3, 15)),
        ("07/27/2023", at(2023, 7, 27)),
        ("27/07/2023", at(2023, 7, 27)),
        ("05/05/2023", at(2023, 5, 5)),
        ("5/23/2026 12:00:00 AM", at(2026, 5, 23)),
        ("2026/3/5", at(2026, 3, 5)),
        ("2026-3-5", at(2026, 3, 5)),
        ("Fri Jan 02 2026 10:00:00 GMT+0100 (Central European Standard Time)", at(2026, 1, 2, 9)),
        ("Thu Mar 05 2026 00:00:00 GMT-0500", at(2026, 3, 5, 5)),
        ("Fri Jan 2 10:00:00 EST 2026", at(2026, 1, 2, 15)),
        ("Thu Jul 02 00:00:00 GMT 2026", at(2026, 7, 2)),
        ("Heute ausgeschrieben", FETCHED),
        ("Gestern ausgeschrieben", FETCHED - timedelta(days=1)),
        ("Vor mehr als 30 Tagen ausgeschrieben", FETCHED - timedelta(days=30)),
        ("Offre publiée il y a 30 jours ou plus", FETCHED - timedelta(days=30)),
        ("Publié aujourd'hui", FETCHED),
        ("Publicado hace 5 días", FETCHED - timedelta(days=5)),
        ("Há mais de 30 dias", FETCHED - timedelta(days=30)),
        ("Pubblicato 2 settimane fa", FETCHED - timedelta(days=14)),
        ("Meer dan 30 dagen geleden geplaatst", FETCHED - timedelta(days=30)),
    ],
)
def test_instants_in_every_form(written, instant):
    """Epochs, ISO, words and what is relative to the fetch are one instant in UTC."""
    assert read_instant(written, FETCHED) == instant


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-08-31", at(2026, 8, 31, 23, 59, 59)),
        (" 20260831 ", at(2026, 8, 31, 23, 59, 59)),
        ("August 31, 2026", at(2026, 8, 31, 23, 59, 59)),
        ("2026-08-31T00:00:00Z", at(2026, 8, 31)),
        ("2026-08-31 12:00", at(2026, 8, 31, 12)),
        ("15 March 2004, by 5 PM", at(2004, 3, 15, 23, 59, 59)),
        ("31.08.2026", at(2026, 8, 31, 23, 59, 59)),
        ("Mon, 31 Aug 2026 12:00:00 GMT", at(2026, 8, 31, 12)),
        (1764205361000, at(2025, 11, 27, 1, 2, 41)),
        ("soon", None),
    ],
)
def test_a_deadline_that_is_a_day_ends_with_it(written, instant):
    """Lifecycle closes a posting at its deadline: at the beginning of its last day it is still open."""
    assert read_deadline(written, FETCHED) == instant


def test_a_deadline_s_day_is_one_of_its_zone_also_where_clocks_change():
    """The last second of a day of 25 hours."""
    assert read_deadline("2026-10-25", FETCHED, ZoneInfo("Europe/Stockholm")) == at(2026, 10, 25, 22, 59, 59)


@pytest.mark.parametrize(
    "written",
    ["20260-01-01", "Mar", "soon", "", "2026-13-40", "0001-01-01", 0, -5, 10**20, float("inf"), float("nan"), True, None, [], {},
     "Posted 9999 years ago", "99999999999999999999", "Mon, 99 Foo 2026", "05/12/2023", "31.02.2026", "1.1.1", "13/13/2026",
     "2026.5", "Open", "April 2004", "July-November, 2004", "2nd or 3rd week of June, 2004", "Job 15 March 2004",
     "il y a longtemps"],
)  # fmt: skip
def test_what_is_no_date_is_none(written):
    """Nothing that can't be a date of our time is one, and nothing raises."""
    assert read_instant(written, FETCHED) is None


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-02-01T08:00:00", at(2026, 2, 1, 7)),
        ("2026-07-01T23:59:59", at(2026, 7, 1, 21, 59, 59)),
        ("2026-07-01T23:59:59Z", at(2026, 7, 1, 23, 59, 59)),
        ("2026-08-05 10:10:39 UTC", at(2026, 8, 5, 10, 10, 39)),
        ("May 23, 2026", at(2026, 5, 22, 22)),
        (1420128328, at(2015, 1, 1, 16, 5, 28)),
    ],
)
def test_a_local_time_is_of_its_zone_summer_and_winter(written, instant):
    """What says its offset, or needs none, is not of the zone."""
    assert read_instant(written, FETCHED, ZoneInfo("Europe/Stockholm")) == instant


@pytest.mark.parametrize(
    ("written", "day"),
    [("8/5/2026", at(2026, 8, 5)), (" 5/6/2026 10:23 AM", at(2026, 5, 6)), ("12/31/2026, late", at(2026, 12, 31))],
)
def test_a_day_that_is_written_month_first(written, day):
    """Its time has no zone, so it is left."""
    assert read_month_first(written) == day


@pytest.mark.parametrize("written", ["31/12/2026", "8/5/26", "8/5/20261", "soon", "", None, 8, ["8/5/2026"]])
def test_what_is_no_day_month_first_is_none(written):
    """A day first is no day."""
    assert read_month_first(written) is None


@pytest.mark.parametrize(
    ("written", "low", "high", "currency", "period"),
    [
        ("$151K - $231K", 151_000, 231_000, "USD", None),
        ("CA$102.8K – CA$137K", 102_800, 137_000, "CAD", None),
        ("10,000 ETB Monthly", 10_000, 10_000, "ETB", Period.MONTH),
        ("USA, NY - 104,900.00 - 179,500.00 USD annually", 104_900, 179_500, "USD", Period.YEAR),
        ("$53K-$91K (Glassdoor est.)", 53_000, 91_000, "USD", None),
        ("£32-40k + 1-2% equity", 32_000, 40_000, "GBP", None),
        ("70-120k +equity", 70_000, 120_000, None, None),
        ("1.200,50 € / month", 1200.5, 1200.5, "EUR", Period.MONTH),
        ("12 500 zł", 12_500, 12_500, "PLN", None),
        ("€45.000 p.a.", 45_000, 45_000, "EUR", Period.YEAR),
        ("$25.50/hr, 401k", 25.5, 25.5, "USD", Period.HOUR),
        ("400 GBP per day", 400, 400, "GBP", Period.DAY),
        ("competitive", None, None, None, None),
        ("0.5% equity", None, None, None, None),
        ("-1", None, None, None, None),
        ("-1.0", None, None, None, None),
    ],
)
def test_pay_in_words(written, low, high, currency, period):
    """Amounts, currency and period are read where they are stated; the wording always stays."""
    salary = salary_text(written)

    assert (salary.minimum, salary.maximum, salary.currency, salary.period) == (low, high, currency, period)
    assert salary.raw == written


def test_pay_in_parts():
    """Structured pay is read part by part and put in order."""
    salary = salary_parts("75000", 60_000, "EUR", "per-year-salary")

    assert (salary.minimum, salary.maximum, salary.currency, salary.period) == (60_000, 75_000, "EUR", Period.YEAR)
    assert salary.raw == "75000 - 60000 EUR per-year-salary"
    assert salary_parts(None, None, "EUR", "year") is None
    assert salary_parts(0, "0.0", "EUR", "year") is None
    assert (salary_parts("-1", "50", "EUR", None).minimum, salary_parts(-1, 50, "EUR", None).minimum) == (None, None)


def test_words_of_pay_have_the_currency_that_stands_beside_them():
    """What is worded `$151K` and stated in US dollars became Canadian ones, where the place is in Canada."""
    assert salary_parts(151_000, 231_000, "USD", "1 YEAR", "$151K - $231K").raw == "$151K - $231K USD"
    assert salary_parts(1, 2, "USD", None, "1 - 2 USD").raw == "1 - 2 USD"
    assert salary_parts(1, 2, None, None, "$1 - $2").raw == "$1 - $2"


@pytest.mark.parametrize("value", ["competitive", -1, float("nan"), float("inf"), True, None, [], 1e300, "1e5", "9" * 40])
def test_what_is_no_amount_is_none(value):
    """Words, negatives and numbers without sense are no pay."""
    assert read_amount(value) is None


def test_currencies_and_periods():
    """Codes count in any case when they stand alone, and in capitals in a text."""
    assert [read_currency(v) for v in ("eur", "$", "US$", "The team", "CHF 90k", None)] == [
        "EUR",
        "USD",
        "USD",
        None,
        "CHF",
        None,
    ]
    assert [read_period(v) for v in ("1 YEAR", "per-hour-wage", "Monthly", "HOURLY", "per_week", 7)] == [
        Period.YEAR, Period.HOUR, Period.MONTH, Period.HOUR, Period.WEEK, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    ["bi-week-salary", "semi-month-salary", "bi-month-salary", "Bi-Weekly", "Semi-Monthly", "biweekly", "semi annually",
     "semi annual", "BI_WEEKLY", "half-yearly", "twice a month", "every other week", "every two weeks", "per 2 weeks",
     "one-time"],
)  # fmt: skip
def test_what_is_paid_per_half_a_period_or_several_has_none(written):
    """A fortnight's pay per week is twice as much; Lever and NEOGOV state such."""
    assert read_period(written) is None
    assert read_period(f"$60,000 per year, paid {written}") is Period.YEAR


def test_an_amount_before_a_period_is_no_count_of_it():
    """Thousands end in a figure and a space as well."""
    written = ("135000 - 175000 Year", "60,000 year", "$9 week", "1 MONTH", "12.5 hour")

    assert [read_period(v) for v in written] == [Period.YEAR, Period.YEAR, Period.WEEK, Period.MONTH, Period.HOUR]


def test_places_in_one_text():
    """Bars and semicolons separate places, commas don't; each is named once."""
    written = "San Francisco, CA | New York City, NY; London • london"

    assert [p.raw for p in places(written)] == ["San Francisco, CA", "New York City, NY", "London"]
    assert [p.raw for p in places(["Berlin", {"name": "Paris"}, 7, None, ["Rome"]])] == ["Berlin", "Paris", "Rome"]


def test_a_place_in_parts():
    """What the source knows is kept: parts, ISO code, coordinates."""
    found = place(city="St. Louis", region="MO", country="United States", code="us", point=("38.6", -90.2))

    assert found == Location(
        raw="St. Louis, MO, United States", city="St. Louis", region="MO", country="US", latitude=38.6, longitude=-90.2
    )
    assert place(city="", country=None) is None
    assert [place("x", code=code).country for code in ("SWE", "usa", "XXX", "Sweden", "1")] == ["SE", "US", None, None, None]
    assert unique([None, found, found]) == [found]


def test_places_of_one_name_are_several_where_their_cities_are():
    """Recruitee's places have names that employers gave them; one that says nothing more adds nothing."""
    austin, boston = (place("Office", city=city, code="US") for city in ("Austin", "Boston"))

    assert unique([place("Office"), austin, place("office"), boston, austin]) == [austin, boston]
    assert unique([place("Office"), place("Office")]) == [place("Office")]


@pytest.mark.parametrize("point", [(91, 0), (0, "east"), (None, 0), (float("nan"), 0), ([], {})])
def test_coordinates_that_are_none(point):
    """A point off the globe is no point, and the place stays."""
    assert place("Atlantis", point=point) == Location(raw="Atlantis")


def test_a_country_that_is_no_code():
    """A code is two or three letters that a country has; that of the United Kingdom is GB, whatever is written."""
    assert [place("X", code=code).country for code in ("Germany", "XX", "EU", "uk")] == [None, None, None, "GB"]


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("Canada", "CA"),
        ("united states of america", "US"),
        ("U.S.A.", "US"),
        ("UK", "GB"),
        ("The Netherlands", "NL"),
        ("Korea, Republic of", "KR"),
        ("Côte d'Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("España", "ES"),
        ("DEU", "DE"),
        ("Atlantis", None),
        ("", None),
        (7, None),
    ],
)
def test_a_country_that_a_source_names_in_words_is_known_by_its_code(country, code):
    """London in Canada, with a wording that says London only, was London in England."""
    assert place("London", city="London", country=country).country == code


def test_a_part_that_nobody_filled_in_is_none():
    """The JobPostings of iCIMS have UNAVAILABLE in their addresses: it was the city, the state and a word of the place."""
    virginia = place(city="UNAVAILABLE", region="VA", country="US", code="US")

    assert virginia == Location(raw="VA, US", region="VA", country="US")
    assert place(city="Unavailable", region="N/A", country="UNAVAILABLE", code="UNAVAILABLE") is None


@pytest.mark.parametrize("nothing", [",", " - ", "N/A", "|", "—"])
def test_a_wording_without_a_word_is_no_place(nothing):
    """HRMDirect writes ", " where neither city nor state is stated: the posting was in a comma."""
    assert places(nothing) == []
    assert place(nothing, city=nothing) is None
    assert [found.raw for found in places("7", "Å", "東京")] == ["7", "Å", "東京"]


def test_how_one_works_is_no_place():
    """The wording of the place keeps it, for those who read how one works there."""
    assert place(city="Remote", country="US", code="US") == Location(raw="Remote, US", country="US")
    assert place("US-CA-Remote", city="Remote", region="CA", code="US").city is None
    assert place(city="Remote", region="Remote", country="US", code="US") == Location(raw="Remote, US", country="US")


def test_a_part_of_the_world_is_no_region_of_a_country():
    """Teamtailor's sites group their places so."""
    assert place(city="Madrid", region="Europe", country="ES") == Location(raw="Madrid, Europe, ES", city="Madrid", country="ES")


def test_a_code_goes_before_a_name():
    """Georgia is a state as well, where a source gives its country by code."""
    assert place(city="Atlanta", country="Georgia", code="US").country == "US"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("https://jobs.lever.co/acme/1?lever-source=LinkedIn&utm_source=x", "https://jobs.lever.co/acme/1"),
        ("https://acme.com/jobs?gh_jid=77&gh_src=abc", "https://acme.com/jobs?gh_jid=77"),
        ("https://www.comeet.co/jobs/acme/6E.909?token=s3cret&uid=6E.909", "https://www.comeet.co/jobs/acme/6E.909?uid=6E.909"),
        ("https://boards.greenhouse.io/embed/job_app?for=acme&token=123", "https://boards.greenhouse.io/embed/job_app?for=acme&token=123"),
        ("HTTPS://User:pw@Jobs.Example.COM:443/A?b=1#apply", "https://jobs.example.com/A?b=1"),
        ("https://careers.example.com/#/job/9", "https://careers.example.com/#/job/9"),
        ("https://jobs.smartrecruiters.com/Acme/1?oga=true&dcr_ci=x", "https://jobs.smartrecruiters.com/Acme/1"),
        ("http://a.icims.com:8080/jobs/1/job?in_iframe=1&mode=job", "http://a.icims.com:8080/jobs/1/job?mode=job"),
        ("https://linkedin.example/jobs/view/1?refId=a&trackingId=b", "https://linkedin.example/jobs/view/1"),
        ("ftp://example.com/x", None),
        ("javascript:alert(1)", None),
        ("/jobs/1", None),
        ("https://", None),
        ("https://exa mple.com", None),
        ("https://example.com:port/", None),
        ("https://[bad/", None),
        (7, None),
        (None, None),
        ("https://example.com/" + "x" * 3000, None),
    ],
)  # fmt: skip
def test_urls_stay_the_same_and_give_nothing_away(written, canonical):
    """Tracking, secrets, credentials and anchors go; what chooses the posting stays."""
    assert canonical_url(written) == canonical


def read(row, **context):
    """The fields of a row."""
    return Fields(row, board="acme", fetched_at=FETCHED, context=context)


def test_fields_are_read_by_path():
    """A path through what is no object leads to nothing."""
    fields = read({"a": {"b": " x ", "n": 3}, "rows": [{"c": 1}, "no", None], "yes": True})

    assert (fields.get("a.b"), fields.get("a.b.c"), fields.get("z.y")) == (" x ", None, None)
    assert fields.rows("rows") == [{"c": 1}]
    assert fields.rows("a") == []
    assert (fields.flag("yes"), fields.flag("a")) == (True, False)
    assert fields.text("title", "z", "a.n") == "3"


def test_the_first_path_that_can_be_read_counts():
    """A later path makes up for one that can't be read, and nothing is unreadable then."""
    fields = read({"posted": "Mar", "relative": "2 days ago"})

    assert fields.instant("posted_at", "posted", "relative") == FETCHED - timedelta(days=2)
    assert fields.unreadable == {}


def test_what_cant_be_read_is_kept():
    """The raw text stays under our field's name, cut; objects as JSON."""
    fields = read({"date": "x" * 900, "title": {"en": "Nurse"}, "url": " ", "pay": "competitive"})

    assert fields.instant("posted_at", "date") is fields.text("title", "title") is fields.url("url", "url") is None
    assert fields.salary("pay").raw == "competitive"
    assert fields.unreadable == {"posted_at": "x" * 500, "title": '{"en":"Nurse"}', "stated_salary": "competitive"}


@pytest.mark.parametrize("piece", ["1", " ", "1,", "$1k-", "Posted ", "a|", "&#0", "<p ", "(", "- ", "A & ", "%"])
def test_long_nonsense_is_read_at_once(piece):
    """No reader needs more than linear time: megabytes of the same end like any other text."""
    long = piece * 50_000

    assert read_instant(long, FETCHED) is None
    assert canonical_url(long) is None
    assert salary_text("x" + long).minimum is None
    assert read_amount(long) is None
    assert len(places(long)) <= 1
    assert read_heading(long).title is not None
    assert employer_key("s:b:1", long) is not None
    assert html_text(long) is not None


def test_the_employer_of_a_board_stands_in():
    """The row names the employer; else the board's entry does."""
    assert read({"company": "Zebra"}, employer="Acme").employer("company") == "Zebra"
    assert read({}, employer="Acme").employer("company") == "Acme"
    assert read({}).employer() is None


@pytest.mark.parametrize(
    ("industry", "size", "kept"),
    [
        ("Aerospace", "51-200", ("Aerospace", "51-200")),
        (["Software", "Internet"], 120, ("Software", "120")),
        (None, " ", (None, None)),
        ({}, [], (None, None)),
        ("x" * 500, None, ("x" * 200, None)),
    ],
)
def test_what_is_said_of_the_employer_is_kept_beside_the_content(industry, size, kept):
    """A text, or the first of a list, cut."""
    row = Fields({}, board="b", fetched_at=FETCHED, context={})
    row.of_employer(industry=industry, size=size)

    assert (row.industry, row.company_size) == kept


def test_an_entity_parts_no_places():
    """Its semicolon is none between two places."""
    assert [found.raw for found in places("Trinidad &amp; Tobago; Cuba")] == ["Trinidad & Tobago", "Cuba"]
