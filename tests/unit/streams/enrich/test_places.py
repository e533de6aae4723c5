"""Wordings of places, and what they are read as."""

import pytest

from tests.work import calls_of


def read(resources, raw):
    """(city, region, country) per place."""
    return [(r.city.name if r.city else None, r.region, r.country) for r in resources.places(raw)]


@pytest.mark.parametrize(
    ("raw", "city", "region", "country"),
    [
        ("Berlin, Germany", "Berlin", "Berlin", "DE"),
        ("Berlin, DE", "Berlin", "Berlin", "DE"),
        ("Wilmington, DE", "Wilmington", "Delaware", "US"),
        ("San Francisco, CA", "San Francisco", "California", "US"),
        ("San Francisco, Ca", "San Francisco", "California", "US"),
        ("Ontario, CA", "Ontario", "California", "US"),
        ("Toronto, ON, CA", "Toronto", "Ontario", "CA"),
        ("London, ON", "London", "Ontario", "CA"),
        ("London UK", "London", "England", "GB"),
        ("Sydney NSW", "Sydney", "New South Wales", "AU"),
        ("Melbourne VIC 3000", "Melbourne", "Victoria", "AU"),
        ("Perth, WA", "Perth", "Western Australia", "AU"),
        ("Perth WA", "Perth", "Western Australia", "AU"),
        ("Utrecht, UT", "Utrecht", "Utrecht", "NL"),
        ("Milano MI", "Milan", "Lombardy", "IT"),
        ("Toronto, Ontario M5V", "Toronto", "Ontario", "CA"),
        ("Delhi NCR", "Delhi", "Delhi", "IN"),
        ("London, UK or remote", "London", "England", "GB"),
        ("Edinburgh, Scotland", "Edinburgh", "Scotland", "GB"),
        ("Remote - US", None, None, "US"),
        ("US-CA-Monrovia", "Monrovia", "California", "US"),
        ("München", "Munich", "Bavaria", "DE"),
        ("Muenchen", "Munich", "Bavaria", "DE"),
        ("Zürich", "Zürich", "Zurich", "CH"),
        ("Москва", "Moscow", "Moscow", "RU"),
        ("Bangalore, India", "Bengaluru", "Karnataka", "IN"),
        ("NYC", "New York City", "New York", "US"),
        ("New York", "New York City", "New York", "US"),
        ("Washington, D.C.", "Washington", "District of Columbia", "US"),
        ("Atlanta, Georgia", "Atlanta", "Georgia", "US"),
        ("Tbilisi, Georgia", "Tbilisi", "T'bilisi", "GE"),
        ("Georgia, USA", None, "Georgia", "US"),
        ("California, USA", None, "California", "US"),
        ("USA, NY", None, "New York", "US"),
        ("Falconer, NY", "Falconer", "New York", "US"),
        ("Blue Bell, PA", "Blue Bell", "Pennsylvania", "US"),
        ("Warsaw, VA", "Warsaw", "Virginia", "US"),
        ("Casablanca, MA", "Casablanca", "Grand Casablanca", "MA"),
        ("Toronto, CA", "Toronto", "Ontario", "CA"),
        ("Sölvesborg, Blekinge län, SE", "Sölvesborg", "Blekinge", "SE"),
        ("Falconer Heights, PA", None, "Pennsylvania", "US"),
        ("Nowhere, Blekinge län, SE", None, "Blekinge", "SE"),
        ("Walldorf, DE", "Walldorf", "Baden-Württemberg", "DE"),
        ("Nowhereheim, DE", None, None, None),
        ("Walldorf", None, None, None),
        ("Culver City, CA (LA Area)", "Culver City", "California", "US"),
        ("Huntsville-Decatur-Albertville Area", "Huntsville", "Alabama", "US"),
        ("PA", None, None, None),
        ("Acme Robotics, QA", None, None, None),
        ("Singapore", "Singapore", None, "SG"),
        ("Bosnia and Herzegovina", None, None, "BA"),
        ("SF Bay Area", None, "California", "US"),
        ("Mumbai (India)", "Mumbai", "Maharashtra", "IN"),
        ("Cambridge, MA", "Cambridge", "Massachusetts", "US"),
        ("Paris, TX", "Paris", "Texas", "US"),
        ("Los Angeles, LA", "Los Angeles", "California", "US"),
        ("Lacassine, Louisiana", "Lacassine", "Louisiana", "US"),
        ("Mantua Township, New Jersey", "Mantua", "New Jersey", "US"),
        ("Parsippany-Troy Hills, New Jersey", "Parsippany", "New Jersey", "US"),
        ("Mt Morris, Illinois", "Mount Morris", "Illinois", "US"),
        ("Lake St Louis, MO", "Lake Saint Louis", "Missouri", "US"),
        ("Lane, OK", "Lane", "Oklahoma", "US"),
        ("Friendly, Maryland", "Friendly", "Maryland", "US"),
        ("Boston, MA 02110", "Boston", "Massachusetts", "US"),
        ("Nowhere at all, MA 02110", "Boston", "Massachusetts", "US"),
        ("New York, NY 10029", "New York City", "New York", "US"),
        ("10115 Berlin", "Berlin", "Berlin", "DE"),
        ("Orange County, CA", None, "California", "US"),
        ("Greater Boston", "Boston", "Massachusetts", "US"),
        ("Washington", None, None, "US"),
        ("Washington DC", "Washington", "District of Columbia", "US"),
        ("San Francisco, CA ( OK)", "San Francisco", "California", "US"),
        ("Järfälla, Stockholms län, Sverige", "Jakobsberg", "Stockholm", "SE"),
        ("Håbo, Uppsala län, Sverige", "Bålsta", "Uppsala", "SE"),
        ("Habo, Jönköpings län, Sverige", "Habo", "Jönköping", "SE"),
        ("Göteborgs kommun, Sverige", "Gothenburg", "Västra Götaland", "SE"),
        ("Pune, Maharashtra, India", "Pune", "Maharashtra", "IN"),
        ("Sydney, NSW", "Sydney", "New South Wales", "AU"),
        ("Bavaria, Germany", None, "Bavaria", "DE"),
        ("Remote - Catalonia", None, "Catalonia", "ES"),
        ("Madrid, Madrid, Spain", "Madrid", "Madrid", "ES"),
        ("Toronto, CAN", "Toronto", "Ontario", "CA"),
        ("San Mateo", "San Mateo", "California", "US"),
        ("Florida", None, "Florida", "US"),
        ("Virginia, USA", None, "Virginia", "US"),
        ("WV, USA", None, "West Virginia", "US"),
        ("ON,CA", None, "Ontario", "CA"),
        ("Washington State", None, "Washington", "US"),
        ("US, NY, New York", "New York City", "New York", "US"),
        ("Mexico - Mexico City", "Mexico City", "Mexico City", "MX"),
        ("USA - New York - Rome", "Rome", "New York", "US"),
        ("Sydney, AUS", "Sydney", "New South Wales", "AU"),
        ("Dubai, ARE", "Dubai", "Dubai", "AE"),
        ("Desk 4, Singapore", "Singapore", None, "SG"),
        ("Greater Tampa Bay Area", "Tampa", "Florida", "US"),
        ("Branchburg, New Jersey", "Branchburg", "New Jersey", "US"),
        ("Poland Offsite", None, None, "PL"),
        ("12 El Camino Real, San Diego, CA", "San Diego", "California", "US"),
        ("Suite 200 Toledo, OH", "Toledo", "Ohio", "US"),
        ("Tokyo 23 wards", "Tokyo", "Tokyo", "JP"),
        ("Hyderabad, TG, India", "Hyderabad", "Telangana", "IN"),
        ("Columbus, IN", "Columbus", "Indiana", "US"),
        ("US, IN, Columbus", "Columbus", "Indiana", "US"),
        ("Hyderabad, IN", "Hyderabad", "Telangana", "IN"),
        ("REMOTE IN CANADA", None, None, "CA"),
        ("COOL SPRINGS WALK-IN", None, None, None),
        ("Northern Virginia", None, "Virginia", "US"),
        ("Upstate New York", None, "New York", "US"),
        ("US East", None, None, "US"),
        ("Continental US", None, None, "US"),
        ("South Wales", None, "Wales", "GB"),
        ("West Virginia", None, "West Virginia", "US"),
        ("North America", None, None, None),
        ("Central America", None, None, None),
        ("Midtown Manhattan", "New York City", "New York", "US"),
        ("Denver Territory", "Denver", "Colorado", "US"),
        ("Darwin, Northern Territory", "Darwin", "Northern Territory", "AU"),
        ("Anywhere in the US", None, None, "US"),
        ("Remote US - EST", None, None, "US"),
        ("San Juan, Puerto Rico, US", "San Juan", "San Juan", "PR"),
        ("Hong Kong, China", "Hong Kong", None, "HK"),
        ("Hong Kong SAR", "Hong Kong", None, "HK"),
        ("NY, NY", "New York City", "New York", "US"),
        ("200 West Street, New York", "New York City", "New York", "US"),
        ("ATL - Atlanta, GA", "Atlanta", "Georgia", "US"),
        ("South Bay, CA", None, "California", "US"),
        ("Orange County CA", None, "California", "US"),
        ("SoMa, San Francisco", "San Francisco", "California", "US"),
        ("Venice, Los Angeles", "Venice", "California", "US"),
        ("Folkestone, Kent", "Folkestone", "England", "GB"),
        ("Calgary Alberta Canada", "Calgary", "Alberta", "CA"),
        ("Hingham Massachusetts", "Hingham", "Massachusetts", "US"),
        ("Cambridge, MA USA", "Cambridge", "Massachusetts", "US"),
        ("OR within the USA", None, None, None),
        ("Sales Team Boulder, CO", "Boulder", "Colorado", "US"),
        ("Waterloo", "Waterloo", "Ontario", "CA"),
        ("Seattle - Westlake", "Seattle", "Washington", "US"),
    ],
)
def test_a_wording_names_one_place(resources, raw, city, region, country):
    """Country and region decide which of several cities is meant."""
    assert read(resources, raw) == [(city, region, country)]


