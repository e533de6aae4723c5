"""Wordings of places, and what they are read as."""

import pytest


def read(resources, raw):
    """(city, region, country) per place."""
    return [(r.city.name if r.city else None, r.region, r.country) for r in resources.places(raw)]


@pytest.mark.parametrize(
    ("raw", "city", "region", "country"),
    [
        ("Berlin, Germany", "Berlin", None, "DE"),
        ("Berlin, DE", "Berlin", None, "DE"),
        ("Wilmington, DE", "Wilmington", "Delaware", "US"),
        ("San Francisco, CA", "San Francisco", "California", "US"),
        ("San Francisco, Ca", "San Francisco", "California", "US"),
        ("Ontario, CA", "Ontario", "California", "US"),
        ("Toronto, ON, CA", "Toronto", "Ontario", "CA"),
        ("London, ON", "London", "Ontario", "CA"),
        ("London UK", "London", "England", "GB"),
        ("London, UK or remote", "London", "England", "GB"),
        ("Edinburgh, Scotland", "Edinburgh", "Scotland", "GB"),
        ("Remote - US", None, None, "US"),
        ("US-CA-Monrovia", "Monrovia", "California", "US"),
        ("München", "Munich", None, "DE"),
        ("Muenchen", "Munich", None, "DE"),
        ("Zürich", "Zürich", None, "CH"),
        ("Москва", "Moscow", None, "RU"),
        ("Bangalore, India", "Bengaluru", None, "IN"),
        ("NYC", "New York City", "New York", "US"),
        ("New York", "New York City", "New York", "US"),
        ("Washington, D.C.", "Washington", "District of Columbia", "US"),
        ("Atlanta, Georgia", "Atlanta", "Georgia", "US"),
        ("Tbilisi, Georgia", "Tbilisi", None, "GE"),
        ("Georgia, USA", None, "Georgia", "US"),
        ("California, USA", None, "California", "US"),
        ("USA, NY", None, "New York", "US"),
        ("Falconer, NY", None, "New York", "US"),
        ("Blue Bell, PA", "Blue Bell", "Pennsylvania", "US"),
        ("Warsaw, VA", None, "Virginia", "US"),
        ("Casablanca, MA", "Casablanca", None, "MA"),
        ("Toronto, CA", "Toronto", "Ontario", "CA"),
        ("Sölvesborg, Blekinge län, SE", "Sölvesborg", None, "SE"),
        ("Falconer Heights, PA", None, "Pennsylvania", "US"),
        ("Nowhere, Blekinge län, SE", None, None, "SE"),
        ("Walldorf, DE", "Walldorf", None, "DE"),
        ("Nowhereheim, DE", None, None, None),
        ("Walldorf", None, None, None),
        ("Culver City, CA (LA Area)", "Culver City", "California", "US"),
        ("Huntsville-Decatur-Albertville Area", "Huntsville", "Alabama", "US"),
        ("PA", None, None, None),
        ("Acme Robotics, QA", None, None, None),
        ("Singapore", "Singapore", None, "SG"),
        ("Bosnia and Herzegovina", None, None, "BA"),
        ("SF Bay Area", None, "California", "US"),
        ("Mumbai (India)", "Mumbai", None, "IN"),
        ("Cambridge, MA", "Cambridge", "Massachusetts", "US"),
        ("Paris, TX", "Paris", "Texas", "US"),
        ("Los Angeles, LA", "Los Angeles", "California", "US"),
    ],
)
def test_a_wording_names_one_place(resources, raw, city, region, country):
    """Country and region decide which of several cities is meant."""
    assert read(resources, raw) == [(city, region, country)]


@pytest.mark.parametrize(
    "raw", ["Nowhereville, ZZ", "Remote", "Software Engineer", "Georgia", "join us", "4 Locations", "N/A", "", "??"]
)
def test_what_names_no_place_stays_raw(resources, raw):
    """A place that does not exist, or could be two, has no country and no confidence."""
    assert [(r.raw, r.country, r.confidence) for r in resources.places(raw)] == [(raw, None, 0.0)]


@pytest.mark.parametrize(
    ("raw", "cities"),
    [
        ("Boston/Somerville, MA", [("Boston", "US"), ("Somerville", "US")]),
        ("Boston OR Cambridge, MA", [("Boston", "US"), ("Cambridge", "US")]),
        ("SF & London", [("San Francisco", "US"), ("London", "GB")]),
        ("London, Paris, Berlin", [("London", "GB"), ("Paris", "FR"), ("Berlin", "DE")]),
        ("Berlin; Remote", [("Berlin", "DE")]),
    ],
)
def test_a_wording_may_name_several_places(resources, raw, cities):
    """A part without state or country takes that of a later one where it fits."""
    assert [(r.city.name, r.country) for r in resources.places(raw)] == cities


def test_a_city_that_is_not_in_the_country_given_is_not_guessed(resources):
    """There is no large Berlin in France: the country stands, the city stays unknown."""
    assert read(resources, "Berlin, France") == [(None, None, "FR")]


def test_doubt_shows_in_the_confidence(resources):
    """A qualified city is surer than a famous one, and that surer than one of several of a size."""
    confidence = [resources.places(raw)[0].confidence for raw in ("Portland, OR", "Berlin", "Portland")]

    assert confidence == sorted(confidence, reverse=True)
    assert len(set(confidence)) == 3


def test_a_part_that_is_no_place_is_kept_beside_those_that_are(resources):
    """Nothing that the source names is dropped."""
    assert read(resources, "Berlin / Xanadu Station") == [("Berlin", None, "DE"), (None, None, None)]
