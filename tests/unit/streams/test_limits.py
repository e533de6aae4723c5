"""When a stage stops by itself."""

import pytest

from streams.limits import LimitReached, Limits, Undecided


def test_a_poison_posting_between_good_ones_never_stops_the_stage():
    """One source failing now and then is what dead letters are for."""
    limits = Limits(3)

    for _ in range(50):
        limits.check(["lever"])
        limits.remember(["lever"])
        limits.remember([None])

    limits.check(["lever"])


def test_failures_of_two_sources_reach_the_limit():
    """Something that all sources share is broken."""
    with pytest.raises(LimitReached, match=r"\['lever', 'workable'\]"):
        Limits(3).check(["lever", None, "workable", None, "lever"])


def test_everything_failing_in_a_row_reaches_the_limit():
    """Even when all of it comes from one source."""
    with pytest.raises(LimitReached, match="last 3 events all failed"):
        Limits(3).check(["lever"] * 3)


@pytest.mark.parametrize("cut", [[5], [1, 1, 1, 1, 1], [2, 3]])
def test_how_the_events_are_cut_into_batches_does_not_decide(cut):
    """The limit is judged over a sliding window."""
    failures = iter(["lever", None, "workable", None, "lever"])
    limits = Limits(3)
    for size in cut[:-1]:
        limits.remember([next(failures) for _ in range(size)])

    with pytest.raises(LimitReached):
        limits.check(list(failures))


def test_failures_long_past_are_forgotten():
    """The window is 1,000 events."""
    limits = Limits(3)
    limits.remember(["lever", "workable", *[None] * 1000])

    limits.check(["lever"])


def test_too_few_failures_and_nothing_else_are_undecided():
    """It may be a bad deploy whose first fetch was small."""
    limits = Limits(3)
    limits.remember(["lever"])

    with pytest.raises(Undecided):
        limits.check(["lever"], decide=False)
    limits.check(["lever"])


def test_a_stage_that_has_worked_decides_at_once():
    """Then a failure is a poison posting until the limit says otherwise."""
    limits = Limits(3)
    limits.remember([None, "lever"])

    limits.check(["lever"], decide=False)


def test_a_failure_beside_an_event_that_went_well_is_decided():
    """The deploy is not bad as a whole."""
    Limits(3).check(["lever", None], decide=False)
