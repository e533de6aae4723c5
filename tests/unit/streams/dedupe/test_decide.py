"""A verdict depends on two contents, and precision goes first."""

from itertools import product

import pytest

from schemas.posting import Match, MatchMethod
from streams.dedupe.content import content_of
from streams.dedupe.decide import verify
from tests.unit.streams.dedupe.group import posting, text


def verdict(one: dict[str, object], other: dict[str, object]) -> Match | None:
    """What is decided about two postings that differ in the fields given."""
    return verify(content_of(posting("b", **one)), content_of(posting("a", **other)), "lever:acme:a")


def test_an_edited_text_is_near_and_says_how_near():
    """The reason names title, place, share of the text and the posting that it was compared with."""
    match = verdict({"description": text(changed=12)}, {})

    assert match is not None
    assert match.method is MatchMethod.NEAR
    assert match.similarity == pytest.approx(0.82, abs=0.1)
    assert match.reason == (
        f"The title is the same, they share a place, and about {match.similarity:.0%} of the text is that of lever:acme:a."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "Senior Nurse"}, {"title": "Nurse"}),
        ({"title": "Technician II"}, {"title": "Technician I"}),
        ({"title": "Head of Imaging"}, {"title": "Head of Language"}),
        ({"title": "We are hiring!"}, {"title": "Nurse"}),
        ({"place": "Berlin"}, {"place": "Paris"}),
        ({"requisition_id": "R1"}, {"requisition_id": "R2"}),
        ({"description": text("sell")}, {}),
    ],
    ids=["level", "number", "specialty", "title of noise", "place", "requisition", "text"],
)
def test_what_contradicts_keeps_postings_apart(one: dict[str, object], other: dict[str, object]):
    """One text with another level, specialty, place or requisition is another opening."""
    assert verdict(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "Nurse, Intensive Care"}, {"title": "Nurse"}),
        ({"title": "Nurse - Berlin"}, {"title": "Nurse"}),
        ({"place": None}, {"place": "Paris"}),
        ({"requisition_id": "R1"}, {"requisition_id": None}),
        ({"description": text(changed=12)}, {}),
    ],
    ids=["wider title", "place in the title", "no place", "no requisition", "edited"],
)
def test_what_does_not_contradict_is_one_job(one: dict[str, object], other: dict[str, object]):
    """What only one of the two says is no difference, whichever comes first."""
    forth, back = verdict(one, other), verdict(other, one)

    assert forth is not None
    assert forth == back


def test_short_texts_are_never_matched_by_resemblance():
    """Teasers collide: only the same title, text and places match."""
    teaser = text(size=40)
    assert verdict({"description": teaser}, {"description": teaser + " now"}) is None
    assert verdict({"description": teaser}, {"description": teaser}) is not None


def test_title_and_place_alone_are_no_match():
    """Postings without a text match by requisition only."""
    assert verdict({"description": ""}, {"description": ""}) is None
    assert verdict(*({"description": "", "requisition_id": "R1"},) * 2) is not None


def test_a_verdict_is_the_same_both_ways():
    """Which of two postings is older changes who is canonical, not whether they match."""
    fields = [{"title": t, "place": p, "description": d} for t, p, d in product(
        ["Nurse", "Nurse, Night", "Driver"], ["Berlin", None], [text(), text(changed=20), text(changed=50)])]  # fmt: skip
    contents = [content_of(posting("a", **f)) for f in fields]

    assert all(verify(a, b, "x") == verify(b, a, "x") for a, b in product(contents, contents))