@pytest.mark.parametrize(
    ("raw", "city", "region", "country"),
    [
        ("US CA San Mateo", "San Mateo", "California", "US"),
        ("USA VA Chantilly", "Chantilly", "Virginia", "US"),
        ("USA-CA San Jose Sunny Drive", "San Jose", "California", "US"),
        ("US-TX-AUSTIN-B2 ~ 1 Main St ~ B2, Floor 3", "Austin", "Texas", "US"),
        ("IN-KA-BENGALURU-WEST", "Bengaluru", "Karnataka", "IN"),
        ("SGP04-01-Singapore-Plaza", "Singapore", None, "SG"),
        ("UK London", "London", "England", "GB"),
        ("USA Reno, NV", "Reno", "Nevada", "US"),
        ("US-CA-Fremont (B12)", "Fremont", "California", "US"),
        ("Salem-MA", "Salem", "Massachusetts", "US"),
        ("LYON 04", "Lyon", "Auvergne-Rhône-Alpes", "FR"),
        ("Dublin 2, Ireland", "Dublin", "Leinster", "IE"),
        ("Boise, ID (ID17), More...", "Boise", "Idaho", "US"),
        ("Austin, TX + 3 more", "Austin", "Texas", "US"),
        ("Kansas City | MO", "Kansas City", "Missouri", "US"),
        ("US- Virginia- McLean", "McLean", "Virginia", "US"),
        ("US_NY_Armonk", "Armonk", "New York", "US"),
        ("US.CA.Foster City", "Foster City", "California", "US"),
        ("United States-Texas-Houston", "Houston", "Texas", "US"),
        ("United States > Texas > Dallas", "Dallas", "Texas", "US"),
        ("United States-North Carolina-Winston-Salem", "Winston-Salem", "North Carolina", "US"),
        ("US-Washington-Redmond", "Redmond", "Washington", "US"),
        ("Canada-Ontario-Markham", "Markham", "Ontario", "CA"),
        ("Germany-Munich", "Munich", "Bavaria", "DE"),
        ("Texas-Austin", "Austin", "Texas", "US"),
        ("Georgia-Alpharetta", "Alpharetta", "Georgia", "US"),
        ("MA-Boston", "Boston", "Massachusetts", "US"),
        ("DE-Wilmington", "Wilmington", "Delaware", "US"),
        ("DE-Berlin", "Berlin", "Berlin", "DE"),
        ("LA - New Orleans", "New Orleans", "Louisiana", "US"),
        ("IL-Tel Aviv", "Tel Aviv", "Tel Aviv", "IL"),
        ("USA-CA - Hill Street 2", None, "California", "US"),
        ("AU, VIC, Melbourne", "Melbourne", "Victoria", "AU"),
        ("US, DC, Washington", "Washington", "District of Columbia", "US"),
        ("US, CA, Remote", None, "California", "US"),
        ("CA, AB, Toronto", "Toronto", "Ontario", "CA"),
        ("AE, ,", None, None, "AE"),
        ("USA_Remote", None, None, "US"),
        ("Americas-USA-CA-San Jose", "San Jose", "California", "US"),
        ("Mexico, Nuevo León, Monterrey", "Monterrey", "Nuevo Leon", "MX"),
    ],
)
def test_systems_write_codes_and_signs_where_people_write_commas(resources, raw, city, region, country):
    """What a code of a building, a number of a site or a bar stands beside is read like any other wording."""
    assert read(resources, raw) == [(city, region, country)]


