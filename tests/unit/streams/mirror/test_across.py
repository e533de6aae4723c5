"""The verifier across employers: what must be the same, and what must not contradict."""

from typing import Any

import pytest

from schemas.mirror import Sketch
from streams.dedupe.canonical import sketch_of
from streams.dedupe.reading import SENTENCES
from streams.mirror.across import ACROSS, LEAST_SAME, MINIMUM_TEXT, SHARED, SHARED_BY_A_WORD, Told, alike, buckets_of, similarity
from tests.unit.streams.dedupe.group import content_of, text

ABOUT_AN_AGENCY = (
    "Our client, a family-run clinic, trusts us with its hiring. We have placed people since 1998, and so can you be."
)
ABOUT_A_BOARD = "Never miss an offer again: subscribe to the weekly letter of our board. All of our offers are checked by hand."


def told(**values: Any) -> Told:
    """What a bucket keeps of a nurse's ad that states nothing else."""
    stated = {"title": frozenset({1}), "places": frozenset[int](), "countries": frozenset[int]()}
    return Told(**({"ranks": 0, "steps": 0, "states": 0, "requisition": 0} | stated | values))


def sketch(**fields: object) -> Sketch:
    """What a posting is compared by."""
    return sketch_of(content_of(**fields))


def test_the_rules_are_frozen():
    """Another rule or threshold is another verifier, and has another name."""
    assert (ACROSS, SHARED, SHARED_BY_A_WORD, LEAST_SAME) == ("across-2", 0.7, 0.85, 23)
    assert (MINIMUM_TEXT, SENTENCES) == (600, 4)


def test_the_same_text_under_the_same_title_is_a_copy():
    """Its similarity is 1; a few other sentences leave a copy, and say how similar it is."""
    assert similarity(sketch(), sketch()) == 1.0
    assert SHARED <= similarity(sketch(), sketch(description=text(changed=20))) < 1.0


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Registered Nurse - nights, Berlin (m/f/d) - up to $40/h"},
        {"description": f"{ABOUT_AN_AGENCY}\n{text(size=120)}\n{ABOUT_A_BOARD}"},
        {"description": text(size=100)},
        {"description": "\n".join(reversed(text(size=150).split(". ")))},
    ],
    ids=["a longer title", "words of the agency's own", "two thirds of the text", "in another order, as a list"],
)  # fmt: skip
def test_what_agencies_and_boards_change_leaves_a_copy(fields):
    """Most of what the shorter one says about the role is in both."""
    stated = {"title": "Registered Nurse", "description": text(size=150)}

    found = similarity(sketch(**stated), sketch(**(stated | fields)))

    assert found is not None
    assert found >= SHARED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berlin, Germany", "Greater Berlin Area"), ("Santa Rosa, CA", "Sonoma County, CA"), ("Oshkosh, WI", "Wisconsin, USA"),
        ("Kista, Stockholm", "Stockholm"), ("Remote in the US", "Olean, NY"), ("Olean, NY - relocation OK", "New York State"),
        ("Manhattan, New York, NY", "New York, NY"), ("Berlin, Germany", None),
    ],
)  # fmt: skip
def test_a_wider_place_contradicts_nothing(one, other):
    """A county, a region, a city's part: agencies tell as little as they may."""
    assert similarity(sketch(place=one), sketch(place=other)) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berlin, Germany", "Paris, France"), ("Berlin, Germany", "Munich, Germany"), ("Grafton, MA", "Belton, MO"),
        ("New York, United States", "Chicago, United States"), ("London, England", "Manchester, England"),
        ("US-CA-Fremont (1003)", "Tualatin, OR"), ("Knoxville, Tennessee", "Louisiana"), ("Portland, Oregon", "Portland, Maine"),
    ],
)  # fmt: skip
def test_another_city_state_or_country_is_another_opening(one, other):
    """A large employer writes one text for all of its sites, in towns that no list has."""
    assert similarity(sketch(place=one), sketch(place=other)) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Accountant"}, {"title": "Senior Nurse"}, {"title": "Nurse II"}, {"requisition_id": "R2"},
        {"description": text(changed=50)}, {"description": text("sell")},
    ],
    ids=["title", "rank", "step", "requisition", "half of the text", "text"],
)  # fmt: skip
def test_what_differs_makes_another_job(fields):
    """Symmetric, as a verdict must be."""
    stated = {"requisition_id": "R1", "title": "Nurse I"}
    one, other = sketch(**stated), sketch(**(stated | fields))

    assert similarity(one, other) is None
    assert similarity(other, one) is None


def test_a_short_ad_within_a_long_one_is_told_by_enough():
    """What a quarter of the longer one says could be the wording of any ad, though it is all that the shorter one says."""
    alone = told(fingerprint=bytes(64), weight=100)

    assert alike(alone, told(fingerprint=bytes(LEAST_SAME) + b"\1" * (64 - LEAST_SAME), weight=300)) == 1.0
    assert alike(alone, told(fingerprint=bytes(LEAST_SAME - 1) + b"\1" * (65 - LEAST_SAME), weight=300)) is None


def test_one_word_of_longer_titles_asks_for_more_text():
    """Who shares the word "nurse" alone has to say nearly the same of the role."""
    stated = {"title": "Nurse, Intensive Care"}
    nearly, whole = ({"title": "Surgical Nurse", "description": text(changed=changed)} for changed in (30, 10))
    assert SHARED <= similarity(sketch(**stated), sketch(**(nearly | stated))) < SHARED_BY_A_WORD

    assert similarity(sketch(**stated), sketch(**nearly)) is None
    assert similarity(sketch(**stated), sketch(**whole)) >= SHARED_BY_A_WORD


@pytest.mark.parametrize(
    "fields",
    [{"place": None}, {"requisition_id": None}, {"requisition_id": "88/26"}, {"title": "Nurse (m/f/d), Berlin - urgent!"}],
)
def test_what_is_not_stated_contradicts_nothing(fields):
    """A copy leaves things out, and an agency has numbers of its own; places and noise in a title don't count."""
    assert similarity(sketch(requisition_id="R1"), sketch(**({"requisition_id": "R1"} | fields))) == 1.0


@pytest.mark.parametrize(
    "fields", [{"description": text(size=60)}, {"title": "We are hiring!"}, {"title": ""}, {"description": ""}]
)
def test_a_teaser_is_never_a_copy(fields):
    """Nor is a title that names no job: it meets nobody."""
    assert buckets_of(sketch(**fields)) == ()
    assert similarity(sketch(**fields), sketch(**fields)) is None


def test_a_bucket_is_a_sentence():
    """Of a text's sentences the same few, whatever stands around them."""
    around = f"{ABOUT_AN_AGENCY}\n{text()}\n{ABOUT_A_BOARD}"

    assert len(set(buckets_of(sketch()))) == SENTENCES
    assert len({*buckets_of(sketch()), *buckets_of(sketch(description=around))}) < 2 * SENTENCES
