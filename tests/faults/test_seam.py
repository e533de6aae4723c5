"""A worker stopped between any two steps of the seam, on a real broker: nothing is lost."""

import pytest

from tests.faults.place import Place

pytestmark = pytest.mark.fault
EVENTS = 3000


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
@pytest.mark.parametrize("point", ["step", "outputs", "changelog", "acknowledge"])
def test_a_stop_there_loses_nothing(place: Place, point: str, how: str):
    """Every posting has all its outputs, and the state is what the input says, after one more start."""
    place.fill(EVENTS)
    place.worker(point, how).wait(60)
    assert (place.directory / "reached-1").exists()
    assert place.committed() < EVENTS

    place.worker()
    place.wait_until_committed()

    assert place.missing_outputs() == 0
    assert place.wrong_entries() == 0