@pytest.mark.parametrize(
    ("raw", "region", "country"),
    [
        ("NY", "New York", "US"),
        ("NY Metro", "New York", "US"),
        ("Remote - TX", "Texas", "US"),
        ("TX-Remote", "Texas", "US"),
        ("Hybrid (NY)", "New York", "US"),
        ("Remote, PA", "Pennsylvania", "US"),
        ("Remote - GB", None, "GB"),
        ("NJ - Hill Street 2", "New Jersey", "US"),
        ("Remote - CA", None, None),
        ("Remote OK", None, None),
        ("Remote (CT)", None, None),
        ("Remote QA", None, None),
        ("OK", None, None),
    ],
)
def test_a_code_without_a_city_is_a_state_where_it_can_be_nothing_else(resources, raw, region, country):
    """CA is Canada as well, CT a time, QA a kind of work."""
    assert read(resources, raw) == [(None, region, country)]


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        ("CA, NY, WA", [("California", "US"), ("New York", "US"), ("Washington", "US")]),
        ("NY/NJ", [("New York", "US"), ("New Jersey", "US")]),
        ("AZ, CA, NV", [("Arizona", "US"), ("California", "US"), ("Nevada", "US")]),
        ("MN/WI, United States", [("Minnesota", "US"), ("Wisconsin", "US")]),
        ("DE, CA", [(None, None)]),
        ("USA, Canada, Mexico", [(None, "US"), (None, "CA"), (None, "MX")]),
        ("Remote - US, Canada", [(None, "US"), (None, "CA")]),
        ("Georgia, USA", [("Georgia", "US")]),
    ],
)
def test_states_and_countries_are_listed_without_cities(resources, raw, places):
    """Two codes that are countries as well as states may be either."""
    assert [(region, country) for _, region, country in read(resources, raw)] == places


