"""The words of a title that say what the job is."""

import pytest

from streams.enrich.occupations.titles import essence, parts_of


@pytest.mark.parametrize(
    ("title", "essences"),
    [
        ("Senior Nurse", ["nurse"]),
        ("Nurse (m/w/d) – Berlin", ["nurse", "berlin"]),
        ("Nurse m/w/d", ["nurse"]),
        ("Nurse | Remote | Acme", ["nurse", "acme"]),
        ("Manager, Product Marketing", ["product marketing manager", "manager", "product marketing"]),
        ("Sr. Director - Sales", ["sales director", "director", "sales"]),
        ("Nurse, ICU", ["nurse", "icu"]),
        ("Co-op Baker", ["co op baker"]),
        ("Data Engineer with Kafka", ["data engineer"]),
        ("Kock till Acme", ["kock"]),
        ("Part-Time Welder 2nd shift 12345A", ["welder"]),
        ("3D animator", ["3d animator"]),
        ("Senior - Nurse", ["nurse"]),
        ("Senior", ["senior"]),
        ("With Care", ["with care"]),
        ("", []),
        ("(m/f/d)", []),
        ("!!!", []),
    ],
)
def test_a_title_is_taken_apart(title, essences):
    """Asides, levels, terms and codes go; a rank alone takes the field that follows; of nothing else there is all."""
    assert [part.essence for part in parts_of(title)] == essences


def test_a_part_keeps_how_it_is_written():
    """A rank with its field spans both."""
    assert [part.raw for part in parts_of("Manager, Product Marketing | Acme")] == [
        "Manager, Product Marketing",
        "Manager",
        "Product Marketing",
        "Acme",
    ]


def test_words_that_only_stand_beside_a_job_are_better_than_none():
    """What is left over is never empty."""
    assert essence("senior ii") == "senior ii"


@pytest.mark.parametrize("title", ["1" * 200_000, " " * 200_000, "a," * 100_000, "(" * 200_000, "m/" * 100_000, " - " * 70_000])
def test_a_hostile_title_costs_no_time(title):
    """Only its beginning is read."""
    assert len(list(parts_of(title))) <= 8
