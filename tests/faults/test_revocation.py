"""Partitions that move while a batch is in flight: it is finished or abandoned, and nothing is lost."""

import signal
import subprocess
from contextlib import suppress

import pytest

from tests.faults.place import Place

pytestmark = pytest.mark.fault
EVENTS = 3000


@pytest.mark.parametrize("point", ["step", "outputs", "changelog", "acknowledge"])
def test_a_second_worker_that_joins_and_leaves_in_mid_batch(place: Place, point: str):
    """The first worker stands still in the middle of a batch, longer than a revocation waits for it."""
    place.fill(EVENTS)
    place.worker(point, "hold")
    place.wait_until_reached()

    second = place.worker(instance="2")
    place.wait_until_committed(EVENTS // 2)
    second.terminate()
    second.wait(25)
    place.fill(EVENTS)
    place.wait_until_committed()

    assert place.missing_outputs() == 0
    assert place.wrong_entries() == 0


def test_a_partition_that_left_and_came_back_serves_what_was_written_elsewhere(place: Place):
    """The first worker's own memory of a partition ends when the partition leaves, deletions elsewhere included."""
    place.fill(EVENTS)
    place.worker()
    place.wait_until_committed()

    second = place.worker(instance="2")
    place.wait_for_members(2)
    place.fill(EVENTS)
    place.fill(100, delete=True)
    place.wait_until_committed()
    second.terminate()
    second.wait(25)
    place.fill(EVENTS)
    place.wait_until_committed()

    assert place.missing_outputs() == 0
    assert place.wrong_entries() == 0


@pytest.mark.parametrize("point", ["step", "outputs"])
def test_a_worker_that_stood_still_beyond_its_session_overwrites_nothing(place: Place, point: str):
    """A stopped process, a machine that slept: its partitions are another's when it goes on, amid a batch, with old state."""
    place.fill(EVENTS)
    late = place.worker(point, "SIGSTOP")
    place.wait_until_reached()
    place.worker(instance="2")
    place.fill(EVENTS)
    place.wait_until_committed()

    late.send_signal(signal.SIGCONT)
    with suppress(subprocess.TimeoutExpired):
        # it ends at what it finds, or starts again by itself because of the session
        late.wait(15)
    place.fill(EVENTS)
    place.wait_until_committed()

    assert place.missing_outputs() == 0
    assert place.wrong_entries() == 0
