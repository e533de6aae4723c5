"""On site, hybrid, remote."""

import pytest

from schemas.derived import Origin, WorkMode
from schemas.posting import Location
from streams.enrich.work_mode import enrich
from tests.builders import make_posting


def mode(resources, **fields):
    """(mode, origin) of a posting, None where it is unknown."""
    found = enrich(make_posting(**fields), resources)["work_mode"]
    return found and (found.value, found.origin)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("remote", WorkMode.REMOTE),
        ("TELECOMMUTE", WorkMode.REMOTE),
        ("Hybrid Remote", WorkMode.HYBRID),
        ("on-site", WorkMode.ONSITE),
        ("OnSite", WorkMode.ONSITE),
        ("No remote", WorkMode.ONSITE),
    ],
)
def test_the_stated_mode_counts(resources, stated, value):
    """Whatever the spelling; the title does not matter then."""
    assert mode(resources, stated_work_mode=stated, title="Remote hybrid onsite") == (value, Origin.FIELD)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"stated_work_mode": "unspecified", "title": "Nurse (remote)"}, (WorkMode.REMOTE, Origin.TITLE)),
        ({"locations": [Location(raw="Remote - US")]}, (WorkMode.REMOTE, Origin.FIELD)),
        ({"description": "Acme | Berlin | ONSITE\nRemote teams use us."}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "We hire.\nThis is a fully remote position."}, (WorkMode.REMOTE, Origin.TEXT)),
        ({"description": "We hire.\nWe have a hybrid schedule."}, (WorkMode.HYBRID, Origin.TEXT)),
        ({"description": "We hire.\n#LI-Remote"}, (WorkMode.REMOTE, Origin.TEXT)),
        ({"description": "We hire.\nWork Location: In person"}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "Bring your documents in person.\n"}, None),
        ({"locations": [Location(raw="In person, Oslo")]}, (WorkMode.ONSITE, Origin.FIELD)),
        ({"description": "We hire.\nYou monitor remote sensors."}, None),
        ({"description": "Acme | ONSITE or REMOTE\nThis is a fully remote position."}, None),
        (
            {"description": "We hire.\nYou work in the office or at home, 3 days a week in the office."},
            (WorkMode.HYBRID, Origin.TEXT),
        ),
        ({"description": "We hire.\nThis is a full-time on-site role."}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "THIS IS NOT A REMOTE OPPORTUNITY. We hire."}, (WorkMode.ONSITE, Origin.TEXT)),
        ({"description": "We hire.\nWe offer the potential for hybrid work."}, None),
        (
            {"description": "We need a nurse with experience who gives onsite care to our clients, and helps remote teams. " * 3},
            None,
        ),
        ({"stated_work_mode": "remote, onsite"}, None),
        ({"title": "Remote Sensing Engineer"}, None),
        ({"title": "Distributed Systems Engineer"}, None),
    ],
)
def test_the_first_place_that_names_a_mode_decides(resources, fields, found):
    """Field, places, title, heading, then sentences; one that names two leaves it open."""
    assert mode(resources, **fields) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Location: Oslo (Remote - Norway)", WorkMode.REMOTE),
        ("Senior Developer | Oslo | Remote", WorkMode.REMOTE),
        ("Work Arrangement Remote Flexible hours", WorkMode.REMOTE),
        ("You can work from anywhere.", WorkMode.REMOTE),
        ("This is a remote contract role for a writer.", WorkMode.REMOTE),
        ("Location: RemoteDuration: 6 months", WorkMode.REMOTE),
        ("Oslo (Hybrid – 3 days onsite, Monday to Wednesday) and more", WorkMode.HYBRID),
        ("We work three days per week from the office.", WorkMode.HYBRID),
        ("Job Hours: Full-time, hybrid 60% on-site position", WorkMode.HYBRID),
        ("Work Type: Hybrid (Remote, Office, and Client Site)", WorkMode.HYBRID),
        ("Arbetsmodell: Hybrid", WorkMode.HYBRID),
        ("On-site work is required 5 days a week.", WorkMode.ONSITE),
        ("You are in-office 5 days a week.", WorkMode.ONSITE),
        ("The office in Oslo is unavailable for remote work.", WorkMode.ONSITE),
        ("This is not a remote position.", WorkMode.ONSITE),
        ("Employment: full-time, on-site role", WorkMode.ONSITE),
        ("Arbetssätt: På plats", WorkMode.ONSITE),
        ("Location: Oslo (Remote / Hybrid)", None),
        ("Work is fully remote or in hybrid model.", None),
        ("This hybrid role serves guests and manages sales.", None),
        ("Bring your documents in person at our office.", None),
        ("You schedule in-person and virtual meetings.", None),
        ("You care for remote teams and hybrid cloud.", None),
        ("We offer an onsite gym and onsite interviews.", None),
    ],
)
def test_running_text_states_a_mode_where_its_words_show_it(resources, text, value):
    """In a label, beside `role`, in brackets or between bars; not amid a sentence, and none of two to choose from."""
    found = mode(resources, description=f"Hello.\n{text}")
    assert found == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Type of PositionHybrid\nLocation: Oslo", WorkMode.HYBRID),
        ("Location: 100% RemoteDuration: 3 months", WorkMode.REMOTE),
        ("Job Type: full time-in personHours: day", WorkMode.ONSITE),
        ("BenefitsOn-site gym, lunch", None),
        ("We like our Dublin office.", None),
        ("RemoteOK is a board.", None),
    ],
)
def test_a_mode_that_lost_the_space_beside_it_is_told(resources, text, value):
    """Where it ends its field; not where it goes on, nor inside another word."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You are in our Oslo office at least two days a week.", WorkMode.HYBRID),
        ("We meet in the office three (3) days per week.", WorkMode.HYBRID),
        ("You work 5x a week in our office.", WorkMode.ONSITE),
        ("Att jobba på plats ca 2 dagar i veckan passar dig.", WorkMode.HYBRID),
        ("Lunch is in our office, and that three days a week.", None),
        ("You may work from home up to two days a week.", None),
        ("We play chess two days a week.", None),
    ],
)
def test_days_of_the_week_tell_a_mode(resources, text, value):
    """Five at work are all of them, fewer are hybrid; not those of lunch, nor those that one may stay at home."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("You must be able to work on-site in Oslo.", WorkMode.ONSITE),
        ("Interns are expected to work in the office, Monday to Friday.", WorkMode.ONSITE),
        ("You will work from home with our tools.", None),
        ("You will work from home.", WorkMode.REMOTE),
        ("We are hiring remote painters.", WorkMode.REMOTE),
        ("Onsite in Oslo and nowhere else.", WorkMode.ONSITE),
        ("Painter, Oslo ONSITE VISA", WorkMode.ONSITE),
        ("Painter, Oslo, some REMOTE", None),
        ("You are able to work alone and remotely.", None),
        ("You will be on site with customers.", None),
        ("Some work will be remote.", None),
        ("This is not an in-office role; it is a remote position.", WorkMode.REMOTE),
        ("Remote Work: Hybrid", WorkMode.HYBRID),
        ("#LI-Remote#LI-XY1", WorkMode.REMOTE),
    ],
)
def test_how_one_must_work_tells_a_mode(resources, text, value):
    """And who is sought, and tags in capitals; not what one may do, nor where customers are."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Oslo | Contractor | On-site | paint", WorkMode.ONSITE),
        ("You must be able to work full-time on-site.", WorkMode.ONSITE),
        ("Painter\n- Remote US\n- Friendly", WorkMode.REMOTE),
        ("Oslo // Onsite // paint", WorkMode.ONSITE),
        ("Remote: No\nVisa: yes", WorkMode.ONSITE),
        ("Work From Home: NoTravel: 5%", WorkMode.ONSITE),
        ("Potential for Telework:\nNo", WorkMode.ONSITE),
        ("We don't do remote work here.", WorkMode.ONSITE),
        ("This role is in Oslo and is on-site as part of a team of painters.", WorkMode.ONSITE),
        ("This role is permanent and hybrid in Oslo.", WorkMode.HYBRID),
        ("The painter will be working from home, and travels.", WorkMode.REMOTE),
        ("We ask that you come in 2-3 times per week.", WorkMode.HYBRID),
        ("Hybrid schedule. You have the flexibility to work from anywhere for 4 weeks.", WorkMode.HYBRID),
        ("We offer an opportunity for a hybrid work schedule.", None),
        ("This role may require you to be on site at times.", None),
        ("Remote: no problem at all.", None),
    ],
)
def test_a_mode_beside_a_kind_and_a_refusal_are_told(resources, text, value):
    """A kind hides no mode beside it; `Remote: no` is on site, and what may be is none."""
    assert mode(resources, description=f"Hello.\n{text}") == (value and (value, Origin.TEXT))


def test_a_refusal_counts_more_than_the_word_in_the_heading(resources):
    """`Remote: No` names no remote work."""
    found = mode(resources, title="Oslo, full time, Remote: No", description="Oslo, full time, Remote: No\nWe paint.")
    assert found == (WorkMode.ONSITE, Origin.TEXT)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Painter, Remote or Oslo"},
        {"title": "Painter, Oslo or remote"},
        {"locations": [Location(raw="Oslo, Bergen, or Remote")]},
        {"description": "Oslo or remote\n"},
    ],
)
def test_a_place_or_remote_is_no_mode(resources, fields):
    """Either may be meant."""
    assert mode(resources, **fields) is None
