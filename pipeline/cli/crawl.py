"""`jobstream crawl`: fetch boards and publish their postings."""

import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any

import click

from pipeline.cli.crawl_progress import CrawlProgress
from pipeline.cli.exits import FINDING
from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.kafka import Cluster, kafka_config
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.logs import configure
from schemas.topics import CRAWL, RAW
from scrapers.boards import Board, BoardsUnreadable, UnknownBoard, choose, load_boards
from scrapers.browser import BrowserMissing, find_browser
from scrapers.crawl import Manners, crawl
from scrapers.memory import HttpMemory
from scrapers.proxies import ProxiesUnreadable, read_proxies
from scrapers.searching import SEARCH, SearchOff, check_search
from scrapers.sources import load_source
from scrapers.spiders.board import Plan
from scrapers.tally import Tally
from scrapers.urls import without_secrets_in

_COUNTS = ("expected", "fetched", "published", "failed")
_HEAD = ("board", *_COUNTS, "outcome", "reason")


@click.command()
@click.argument("boards", nargs=-1, metavar="[SOURCE | SOURCE:BOARD]...")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many postings per board.")
@click.option("--full", is_flag=True, help="Fetch boards that say they have not changed, too.")
@click.option("--json", "as_json", is_flag=True, help="The closing table as JSON.")
def command(boards: tuple[str, ...], *, limit: int | None, full: bool, as_json: bool) -> None:
    """Fetch boards and publish their postings; without a word, every board there is.

    Boards are those of scrapers/boards.toml and of the file in JOBSTREAM_BOARDS_FILE; any other is named in full.
    USAJobs and Adzuna need a key in the settings: without a word, their boards are left out where it is not set.
    Ctrl-C ends cleanly: what was fetched is published.

    Exit codes: 0 every board complete, unchanged, searched or at its limit; 1 some failed or stayed partial; 2 no such source or
    board, its key is not set, or it needs a browser or a search that is not installed or not turned on; 3 Kafka does not answer.
    """
    settings = Settings()
    chosen = chosen_boards(settings, boards)
    manners = _manners(settings, chosen)
    require_topics(settings)
    configure("crawl", settings.log_dir, settings.log_level, without_secrets_in)
    started = time.monotonic()
    with CrawlProgress(len(chosen), time.monotonic) as progress:
        memory = HttpMemory(settings.var_dir / "http")
        plan = Plan(chosen, memory, settings.source_base_url, limit, full, progress.show, settings.source_keys)
        tallies = crawl(plan, manners, kafka_config(settings), utc_now)
    rows = [closing_row(tally) for tally in tallies]
    _show(rows, round(time.monotonic() - started, 2), as_json=as_json)
    if len(rows) < len(chosen) or not all(tally.report and tally.is_as_asked for tally in tallies):
        sys.exit(FINDING)


def require_topics(settings: Settings) -> None:
    """Return when Kafka can take postings.

    Raises Unreachable when it does not answer, ClickException when its topics are missing.
    """
    missing = {RAW.name, CRAWL.name} - Cluster(kafka_config(settings)).partitions().keys()
    if missing:
        raise click.ClickException(f"There is no topic {min(missing)}. Create the topics by `./jobstream topics apply`.")


def closing_row(tally: Tally) -> dict[str, Any]:
    """Return what became of a board; `outcome` is null for one that was broken off before it could report."""
    report = tally.report
    counts = {name: getattr(tally, name) for name in _COUNTS}
    board = f"{tally.source.name}:{tally.name}"
    if report is None:
        return {"board": board, **counts, "outcome": None, "reason": "broken off; see ./jobstream logs crawl"}
    return {"board": board, **counts, "outcome": report.outcome.value, "reason": report.reason}


def chosen_boards(settings: Settings, words: Sequence[str]) -> list[Board]:
    """Return the boards that `words` name; without any, all boards but those of sources whose keys are not set, which it tells.

    Raises UsageError for a word that names none, and for one whose key is not set.
    """
    try:
        chosen = choose(load_boards(settings.boards_file), words)
    except (BoardsUnreadable, UnknownBoard) as error:
        raise click.UsageError(str(error)) from error
    lacking = _lacking(chosen, settings.source_keys)
    if words and lacking:
        raise click.UsageError(" ".join(lacking.values()))
    for source, why in lacking.items():
        click.echo(f"{why} The boards of {source} are left out.", err=True)
    return [board for board in chosen if board.source not in lacking]


def _lacking(boards: Sequence[Board], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the sources of `boards` whose keys are not all set, and for each what to set."""
    unset = {source: load_source(source).lacks(keys) for source in sorted({board.source for board in boards})}
    variables = {source: " and ".join(f"JOBSTREAM_{name.upper()}" for name in names) for source, names in unset.items()}
    return {source: f"{source} answers only to keys of one's own: set {names}." for source, names in variables.items() if names}


def _manners(settings: Settings, boards: Sequence[Board]) -> Manners:
    try:
        browser = find_browser(settings.browser_path) if any(board.browser for board in boards) else None
        if any(board.source == SEARCH for board in boards):
            check_search(allowed=settings.jobspy)
        proxies = read_proxies(settings.proxies.get_secret_value())
    except (BrowserMissing, SearchOff) as error:
        raise click.UsageError(str(error)) from error
    except ProxiesUnreadable as error:
        raise click.UsageError(f"JOBSTREAM_PROXIES can't be read. {error}") from error
    return Manners(settings.user_agent, settings.crawl_delay_s, browser, proxies, settings.proxy_rotation)


def _show(rows: list[dict[str, Any]], seconds: float, *, as_json: bool) -> None:
    totals = {name: sum(row[name] or 0 for row in rows) for name in _COUNTS[1:]}
    if as_json:
        echo_json({"boards": rows, **totals, "seconds": seconds})
        return
    echo_table(_HEAD, [[row[name] for name in _HEAD] for row in rows])
    rate = totals["published"] / seconds if seconds else 0.0
    click.echo(f"{len(rows)} boards, {totals['published']:,} postings published in {seconds:.1f} s ({rate:,.0f}/s).")
