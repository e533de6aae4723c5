"""Times on the command line."""

from datetime import UTC, datetime
from typing import Any

import click


class UtcTime(click.ParamType):
    """An ISO date or date-time; without an offset it is UTC. A date is its first instant."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no ISO date or date-time, such as 2026-03-01 or 2026-03-01T12:00:00Z.", param, ctx)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class TimeOrBeginning(UtcTime):
    """A time, or the word `beginning`, which is the oldest time there is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        return datetime.fromtimestamp(0, UTC) if value == "beginning" else super().convert(value, param, ctx)


def check_window(since: datetime | None, until: datetime | None) -> None:
    """Raise UsageError where nothing can lie from `since` on and before `until`; None = without that limit."""
    if since is not None and until is not None and until <= since:
        raise click.UsageError(f"--to has to be later than --from: nothing lies from {since} on and before {until}.")