@pytest.mark.parametrize(
    "raw",
    [
        "Can",
        "Asia",
        "4301 Madison Ave",
        "Nowhereville, ZZ",
        "Remote",
        "Friendly",
        "Johnson",
        "02110",
        "Software Engineer",
        "Georgia",
        "join us",
        "4 Locations",
        "N/A",
        "",
        "??",
    ],
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
        ("Berlin, Munich or remote", [("Berlin", "DE"), ("Munich", "DE")]),
        ("London / New York", [("London", "GB"), ("New York City", "US")]),
        ("Paris / Dallas", [("Paris", "FR"), ("Dallas", "US")]),
        ("Boston/Cambridge/Somerville, MA", [("Boston", "US"), ("Cambridge", "US"), ("Somerville", "US")]),
        ("Herndon / Reston, VA", [("Herndon", "US"), ("Reston", "US")]),
        ("Seattle, WA, Austin, TX", [("Seattle", "US"), ("Austin", "US")]),
        ("Stamford, CT, New York, NY", [("Stamford", "US"), ("New York City", "US")]),
        ("Albuquerque, NM - Vienna, VA", [("Albuquerque", "US"), ("Vienna", "US")]),
        ("Dallas, TX Tempe, AZ", [("Dallas", "US"), ("Tempe", "US")]),
        ("Akron, OH <br> Reno, NV", [("Akron", "US"), ("Reno", "US")]),
        ("New York, Seattle", [("New York City", "US"), ("Seattle", "US")]),
        ("New York, London, or Paris", [("New York City", "US"), ("London", "GB"), ("Paris", "FR")]),
        ("SF, NYC, Chicago, US", [("San Francisco", "US"), ("New York City", "US"), ("Chicago", "US")]),
        ("SF, NYC, US-Remote", [("San Francisco", "US"), ("New York City", "US"), (None, "US")]),
        ("Austin, TX\nDallas, TX", [("Austin", "US"), ("Dallas", "US")]),
        ("Boston, New York", [("Boston", "US"), ("New York City", "US")]),
        ("Rome, New York", [("Rome", "US")]),
        ("Boston, London, Singapore", [("Boston", "US"), ("London", "GB"), ("Singapore", "SG")]),
        ("Singapore, Shanghai", [("Singapore", "SG"), ("Shanghai", "CN")]),
        ("SF, NY", [("San Francisco", "US"), (None, "US")]),
        ("Denver, San Francisco, US", [("Denver", "US"), ("San Francisco", "US")]),
        ("Córdoba, Veracruz, Mexico", [("Córdoba", "MX")]),
        ("US-GA-Atlanta (1010), US-TX-Allen", [("Atlanta", "US"), ("Allen", "US")]),
        ("US-SF, US-NYC", [("San Francisco", "US"), ("New York City", "US")]),
        ("Toronto, US-Remote", [("Toronto", "CA"), (None, "US")]),
        ("DC, NYC", [("Washington", "US"), ("New York City", "US")]),
        ("NYC - LA", [("New York City", "US"), ("Los Angeles", "US")]),
        ("Baton Rouge, LA", [("Baton Rouge", "US")]),
        ("Seattle, Palo Alto", [("Seattle", "US"), ("Palo Alto", "US")]),
        ("Sunnyvale, Kirkland, DC, London", [("Sunnyvale", "US"), ("Kirkland", "US"), ("Washington", "US"), ("London", "GB")]),
    ],
)
def test_a_wording_may_name_several_places(resources, raw, cities):
    """A part without state or country takes that of a later one where it fits."""
    assert [(r.city.name if r.city else None, r.country) for r in resources.places(raw)] == cities


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        ("Chicago, Florida, Seattle", [("Chicago", "Illinois"), (None, "Florida"), ("Seattle", "Washington")]),
        ("SF Bay Area, Seattle", [(None, "California"), ("Seattle", "Washington")]),
        ("Bellevue, Washington, Seattle", [("Bellevue", "Washington")]),
    ],
)
def test_a_state_beside_cities_elsewhere_is_a_place_of_its_own(resources, raw, places):
    """One in which a city of the list lies is that city's state."""
    assert [(city, region) for city, region, _ in read(resources, raw)] == places


