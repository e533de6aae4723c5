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
