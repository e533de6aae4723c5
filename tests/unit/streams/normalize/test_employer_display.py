"""A name as it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.normalize.employer import employer_name_key, shown_name_key
from streams.normalize.employer_display import display_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Acme Works, Inc.", "Acme Works"),
        ("Acme GmbH & Co. KG", "Acme"),
        ("Acme Works 3.8", "Acme Works"),
        ("Acme Works\n3.8", "Acme Works"),
        ("Acme, Inc. 4.6", "Acme"),
        ("Acme Careers", "Acme"),
        ("Widgetry Technologies, Inc.", "Widgetry Technologies"),
        ("Widgetry Group Sweden AB", "Widgetry Group Sweden"),
        ("Acme | Jobs", "Acme"),
        ("ООО «Acme»", "Acme"),
        ("Zebra Holdings LLC dba Acme", "Acme"),
        ("Acme (fka Zebra)", "Acme"),
        ("Acme, a Zebra company", "Acme"),
        ("Acme Mining® Institute", "Acme Mining Institute"),
        ("AMI (Acme Mining Institute)", "Acme Mining Institute"),
        ("The Acme Company", "The Acme Company"),
        ("First Bank (Texas)", "First Bank (Texas)"),
        ("Industry 4.0", "Industry 4.0"),
        ("Acme 3", "Acme 3"),
        ("Acme!", "Acme!"),
        ("GmbH", "GmbH"),
        ("Confidential", None),
        ("-", None),
        ("", None),
    ],
)
def test_what_says_nothing_of_who_it_is_is_not_shown(name, shown):
    """Legal forms, ratings, remarks and signs; the rest stays as it was written."""
    assert display_name(name) == shown


def test_a_key_that_is_known_spares_the_question():
    """The answer is the same."""
    assert display_name("Acme Works", "acmeworks") == display_name("Acme Works") == "Acme Works"
    assert display_name("Acme Works, Inc.", "acmeworks") == "Acme Works"


@given(st.text(max_size=60))
def test_a_shown_name_is_the_same_employer(name):
    """Its keys are those of the name as advertised."""
    shown = display_name(name)

    assert (shown_name_key(shown) if shown else None) == shown_name_key(name)
    assert shown is None or employer_name_key(shown) == employer_name_key(name)