def test_a_city_that_is_not_in_the_country_given_is_not_guessed(resources):
    """There is no large Berlin in France: the country stands, the city stays unknown."""
    assert read(resources, "Berlin, France") == [(None, None, "FR")]


def test_doubt_shows_in_the_confidence(resources):
    """A qualified city is surer than a famous one, and that surer than one of several of a size."""
    confidence = [resources.places(raw)[0].confidence for raw in ("Portland, OR", "Berlin", "Portland")]

    assert confidence == sorted(confidence, reverse=True)
    assert len(set(confidence)) == 3


def test_a_place_beside_another_of_its_name_is_no_doubt(resources):
    """Delhi and New Delhi are one place for who looks for work."""
    assert resources.places("New Delhi, India")[0].confidence == 1.0


def test_a_part_that_is_no_place_is_kept_beside_those_that_are(resources):
    """Nothing that the source names is dropped."""
    assert read(resources, "Berlin / Xanadu Station") == [("Berlin", "Berlin", "DE"), (None, None, None)]


def test_countries_can_be_favoured(resources):
    """One of several places of a size is rather in such a country; one that is much larger elsewhere is not."""
    found = [resources.places(raw, favoured=frozenset({"US"}))[0].city for raw in ("Cambridge", "London", "Vancouver")]

    assert [city.country for city in found] == ["US", "GB", "CA"]


def test_a_country_that_is_known_is_where_all_places_are(resources):
    """London in Canada, and no city where the country has none of the name."""
    known = [resources.places(raw, country="CA")[0] for raw in ("London", "Berlin")]

    assert [(reading.city.name if reading.city else None, reading.country) for reading in known] == [
        ("London", "CA"),
        (None, "CA"),
    ]


@pytest.mark.parametrize(
    "raw", ["1" * 2_000, " " * 2_000, "a," * 1_000, "a/" * 1_000, "Berlin, Germany " * 125, "-" * 2_000, "(" * 2_000]
)
def test_a_wording_of_twice_the_length_is_twice_the_work(resources, raw):
    """As much as a list of places may have."""
    half, whole = (calls_of(lambda length=length: resources.places(raw[:length])) for length in (1_000, 2_000))

    assert whole < 2.5 * half + 1_000
