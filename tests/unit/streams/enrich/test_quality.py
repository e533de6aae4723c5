"""Signs of scams and of ads without an opening."""

from datetime import UTC, datetime, timedelta

import pytest

from streams.enrich.quality import enrich, load_scale
from streams.enrich.signs import signs_of
from streams.enrich.text import Hits
from tests.builders import make_posting

NOW = datetime(2026, 11, 1, tzinfo=UTC)
SOUND = (
    "We are a growing hospital with a team of nurses. Our mission is the care of our patients, and our culture is one of "
    "learning. You work with our doctors in two offices. You have a degree in nursing and three years of experience. " * 4
)
SCAM = "Work from home and earn extra cash. Weekly pay, no experience, no skills. Apply using below link: https://example.com" + (
    " You type forms into a table, and send them back by the end of the day." * 6
)


def quality(resources, title="Nurse", text=SOUND, **fields):
    """What is found of a posting."""
    return enrich(make_posting(title=title, description=text, **fields), resources)["quality"]


def test_a_scam_scores_higher_than_a_sound_ad(resources):
    """With the words that spoke for it, strongest first."""
    sound, scam = quality(resources), quality(resources, "Data Entry Clerk $$$", SCAM)

    assert sound.scam < 0.05
    assert scam.scam > 0.5
    assert sound.reasons == []
    assert {"home_income", "easy_work_titled", "pay_in_title"} <= set(scam.reasons)


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("money_handling", "You receive wire transfers, and send gift cards."),
        ("free_mail", "Write to nobody@gmail.com."),
        ("home_income", "Extra income from the comfort of your home."),
        ("no_experience", "No experience needed, we will train you."),
        ("home_income", "Own hours, and no start-up fees."),
        ("link_below", "Apply using below link."),
        ("link_below", "Apply using below linkhttps://example.com"),
        ("no_experience", "Paid training."),
        ("school_asked", "You have a high school diploma."),
        ("school_asked", "HIGH SCHOOLBasic skills"),
        ("school_asked", "A diploma or GED."),
    ],
)
def test_a_sign_makes_it_likelier(resources, sign, words):
    """Each by its own."""
    assert quality(resources, text=SOUND + words).scam > quality(resources).scam
    with_sign = signs_of("Nurse", SOUND + words, Hits(), resources.named(SOUND + words))
    assert with_sign[sign] > signs_of("Nurse", SOUND, Hits(), resources.named(SOUND))[sign]


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("no_legal_form", "Acme Hospitals Ltd."),
        ("no_year", "Founded in 1987."),
        ("few_paragraphs", "\nYou\nWe\nPay\n"),
        ("no_years_asked", "You bring 3+ years."),
        ("no_years_asked", "EXPERIENCE: 2 - 5 YEARS"),
        ("no_years_asked", "Mit 3 Jahren Erfahrung."),
        ("no_years_asked", "2years in sales."),
        ("no_years_asked", "2 yearsLocation: Athens"),
        ("little_of_employer", "We love what we do. It is fun."),
        ("little_of_employer", "Since 1920 it provides the world with nails."),
    ],
)
def test_what_an_employer_tells_makes_it_less_likely(resources, sign, words):
    """A legal form, a year, more than a paragraph, years of experience, and what the work is like."""
    assert quality(resources, text=SCAM + words).scam < quality(resources, text=SCAM).scam
    with_words = signs_of("Nurse", SCAM + words, Hits(), resources.named(SCAM + words))
    assert with_words[sign] < signs_of("Nurse", SCAM, Hits(), resources.named(SCAM))[sign]


@pytest.mark.parametrize("title", ["Clerk ($20/hr)", "Earn £100 daily", "Clerk €15"])
def test_pay_in_a_title_makes_it_likelier(resources, title):
    """An honest ad rarely has it there."""
    named, plain = quality(resources, title, SCAM), quality(resources, text=SCAM)

    assert named.scam > plain.scam
    assert "pay_in_title" in named.reasons


@pytest.mark.parametrize("title", ["NURSE", "Nurse!!!", "Urgent: nurse"])
def test_how_a_title_shouts_is_no_sign(resources, title):
    """Capitals and cries are the style of a board."""
    assert quality(resources, title).scam == quality(resources).scam


def test_a_long_text_in_one_line_has_lost_its_paragraphs():
    """It counts as the mean, neither as one paragraph nor as many."""
    short, long, many = (signs_of("", text, Hits(), Hits())["few_paragraphs"] for text in ("word " * 50, "word " * 500, "\n" * 9))

    assert short > long > many


def test_a_short_text_is_no_sign_of_its_own():
    """Three words that say nothing of the employer count for less than three hundred."""
    short, long = (signs_of("", text, Hits(), Hits()) for text in ("word " * 3, "word " * 300))

    assert short["little_of_employer"] < long["little_of_employer"]


@pytest.mark.parametrize("words", ["Our fiscal year.", "For years.", "The latest 5.", "In 2019, a year of growth."])
def test_years_without_a_number_are_none_that_are_asked_for(resources, words):
    """And neither is a number that stands elsewhere."""
    assert signs_of("", words, Hits(), resources.named(words))["no_years_asked"] == 0


def test_every_part_of_the_model_speaks_for_a_scam(resources):
    """And is one that postings are measured by."""
    parts = load_scale().parts

    assert all(weight > 0 for _, weight, _ in parts)
    assert {name for name, _, _ in parts} <= set(signs_of("", "x", Hits(), Hits()))


@pytest.mark.parametrize(
    ("text", "days", "ghost", "reasons"),
    [
        (SOUND, 10, None, []),
        (SOUND + "Join our talent pool for future opportunities.", 10, 0.6, ["evergreen_words"]),
        (SOUND, 120, 0.4, ["posted_long_ago"]),
        (SOUND + "A general application.", 120, 0.76, ["evergreen_words", "posted_long_ago"]),
    ],
)
def test_an_ad_without_an_opening_says_so_or_is_old(resources, text, days, ghost, reasons):
    """Null where neither is known."""
    found = quality(resources, text=text, fetched_at=NOW, posted_at=NOW - timedelta(days=days))

    assert found.ghost == (None if ghost is None else pytest.approx(ghost))
    assert found.reasons == reasons


def test_nothing_is_said_of_no_text(resources):
    """A teaser without a text is no sign of anything."""
    assert quality(resources, text=" \n") is None


@pytest.mark.parametrize("text", ["!" * 200_000, "@gmail" * 30_000, "easy money " * 20_000, " our " * 50_000])
def test_hostile_texts_have_a_score_as_well(resources, text):
    """Between nothing and one."""
    assert 0 <= quality(resources, text=text).scam <= 1
