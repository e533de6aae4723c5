"""The fault tests can fail: each of these mistakes loses something, every time, because its window is forced."""

from pathlib import Path

import pytest

from tests.faults.place import Place
from tests.faults.proxy import Proxy

pytestmark = pytest.mark.fault
SCRIPT = Path(__file__).parent / "worker.py"
EVENTS = 2000


def test_take_events_loses_the_batch_that_a_clean_stop_cuts_off(place: Place):
    """It acknowledges in a `finally`, and a clean stop commits what is acknowledged."""
    place.fill(EVENTS)
    place.worker()
    place.wait_until_committed()
    place.end()
    # every partition has state now; without it the loss would be found at the next start
    place.fill(EVENTS)
    wrong = place.worker("take_events", script=SCRIPT)
    place.wait_until_reached()
    wrong.terminate()
    wrong.wait(30)

    place.worker()
    place.wait_until_committed()

    assert place.missing_outputs() > 0


def test_two_actors_commit_past_an_event_in_flight(place: Place):
    """With `concurrency=2` the second event's acknowledgement covers the first."""
    place.fill(300)
    place.worker()
    place.wait_until_committed()
    place.end()
    # every partition has state now; without it the loss would be found at the next start
    place.fill(300)
    wrong = place.worker("concurrency", script=SCRIPT)
    place.wait_until_committed(450)
    wrong.kill()
    wrong.wait()

    place.worker()
    place.wait_until_committed()

    assert place.missing_outputs() > 0


def test_a_changelog_that_is_not_awaited_lags_behind_the_offset(place: Place):
    """A worker that dies then has committed input whose state is nowhere."""
    place.fill(EVENTS)
    proxy = Proxy(place.port, delay_s=30)
    wrong = place.worker("changelog_not_awaited", proxy.bootstrap, script=SCRIPT)
    place.wait_until_committed(EVENTS // 2)
    wrong.kill()
    wrong.wait()
    proxy.cut()

    assert place.wrong_entries() > 0


def test_state_before_output_turns_a_repeated_batch_into_a_lost_one(place: Place):
    """What was never published is known as seen."""
    place.fill(EVENTS)
    place.worker("state_first", script=SCRIPT).wait(60)

    place.worker("once", script=SCRIPT)
    place.wait_until_committed()

    assert place.missing_outputs() > 0


def test_the_same_step_loses_nothing_when_outputs_come_first(place: Place):
    """The order alone makes the difference."""
    place.fill(EVENTS)
    place.worker("once", "--stop", script=SCRIPT).wait(60)

    place.worker("once", script=SCRIPT)
    place.wait_until_committed()

    assert place.missing_outputs() == 0
