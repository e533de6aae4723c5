"""ESCO skills."""

import pytest

from schemas.posting import Origin
from streams.enrich.skill_list import load_skills
from streams.enrich.skills import MOST_SKILLS, enrich
from tests.builders import make_posting


def named(resources, description, title="Nurse"):
    """The labels of a posting's skills, without what ESCO adds in brackets."""
    return [
        skill.label.partition(" (")[0]
        for skill in enrich(make_posting(title=title, description=description), resources)["skills"]
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Python, Java and C++.", ["Python", "Java", "C++"]),
        ("We use Postgres/MySQL", ["PostgreSQL", "MySQL"]),
        ("SQL", ["SQL"]),
        ("machine-learning", ["machine learning"]),
        ("You write JavaScript, not Java.", ["JavaScript", "Java"]),
        ("accounting, first aid and project management", ["accounting", "first aid", "project management"]),
        ("You speak German and English", ["German", "English"]),
        ("ASP.NET", ["ASP.NET"]),
    ],
)
def test_skills_are_named_in_order(resources, text, labels):
    """Whole words only, an alternative label stands for its skill."""
    assert named(resources, text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "You go to work on it",
        "access to a canvas",
        "less is more",
        "a swift chef with salt",
        "R&D",
        "a ruby ring",
        "Javanese",
        "polish floors",
        "",
    ],
)
def test_words_that_look_like_a_skill_are_none(resources, text):
    """Short and common words need their exact spelling."""
    assert named(resources, text) == []


def test_words_of_every_language_need_another_skill_beside_them(resources):
    """`R` and `Swift` alone may be anything; beside Python they are what they say."""
    assert named(resources, "R and Swift") == []
    assert named(resources, "R, Swift and Python") == ["R", "Swift", "Python"]


def test_a_skill_is_named_once_with_the_words_that_name_it(resources):
    """The title comes first; ids are ESCO's."""
    (skill,) = enrich(make_posting(title="PYTHON developer", description="Python, python3"), resources)["skills"]

    assert (skill.raw, skill.origin) == ("PYTHON", Origin.TITLE)
    assert skill.skill_id == "skill/ccd0a1d9-afda-43d9-b901-96344886e14d"


def test_the_list_is_bounded(resources):
    """A text that names all of ESCO gives the first forty."""
    text = ", ".join(spelling for spelling, _ in load_skills())

    assert len(named(resources, text)) == MOST_SKILLS
