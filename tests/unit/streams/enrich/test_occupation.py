"""What a title says the job is."""

import pytest

from schemas.derived import Occupation, Origin
from streams.enrich.occupation import enrich
from streams.enrich.occupations.reader import FURTHER, MOST, SURE_GROUP, SURE_UNIT
from tests.builders import make_deduplicated

HOSTILE = ["1" * 200_000, " " * 200_000, "a," * 100_000, "(" * 200_000, "nurse " * 50_000, "\x00", "ß" * 99, "、護士"]


def occupations(resources, title, **said):
    """Return the occupations of a posting with this title."""
    return enrich(make_deduplicated(title=title, **said), resources)["occupations"]


@pytest.mark.parametrize(
    ("title", "unit", "label"),
    [
        ("Software Developer", "2512", "software developer"),
        ("Software Engineer", "2512", "software developer"),
        ("Senior Software Engineer II (m/f/d)", "2512", "software developer"),
        ("Sr. Software Engineer - Payments | Remote", "2512", "software developer"),
        ("Acme | Software Engineer | Berlin", "2512", "software developer"),
        ("CNC Operator, 2nd Shift", "7223", "computer numerical control machine operator"),
        ("Barista - Part-Time", "5132", "barista"),
        ("R-10432 Web Developer [Berlin]", "2513", "web developer"),
        ("Lawyer", "2611", "lawyer"),
        ("Elementary School Teacher", "2341", "primary school teacher"),
        ("Graphic designer with Figma experience", "2166", "graphic designer"),
        ("Beekeeper", "6123", "bee breeder"),
        ("Architect", "2161", "architect"),
    ],
)
def test_a_label_of_esco_is_found_among_what_stands_beside_any_job(resources, title, unit, label):
    """Levels, shifts, codes, places and gender marks say nothing about the job."""
    first = occupations(resources, title)[0]

    assert (first.isco, first.label) == (unit, label)
    assert first.esco_id.startswith("occupation/")
    assert first.origin is Origin.TITLE
    assert first.raw in title


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Registered Nurse - ICU", "2221"),
        ("Data Analyst", "2511"),
        ("Senior Java Developer", "2512"),
        ("Night Shift Welder", "7212"),
        ("Pediatric Dentist", "2261"),
        ("Line Cook", "5120"),
        ("CDL Truck Driver", "8332"),
        ("Account Executive", "3322"),
        ("Help Desk Technician", "3512"),
        ("Litigation Paralegal", "3411"),
        ("Senior Data Analyst", "2511"),
        ("Site Reliability Engineer", "2512"),
        ("ASIC Design Engineer", "2152"),
        ("Analytics Engineer", "2521"),
        ("Account Manager", "3322"),
        ("Shift Supervisor", "5222"),
        ("Team Member", "5246"),
        ("HVAC Technician", "7127"),
        ("Machinist", "7223"),
    ],
)
def test_titles_have_a_unit_group_also_where_esco_has_no_such_label(resources, title, unit):
    """By what ISCO-08 names, by common titles, or by the network."""
    assert occupations(resources, title)[0].isco == unit


@pytest.mark.parametrize(
    "title",
    [
        "", "Senior", "(m/w/d)", "!!!", "Team Lead", "Volunteer", "Join our talent pool", "General application",
        "Graduate trainee", "Softwareentwickler (m/w/d)", "Krankenpfleger", "Chef de projet", "Infirmière",
        "Undersköterska sökes", "Kierowca", "Verkäufer Teilzeit", "護士", "Lorem ipsum dolor", "XQZ-77",
    ],
)  # fmt: skip
def test_what_is_not_known_is_no_occupation(resources, title):
    """Other languages, which have words like English ones, calls and ranks without a field."""
    assert occupations(resources, title) == []


def test_the_text_names_other_jobs_as_well(resources):
    """Only the title is read."""
    assert occupations(resources, "Join us", description="You work beside a lawyer and a nurse.") == []


def test_an_occupation_that_esco_names_otherwise_is_of_the_group_that_isco_says(resources):
    """No program manager is a "broadcasting programme director" for it."""
    found = occupations(resources, "Program Manager")

    assert all(each.label != "broadcasting programme director" for each in found)


@pytest.mark.parametrize(
    ("title", "unit", "label"),
    [("Warehouse Operator", "9333", "warehouse worker"), ("Senior Export Manager", "1324", None)],
)
def test_of_several_occupations_the_label_nearest_to_the_title_is_meant(resources, title, unit, label):
    """A title that many narrower ones share is none of them, but of their group."""
    first = occupations(resources, title)[0]

    assert first.isco == unit
    assert first.label == (label or "Supply, distribution and related managers")
    assert (first.esco_id is None) == (label is None)


def titles_of_all_kinds():
    """Real-looking titles, sure ones and doubtful ones."""
    kinds = ("manager", "assistant", "engineer", "operator", "consultant", "inspector", "teacher", "clerk", "nurse", "driver")
    fields = ("sales", "night", "timber", "quality", "music", "data", "hotel", "mine", "pension", "field")
    return [f"{field} {kind}" for field in fields for kind in kinds]


@pytest.mark.parametrize("title", titles_of_all_kinds())
def test_the_likeliest_comes_first_and_a_wider_group_stands_alone(resources, title):
    """Three unit groups at most, each once, none below its least confidence."""
    found: list[Occupation] = occupations(resources, title)
    confidences = [each.confidence for each in found]

    assert len({each.isco for each in found}) == len(found) <= MOST
    assert confidences == sorted(confidences, reverse=True)
    if found and len(found[0].isco) == 4:
        assert {len(each.isco) for each in found} == {4}
        assert round(SURE_UNIT, 2) <= confidences[0]
        assert round(FURTHER, 2) <= confidences[-1]
    elif found:
        assert len(found) == 1
        assert len(found[0].isco) <= 2
        assert found[0].esco_id is None
        assert confidences[0] >= SURE_GROUP


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_no_title_is_too_odd(resources, title):
    """It is read, or it is not."""
    assert len(occupations(resources, title)) <= MOST
