"""What patterns find in an ad."""

import pytest

from streams.dedupe.codes import bits, hash_of
from streams.dedupe.facts import links, requisitions, years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5+ years of care", {5}),
        ("3-5 years, or 10 yrs in another ward", {3, 10}),
        ("Two years", set()),
        ("90 years of Acme", {63}),
        ("Founded in 2015", set()),
        ("", set()),
    ],
)
def test_years_are_those_asked_for(text: str, found: set[int]):
    """The least of a range; what is more than 63 is 63."""
    assert years(text) == bits(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Req. JR2002276.", {"JR2002276"}),
        ("No. 4711, no. 4711", {"4711"}),
        ("https://acme.com/jobs/4711", {"4711"}),
        ("REQ-12345 and R-1", {"REQ-12345"}),
        ("4711nm, nurse4711, 123", set()),
    ],
)
def test_numbers_that_look_like_requisitions(text: str, found: set[str]):
    """Four digits or more, with the capitals before them; each once, in title or text."""
    assert set(requisitions("", text)) == set(requisitions(text, "Nurse")) == {hash_of(one.encode()) for one in found}


def test_links_lead_further_than_to_a_front_page():
    """Those of the text, those stated, and the addresses to write to; case and a full stop behind don't count."""
    text = "https://acme.com or https://acme.com/jobs/4711, (jobs@acme.com). Write to Jobs@Acme.com."
    stated = ["https://acme.com/Apply/1"]

    found = set(links(text, stated))

    wanted = ("https://acme.com/jobs/4711", "jobs@acme.com", "https://acme.com/apply/1")
    assert found == {hash_of(one.encode()) for one in wanted}


@pytest.mark.parametrize(
    "text", ["a @ b", "@", "@@", "me@", "@acme.com", "me@acme", "https://", "x" * 99 + "@", "€100 @ 9.00 am"]
)
def test_what_is_no_address_is_no_link(text: str):
    """Whatever stands around the sign."""
    assert links(text, ()) == ()


def test_a_long_run_of_digits_is_read_once():
    """With a letter behind it, it is no number; from the middle of it none begins."""
    assert requisitions("1" * 200_000 + "a") == ()
    assert requisitions("12345") == requisitions("(12345)") != ()
