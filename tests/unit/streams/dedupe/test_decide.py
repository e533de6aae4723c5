"""A verdict depends on two contents, and precision goes first."""

from itertools import product
from unicodedata import normalize

import pytest

from schemas.cluster import Difference, MatchMethod
from streams.dedupe.content import Content
from streams.dedupe.decide import ALONE, Kin, relate
from streams.dedupe.reader import Label
from tests.unit.streams.dedupe.group import content_of, text


def verdict(one: dict[str, object], other: dict[str, object]) -> Kin | None:
    """What one posting is to another; they differ in the fields given."""
    return relate(content_of(**one), content_of(**other), "lever:acme:a")


def label(one: dict[str, object], other: dict[str, object]) -> Label | None:
    """Copy, variant, or nothing."""
    kin = verdict(one, other)
    return kin.label if kin else None


def test_an_edited_text_is_near_and_says_how_near():
    """The reason names the share of the role, the title, the place and the posting that it was compared with."""
    kin = verdict({"description": text(changed=12)}, {})

    assert kin is not None
    match = kin.match()
    assert (match.method, match.matched_posting_id) == (MatchMethod.NEAR, "lever:acme:a")
    assert match.similarity == pytest.approx(0.82, abs=0.01)
    assert match.reason == (
        "Beside lever:acme:a, 82% of what is said about the role is the same, the title is the same, a place is shared."
    )


def test_the_same_content_is_an_exact_copy():
    """And says so in words."""
    kin = verdict({}, {})

    assert kin is not None
    assert (kin.label, kin.exact, kin.match().method, kin.match().similarity) == (Label.COPY, True, MatchMethod.EXACT, 1.0)
    assert kin.reason == "Title, text and places are the same as those of lever:acme:a."


def test_a_variant_names_its_canonical_posting_and_the_difference():
    """For whoever reads it, and for whoever counts it."""
    kin = verdict({"place": "Paris, France", "title": "Senior Nurse"}, {})

    assert kin is not None
    variant = kin.variant()
    assert (variant.variant_of, variant.differences) == ("lever:acme:a", [Difference.PLACE, Difference.LEVEL])
    assert variant.reason == (
        "Beside lever:acme:a, 100% of what is said about the role is the same, but another place and another level is advertised."
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"title": "Senior Nurse"}, {"title": "Nurse"}, Label.VARIANT),
        ({"title": "Technician II"}, {"title": "Technician I"}, Label.VARIANT),
        ({"place": "Berlin"}, {"place": "Paris"}, Label.VARIANT),
        ({"requisition_id": "R1"}, {"requisition_id": "R2"}, Label.VARIANT),
        ({"description": text(changed=55)}, {}, Label.VARIANT),
        ({"description": text("sell")}, {}, None),
        ({"description": ""}, {}, None),
    ],
    ids=["level", "number", "place", "requisition", "half of the text", "text", "no text"],
)
def test_what_contradicts_keeps_postings_apart(one: dict[str, object], other: dict[str, object], expected: Label | None):
    """One text with another level, place or requisition is another opening of the same template; another text is another job."""
    assert label(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "Nurse, Intensive Care"}, {"title": "Nurse"}),
        ({"title": "Nurse - Berlin"}, {"title": "Nurse"}),
        ({"title": "We are hiring!"}, {"title": "Nurse"}),
        ({"place": None}, {"place": "Paris"}),
        ({"requisition_id": "R1"}, {"requisition_id": None}),
        ({"description": text(changed=12)}, {}),
    ],
    ids=["wider title", "place in the title", "title of noise", "no place", "no requisition", "edited"],
)
def test_what_does_not_contradict_is_one_job(one: dict[str, object], other: dict[str, object]):
    """What only one of the two says is no difference, whichever comes first."""
    forth, back = verdict(one, other), verdict(other, one)

    assert forth is not None
    assert forth.label is Label.COPY
    assert forth == back


def test_a_teaser_is_matched_by_its_text_only_where_all_is_the_same():
    """Short texts collide: without title or place in common only the same content matches."""
    teaser = {"title": "", "place": None, "description": text(size=40)}

    assert label(teaser, teaser | {"description": text(size=40) + " now"}) is not Label.COPY
    assert label(teaser, teaser) is Label.COPY


def test_title_and_place_alone_are_no_match():
    """Postings without a text match by requisition only."""
    assert verdict({"description": ""}, {"description": ""}) is None
    assert verdict(*({"description": "", "requisition_id": "R1"},) * 2) is not None
    assert verdict({"description": "", "requisition_id": "R1"}, {"description": "", "requisition_id": "R2"}) is None


def test_the_same_content_under_another_requisition_is_no_copy():
    """Not even an exact one."""
    assert label({"requisition_id": "R1"}, {"requisition_id": "R2"}) is Label.VARIANT


def contents() -> list[Content]:
    """Contents of many kinds."""
    titles, places, texts = ["Nurse", "Nurse, Night", "Driver II"], ["Berlin", None], [text(), text(changed=20), text(changed=50)]
    return [content_of(title=t, place=p, description=d) for t, p, d in product(titles, places, texts)]


def test_a_verdict_is_the_same_both_ways():
    """Which of two postings is older changes who is canonical, not what they are to one another."""
    found = contents()

    assert all(relate(a, b, "x") == relate(b, a, "x") for a, b in product(found, found))


def test_a_posting_alone_has_no_kin():
    """It says so."""
    assert (ALONE.method, ALONE.matched_posting_id) == (MatchMethod.NONE, None)


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        ("Программист", "Продавец", [Difference.TEAM]),
        ("高级软件工程师", "高级产品经理", [Difference.TEAM]),
        ("Nurse", "Accountant", [Difference.TEAM]),
        ("Account Manager", "Senior Account Manager", [Difference.LEVEL, Difference.TEAM]),
        ("Technician", "Technician II", [Difference.LEVEL]),
        ("Sales Manager", "Sales Manager EMEA", [Difference.PLACE]),
    ],
)
def test_titles_over_one_text_tell_jobs_apart(one: str, other: str, differences: list[Difference]):
    """In any script, and what differs is named."""
    kin = verdict({"title": one}, {"title": other})

    assert kin is not None
    assert kin.label is Label.VARIANT
    assert set(kin.variant().differences) <= set(differences)
    assert kin.variant().differences[0] is differences[0]


def test_composed_and_decomposed_letters_are_the_same():
    """One system's export has "é" in one character, another's in two."""
    words = "équipe réunie préféré développeur à Orléans " * 20
    one, other = ({"description": normalize(form, words), "title": normalize(form, "Développeur")} for form in ("NFC", "NFD"))

    assert label(one, other) is Label.COPY


def test_titles_of_hundreds_of_words_are_judged():
    """Their contradiction is beyond what an exponential function takes."""
    one, other = (" ".join(f"{letters}{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(450)) for letters in ("xq", "zk"))

    assert label({"title": one}, {"title": other}) is not Label.COPY
