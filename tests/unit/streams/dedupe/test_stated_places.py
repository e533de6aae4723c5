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

    assert (found.cities, found.names, found.words, found.first_words) == ((), (), (), frozenset())
    assert len(found.wordings) == bool(stated.strip())


@pytest.mark.parametrize(
    ("stated", "city"),
    [("SF", "San Francisco, CA"), ("SF, CA", "San Francisco"), ("NYC", "New York"), ("LA", "Los Angeles"), ("München", "Munich")],
)
def test_a_city_may_be_called_by_a_short_name_or_in_its_own_language(stated: str, city: str):
    """It is one city; the wording stays what it was, and a heading names it as it is stated."""
    found, other = read_places((stated,)), read_places((city,))

    assert found.cities == other.cities
    assert found.wordings != other.wordings
    assert found.first_words == frozenset((stated.partition(",")[0].lower().encode(),))


def test_behind_a_comma_it_is_a_state():
    """Los Angeles is no name of a city in Louisiana."""
    assert read_places(("New Orleans, LA",)).cities == (hash_of(b"new orleans"),)
    assert hash_of(b"los angeles") not in read_places(("Lafayette Parish, Lafayette, LA",)).names


def test_names_are_all_by_which_a_city_may_be_called():
    """By its longest name, by the beginnings of it, and by what stands between it and the country."""
    assert set(read_places(("London South, UK",)).names) == {hash_of(b"london south"), hash_of(b"london")}
    assert hash_of(b"new york") in read_places(("Manhattan, New York, NY",)).names
    assert hash_of(b"pasadena") in read_places(("385 East Boulevard, Pasadena, CA",)).names


def test_a_text_in_place_of_a_place_is_called_by_its_first_words():
    """And by the whole of it: all beginnings of a text take a time that grows with its square."""
    called = read_places(("word " * 10_000,)).names

    assert hash_of(b"word") in called
    assert hash_of(" ".join(["word"] * 10_000).encode()) in called
    assert len(called) == 21


@pytest.mark.parametrize(
    ("stated", "country"),
    [
        ("Berlin, Germany", "de"),
        ("Berlin", "de"),
        ("Remote, Germany", "de"),
        ("Portland, OR", "us"),
        ("Paris, TX", "us"),
        ("Nowhere at all", None),
        ("Remote", None),
    ],
)
def test_a_country_is_that_of_the_last_part_or_of_the_city(stated: str, country: str | None):
    """Where it is known."""
    assert read_places((stated,)).countries == ((hash_of(country.encode()),) if country else ())


def test_order_case_and_repetition_of_places_don_t_count():
    """A set of places is one set, however it is written down."""
    assert read_places(("Berlin", " PARIS ", "berlin")) == read_places(("paris", "Berlin"))
    assert read_places(("Berlin", "Paris")).stated == ("berlin", "paris")


def test_words_of_the_first_part_are_what_a_heading_names():
    """Such as the city's."""
    assert read_places(("New York, NY", "Rome")).first_words == {b"new", b"york", b"rome"}
