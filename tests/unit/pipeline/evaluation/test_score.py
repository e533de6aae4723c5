"""Scores of synthetic cases: each number is one that a reader can count."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.evaluation.base import Case, DataAbsent, Field, Marks, Truth, mark_one
from pipeline.evaluation.score import Material, area, distinct, measure, ranked, scores_of
from schemas.posting import Location
from streams.enrich.base import Enricher
from streams.enrich.contract import posting_of

# The enricher says a title's first word; the plain method says its last.
ENRICHER = Enricher("first", "1", ("first",), lambda posting, _: {"first": (posting.title.split() or [None])[0]})


def cases(_):
    """Three postings with their truths: right, wrong, nothing said."""
    titles = {"a": "red door", "b": "green door", "e": ""}
    return [Case(id_, posting_of(id_, title=title, description=id_), frozenset({"red"})) for id_, title in titles.items()]


FIELD = Field(
    name="first",
    of="first",
    enricher=ENRICHER,
    answer=lambda fields: fields["first"],
    mark=mark_one,
    truths=(Truth("three", "all are red", cases),),
    plain=lambda posting, _: (posting.title.split() or [None])[-1],
    plain_is="the last word",
)


def material(tmp_path):
    """What measuring takes; nothing here is looked up."""
    return Material(tmp_path, None, lambda: np.random.default_rng(7))


def value(rate):
    """A rate, rounded."""
    return rate.value if rate.value is None else round(rate.value, 3)


def test_a_row_has_the_enricher_and_the_plain_method_on_the_same_postings(tmp_path):
    """Two of three answered, one of them right; the last word is never red."""
    (row,) = measure([FIELD], ["all"], material(tmp_path))

    assert (row.ours.n, value(row.ours.coverage), value(row.ours.precision), value(row.ours.overall)) == (3, 0.667, 0.5, 0.333)
    assert value(row.ours.false) == 0.333
    assert (value(row.plain.precision), value(row.plain.false)) == (0.0, 0.667)
    assert [(error.case.id, error.said) for error in row.errors] == [("b", "green"), ("e", None)]


def test_where_the_plain_method_was_not_read_it_is_not_measured(tmp_path):
    """Its answers would have no truth."""
    field = replace(FIELD, truths=(replace(FIELD.truths[0], beside=False),))
    (row,) = measure([field], ["all"], material(tmp_path))

    assert (row.ours.n, row.plain, row.not_read) == (3, None, 0)


def test_the_halves_are_the_whole(tmp_path):
    """Each posting is in one half, and always in the same one."""
    counts = {row.half: row.ours.n for row in measure([FIELD], ["tuned", "reported", "all"], material(tmp_path)) if row.ours}

    assert counts["tuned"] + counts["reported"] == counts["all"] == 3


def test_a_set_that_is_absent_is_told(tmp_path):
    """Its row says so, and the next set is measured."""

    def absent(data):
        raise DataAbsent(f"no.csv is not in {data}")

    field = replace(FIELD, truths=(Truth("none", "nothing", absent), *FIELD.truths))
    first, second = measure([field], ["all"], material(tmp_path))

    assert (first.absent, first.ours) == (f"no.csv is not in {tmp_path}", None)
    assert second.ours.n == 3


def test_an_ad_that_is_repeated_counts_once():
    """Else one text would be in both halves; another place is another ad."""
    posting = posting_of("a", title="Nurse")
    elsewhere = posting.model_copy(update={"locations": [Location(raw="Oslo")]})
    repeated = [Case("a", posting, 1), Case("b", posting, 1), Case("c", elsewhere, 1)]

    assert [case.id for case in distinct(repeated)] == ["a", "c"]


def test_lists_are_scored_by_f1():
    """Of four expected two are found, of three said two are right: recall .5, precision .667."""
    scores = scores_of(replace(FIELD, score="F1"), [Marks(4, 2, 3, 2)], np.random.default_rng(7), rounds=10)

    assert (value(scores.coverage), value(scores.precision), value(scores.overall)) == (0.5, 0.667, 0.571)


@pytest.mark.parametrize("score", ["accuracy", "F1"])
def test_where_nothing_is_said_there_is_no_precision(score):
    """And nothing is wrong."""
    scores = scores_of(replace(FIELD, score=score), [Marks(1, 0, 0, 0)] * 5, np.random.default_rng(7), rounds=10)

    assert (scores.precision.value, scores.precision.interval) == (None, None)
    assert value(scores.false) == 0.0


def test_lists_that_hold_nothing_right_score_nothing():
    """None of four is found, all that was said is wrong."""
    scores = scores_of(replace(FIELD, score="F1"), [Marks(4, 0, 3, 0)], np.random.default_rng(7), rounds=10)

    assert (value(scores.coverage), value(scores.precision), value(scores.overall), value(scores.false)) == (0, 0, 0, 1)


def test_intervals_hold_the_value_and_narrow_with_more_cases():
    """Ten cases say less than a thousand."""
    some, many = (
        scores_of(FIELD, [Marks(1, 1, 1, 1), Marks(1, 0, 1, 0)] * times, np.random.default_rng(7)) for times in (5, 500)
    )

    for scores in (some, many):
        low, high = scores.overall.interval
        assert low <= 0.5 <= high
    assert many.overall.interval[1] - many.overall.interval[0] < (some.overall.interval[1] - some.overall.interval[0]) / 3


def test_without_cases_there_are_no_scores():
    """A half of a small set may be empty."""
    assert scores_of(FIELD, [], np.random.default_rng(7)) is None


def test_the_area_is_the_chance_that_a_true_case_ranks_higher():
    """Equal values count half, weights as often as they say."""
    truth = np.array([True, True, False, False])

    assert area(np.array([0.9, 0.8, 0.2, 0.1]), truth, np.ones(4)) == 1
    assert area(np.full(4, 0.5), truth, np.ones(4)) == 0.5
    assert area(np.array([0.9, 0.1, 0.5, 0.5]), truth, np.array([3.0, 1.0, 1.0, 1.0])) == 0.75


def test_ads_of_one_group_count_as_one():
    """However often an ad was posted; without both kinds there is no area."""
    cases = [Case(id_, posting_of(id_), truth) for id_, truth in (("a", True), ("b", True), ("b", True), ("c", False))]
    draw = np.random.default_rng

    found = ranked(cases, [0.9, 0.1, 0.1, 0.5], draw(0), rounds=20)

    assert (found.n, found.overall.value) == (4, 0.5)
    assert ranked(cases[:2], [0.9, 0.1], draw(0)) is None
