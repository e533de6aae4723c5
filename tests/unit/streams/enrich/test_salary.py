"""What the work pays."""

from datetime import UTC, datetime

import pytest

from schemas.derived import Origin, Period
from schemas.posting import Location, StatedSalary
from streams.enrich.salary import enrich
from streams.normalize.money import salary_parts
from tests.builders import make_posting

DAY = datetime(2019, 5, 2, tzinfo=UTC)


def paid(resources, raw=None, **fields):
    """The salary of a posting; `raw` is a stated salary in words and parts."""
    if raw is not None:
        parts = {key: fields.pop(key) for key in ("minimum", "maximum", "currency", "period") if key in fields}
        fields["stated_salary"] = StatedSalary(raw=raw, **parts)
    return enrich(make_posting(**({"fetched_at": DAY} | fields)), resources)["salary"]


def test_stated_parts_become_yearly_dollars_at_the_days_rate(resources):
    """100 GBP were 130.48 USD on 2 May 2019; a month is a twelfth of a year."""
    salary = paid(resources, "1000 - 2000 GBP MONTH", minimum=1000, maximum=2000, currency="GBP", period=Period.MONTH)

    assert (salary.yearly_usd_minimum, salary.yearly_usd_maximum) == (pytest.approx(15657, abs=1), pytest.approx(31315, abs=1))
    assert (salary.origin, salary.confidence) == (Origin.FIELD, 1.0)


def test_the_day_is_when_it_was_posted(resources):
    """Without a posting date it is when it was fetched."""
    stated = {"raw": "1 GBP", "minimum": 50_000, "maximum": 60_000, "currency": "GBP", "period": Period.YEAR}
    posted = paid(resources, posted_at=DAY, fetched_at=datetime(2024, 1, 1, tzinfo=UTC), **stated)

    assert posted == paid(resources, **stated)


def test_a_currency_without_a_rate_has_no_dollars(resources):
    """The European Central Bank has no birr: pay is kept, its dollars are null."""
    salary = paid(resources, "12,000 ETB Monthly", minimum=12_000, maximum=12_000, currency="ETB", period=Period.MONTH)

    assert (salary.minimum, salary.currency, salary.yearly_usd_minimum) == (12_000, "ETB", None)


def test_a_period_is_supposed_only_where_no_other_is_possible(resources):
    """Nobody earns 91,000 dollars a month, or lives on 11,000 zloty for a year; 6,000 euros may be per month or per year."""
    yearly = paid(resources, "$53K-$91K", minimum=53_000, maximum=91_000, currency="USD")
    monthly = paid(resources, "6000 - 11000", minimum=6000, maximum=11_000, currency="PLN")
    open_ = paid(resources, "6000 - 11000", minimum=6000, maximum=11_000, currency="EUR")

    assert (yearly.period, yearly.yearly_usd_maximum, yearly.confidence) == (Period.YEAR, 91_000, 0.8)
    assert (monthly.period, monthly.confidence) == (Period.MONTH, 0.8)
    assert (open_.minimum, open_.period, open_.yearly_usd_minimum) == (6000, None, None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Pay range: $48.97 - $69.01", Period.HOUR),
        ("Pay range: $48 - $69", None),
        ("Pay range: $4.97 - $6.01", None),
        ("Pay range: $48.00 - $69.00", Period.HOUR),
        ("Hiring range: $45.32 + differentials", Period.HOUR),
        ("Copay: $48.97 - $69.01", None),
    ],
)
def test_a_range_that_counts_cents_is_per_hour(resources, text, period):
    """Where it is called pay; without cents it may be thousands."""
    salary = enrich(make_posting(description=f"Hello.\n{text}"), resources)["salary"]

    assert (salary and salary.period) == period
    assert salary is None or salary.confidence in (0.72, 0.56)


def test_the_period_of_the_field_goes_before_cents(resources):
    """The source names it beside the amounts."""
    salary = paid(resources, "Pay range: $48.97 - $69.01", minimum=48.97, maximum=69.01, currency="USD", period=Period.DAY)

    assert (salary.period, salary.confidence) == (Period.DAY, 1.0)


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("competitive", {}),
        ("$10M raised", {"minimum": 10_000_000, "maximum": 10_000_000, "currency": "USD"}),
        ("1 - 40000 USD YEARLY", {"minimum": 1, "maximum": 40_000, "currency": "USD", "period": Period.YEAR}),
        ("200 USD YEARLY", {"minimum": 200, "maximum": 200, "currency": "USD", "period": Period.YEAR}),
        ("9000000 USD YEARLY", {"minimum": 9_000_000, "maximum": 9_000_000, "currency": "USD", "period": Period.YEAR}),
        ("-1", {"minimum": 1, "maximum": 1}),
        ("0 - 0", {"minimum": 0, "maximum": 0, "currency": "EUR", "period": Period.YEAR}),
    ],
)
def test_what_is_no_plausible_pay_is_null(resources, raw, parts):
    """Words, funding, typing errors, placeholders."""
    assert paid(resources, raw, **parts) is None


