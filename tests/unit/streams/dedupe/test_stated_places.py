"""Stated places, as they are compared."""

import pytest

from streams.dedupe.codes import hash_of
from streams.dedupe.stated_places import read_places


@pytest.mark.parametrize(
    ("stated", "city"),
    [
        ("Berlin, Germany", "berlin"),
        ("US, CA, Bakersfield", "bakersfield"),
        ("San Francisco, CA 94107", "san francisco"),
        ("385 East Boulevard, Pasadena, CA", "east boulevard"),
        ("CA, US", "ca"),
        ("Remote - West Coast", "west coast"),
        ("አዲስ አበባ", "አዲስ አበባ"),
        ("Greater Boston Area", "boston"),
    ],
)
def test_a_place_is_named_by_its_city_or_else_its_region(stated: str, city: str):
    """Codes, post codes and countries beside it don't count; a street may stand before it."""
    assert read_places((stated,)).cities == (hash_of(city.encode()),)


@pytest.mark.parametrize("stated", ["Remote", "United States", "Remote, USA", "Worldwide", " , ", ""])
def test_a_place_that_is_only_remote_has_no_city(stated: str):
    """It contradicts no other place; its wording is kept."""
    found = read_places((stated,))

    assert (found.cities, found.parts, found.words, found.first_words) == ((), (), (), frozenset())
    assert len(found.wordings) == bool(stated.strip())


def test_parts_are_all_that_names_a_place():
    """From the city, and the city that it may be a part of, to the country."""
    found = read_places(("London South, England, UK",))

    assert set(found.parts) == {hash_of(part) for part in (b"london south", b"london", b"england")}


def test_order_case_and_repetition_of_places_don_t_count():
    """A set of places is one set, however it is written down."""
    assert read_places(("Berlin", " PARIS ", "berlin")) == read_places(("paris", "Berlin"))
    assert read_places(("Berlin", "Paris")).stated == ("berlin", "paris")


def test_words_of_the_first_part_are_what_a_heading_names():
    """Such as the city's."""
    assert read_places(("New York, NY", "Rome")).first_words == {b"new", b"york", b"rome"}
