"""The demo's verdicts: each can fail."""

from dataclasses import replace

import pytest

from pipeline.demo.check import Found, check, check_dead
from pipeline.demo.world import Truth

ROW = {"description": "x", "posted_at": None, "country": None, "salary_minimum": None, "variant_of": None, "mirror_of": None}
POSTINGS = dict.fromkeys("ab", ROW) | {"c": ROW | {"variant_of": "a"}, "d": ROW | {"mirror_of": "c"}}


@pytest.fixture
def truth() -> Truth:
    """Five postings: a copy, a variant, an edit, an agency's repost with a broken date, and a dead one."""
    return Truth(
        copies=[("a", "b")],
        variants=[("a", "c")],
        reposts=[("c", "d")],
        edited={"c": "title"},
        dead={"x": "missing_title"},
        unreadable={"d": "date"},
        failed_boards={"lever:one"},
        empty_boards={"lever:two"},
        seen={"a", "b", "c", "d"},
    )


@pytest.fixture
def found() -> Found:
    """A warehouse that holds all of it."""
    return Found(
        postings=POSTINGS,
        revisions={"a": 1, "b": 1, "c": 2, "d": 1},
        clusters={"a": "a", "b": "a", "c": "c", "d": "d"},
        outcomes={"lever:one": ["complete", "failed"], "lever:two": ["complete"]},
    )


def failures(truth: Truth, found: Found) -> list[str]:
    """The names of the verdicts that do not hold."""
    return [verdict.name.partition(": ")[2] for verdict in check(truth, "engine", found) if not verdict.holds]


def test_a_warehouse_that_holds_the_truth_passes(truth, found):
    """Nothing is wrong when everything is there."""
    assert failures(truth, found) == []


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"postings": {i: row for i, row in POSTINGS.items() if i != "d"}}, "postings"),
        ({"postings": POSTINGS | {"e": ROW}}, "postings"),
        ({"revisions": {"a": 1, "b": 1, "c": 1, "d": 1}}, "revisions"),
        ({"clusters": {"a": "a", "b": "b", "c": "c", "d": "d"}}, "planted copies merged"),
        ({"clusters": {"a": "a", "b": "a", "c": "a", "d": "d"}}, "variants linked, not merged"),
        ({"postings": POSTINGS | {"c": ROW}}, "variants linked, not merged"),
        ({"postings": POSTINGS | {"d": ROW}}, "an agency's reposts found"),
        ({"postings": POSTINGS | {"a": ROW | {"mirror_of": "d"}}}, "no other reposts found"),
        ({"clusters": {"a": "a", "b": "a", "c": "c", "d": "c"}}, "nothing else merged"),
        ({"postings": {i: row | {"posted_at": "20260"} for i, row in POSTINGS.items()}}, "unreadable fields null"),
        ({"outcomes": {"lever:one": ["complete"], "lever:two": ["complete"]}}, "boards reported"),
        ({"outcomes": {}}, "boards reported"),
    ],
)
def test_what_differs_from_the_truth_is_named(truth, found, change, verdict):
    """Each kind of difference fails its own verdict."""
    assert verdict in failures(truth, replace(found, **change))


def test_nul_bytes_that_survived_are_wrong(truth, found):
    """A description with a NUL byte fails the verdict on fields."""
    truth.unreadable = {"d": "nul"}
    wrong = replace(found, postings=dict(found.postings) | {"d": POSTINGS["d"] | {"description": "a\x00b"}})

    assert failures(truth, wrong) == ["unreadable fields null"]


def test_a_copy_of_a_copy_is_planted_too(truth, found):
    """Three postings of one job may share a cluster when two pairs of them were planted."""
    truth.copies = [("a", "b"), ("b", "d")]
    joined = replace(found, clusters={"a": "a", "b": "a", "c": "c", "d": "a"})

    assert "nothing else merged" not in failures(truth, joined)


def test_a_dead_letter_with_another_reason_is_wrong(truth):
    """Reason and posting must both be right."""
    assert check_dead(truth, {"x": "missing_title"}).holds
    assert not check_dead(truth, {"x": "too_long"}).holds
    assert not check_dead(truth, {}).holds


def test_a_sentence_names_the_first_few(truth, found):
    """What is wrong is named, not only counted."""
    verdict = check(truth, "engine", replace(found, postings={}))[0]

    assert verdict.sentence() == "engine: postings: 4 of 4 WRONG: a is missing, b is missing, c is missing and 1 more"
