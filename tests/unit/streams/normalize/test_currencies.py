"""Currencies by code, sign and name."""

import pytest

from streams.normalize.currencies import CODES, code_of, is_shared, local_code
from streams.normalize.money import read_amount, read_currency


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("US$90k", "USD"), ("CA$ 90k", "CAD"), ("12 000 zł", "PLN"), ("5,000 birr", "ETB"), ("Br 5,000", "ETB"),
        ("RM5,000", "MYR"),
        ("1.200.000 Ft", "HUF"), ("35 000 kr/mån", "SEK"), ("֏500,000", "AMD"), ("150000 dollars", "USD"), ("₦300,000", "NGN"),
        ("Rs. 50,000", "INR"), ("zł", "PLN"), ("AED", "AED"), ("Ft Lauderdale", None), ("Competitive, Leidos", None),
        ("the brother", None),
    ],
)  # fmt: skip
def test_a_mark_of_letters_counts_beside_a_digit(written, code):
    """Or where it is all that stands: `Ft` is a currency, and a place's name."""
    assert read_currency(written) == code


@pytest.mark.parametrize(
    ("mark", "country", "code", "is_another"),
    [
        ("$", "CA", "CAD", True), ("$", "DE", "USD", False), ("$", None, "USD", False), ("dollars", "AU", "AUD", True),
        ("kr", "DK", "DKK", True), ("kr", "SE", "SEK", True), ("kr", None, None, False), ("¥", "CN", "CNY", True),
        ("rupees", "PK", "PKR", True), ("Rupees", "IN", "INR", False), ("pesos", "PH", "PHP", True),
    ],
)  # fmt: skip
def test_the_country_says_whose_a_shared_mark_is(mark, country, code, is_another):
    """Another than usual is less sure; where nothing is usual, it is nobody's without a country."""
    assert is_shared(mark)
    assert local_code(mark, country) == (code, is_another)


def test_other_marks_are_nobody_elses():
    """A euro is one everywhere, and every code is its own mark."""
    assert not any(is_shared(mark) for mark in ("€", "US$", "zł", "CHF"))
    assert all(code_of(code) == code for code in CODES)


def test_lakhs_are_grouped_by_two():
    """As India writes them."""
    assert (read_amount("12,00,000"), read_amount("1,20,00,000")) == (1_200_000, 12_000_000)
