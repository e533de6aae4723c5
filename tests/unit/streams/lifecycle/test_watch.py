"""When what is wrong becomes an incident, and when that is over."""

from datetime import timedelta

import pytest

from schemas.health import Cause, Ending
from streams.lifecycle.watch import ACCEPTED_MS, MOST_LOOKS, SOON_MS, UNSEEN, Sign, Turn, Watch, turn_of

DAY = timedelta(days=1) // timedelta(milliseconds=1)
WRONG, RIGHT, UNTOLD = Sign(True, {"published": 0}), Sign(False), Sign(None)


def looked(signs, watch=UNSEEN, *, needed=1, start=1):
    """The watch after these looks, one a day."""
    for day, sign in enumerate(signs, start=start):
        watch = watch.look(sign, day * DAY, needed)
    return watch


def test_one_wrong_look_opens_and_one_right_look_ends():
    """Where one is enough; the numbers are those of the opening."""
    opened = looked([WRONG])
    ended = looked([Sign(True, {"published": 9}), UNTOLD, RIGHT], opened, start=2)

    assert (opened.is_open, opened.since_ms, opened.evidence) == (True, DAY, {"published": 0})
    assert (ended.is_open, ended.since_ms, ended.ended_ms, ended.evidence) == (False, DAY, 4 * DAY, {"published": 0})


@pytest.mark.parametrize(("signs", "since"), [([WRONG, WRONG, UNTOLD, WRONG], 1), ([WRONG, WRONG, RIGHT, WRONG, WRONG], None)])
def test_several_looks_in_a_row_open_where_one_is_not_enough(signs, since):
    """It began with the first of them; a look that can't tell neither counts nor breaks the row."""
    watch = looked(signs, needed=3)

    assert (watch.is_open, watch.since_ms if watch.is_open else None) == (since is not None, since and since * DAY)


def test_each_incident_that_follows_soon_asks_for_one_more_right_look():
    """Up to the most: what flaps every other look is one incident."""
    watch, at, needed = UNSEEN, 0, []
    for _ in range(MOST_LOOKS + 1):
        watch, right = watch.look(WRONG, at := at + 1), 0
        while watch.is_open:
            watch, right = watch.look(RIGHT, at := at + 1), right + 1
        needed.append(right)

    assert needed == [1, 2, 3, 4, 5, 5]
    assert watch.look(WRONG, watch.ended_ms + SOON_MS + 1).times == 1


def test_a_wrong_look_begins_the_row_of_right_ones_anew():
    """Two in a row are two in a row."""
    second = looked([WRONG, RIGHT, WRONG])

    assert looked([RIGHT, WRONG, RIGHT], second, start=4).is_open
    assert not looked([RIGHT, RIGHT], second, start=4).is_open


def test_two_incidents_never_begin_at_one_instant():
    """Their beginning is a part of their identity."""
    ended = UNSEEN.look(WRONG, 5).look(RIGHT, 5)

    assert (ended.since_ms, ended.ended_ms, ended.look(WRONG, 5).since_ms) == (5, 5, 6)


def test_an_incident_is_old_after_its_days():
    """Not at that very instant; one that is over never is."""
    opened = looked([WRONG])

    assert [opened.is_old(DAY + ACCEPTED_MS + more) for more in (0, 1)] == [False, True]
    assert not opened.ended(DAY).is_old(10 * ACCEPTED_MS)


def test_a_watch_is_its_list():
    """What is written is read back."""
    watch = looked([WRONG, RIGHT, WRONG])

    assert Watch(*watch.as_list()) == watch


def test_a_turn_says_how_it_ended():
    """Nothing is told of what stays as it was."""
    opened, ended = looked([WRONG]), looked([WRONG, RIGHT])

    assert turn_of(Cause.EMPTY, UNSEEN, opened) == [Turn(Cause.EMPTY, opened)]
    assert turn_of(Cause.EMPTY, opened, opened) == []
    assert [turn_of(Cause.EMPTY, opened, ended, is_accepted=a)[0].ending for a in (False, True)] == [
        Ending.RECOVERED, Ending.ACCEPTED,
    ]  # fmt: skip
