"""Amounts in running text."""

import pytest

from schemas.posting import Period
from streams.enrich.pay import find_pay


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("$120k-150k", 120_000, 150_000, "USD", None),
        ("$100-150k", 100_000, 150_000, "USD", None),
        ("$70k-90", 70_000, 90_000, "USD", None),
        ("$100k to $130k", 100_000, 130_000, "USD", None),
        ("€50.000", 50_000, 50_000, "EUR", None),
        ("€50.000 - €60.000 per year", 50_000, 60_000, "EUR", Period.YEAR),
        ("70–90k EUR", 70_000, 90_000, "EUR", None),
        ("80-110k€", 80_000, 110_000, "EUR", None),
        ("50,000 - 70,000 USD annually", 50_000, 70_000, "USD", Period.YEAR),
        ("104,900.00 - 179,500.00 USD annually", 104_900, 179_500, "USD", Period.YEAR),
        ("CHF 100'000 - 120'000", 100_000, 120_000, "CHF", None),
        ("12 000 - 18 000 PLN / month", 12_000, 18_000, "PLN", Period.MONTH),
        ("$15.50 per hour", 15.5, 15.5, "USD", Period.HOUR),
        ("$15-$20/hr", 15, 20, "USD", Period.HOUR),
        ("$20/hr - $25/hr", 20, 25, "USD", Period.HOUR),
        ("$23.00/hrBenefits: paid leave", 23, 23, "USD", Period.HOUR),
        ("$20 per hourHours: by agreement", 20, 20, "USD", Period.HOUR),
        ("between $23-28/hourly", 23, 28, "USD", Period.HOUR),
        ("Salary: $45,000 - $55,000Company car", 45_000, 55_000, "USD", None),
        ("How we invest in you: $50k-$70k/year", 50_000, 70_000, "USD", Period.YEAR),
        ("£450/day", 450, 450, "GBP", Period.DAY),
        ("hourly rate: $35", 35, 35, "USD", Period.HOUR),
        ("EUR 60k-80k p.a.", 60_000, 80_000, "EUR", Period.YEAR),
        ("C$90,000", 90_000, 90_000, "CAD", None),
        ("up to $150,000", None, 150_000, "USD", None),
        ("$150k+", 150_000, None, "USD", None),
        ("$120k + bonus", 120_000, 120_000, "USD", None),
        ("$90k plus bonus", 90_000, 90_000, "USD", None),
        ("£60K – £70K • Offers Bonus", 60_000, 70_000, "GBP", None),
        ("10000 ETB monthly", 10_000, 10_000, "ETB", Period.MONTH),
        ("45000 euros a year", 45_000, 45_000, "EUR", Period.YEAR),
    ],
)
def test_pay_is_read(text, low, high, currency, period):
    """Ranges, scales, groupings, currencies by symbol and code, periods by word and stroke."""
    assert [(p.minimum, p.maximum, p.currency, p.period) for p in find_pay(text)] == [(low, high, currency, period)]


@pytest.mark.parametrize(
    "text",
    [
        "We raised $10M in Series A",
        "raised $10,000,000 from investors",
        "$1.5M ARR",
        "a $5k signing bonus",
        "referral bonus: $10,000",
        "401k matching up to $5,000",
        "a $130B market",
        "We process $2 billion in payments",
        "$100,000 - $50,000",
        "0.5-1% equity, 50 people, 24/7",
        "",
    ],
)
def test_other_money_is_no_pay(text):
    """Funding, revenue, bonuses, retirement plans, markets, and ranges that run backwards."""
    assert list(find_pay(text)) == []


def test_pay_stands_where_it_says():
    """The span holds the amounts and the period."""
    text = "Good place. Salary: $90,000 - $100,000 per year, and lunch."

    (pay,) = find_pay(text)

    assert (text[pay.start : pay.end], pay.named, pay.is_range) == ("$90,000 - $100,000 per year", True, True)


def test_all_amounts_of_a_text_are_found():
    """Far apart or side by side, each once."""
    text = "Junior: $50k-$60k. Senior: $90k-$120k." + " lunch" * 30 + " Lead: $150k."

    assert [p.minimum for p in find_pay(text)] == [50_000, 90_000, 150_000]
