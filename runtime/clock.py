"""Time as an argument."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from schemas.base import to_instant

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present instant in UTC, in milliseconds."""
    return to_instant(datetime.now(UTC))


def later_than(now: datetime, last: datetime | None) -> datetime:
    """Return max(`now`, `last` + 1 ms): a stamp that grows even when the clock stands or goes back."""
    return now if last is None else max(now, last + timedelta(milliseconds=1))
