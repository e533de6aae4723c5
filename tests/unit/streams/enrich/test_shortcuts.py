"""Cheap conditions and caches change no answer: each is compared with what is read without it."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.derived import Clearance, Education, Origin
from streams.enrich import employer, stated
from streams.enrich.domains.own import is_like, may_be_like
from streams.enrich.occupations.titles import essence
from streams.enrich.passages import markers, of_lines
from streams.enrich.places import areas
from streams.enrich.places.areas import scopes_in
from streams.enrich.stated import derived
from streams.enrich.text import Hit, Hits, Phrases, fold
from streams.normalize.domains import employer_domain
from tests.builders import make_deduplicated

_ADDRESSES = "https:// www. @ acme works acmeworks get - _ . .com .io .co.uk / jobs zebra ACME é \u200b ac me"
_AREAS = "remote Remote only US us U.S. USA Europe EU anywhere in the world UK CAN and / , ( ) | ; - preferred candidates hours"
ADDRESSES = st.lists(st.sampled_from([*_ADDRESSES.split(), " "]), max_size=9).map("".join)
KEYS = st.sampled_from(["acme", "acmeworks", "ac", "works", "zebra", "worksacme", "ac2"])


@settings(max_examples=500)
@given(ADDRESSES, KEYS)
def test_an_address_without_the_first_letters_of_a_name_has_no_domain_like_it(address, key):
    """So it needs not be read."""
    domain = employer_domain(address)

    assert may_be_like(address, key) or domain is None or not is_like(domain, key)


def test_the_employers_domain_is_the_same_without_the_condition(resources, monkeypatch):
    """Of any text with addresses."""
    postings = st.builds(
        lambda text, url, key: make_deduplicated(description=text, url=url, employer=key, employer_key=key),
        st.lists(ADDRESSES, max_size=4).map(" ".join), ADDRESSES, KEYS,
    )  # fmt: skip

    @settings(max_examples=200, deadline=None)
    @given(postings)
    def holds(posting):
        quick = employer.enrich(posting, resources)
        with monkeypatch.context() as patch:
            for module in ("reading", "own"):
                patch.setattr(f"streams.enrich.domains.{module}.may_be_like", lambda *_: True)
            assert employer.enrich(posting, resources) == quick

    holds()


def test_areas_are_the_same_without_the_condition(resources, monkeypatch):
    """Where no word begins an area, none is there."""

    @settings(max_examples=300, deadline=None)
    @given(st.lists(st.sampled_from(_AREAS.split()), max_size=12).map(" ".join))
    def holds(text):
        quick = list(scopes_in(text, fold(text), resources.areas))
        with monkeypatch.context() as patch:
            patch.setattr(areas, "_may_name", lambda *_: True)
            assert list(scopes_in(text, fold(text), resources.areas)) == quick

    holds()


def test_a_derived_value_is_made_once_and_keeps_its_type():
    """`none` of two lists of words is not one value, though both are written alike."""
    education, clearance = (derived(value, "none", Origin.TEXT, 0.8) for value in (Education.NONE, Clearance.NONE))

    assert derived(Education.NONE, "none", Origin.TEXT, 0.8) is education
    assert (type(education.value), type(clearance.value)) == (Education, Clearance)
    assert [type(derived(value, None, Origin.TEXT, 0.8).value) for value in (1, True)] == [int, bool]


def test_derived_values_differ_in_anything_that_they_are_made_of():
    """Another wording, origin or confidence is another value."""
    made = [derived("en", *told) for told in ((None, Origin.TEXT, 0.9), ("English", Origin.TEXT, 0.9), (None, Origin.FIELD, 0.9))]

    assert len({repr(each) for each in made}) == len(made)


@pytest.mark.parametrize("cached", [stated.derived, essence])
def test_caches_are_bounded(cached):
    """A worker runs for months."""
    assert cached.cache_info().maxsize


def test_what_was_read_of_texts_is_forgotten(resources):
    """After the postings that were enriched together, no text is held; it is read the same again."""
    before = resources.named("Python and Go, remote only")
    resources.forget()
    again = resources.named("Python and Go, remote only")

    assert again == before
    assert again is not before


@given(st.lists(st.sampled_from([1, 2.0, "a", True]), max_size=9))
def test_hits_of_a_kind_are_those_of_its_type_in_their_order(payloads):
    """Of an empty list too, and asked twice."""
    hits = Hits(Hit(at, at + 1, payload) for at, payload in enumerate(payloads))

    for kind in (int, float, str, bool, bytes):
        expected = [hit for hit in hits if type(hit.payload) is kind]
        assert list(hits.of_kind(kind)) == list(hits.of_kind(kind)) == expected
    assert Counter(type(hit) for hit in hits) == Counter({Hit: len(payloads)} if payloads else {})


def test_phrases_give_hits():
    """They are made without the constructor, and are the same."""
    (hit,) = Phrases([("go", "skill")]).find(fold("to Go"))

    assert (type(hit), hit.start, hit.end, hit.payload) == (Hit, 3, 5, "skill")


def test_lines_of_a_language_are_counted_together():
    """Two lines in German add up."""
    line = "wir suchen und sie finden das was nicht jeder hat mit uns und für sie oder auch nicht im team der zukunft und mehr"
    text = f"{line}\n{line}"
    hits = Phrases(markers()).find(fold(text))

    assert of_lines(text, hits, lambda _: ("de", 0.99)) == {"de": 2 * len(line)}
    assert of_lines("no such words", Hits(), lambda _: ("de", 0.99)) == {}
