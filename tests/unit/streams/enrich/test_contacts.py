"""Contacts, where the operator asked for them."""

from dataclasses import replace

import pytest

from streams.enrich.contacts import MOST_CONTACTS, enrich
from tests.builders import make_posting


@pytest.fixture(scope="module")
def asking(resources):
    """What an operator's setting makes of the resources."""
    return replace(resources, contacts=True)


def found(resources, text):
    """(kind, value) of each contact."""
    return [(contact.kind.value, contact.value) for contact in enrich(make_posting(description=text), resources)["contacts"]]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Write to jobs@example.com.", [("email", "jobs@example.com")]),
        ("jobs@example.comTitle: Nurse", [("email", "jobs@example.com")]),
        ("jobs (at) example.com", [("email", "jobs@example.com")]),
        ("Call +49 30 1234567 89.", [("phone", "+49 30 1234567 89")]),
        ("Phone: (555) 010-0199", [("phone", "(555) 010-0199")]),
        ("Contact Ada Muster, +1 555-010-0199", [("phone", "+1 555-010-0199"), ("name", "Ada Muster")]),
        ("a@example.com and a@example.com", [("email", "a@example.com")]),
    ],
)
def test_addresses_numbers_and_names_are_found(asking, text, contacts):
    """Each once."""
    assert found(asking, text) == contacts


@pytest.mark.parametrize(
    "text",
    [
        "Follow @example on Twitter.", "129,300.00 - 223,600.00 USD", "From 2026-11-01 to 2026-12-01, call us",
        "Contact Human Resources", "Job id 2026-1234567", "Please contact us.",
    ],
)  # fmt: skip
def test_what_looks_like_one_is_none(asking, text):
    """Handles, pay, dates and departments."""
    assert found(asking, text) == []


def test_none_is_looked_for_unless_the_operator_asks(resources):
    """The default keeps personal data out of the topics."""
    assert found(resources, "Write to jobs@example.com.") == []


@pytest.mark.parametrize("text", ["@" * 200_000, "a@b." * 50_000, "1 " * 100_000, "Contact " * 30_000, "call " + "1" * 200_000])
def test_hostile_texts_give_few_and_take_no_time(asking, text):
    """A text has ten contacts at most."""
    assert len(found(asking, text)) <= MOST_CONTACTS
