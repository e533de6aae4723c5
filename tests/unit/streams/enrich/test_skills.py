"""ESCO skills."""

import pytest

from schemas.derived import Origin
from streams.enrich.skill_list import load_skills
from streams.enrich.skills import MOST_SKILLS, MOST_WORDINGS, enrich
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
        ("managing budgets, data cleansing", ["manage budgets", "perform data cleansing"]),
        ("Rechnungswesen, Teamfähigkeit; gestión de proyectos", ["accounting", "work in teams", "project management"]),
        ("programmering och databaser", ["computer programming", "database"]),
        (
            "PLC systems, SCADA, HVAC and a CDL",
            ["programmable logic controller", "control systems", "ventilation systems", "manoeuvre heavy trucks"],
        ),
        (
            "BLS and ICD-10; EMR systems; qPCR",
            ["resuscitation", "clinical coding", "health records management", "molecular biology"],
        ),
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
        "pythonic",
        "polish floors",
        "the long term, a lead in the current form",
        "yoga in our office, pregnancy and religion",
        "Apply now: the application process",
        "Acme Trading PLC, our Phoenix office",
        "the solidity of a wall, a superset of it, a flutter, a dapper storybook",
        "Apply at https://jobs.example.com or http://example.com, in San Francisco",
        "la primavera; a maya blender; a slack vault",
        "Write to python.jobs@example.com, see (https://github.com/acme/docker-rust)",
        "Work with our engineering teams, the marketing team and the human resources department",
        "Without regard to national origin, genetics or age, in compliance with the law; we value your data privacy",
        "Sells to leaders on the Polish market and the German market",
        "Translating needs into sourcing, pricing and maintenance windows, be curious, and persist",
        "R & D; documentation full of outdoor activities; routing of parcels",
        "",
    ],
)
def test_words_that_look_like_a_skill_are_none(resources, text):
    """Short and common words need their exact spelling, and ESCO's words of every day are not looked for."""
    assert named(resources, text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("R and Swift", []),
        ("R, Swift and Python", ["R", "Swift", "Python"]),
        ("Go, C or Java", ["computer programming", "Java"]),
        ("Python. Go above and beyond.", ["Python"]),
        ("Python, in Salt Lake City", ["Python"]),
        ("Go to our office; experience that you bring with you from elsewhere; Java", ["Java"]),
        ("go and c beside sql", ["SQL"]),
        ("You react to incidents of every kind that come up at any hour. Python.", ["Python"]),
        ("react, python, sql", ["JavaScript Framework", "Python", "SQL"]),
        ("Presto and Slack", []),
        ("Keep documentation of parcels, routing, networking events", []),
        ("Docker, Documentation, Python", ["manage ICT virtualisation machines", "provide technical documentation", "Python"]),
        ("Python, Agile, SAFe; keep us safe", ["Python", "Agile development", "ICT project management methodologies"]),
        ("Node and Express", ["JavaScript Framework"]),
        ("HTTP, SAN and Linux", ["ICT communications protocols", "data storage", "use digital device operating systems"]),
        ("Python, Presto, Databricks", ["Python", "distributed computing"]),
    ],
)
def test_words_of_every_language_need_a_skill_around_computers_beside_them(resources, text, labels):
    """`R` and `Swift` alone may be anything; beside Python they are what they say."""
    assert named(resources, text) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("We work with Engineering and with Advertising.", []),
        ("A degree in physics, engineering or similar", ["physics", "engineering principles"]),
        ("BSc in Life Sciences", ["biology"]),
        ("A bachelor's degree in engineering", ["engineering principles"]),
        ("An engineering degree", ["engineering principles"]),
        ("A degree helps. " + "We like what we do. " * 7 + "Engineering is fun.", []),
    ],
)
def test_a_department_is_a_skill_where_it_is_a_field_of_study(resources, text, labels):
    """Behind words for a degree, not far from them, or right before them."""
    assert named(resources, text) == labels


