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


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Mehrjährige Berufserfahrung (mind. 5 Jahre) im Projektmanagement", 5, None),
        ("Mindestens 3-jährige Berufserfahrung im Controlling", 3, None),
        ("Mindestens dreijährige Erfahrung in der Führung von Teams", 3, None),
        ("Vous justifiez d'une expérience d'au moins 3 ans dans la vente.", 3, None),
        ("Expérience : 1 an minimum", 1, None),
        ("Fort d'une expérience significative (3 ans minimum)", 3, None),
        ("Vous possédez plus de 5 années d'expérience", 5, None),
        ("Expérience exigée de 5 An(s)", 5, None),
        ("Entre 2 y 4 años de experiencia", 2, 4),
        ("Se requiere experiencia demostrable de al menos tres años.", 3, None),
        ("Experiencia mínima de 6 meses", 0.5, None),
        ("Experiência comprovada de, no mínimo, 3 anos", 3, None),
        ("Experiência: 1 ano (Obrigatório)", 1, None),
        ("Esperienza di 2/3 anni nel ruolo", 2, 3),
        ("Hai maturato almeno due anni di esperienza", 2, None),
        ("3 tot 5 jaar ervaring", 3, 5),
        ("Werkervaring: 1 jaar", 1, None),
        ("Minst 5 eller fler års erfarenhet", 5, None),
        ("Doświadczenie min. 2 lata w pracy z Reactem", 2, None),
        ("Co najmniej trzyletnie doświadczenie", 3, None),
        ("Expérience:\nVente: 2 ans (Requis)", 2, None),
        ("Experience:\nCustomer service: 1 year (Required)", 1, None),
        ("Du har mindst 2 års erfaring med programmering.", 2, None),
    ],
)
def test_years_are_read_in_the_ads_language(resources, text, least, most):
    """Behind or in front of a word for experience, in figures, words or one adjective."""
    assert years(resources, text) == (least, most, 0.8)


@pytest.mark.parametrize(
    "text",
    [
        "Seit über 30 Jahren Erfahrung im Anlagenbau", "Unsere Gesellschafter haben 12 Jahre Erfahrung in der Branche",
        "Mit über 10 Jahren Erfahrung sind wir der Partner", "Forts de 10 ans d'expérience, nous recrutons",
        "Somos una empresa con más de 10 años de experiencia", "Llevamos 10 años en el mercado con experiencia",
        "A nossa empresa tem 10 anos de experiência", "Da oltre 10 anni mettiamo esperienza al servizio dei clienti",
        "Wij hebben ruim 10 jaar ervaring", "Vi har 12 års erfarenhet av rekrytering", "Mamy ponad 10 lat doświadczenia",
        "Man måste vara minst 18 år", "B-körkort i minst 2 år", "Upp till 3 års erfarenhet", "CDD de 2 ans, expérience appréciée",
        "Contratto di 2 anni con esperienza all'estero", "Elternzeitvertretung für 2 Jahre, Erfahrung wünschenswert",
    ],
)  # fmt: skip
def test_other_years_are_no_experience_in_any_language(resources, text):
    """What firms say of themselves, ages, licences, contracts, and the most that is allowed."""
    assert years(resources, text) is None


def test_what_is_only_preferred_is_less_sure(resources):
    """Where nothing is required."""
    assert years(resources, "1-2 years of sales experience is preferred.") == (1, 2, 0.5)
    assert years(resources, "2 ans d'expérience sont souhaités.") == (2, None, 0.5)
    assert years(resources, "Erfarenhet:\n\nTelefonförsäljning: 1 år (Meriterande)") == (1, None, 0.5)


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