def test_words_keep_what_two_numbers_lose(resources):
    """`up to` has no lower end."""
    salary = paid(resources, "up to €80,000", minimum=80_000, maximum=80_000, currency="EUR", period=Period.YEAR)

    assert (salary.minimum, salary.maximum, salary.yearly_usd_minimum, salary.raw) == (None, 80_000, None, "up to €80,000")


def test_parts_count_where_the_words_are_no_pay(resources):
    """A period says that it is pay, whatever the words beside it."""
    salary = paid(resources, "$90k in sales", minimum=90_000, maximum=90_000, currency="USD", period=Period.YEAR)

    assert salary.yearly_usd_minimum == 90_000


def test_without_a_stated_salary_title_and_text_are_read(resources):
    """The title first; in the text a range beside the word salary is surer than any other."""
    text = "Lunch for $50,000 people.\nBudget talk: $30,000. Salary: $90,000 - $100,000 per year."

    assert (paid(resources, title="Nurse $60k-$70k", description=text).minimum) == 60_000
    found = paid(resources, description=text)
    assert (found.minimum, found.origin, found.raw) == (90_000, Origin.TEXT, "$90,000 - $100,000 per year")


def test_an_allowance_is_no_pay(resources):
    """75 dollars a month are for sports, in a text; a field means what it says."""
    stated = paid(resources, "$75 per month", minimum=75, maximum=75, currency="USD", period=Period.MONTH)

    assert paid(resources, description="We pay $75 per month for your gym.") is None
    assert stated.yearly_usd_minimum == 900


def test_a_bare_amount_in_running_text_is_no_pay(resources):
    """Without range, period or a word for pay it may be anything."""
    assert paid(resources, description="x" * 300 + " Our kitchen cost $90,000, we gave $500 away.") is None


def test_a_dollar_in_toronto_is_canadian(resources):
    """A bare `$` is the dollar of the posting's country, and less sure; `US$` says what it is."""
    toronto = [Location(raw="Toronto, Canada")]
    bare = paid(resources, "$90k - $100k", minimum=90_000, maximum=100_000, currency="USD", locations=toronto)
    named = paid(resources, "US$90k - US$100k", minimum=90_000, maximum=100_000, currency="USD", locations=toronto)

    assert (bare.currency, named.currency) == ("CAD", "USD")
    assert bare.confidence < named.confidence


def test_a_currency_that_a_source_gives_beside_its_words_stays(resources):
    """Ashby words US dollars as `$` wherever the work is."""
    stated = salary_parts(151_000, 231_000, "USD", "1 YEAR", "$151K - $231K")
    posting = make_posting(fetched_at=DAY, stated_salary=stated, locations=[Location(raw="Toronto", country="CA")])

    assert enrich(posting, resources)["salary"].currency == "USD"


@pytest.mark.parametrize(
    ("place", "raw", "currency"),
    [
        ("Copenhagen, Denmark", "45.000 - 55.000 kr per month", "DKK"),
        ("Oslo, Norway", "45 000 - 55 000 kr per month", "NOK"),
        ("Stockholm, Sweden", "45 000 - 55 000 kr per month", "SEK"),
        ("Remote", "45 000 - 55 000 kr per month", None),
        ("Remote", "45 000 - 55 000 kr/mån", "SEK"),
        ("Remote", "45 000 - 55 000 kr i løn pr. måned", "DKK"),
        ("Remote", "45 000 - 55 000 kr i lønn per måned", "NOK"),
        ("Oslo, Norway", "45 000 - 55 000 kr/mån", "NOK"),
        ("Tokyo, Japan", "¥400,000 - ¥500,000 per month", "JPY"),
        ("Shanghai, China", "¥20,000 - ¥30,000 per month", "CNY"),
        ("Sydney, Australia", "$135k - $150k", "AUD"),
        ("Mexico City, Mexico", "$30,000 - $40,000 per month", "MXN"),
        ("Lahore, Pakistan", "Rs 150,000 - 200,000 per month", "PKR"),
        ("Mumbai, India", "Rs 150,000 - 200,000 per month", "INR"),
        ("Berlin, Germany", "$135k - $150k", "USD"),
    ],
)
def test_the_country_says_whose_a_shared_sign_is(resources, place, raw, currency):
    """`$`, `kr`, `¥` and `Rs` are money of several countries; of no country, a krone is nobody's."""
    salary = paid(resources, description=f"Salary: {raw}.", locations=[Location(raw=place)])

    assert (salary.minimum is not None, salary.currency) == (True, currency)


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("People rent cars from 5 CHF/hour.", None),
        ("Flats are let for $1,200 / month.", None),
        ("We charge $3000 per day.", None),
        ("It gets homeowners the $20k that they need.", None),
        ("Contract, £550/day", 550),
        ("Houses that one gets for $100,000 to $400,000 are near.", None),
        ("Office support\n£25,000 to £33,000\nJoin us", 25_000),
        ("Data manager, $30,000 - $50,000, London", 30_000),
        ("Acme | Remote | $60k | hiring", 60_000),
        ("Engineer - $130,000 to $170,000 - San Francisco", 130_000),
        ("A helper for two days a week, £30K pro rata.", 30_000),
        ("Total comp: $250k+", 250_000),
        ("SALARY: 110k-160k", 110_000),
        ("Reads R0224077, room 12,000.", None),
        ("Bands\n• United States: $119,900 to $193,200\n• Elsewhere: less", 119_900),
        ("Acme | Copenhagen | 3500$/mon + equity", 3_500),
        ("Positions\nPrincipal Engineer (120-180K): https://acme.io/1", 120_000),
        ("It took us 10-150k lines of code to get there.", None),
        ("Able to lift 50-75 pounds, salary to be agreed.", None),
    ],
)
def test_in_running_text_pay_is_called_so_or_shaped_so(resources, text, pay):
    """A month or a year is no sign of pay; an hour or a day is, as a heading between bars is."""
    salary = paid(resources, description=text)

    assert (salary and (salary.minimum or salary.maximum)) == pay


