"""What the employer gives beside pay."""

import pytest

from schemas.derived import Origin
from streams.enrich.benefits import enrich
from tests.builders import make_posting


def named(resources, text):
    """The benefits of a text, in its order."""
    return [found.value.value for found in enrich(make_posting(description=text), resources)["benefits"]]


@pytest.mark.parametrize(
    ("text", "benefits"),
    [
        ("Medical, dental, and vision coverage.", ["health_insurance", "dental_insurance", "vision_insurance"]),
        ("Health insurance, 401(k) and life insurance.", ["health_insurance", "retirement", "life_insurance"]),
        ("Salary + equity, stock options.", ["equity"]),
        ("An annual bonus and 25 vacation days.", ["bonus", "paid_leave"]),
        ("Paid parental leave, unlimited PTO.", ["parental_leave", "paid_leave"]),
        ("Flexible working hours and a home office budget.", ["flexible_hours", "remote_stipend"]),
        ("Tuition reimbursement; relocation assistance; gym membership.", ["education", "relocation", "wellness"]),
        ("Flexible Arbeitszeiten und 30 Urlaubstage.", ["flexible_hours", "paid_leave"]),
        ("Benefits: 401k, equity, bonus.", ["retirement", "equity", "bonus"]),
        ("PTO. PTO. PTO.", ["paid_leave"]),
    ],
)
def test_each_benefit_is_named_once(resources, text, benefits):
    """In the order of the text."""
    assert named(resources, text) == benefits


@pytest.mark.parametrize(
    "text",
    [
        "Work in private equity.", "Diversity, equity and inclusion.", "Python is a bonus. Bonus points for Go.",
        "You assist our dental patients.", "A vision for the company.", "Mental health services and health care.",
        "Must be able to work a flexible schedule, weekends and holidays.", "We run retirement communities.",
        "A referral bonus.", "Internal equity is considered.", "No relocation. Relocation is not offered.", "Stock management.",
    ],
)  # fmt: skip
def test_words_of_trades_and_duties_are_no_benefits(resources, text):
    """They give nothing."""
    assert named(resources, text) == []


def test_the_words_are_kept(resources):
    """As they stand in the text."""
    (found,) = enrich(make_posting(description="We have a Pension Plan."), resources)["benefits"]

    assert (found.raw, found.origin) == ("Pension Plan", Origin.TEXT)
