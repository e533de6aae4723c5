"""Exchange rates."""

from datetime import date

import pytest

from streams.enrich.pay.rates import Rates

RATES = Rates({"USD": ([10, 20], [1.5, 1.2]), "GBP": ([10], [0.5])})


@pytest.mark.parametrize(
    ("amount", "currency", "day", "dollars"),
    [
        (100, "USD", 1, 100),
        (100, "EUR", 10, 150),
        (100, "EUR", 19, 150),
        (100, "EUR", 20, 120),
        (100, "EUR", 999, 120),
        (100, "EUR", 9, None),
        (100, "GBP", 25, 240),
        (100, "ETB", 25, None),
    ],
)
def test_the_last_rate_known_on_a_day_counts(amount, currency, day, dollars):
    """Weekends and days to come take the rate before; a day before the first has none."""
    assert RATES.to_usd(amount, currency, date.fromordinal(day)) == (None if dollars is None else pytest.approx(dollars))


def test_the_packaged_rates_are_those_of_the_central_bank(resources):
    """2 May 2019: a pound was 1.3048 dollars."""
    assert resources.rates.to_usd(100, "GBP", date(2019, 5, 2)) == pytest.approx(130.48, abs=0.01)
