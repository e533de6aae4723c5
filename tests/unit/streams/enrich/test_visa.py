"""Whether the employer sponsors a visa."""

import pytest

from schemas.derived import Visa
from streams.enrich.visa import enrich
from tests.builders import make_posting


def sponsored(resources, text):
    """What a text says of it."""
    found = enrich(make_posting(description=text), resources)["visa"]
    return found and found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Acme | Berlin | ONSITE, VISA\nWe build tools.", Visa.OFFERED),
        ("Visa sponsorship is available for this position.", Visa.OFFERED),
        ("We are happy to sponsor an H1B.", Visa.OFFERED),
        ("We hire. VISA transfer OK.", Visa.OFFERED),
        ("We do sponsor visas! However, not for every role.", Visa.OFFERED),
        ("Visa sponsorship is not available for this role.", Visa.NOT_OFFERED),
        ("Unfortunately we are unable to sponsor visas.", Visa.NOT_OFFERED),
        ("Must be authorized to work in the U.S. without sponsorship.", Visa.NOT_OFFERED),
        ("We will not consider candidates who require sponsorship.", Visa.NOT_OFFERED),
        ("Acme | Berlin | no visa sponsorship\nWe build tools.", Visa.NOT_OFFERED),
        ("We can only support green cards or US citizens.", Visa.NOT_OFFERED),
        ("We do not offer relocation or visa.", Visa.NOT_OFFERED),
        ("Sponsorship is not available for this role.", Visa.NOT_OFFERED),
    ],
)
def test_what_is_said_first_counts(resources, text, value):
    """In the heading, then in the text."""
    assert sponsored(resources, text) is value


@pytest.mark.parametrize(
    "text",
    [
        "Company-sponsored events.", "Find corporate sponsors for our event.", "Must be authorized to work in the US.",
        "You prepare visa applications of students.", "Pay by Visa card.", "Executive sponsors, not managers.",
        "You will sponsor our values.",
        "Will you now or in the future require sponsorship for employment visa status?",
        "We do not discriminate by immigration status.",
    ],
)  # fmt: skip
def test_other_sponsors_and_visas_say_nothing(resources, text):
    """Nor does the right to work alone."""
    assert sponsored(resources, text) is None
