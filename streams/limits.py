"""How many unexpected exceptions a stage may turn into dead letters before it stops by itself."""

from collections import deque
from collections.abc import Sequence

WINDOW = 1000


class Undecided(Exception):  # noqa: N818 - a condition
    """Every event since the start failed unexpectedly, too few yet to tell a bad deploy from a poison posting."""


class LimitReached(Exception):  # noqa: N818 - a condition, not a fault of the seam
    """Unexpected exceptions reached the limit; nothing of the batch was published or acknowledged, the process ends."""


class Limits:
    """Judges the last 1,000 events, not one batch: how a sequence is cut must not decide.

    The limit is reached by `limit` unexpected exceptions among them that come from at least two sources, or by
    `limit` events in a row that all failed: a bad deploy. One poison posting, however often it is fetched again
    between good ones, reaches neither.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._past: deque[str | None] = deque(maxlen=WINDOW)
        self._is_proven = False

    def check(self, failures: Sequence[str | None], *, decide: bool = True) -> None:
        """Return when the batch may be published. `failures`: per event the source whose event failed, None where none did.

        `decide` False: what came first is held back until enough of it is known. Raises LimitReached when the batch may not be
        published, Undecided when it may not yet.
        """
        window: deque[str | None] = deque(self._past, maxlen=WINDOW)
        in_a_row = _trailing(window)
        for failure in failures:
            window.append(failure)
            in_a_row = in_a_row + 1 if failure is not None else 0
            if failure is None:
                continue
            if in_a_row >= self._limit:
                raise LimitReached(f"the last {in_a_row} events all failed unexpectedly (source {failure})")
            self._check_sources(window)
        if not (decide or self._is_proven or None in failures):
            raise Undecided(f"{len(failures)} events failed unexpectedly, and nothing else came since the start")

    def remember(self, failures: Sequence[str | None]) -> None:
        """Count a batch that is durable."""
        self._past.extend(failures)
        self._is_proven = self._is_proven or None in failures

    def _check_sources(self, window: deque[str | None]) -> None:
        failed = [source for source in window if source is not None]
        if len(failed) >= self._limit and len(set(failed)) > 1:
            raise LimitReached(f"{len(failed)} of the last {len(window)} events failed unexpectedly, from {sorted(set(failed))}")


def _trailing(window: deque[str | None]) -> int:
    count = 0
    for failure in reversed(window):
        if failure is None:
            break
        count += 1
    return count
