"""Where the work is."""

import pytest

from schemas.derived import Origin
from schemas.posting import EmployerName, Location, NameOrigin
from streams.enrich.location import countries_of, enrich
from tests.builders import make_posting

DUTCH = "Wij zoeken een medewerker voor onze winkel die graag met mensen werkt en die ook in het weekend kan werken. " * 6
SITE = EmployerName(name="acme.be", origin=NameOrigin.SITE)


def located(resources, **fields):
    """The locations of a posting with `fields`."""
    return enrich(make_posting(**fields), resources)["locations"]


def test_a_stated_place_gets_country_and_coordinates(resources):
    """Coordinates and the GeoNames id are those of the city."""
    (berlin,) = located(resources, locations=[Location(raw="Berlin, Germany")])

    assert (berlin.city, berlin.country, berlin.geonames_id, berlin.origin) == ("Berlin", "DE", 2950159, Origin.FIELD)
    assert (round(berlin.latitude), round(berlin.longitude)) == (53, 13)


def test_what_the_source_states_stays(resources):
    """Stated coordinates and country are not replaced, only completed."""
    stated = Location(raw="Berlin", city="Berlin", country="DE", latitude=52.5, longitude=13.0)

    (berlin,) = located(resources, locations=[stated])

    assert (berlin.latitude, berlin.longitude, berlin.geonames_id) == (52.5, 13.0, 2950159)


def test_a_stated_country_decides_between_cities(resources):
    """London with the country code of Canada is the Canadian one."""
    stated = [Location(raw="London", country="CA"), Location(raw="London office", city="London", country="CA")]

    assert {place.geonames_id for place in located(resources, locations=stated)} == {6058560}


def test_a_reading_that_contradicts_the_stated_country_is_dropped(resources):
    """A city read in another country than the stated one says nothing."""
    stated = Location(raw="Building 7, Springfield, US", country="NZ")

    assert located(resources, locations=[stated]) == [stated]


def test_a_place_that_does_not_exist_stays_raw(resources):
    """Its wording is kept, all else is null."""
    (place,) = located(resources, locations=[Location(raw="Atlantopolis")])

    assert place == Location(raw="Atlantopolis", confidence=0.0)


def test_a_place_named_twice_is_one_place(resources):
    """Two wordings of a city are one location."""
    stated = [Location(raw="Munich"), Location(raw="München, Germany")]

    assert [place.city for place in located(resources, locations=stated)] == ["Munich"]


def test_a_text_that_runs_on_behind_the_place_is_left_out(resources):
    """The first line is the wording where a set has all of the ad in the field."""
    (place,) = located(resources, locations=[Location(raw="Munich, Germany\nDETAILS: " + "We look for you. " * 20)])

    assert (place.raw, place.city) == ("Munich, Germany", "Munich")


@pytest.mark.parametrize(
    ("title", "description", "cities"),
    [
        ("Engineer - San Francisco, CA", "", ["San Francisco"]),
        ("Engineer", "Acme | Engineer | London, UK | ONSITE\nWe are …", ["London"]),
        ("Engineer", "Austin | Engineer | Berlin | full-time", ["Berlin"]),
        ("Engineer", "Acme, in San Francisco, is hiring", ["San Francisco"]),
        ("Engineer", "Acme (Paris or London)", ["Paris", "London"]),
        ("Engineer", "Acme, Boulder, CO, Techstars 2015", ["Boulder"]),
        ("Engineer", "Acme hires in our San Francisco office", ["San Francisco"]),
        ("Mobile Developer | Reading", "", []),
        ("Engineer", "San Francisco | Engineer | Acme | onsite", ["San Francisco"]),
        ("Engineer", "|| Acme -- New York -- remote ||", ["New York City"]),
        ("Engineer", "Acme ➡ San Francisco ➡ full-time", ["San Francisco"]),
        ("Engineer", "Acme | Engineer | Cambridge | Boston, MA", ["Cambridge", "Boston"]),
        ("Engineer", "Acme | local in Boston, MA; local in Warsaw, Poland | full-time", ["Boston", "Warsaw"]),
        ("Senior Engineer Austin, TX", "", ["Austin"]),
        ("Nurse", "We like Berlin.\nBerlin, Germany", []),
    ],
)
def test_without_stated_places_title_and_heading_are_read(resources, title, description, cities):
    """The first part is the employer unless it is a qualified place; running text is not searched."""
    found = located(resources, title=title, description=description)

    assert [place.city for place in found] == cities
    assert all(place.origin in {Origin.TITLE, Origin.TEXT} and place.confidence < 0.9 for place in found)


