"""The years of work experience asked for."""

import pytest

from streams.enrich.experience import enrich
from tests.builders import make_posting
from tests.work import calls_of


def years(resources, text):
    """(least, most, confidence) of a text, None where it asks for none."""
    found = enrich(make_posting(description=text), resources)["experience"]
    return found and (found.minimum, found.maximum, found.confidence)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("3+ years of experience with Python.", 3, None),
        ("2-4 years of sales experience", 2, 4),
        ("2 – 4 years' experience", 2, 4),
        ("At least five years in a similar role.", 5, None),
        ("A minimum of three to five (3-5) years of related experience.", 3, 5),
        ("Six (6) plus years of hands-on work.", 6, None),
        ("Experience: 5- 8 Years Salary: negotiable", 5, 8),
        ("10+years in a senior role", 10, None),
        ("0-2 years experience", 0, 2),
        ("Minimum 6 months of experience in a kitchen.", 0.5, None),
        ("Must have 4 or more years of restaurant management.", 4, None),
        ("Mindestens 3 Jahre Berufserfahrung.", 3, None),
        ("Minst tre års erfarenhet av försäljning.", 3, None),
        ("Min. 3 lata doświadczenia.", 3, None),
        ("8+ years of engineering, 3+ years leading a team. 5 years of Go preferred.", 8, None),
        ("What you bring.3. 5+ years of Linux experience", 5, None),
        ("We are looking for 2+ years of development experience.", 2, None),
        ("5+ yrs exp", 5, None),
        ("3 ans d'expérience minimum", 3, None),
        ("Al menos 5 años de experiencia.", 5, None),
        ("2 a 4 anos de experiência", 2, 4),
        ("2-3 jaar ervaring", 2, 3),
        ("1-2 anni di esperienza", 1, 2),
    ],
)
def test_the_largest_number_asked_for_counts(resources, text, least, most):
    """Several are asked for together, as a rule: the largest one of them is the overall minimum."""
    assert years(resources, text) == (least, most, 0.8)


def test_what_is_only_preferred_is_less_sure(resources):
    """Where nothing is required."""
    assert years(resources, "1-2 years of sales experience is preferred.") == (1, 2, 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "We have more than 20 years of experience.", "With over 30 years of experience, our client builds roads.",
        "You must be 18 years old.", "Be at least 18 years of age.", "No DUI in the last 5 years.", "401(k) after 1 year.",
        "Over the past two years we have grown.", "A four year degree.", "A 2-year contract.", "$66,000 per year.",
        "For 10 years we have been building software.", "Founded 6 years ago.", "3 weeks in the following year.",
        "Obtain a licence within one year of hire.", "In 2021 years of work ended.", "A 12 month contract.",
        "Years of experience", "Mayor de 18 años de edad.", "Minimaal 18 jaar oud.",
    ],
)  # fmt: skip
def test_other_spans_of_time_are_no_experience(resources, text):
    """Ages, the employer's past, contracts, degrees, pay and benefits."""
    assert years(resources, text) is None


@pytest.mark.parametrize(
    "text", ["3 years " * 40_000, "1" * 200_000 + " years of experience", "two to " * 40_000 + "years", "-" * 200_000]
)
def test_twice_the_text_is_at_most_twice_the_work(resources, text):
    """However often a span is named; an expression that grew with the square would not end within the limit of a test."""
    half, whole = (calls_of(lambda read=read: years(resources, read)) for read in (text[: len(text) // 2], text))

    assert whole < 2.1 * half + 1_000