def test_what_a_field_in_the_text_tells_may_be_little(resources):
    """Behind `Compensation:` pay of a month may be less than one lives on; in a sentence it is something else."""
    told, loose = (paid(resources, description=text) for text in ("Compensation: 100 USD / month", "We pay 100 USD / month"))

    assert (told.minimum, told.period, loose) == (100, Period.MONTH, None)


def test_what_the_best_earn_comes_last(resources):
    """Though it is a range."""
    text = "Base pay: $10.00 an hour. Top performers are making $15.00 to $20.00 per hour."

    assert (paid(resources, description=text).minimum, paid(resources, description=text[26:]).minimum) == (10, 15)


def test_a_title_has_no_rents(resources):
    """What it names per week or month is pay."""
    salary = paid(resources, title="Travel nurse - $2,776 / Week")

    assert (salary.minimum, salary.period) == (2_776, Period.WEEK)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Salary: ETB 80,000 - 100,000", Period.MONTH),
        ("INR400k-INR1500k salary", Period.YEAR),
        ("Salary: 1,200 – 1,600 EUR after taxes.", Period.MONTH),
        ("Salary: CHF 7,000", Period.MONTH),
        ("Salary: €40,000", Period.YEAR),
        ("Wages start at 900€ gross.", Period.MONTH),
        ("ደሞዝ: 8000 ስልክ 0911", Period.MONTH),
        ("25k-35k NIS", Period.MONTH),
    ],
)
def test_use_tells_the_period_of_some_currencies(resources, text, period):
    """In Ethiopia pay is told per month, as few euros are; more than 300,000 rupees are told per year."""
    assert paid(resources, description=text).period is period


@pytest.mark.parametrize(
    ("place", "text", "pay"),
    [
        ("Addis Ababa, Ethiopia", "Salary: 15,000 net. Location: Bole", (15_000, "ETB", Period.MONTH)),
        ("Addis Ababa, Ethiopia", "Salary 7000-10000 depending on experience", (7_000, "ETB", Period.MONTH)),
        ("Addis Ababa, Ethiopia", "ደሞዝ : 10,000 ስልክ 0911", (10_000, "ETB", Period.MONTH)),
        ("Malmö, Sweden", "Lön: 35 000", (35_000, "SEK", Period.MONTH)),
        ("Boston, MA, USA", "Salary: 15,000 net", None),
        ("Addis Ababa, Ethiopia", "Salaries of 15,000 people", None),
        ("Addis Ababa, Ethiopia", "Salary since 2019", None),
        ("Addis Ababa, Ethiopia", "Salary: 5,000 (paid every 7 days)", None),
    ],
)
def test_a_bare_salary_is_per_month_where_all_are(resources, place, text, pay):
    """In the currency of the posting's country; elsewhere it is nothing."""
    salary = paid(resources, description=text, locations=[Location(raw=place)])

    assert (salary and (salary.minimum, salary.currency, salary.period)) == pay


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("The base pay range for this position is:\n\n$6,000.00 - $12,000.00\n\nPaid holidays.", (6_000, 12_000)),
        ("An eight-week period, salary of $4,200, and meals.", (4_200, 4_200)),
        ("They sell homes at $6,000 - $12,000.", None),
        ("Salary: $120–$150, on time.", None),
    ],
)
def test_what_is_called_pay_may_leave_its_period_open(resources, text, pay):
    """It is named all the same, and its yearly dollars are not."""
    salary = paid(resources, description=text)

    assert (salary and (salary.minimum, salary.maximum)) == pay
    assert salary is None or (salary.period, salary.yearly_usd_minimum) == (None, None)


def test_pay_with_a_period_goes_before_pay_without(resources):
    """Wherever it stands."""
    salary = paid(resources, description="Salary range: $6,000 - $12,000. It is what we pay: $20 per hour.")

    assert (salary.minimum, salary.period) == (20, Period.HOUR)
