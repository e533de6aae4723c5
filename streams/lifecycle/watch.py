"""One rule on one board over time: when what is wrong becomes an incident, and when that is over."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, NamedTuple

from schemas.health import Cause, Ending
from streams.lifecycle.board import NEVER

_MS = timedelta(milliseconds=1)
# An incident ends with the first good look. Each that follows an earlier one so soon asks for one more, up to the most.
SOON_MS = timedelta(days=30) // _MS
MOST_LOOKS = 5
# What has been wrong for so long counts as usual, where wrong means unusual.
ACCEPTED_MS = timedelta(days=14) // _MS


class Sign(NamedTuple):
    """What one look shows: True = it is wrong, False = it is right, None = this look can't tell; and the numbers that say so."""

    is_wrong: bool | None
    evidence: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Watch:
    """What a rule has seen. Times are milliseconds since 1970; `since_ms` and `evidence` are of the incident, open or to come.

    `row` counts the looks in a row that speak for a change, `times` the incidents that followed one another soon.
    """

    is_open: bool = False
    since_ms: int = NEVER
    row: int = 0
    times: int = 0
    ended_ms: int = NEVER
    evidence: Mapping[str, float] = field(default_factory=dict)

    def look(self, sign: Sign, at_ms: int, needed: int = 1) -> "Watch":
        """Return the watch after a look at `at_ms`; it opens with so many looks in a row that are wrong."""
        if sign.is_wrong is None:
            return self
        if self.is_open:
            return replace(self, row=0) if sign.is_wrong else self._calmer(at_ms)
        if not sign.is_wrong:
            return replace(self, row=0)
        # two incidents never share an instant: it is part of their identity
        since_ms = self.since_ms if self.row else max(at_ms, self.ended_ms + 1)
        if self.row + 1 < needed:
            return replace(self, since_ms=since_ms, row=self.row + 1)
        is_soon = self.ended_ms != NEVER and since_ms - self.ended_ms <= SOON_MS
        times = self.times + 1 if is_soon else 1
        return replace(self, is_open=True, since_ms=since_ms, row=0, times=times, evidence=sign.evidence)

    def ended(self, at_ms: int) -> "Watch":
        """Return the watch with its incident over."""
        return replace(self, is_open=False, row=0, ended_ms=max(at_ms, self.since_ms))

    def is_old(self, at_ms: int) -> bool:
        """Whether its incident has been open for so long that what it shows is usual."""
        return self.is_open and at_ms - self.since_ms > ACCEPTED_MS

    def as_list(self) -> list[Any]:
        """Return it as JSON values; `Watch(*values)` reads them."""
        return [self.is_open, self.since_ms, self.row, self.times, self.ended_ms, dict(self.evidence)]

    def _calmer(self, at_ms: int) -> "Watch":
        calm = replace(self, row=self.row + 1)
        return calm.ended(at_ms) if calm.row >= min(calm.times, MOST_LOOKS) else calm


UNSEEN = Watch()


class Turn(NamedTuple):
    """An incident that opened, or ended as `ending` says; `field` names the field that was lost."""

    cause: Cause
    watch: Watch
    ending: Ending | None = None
    field: str | None = None


def turn_of(cause: Cause, before: Watch, after: Watch, *, field: str | None = None, is_accepted: bool = False) -> list[Turn]:
    """Return the turn between `before` and `after`, if there is one."""
    if before.is_open == after.is_open:
        return []
    if after.is_open:
        return [Turn(cause, after, None, field)]
    return [Turn(cause, after, Ending.ACCEPTED if is_accepted else Ending.RECOVERED, field)]
