"""Time as an argument."""

from datetime import UTC, timedelta

import pytest

from runtime.clock import later_than, utc_now
from tests.builders import FEB, JAN

MS = timedelta(milliseconds=1)


def test_now_is_utc_in_milliseconds():
    """What Kafka, both warehouses and JSON hold alike."""
    now = utc_now()
    assert (now.tzinfo, now.microsecond % 1000) == (UTC, 0)


@pytest.mark.parametrize(
    ("now", "last", "stamp"),
    [(FEB, None, FEB), (FEB, JAN, FEB), (JAN, FEB, FEB + MS), (FEB, FEB, FEB + MS)],
)
def test_a_stamp_grows_even_when_the_clock_does_not(now, last, stamp):
    """Version order needs it."""
    assert later_than(now, last) == stamp
