"""The degree or schooling that is enough."""

import pytest

from schemas.derived import Education, Origin
from streams.enrich.education import enrich
from tests.builders import make_posting


def asked(resources, text):
    """(level, confidence) of a text, None where it names none."""
    found = enrich(make_posting(description=text), resources)["education"]
    return found and (found.value, found.confidence)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bachelor's degree in nursing required.", Education.BACHELOR),
        ("A Bachelor's or Master's degree in physics.", Education.BACHELOR),
        ("BS/MS in Computer Science", Education.BACHELOR),
        ("B.Sc. in a related field, or equivalent experience.", Education.BACHELOR),
        ("You have a degree in law.", Education.BACHELOR),
        ("A Computer Science degree.", Education.BACHELOR),
        ("Abgeschlossenes Studium der Informatik (Uni/FH).", Education.BACHELOR),
        ("Högskoleutbildning inom data.", Education.BACHELOR),
        ("Master's degree in statistics. PhD preferred.", Education.MASTER),
        ("An advanced degree in mathematics.", Education.MASTER),
        ("M.S. or Ph.D. in a quantitative field", Education.MASTER),
        ("PhD in chemistry.", Education.DOCTORATE),
        ("High school diploma or GED.", Education.SECONDARY),
        ("High school diploma required. Bachelor's degree preferred.", Education.SECONDARY),
        ("Associate's degree in accounting.", Education.ASSOCIATE),
        ("Work in a teamAssociate's degree in accounting and a Bachelor of nothing.", Education.BACHELOR),
        ("Diploma or Bachelor's degree in marketing.", Education.VOCATIONAL),
        ("Abgeschlossene kaufmännische Ausbildung.", Education.VOCATIONAL),
        ("We do not require a college degree.", Education.NONE),
    ],
)
def test_the_lowest_level_asked_for_is_enough(resources, text, level):
    """What is required counts, and the lowest of a choice."""
    assert asked(resources, text) == (level, 0.8)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bachelor's degree preferred.", Education.BACHELOR),
        ("An MBA is a plus.", Education.MASTER),
        ("Nice to have: a Master's degree", Education.MASTER),
    ],
)
def test_what_is_only_preferred_is_less_sure(resources, text, level):
    """Where nothing is required."""
    assert asked(resources, text) == (level, 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "A high degree of autonomy.", "The degree to which you succeed.", "Scrum Masters and master data.", "MS Office, MS SQL.",
        "Tutor high school students.", "We pay programs from high school completion to bachelor's degrees.", "Jemo BS station",
        "Vocational training centres are our customers.", "Ed technology company",
    ],
)  # fmt: skip
def test_words_that_look_like_a_degree_are_none(resources, text):
    """They ask for nothing."""
    assert asked(resources, text) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Abgeschlossenes technisches Studium", Education.BACHELOR),
        ("Abgeschlossenes Masterstudium der Psychologie", Education.MASTER),
        ("Guter Realschulabschluss", Education.SECONDARY),
        ("De formation Bac+5", Education.MASTER),
        ("De formation Bac +2/3 en commerce", Education.ASSOCIATE),
        ("Niveau Bac + 3", Education.BACHELOR),
        ("Niveau Bac exigé", Education.SECONDARY),
        ("Vous êtes titulaire d'un DUT ou BTS en électrotechnique", Education.ASSOCIATE),
        ("Diplôme d'ingénieur exigé", Education.MASTER),
        ("Licenciatura en Administración de Empresas", Education.BACHELOR),
        ("FP de Grado Superior en Electricidad", Education.VOCATIONAL),
        ("Preparatoria concluida", Education.SECONDARY),
        ("Ensino superior completo em Administração", Education.BACHELOR),
        ("Ensino médio completo", Education.SECONDARY),
        ("Laurea triennale in Informatica", Education.BACHELOR),
        ("Laurea magistrale in Ingegneria", Education.MASTER),
        ("Diploma di maturità", Education.SECONDARY),
        ("MBO werk- en denkniveau", Education.VOCATIONAL),
        ("Een afgeronde hbo-opleiding", Education.BACHELOR),
        ("Yrkeshögskoleutbildning (YH)", Education.VOCATIONAL),
        ("Wykształcenie min. średnie techniczne", Education.SECONDARY),
        ("Kandidatgrad i jura", Education.MASTER),
        ("Bachelorgrad innen økonomi", Education.BACHELOR),
        ("Videregående skole", Education.SECONDARY),
        ("Imprescindible licencia de conducir", None),
        ("Formación profesional a cargo de la empresa", None),
        ("Una empresa de ingeniería en Madrid", None),
        ("Notre école de commerce recrute", None),
        ("Offriamo corsi di laurea", None),
        ("Ensino superior incompleto", None),
        ("Films for HBO, tests with VWO, near the BTS", None),
    ],
)
def test_schooling_is_read_in_the_ads_language(resources, text, level):
    """By what each country's schools lead to; who studies, teaches or trains is not asked for a degree."""
    assert asked(resources, text) == (level and (level, 0.8))


def test_the_words_are_kept(resources):
    """As they stand in the text."""
    found = enrich(make_posting(description="BACHELOR'S Degree, please."), resources)["education"]

    assert (found.raw, found.origin) == ("BACHELOR'S", Origin.TEXT)
