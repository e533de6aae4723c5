"""The demo's crawls: `jobstream crawl`, a process of its own, as a user would start it."""

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import Any

from pipeline.cli.exits import FINDING, OK
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import Settings, environment
from schemas.crawl import CrawlOutcome

Say = Callable[[str], None]
# the first word of a wait comes soon, later ones farther apart: a slow machine is not told of in a hundred lines
_FIRST_WORD_S, _GROWTH, _LAST_APART_S = 2.0, 1.5, 15.0


class Reminder:
    """When a wait has something to say again, in seconds of `monotonic`."""

    def __init__(self, began: float) -> None:
        self._apart = _FIRST_WORD_S
        self._due = began + self._apart

    def due(self, now: float) -> bool:
        """Return whether it is time; if so, the next time is half as much later again."""
        if now < self._due:
            return False
        self._apart = min(self._apart * _GROWTH, _LAST_APART_S)
        self._due = now + self._apart
        return True


class DemoFailed(Exception):  # noqa: N818 - the condition
    """A part of the demo did not do its work; the message names it and its log."""


def crawl(boards: Sequence[str], settings: Settings, say: Say) -> dict[str, Any]:
    """Return the closing table after `boards` were crawled; tell how far it is, and every board that failed.

    Raises DemoFailed when the crawl itself did not work: a board that fails is part of the demo.
    """
    command = (*JOBSTREAM, "crawl", "--json", *boards)
    pipe, env = subprocess.PIPE, environment(settings)
    with subprocess.Popen(command, env=env, stdout=pipe, stderr=pipe, text=True) as process:
        last = _tell(process.stderr or (), len(boards), say)
        table = process.stdout.read() if process.stdout else ""
    if process.returncode not in (OK, FINDING):
        log = settings.log_dir / "crawl.log"
        raise DemoFailed(f"The crawl ended with code {process.returncode}: {last}. See {log}.")
    found: dict[str, Any] = json.loads(table)
    return found


def summary(table: dict[str, Any]) -> str:
    """Return the closing table in a line."""
    outcomes = Counter(row["outcome"] for row in table["boards"])
    boards = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    return f"{table['published']:,} postings published in {table['seconds']:.1f} s; boards: {boards}"


def _tell(lines: Iterable[str], boards: int, say: Say) -> str:
    """Say what is worth it of a crawl's lines, one per board that is done; return the last."""
    reminder, line = Reminder(monotonic()), ""
    for done, line in enumerate(lines, 1):
        failed = f": {CrawlOutcome.FAILED}, " in line
        if failed or reminder.due(monotonic()):
            # only a failure needs its reason
            say(f"  {done} of {boards} boards; {line.rstrip() if failed else line.partition(' (')[0].rstrip()}")
    return line.rstrip()