@pytest.mark.parametrize(
    ("employer", "text", "labels"),
    [
        ("Oracle", "Oracle hires. At Oracle you write Java.", ["Java"]),
        ("Acme Robotics", "Acme Robotics builds robots; robotics is what you know.", ["robotics"]),
        ("Acme", "Acme, Inc. is a leader in cloud computing and AI. You write Java.", ["Java"]),
        ("Acme", "Acme is looking for a Python developer. Acme uses Java.", ["Python", "Java"]),
        ("Acme", "Acme (in Oslo) provides logistics\nJava", ["Java"]),
        ("SAP", "SAP seeks consultants for SAP HANA.", ["SAP R3"]),
        (None, "Oracle and Java", ["Oracle Relational Database", "Java"]),
    ],
)
def test_the_name_of_the_employer_is_no_skill(resources, employer, text, labels):
    """Nor a word in it or in what a sentence says that it is or sells; longer names of its products are."""
    posting = make_posting(title="", employer=employer, description=text)

    assert [skill.label.partition(" (")[0] for skill in enrich(posting, resources)["skills"]] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("preventive maintenance, strategic sourcing", ["maintain equipment", "apply procurement"]),
        (
            "Cash handling, invoicing and meeting minutes",
            ["handle financial transactions", "issue sales invoices", "write meeting reports"],
        ),
        ("Interior design in Sketch Up", ["develop a specific interior design", "use CAD software"]),
        ("vital signs; operate an excavator", ["monitor patient's vital signs", "operate excavator"]),
        ("machine learning technologies", ["machine learning"]),
        ("fluent Polish", ["Polish"]),
        ("customer experience", ["manage the customer experience"]),
    ],
)
def test_longer_wordings_stand_for_words_that_alone_are_seldom_a_skill(resources, text, labels):
    """And skills of trades outside offices."""
    assert named(resources, text) == labels


def test_many_addresses_are_read_in_one_pass(resources):
    """Each in no more than its own length."""
    assert named(resources, "x@y.z/java " * 2_000 + "@" * 2_000 + "://" * 2_000 + " Python") == ["Python"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("a spring day", []),
        ("Spring", ["software frameworks"]),
        ("sql, spring, jenkins", ["SQL", "software frameworks", "Jenkins"]),
    ],
)
def test_a_name_in_another_case_counts_in_a_list_of_tools(resources, text, labels):
    """There nobody means the season."""
    assert named(resources, text) == labels


def test_a_tool_stands_for_the_skill_that_it_is_an_example_of(resources):
    """Less surely than the skill's own name, with the words that name it, and with the groups that ESCO has it in."""
    cloud, framework = enrich(make_posting(title="", description="AWS, Azure, aws, React"), resources)["skills"]

    assert (cloud.label, cloud.raw, cloud.also, cloud.confidence) == ("cloud technologies", "AWS", ["Azure"], 0.75)
    assert (framework.label, framework.raw, framework.also) == ("JavaScript Framework", "React", [])
    assert framework.broader == ["isced-f/0612", "isced-f/0613"]


def test_a_skill_is_named_once_with_the_words_that_name_it(resources):
    """The title comes first; ids are ESCO's."""
    (skill,) = enrich(make_posting(title="PYTHON developer", description="Python, python3"), resources)["skills"]

    assert (skill.raw, skill.also, skill.origin) == ("PYTHON", ["python3"], Origin.TITLE)
    assert skill.skill_id == "skill/ccd0a1d9-afda-43d9-b901-96344886e14d"


def test_the_list_is_bounded(resources):
    """A text that names all of ESCO gives the first sixty, each with ten other wordings at most."""
    text = ", ".join(spelling for spelling, form in load_skills() if form)
    found = enrich(make_posting(title="", description=text), resources)["skills"]

    assert len(found) == MOST_SKILLS
    assert max(len(skill.also) for skill in found) <= MOST_WORDINGS
