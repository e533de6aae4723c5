"""From where remote work may be done."""

import pytest

from schemas.derived import Origin
from schemas.posting import Location
from streams.enrich.remote_scope import enrich
from tests.builders import make_posting
from tests.work import calls_of


def scope(resources, **said):
    """The scope of a posting with `said`."""
    return enrich(make_posting(**said), resources)["remote_scope"]


def areas(found):
    """Countries and parts of the world."""
    return [*found.value.countries, *found.value.regions] if found else []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Acme | Engineer | REMOTE (US only) | full-time", ["US"]),
        ("Acme | Engineer | Remote (US/Europe/APAC)", ["US", "APAC", "Europe"]),
        ("Acme | Engineer | San Francisco, CA / REMOTE OK in the US", ["US"]),
        ("Acme (Boston, US Remote)", ["US"]),
        ("Acme | REMOTE (within America)", ["US"]),
        ("Acme | remote within the U.S.", ["US"]),
        ("Acme | Part time | US Citizen | 100% remote", ["US"]),
        ("Acme | Remote | UK applicants only", ["GB"]),
        ("Acme | USA/CAN | REMOTE", ["CA", "US"]),
        ("Acme | India - (Anywhere) | REMOTE", ["IN"]),
        ("Acme | Berlin / Europe | Engineer | REMOTE", ["Europe"]),
        ("Acme | Europe | Full-time | Remote", ["Europe"]),
        ("Acme | Any City Worldwide | Remote", ["Worldwide"]),
        ("Acme | ONSITE & REMOTE (Anywhere)", ["Worldwide"]),
        ("Acme | London, UK or remote", []),
        ("Acme | Los Angeles, USA | REMOTE", []),
        ("Acme | Malta | REMOTE", []),
        ("Acme | Remote, UK preferred", []),
        ("Acme | REMOTE OK, CAN OFFER VISA", []),
        ("Acme | San Francisco or Remote | join us", []),
        ("Acme | London, UK (US only)", []),
        ("Acme | Austin | no remote, US only", []),
    ],
)
def test_a_heading_binds_remote_work_to_areas(resources, heading, expected):
    """Countries that stand by `remote` or `only`; those of an office, and wishes, bind nobody."""
    assert areas(scope(resources, title="Engineer", description=heading)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is a remote position. You must be located in the United States.", ["US"]),
        ("This role is remote. Work anywhere in Europe or Canada.", ["CA", "Europe"]),
        ("We are fully remote. Candidates must reside in Germany, Austria or Switzerland.", ["AT", "CH", "DE"]),
        ("Location: Remote (Work from anywhere in the world)", ["Worldwide"]),
        ("You work on site. You must be located in the United States.", []),
        ("This is a remote position. Our clients send money anywhere in the world.", []),
        ("MUST live locally – NO REMOTE. US Citizens are encouraged to apply.", []),
        ("This is a remote position. Join us.", []),
    ],
)
def test_a_sentence_binds_remote_work_to_areas(resources, text, expected):
    """Where the posting, or the sentence, is about remote work."""
    assert areas(scope(resources, title="Engineer", description="About the job\n" + text)) == expected


def test_a_field_goes_before_the_text(resources):
    """With where it stood, and the words."""
    found = scope(resources, locations=[Location(raw="Remote - Germany")], description="Jobs\nRemote: must be located in the US.")

    assert areas(found) == ["DE"]
    assert (found.raw, found.origin, found.confidence) == ("Germany", Origin.FIELD, 0.95)


def test_areas_and_time_zones_are_read_apart(resources):
    """Each from where it is said first; the words of both are kept."""
    found = scope(resources, title="Engineer (Remote, Europe)", description="Jobs\nYou work within 2 hours of CET.")

    assert areas(found) == ["Europe"]
    assert (found.value.earliest_utc_offset, found.value.latest_utc_offset) == (-1, 3)
    assert (found.raw, found.origin) == ("Europe … within 2 hours of CET", Origin.TITLE)


def test_without_remote_work_nothing_is_bound(resources):
    """A posting of an office says nothing of it."""
    assert scope(resources, locations=[Location(raw="Germany")], description="Working hours: 9-5 CET.") is None


@pytest.mark.parametrize(
    "text", ["remote us " * 200_000, "anywhere in " * 200_000, "remote " + "1" * 2_000_000, "time zone " * 200_000]
)
def test_a_text_of_twice_the_length_is_twice_the_work(resources, text):
    """Work of an expression that grew with the square would not end within the limit of a test."""
    half, whole = (calls_of(lambda read=read: scope(resources, description=read)) for read in (text[: len(text) // 2], text))

    assert whole < 2.1 * half + 1_000


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Remote, Deutschland", ["DE"]),
        ("Deutschland (Homeoffice)", ["DE"]),
        ("France (télétravail)", ["FR"]),
        ("España (remoto)", ["ES"]),
        ("Remoto, México", ["MX"]),
        ("Brasil (Remoto)", ["BR"]),
        ("Italia (da remoto)", ["IT"]),
        ("Nederland (thuiswerken)", ["NL"]),
        ("Sverige (distans)", ["SE"]),
        ("Polska (zdalnie)", ["PL"]),
        ("Danmark (fjernarbejde)", ["DK"]),
        ("Norge (hjemmekontor)", ["NO"]),
        ("España", []),
        ("Madrid, España (presencial)", []),
    ],
)  # fmt: skip
def test_places_of_other_languages_bind_remote_work(resources, place, expected):
    """As boards of that language have them."""
    assert areas(scope(resources, title="Acme", description="", locations=[Location(raw=place)])) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("100 % remote innerhalb Deutschlands.", ["DE"]),
        ("Remote deutschlandweit möglich", ["DE"]),
        ("Remote europaweit", ["Europe"]),
        ("100 % télétravail partout en France.", ["FR"]),
        ("Full remote depuis la France.", ["FR"]),
        ("Trabajo 100% remoto desde cualquier lugar de España.", ["ES"]),
        ("Remoto de qualquer lugar do Brasil.", ["BR"]),
        ("Volledig remote binnen Nederland.", ["NL"]),
        ("Helt på distans inom Sverige.", ["SE"]),
        ("Praca zdalna z dowolnego miejsca w Polsce.", ["PL"]),
        ("Remote innerhalb der EU", ["EU"]),
        ("Télétravail depuis l'Union européenne", ["EU"]),
        ("Weltweit remote arbeiten", ["Worldwide"]),
        ("Reisen deutschlandweit. Du arbeitest remote.", []),
        ("Wir liefern weltweit.", []),
    ],
)  # fmt: skip
def test_sentences_of_other_languages_bind_remote_work(resources, sentence, expected):
    """Where remote work is named in the same sentence."""
    assert areas(scope(resources, title="Acme", description=f"Acme.\n\n{sentence}\n", locations=[])) == expected
