"""Whether a security clearance is asked for."""

import pytest

from schemas.derived import Clearance
from streams.enrich.clearance import enrich
from tests.builders import make_posting


def asked(resources, text):
    """What a text says of it."""
    found = enrich(make_posting(description=text), resources)["clearance"]
    return found and found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Active DoD Secret clearance.", Clearance.REQUIRED),
        ("Ability to obtain a security clearance.", Clearance.REQUIRED),
        ("TS/SCI with polygraph.", Clearance.REQUIRED),
        ("Clearance Required: Secret", Clearance.REQUIRED),
        ("You are SC cleared.", Clearance.REQUIRED),
        ("DV clearance needed", Clearance.REQUIRED),
        ("Must hold a clearance. An active TS/SCI clearance is a plus.", Clearance.REQUIRED),
        ("Preferred Qualifications: Active TOP SECRET clearance", Clearance.PREFERRED),
        ("A public trust clearance would be a huge plus.", Clearance.PREFERRED),
        ("This position does not require a security clearance.", Clearance.NONE),
        ("Security Clearance: This position does not require a Security Clearance.", Clearance.NONE),
    ],
)
def test_what_is_required_goes_before_what_is_preferred(resources, text, value):
    """Held or to be obtained."""
    assert asked(resources, text) is value


@pytest.mark.parametrize(
    "text",
    [
        "Customs clearance of goods.", "Measure the radial clearance.", "Fingerprint Clearance Card.", "A clearance sale.",
        "Employee Polygraph Protection Act", "Pay depends on the level of security clearance held.", "Our secret sauce.",
        "Some positions may require a security clearance.",
    ],
)  # fmt: skip
def test_other_clearances_say_nothing(resources, text):
    """Of ports, machines and laws."""
    assert asked(resources, text) is None
