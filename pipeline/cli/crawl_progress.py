"""What a crawl shows while it runs: a bar on a terminal, a line per finished board elsewhere. All on stderr."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from scrapers.tally import Tally


class CrawlProgress:
    """Follows the tallies of a crawl of `boards` boards."""

    def __init__(self, boards: int, now: Callable[[], float], console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._now = now
        self._began = now()
        self._published: dict[str, int] = {}
        self._bar = Progress(
            TextColumn("crawl"), BarColumn(), MofNCompleteColumn(), TextColumn("boards  {task.description}"),
            TimeElapsedColumn(), console=self._console, disable=not self._console.is_terminal,
        )  # fmt: skip
        self._task = self._bar.add_task("", total=boards)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def show(self, tally: Tally) -> None:
        """Show that `tally` grew, or that its board is done."""
        self._published[str(tally.board)] = tally.published
        total = sum(self._published.values())
        rate = total / max(self._now() - self._began, 0.001)
        self._bar.update(self._task, description=f"{total:,} postings  {rate:,.0f}/s")
        if tally.report:
            self._bar.advance(self._task)
            why = f" ({tally.report.reason})" if tally.report.reason else ""
            line = f"{tally.board}: {tally.report.outcome}, {tally.published:,} postings{why}"
            self._console.print(line, markup=False, emoji=False, highlight=False, soft_wrap=True)
