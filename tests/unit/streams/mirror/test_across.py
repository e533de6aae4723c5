"""The verifier across employers: what must be the same, and what must not contradict."""

import pytest

from schemas.mirror import Sketch
from streams.dedupe.canonical import sketch_of
from streams.mirror.across import ACROSS, BANDS, MINIMUM_TEXT, SIMILARITY, buckets_of, similarity
from tests.unit.streams.dedupe.group import content_of, text


def sketch(**fields: object) -> Sketch:
    """What a posting is compared by."""
    return sketch_of(content_of(**fields))


def test_the_rules_are_frozen():
    """Another rule or threshold is another verifier, and has another name."""
    assert (ACROSS, SIMILARITY, MINIMUM_TEXT, BANDS) == ("across-1", 0.8, 600, 4)


def test_the_same_text_under_the_same_title_is_a_copy():
    """Its similarity is 1; a few other words leave a copy, and say how similar it is."""
    assert similarity(sketch(), sketch()) == 1.0
    assert 0.8 <= similarity(sketch(), sketch(description=text(changed=5))) < 1.0


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Nurse, Intensive Care"}, {"title": "Senior Nurse"}, {"place": "Paris, France"}, {"requisition_id": "R2"},
        {"description": text(changed=40)}, {"description": text("sell")},
    ],
    ids=["title says more", "level", "place", "requisition", "a third of the text", "text"],
)  # fmt: skip
def test_what_differs_makes_another_job(fields):
    """Symmetric, as a verdict must be."""
    one, other = sketch(requisition_id="R1"), sketch(**({"requisition_id": "R1"} | fields))

    assert similarity(one, other) is None
    assert similarity(other, one) is None


@pytest.mark.parametrize("fields", [{"place": None}, {"requisition_id": None}, {"title": "Nurse (m/f/d), Berlin - urgent!"}])
def test_what_is_not_stated_contradicts_nothing(fields):
    """A copy leaves things out; places and noise in a title don't count."""
    assert similarity(sketch(requisition_id="R1"), sketch(**({"requisition_id": "R1"} | fields))) == 1.0


@pytest.mark.parametrize(
    "fields", [{"description": text(size=60)}, {"title": "We are hiring!"}, {"title": ""}, {"description": ""}]
)
def test_a_teaser_is_never_a_copy(fields):
    """Nor is a title that names no job: it meets nobody."""
    assert buckets_of(sketch(**fields)) == ()
    assert similarity(sketch(**fields), sketch(**fields)) is None


def test_buckets_are_told_apart_by_band():
    """The same minima in another band are another bucket."""
    found = buckets_of(sketch())

    assert [bucket[:2] for bucket in found] == [f"{band}-" for band in range(BANDS)]
    assert len({bucket[2:] for bucket in found}) == BANDS
