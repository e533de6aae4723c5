"""What of a posting a verdict depends on."""

import pytest

from schemas.posting import Location
from streams.dedupe.content import content_of, place_names, requisition_hash, title_words
from streams.dedupe.shingles import words
from tests.unit.streams.dedupe.group import posting, text


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Berlin, Germany", "berlin"),
        ("US, CA, Bakersfield", "bakersfield"),
        ("San Francisco, CA 94107", "san francisco"),
        ("Zürich", "zurich"),
        ("CA, US", "ca"),
        ("Remote - West Coast", "west coast"),
        ("አዲስ አበባ", "አዲስ አበባ"),
    ],
)
def test_a_place_is_named_by_its_city_or_else_its_region(raw: str, name: str):
    """Codes, post codes, accents and countries beside it don't count."""
    assert place_names([Location(raw=raw)]) == [name]


@pytest.mark.parametrize("raw", ["Remote", "United States", "Remote, USA", "Worldwide", " , "])
def test_a_posting_that_is_only_remote_has_no_place(raw: str):
    """It contradicts no other place."""
    assert place_names([Location(raw=raw)]) == []


def test_the_city_that_a_source_names_is_taken_before_its_wording():
    """Two systems word a place differently and name the same city."""
    assert place_names([Location(raw="HQ Mitte", city="Berlin")]) == place_names([Location(raw="Berlin, DE")])


def test_titles_are_told_apart_by_job_and_level():
    """Noise, links and the posting's own places say nothing about the job; abbreviated levels are the same level."""
    title, level = title_words(words("Sr. Data Engineer II (m/f/d) - Berlin"), ["berlin"])

    assert (title, level) == ([b"data", b"engineer"], [b"senior", b"ii"])


def test_punctuation_case_and_links_change_no_identity():
    """A reformatted copy is the same content."""
    plain = posting("a", title="Nurse: Berlin", description="We care - a lot.")
    dressed = posting("b", title="NURSE – Berlin https://x.test/?a=1", description="We care, a lot…")

    assert content_of(plain).identity == content_of(dressed).identity


@pytest.mark.parametrize("change", [{"title": "Driver"}, {"description": text("sell")}, {"place": "Paris"}])
def test_title_text_and_places_make_the_identity(change: dict[str, str]):
    """Another of them is another content."""
    assert content_of(posting("a")).identity != content_of(posting("a", **change)).identity


def test_requisitions_are_compared_without_punctuation():
    """R-1 and r1 are one requisition; no id is 0."""
    assert requisition_hash("R-1") == requisition_hash("r1") != 0
    assert requisition_hash(None) == requisition_hash(" ") == 0