def test_a_title_that_is_its_heading_cut_off_is_read_whole(resources):
    """`San…` of San Francisco is not the town of San in Mali."""
    heading = "Acme Security (formerly Apex) - Atlanta, Austin, New York, San Francisco, and Sunnyvale, CA"
    posting = make_posting(
        title="Acme Security (formerly Apex) - Atlanta, Austin, New York, San…", description=f"{heading}\nJoin us."
    )
    cities = [place.city for place in enrich(posting, resources)["locations"]]

    assert cities == ["Atlanta", "Austin", "New York City", "San Francisco", "Sunnyvale"]


def test_a_stated_place_that_is_none_leaves_the_heading_to_be_read(resources):
    """Its wording is kept beside what the heading names."""
    text = "London, UK | Manager | Snowbound Analytics"

    found = located(resources, locations=[Location(raw="Snowbound Analytics")], description=text)

    assert [(place.raw, place.country) for place in found] == [("Snowbound Analytics", None), ("London, UK", "GB")]


def test_what_is_read_stands_in_the_text(resources):
    """The raw words of a place are words of the posting."""
    text = "Acme | Engineer | Remote or London, UK | Acme, NY, NY | $1"

    places = located(resources, title="Engineer", description=text)

    assert [place.city for place in places if place.raw in text] == ["London", "New York City"]


def test_the_countries_of_a_posting_are_those_of_its_stated_places(resources):
    """Unknown places have no country."""
    posting = make_posting(locations=[Location(raw="Berlin"), Location(raw="Nowhere at all"), Location(raw="Toronto, Canada")])

    assert countries_of(posting, resources) == {"DE", "CA"}


def test_a_page_of_text_is_no_place(resources):
    """A wording over 300 characters stays as it is."""
    raw = "Berlin, Germany " * 30

    assert located(resources, locations=[Location(raw=raw)]) == [Location(raw=raw, confidence=0.0)]


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ({"locations": [Location(raw="Cambridge"), Location(raw="Boston, MA")]}, "US"),
        ({"locations": [Location(raw="Cambridge")]}, "GB"),
        ({"locations": [Location(raw="Halle")]}, "DE"),
        ({"locations": [Location(raw="Halle")], "employer_alternatives": [SITE]}, "BE"),
        ({"locations": [Location(raw="Halle")], "description": DUTCH}, "BE"),
        ({"locations": [Location(raw="Waterloo")]}, "CA"),
    ],
)  # fmt: skip
def test_a_name_of_several_places_is_decided_by_what_else_the_posting_says(resources, said, country):
    """By its other places, the employer's national domain, its language; then by population."""
    assert located(resources, **said)[0].country == country


def test_a_country_in_the_field_leaves_the_cities_of_a_heading_to_be_read(resources):
    """What is taken apart by bars only: running text is not searched."""
    heading = "Acme | Engineer | Manchester & London | UK"

    assert [p.city for p in located(resources, locations=[Location(raw="UK")], description=heading)] == [
        None,
        "Manchester",
        "London",
    ]
    assert [p.city for p in located(resources, locations=[Location(raw="UK")], description="We are in London, UK.")] == [None]


def test_a_long_list_of_places_is_read(resources):
    """Each of its parts is short."""
    raw = "; ".join(["Seattle, WA", "Chester, PA", "Mesa, AZ", "Dallas, TX", "Reston, VA"] * 8)

    assert len(raw) > 300
    assert [place.city for place in located(resources, locations=[Location(raw=raw)])] == [
        "Seattle",
        "Chester",
        "Mesa",
        "Dallas",
        "Reston",
    ]
