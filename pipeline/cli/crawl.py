"""`jobstream crawl`: fetch boards and publish their postings."""

import sys
import time
from collections.abc import Sequence
from typing import Any

import click

from pipeline.cli.crawl_progress import CrawlProgress
from pipeline.cli.exits import FINDING, Refused
from pipeline.cli.show import echo_json, echo_table
from pipeline.ops.crawling import CrawlMisconfigured, lacking_keys, manners_of
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.logs import configure
from schemas.topics import CRAWL, RAW, Topic
from scrapers.boards import Board, BoardsUnreadable, UnknownBoard, choose, load_boards
from scrapers.crawl import crawl
from scrapers.memory import HttpMemory
from scrapers.spiders.board import Ways
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
    try:
        manners = manners_of(settings, chosen)
    except CrawlMisconfigured as error:
        raise click.UsageError(str(error)) from error
    require_topics(settings, RAW, CRAWL)
    configure("crawl", settings.log_dir, settings.log_level, without_secrets_in)
    started = time.monotonic()
    with CrawlProgress(len(chosen), time.monotonic) as progress:
        memory = HttpMemory(settings.var_dir / "http")
        ways = Ways(memory, settings.source_base_url, full, progress.show, keys=settings.source_keys)
        tallies = crawl(chosen, ways, manners, kafka_config(settings), utc_now, limit=limit)
    rows = [closing_row(tally) for tally in tallies]
    _show(rows, round(time.monotonic() - started, 2), as_json=as_json)
    if len(rows) < len(chosen) or not all(tally.report and tally.is_as_asked for tally in tallies):
        sys.exit(FINDING)


def require_topics(settings: Settings, *topics: Topic) -> None:
    """Return when Kafka has `topics`.

    Raises Unreachable when it does not answer, Refused when its topics are missing.
    """
    missing = {topic.name for topic in topics} - Cluster(kafka_config(settings)).partitions().keys()
    if missing:
        raise Refused(f"There is no topic {min(missing)}. Create the topics by `./jobstream topics apply`.")


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
        chosen = choose(load_boards(settings.boards_file, shipped=settings.shipped_boards), words)
    except (BoardsUnreadable, UnknownBoard) as error:
        raise click.UsageError(str(error)) from error
    lacking = lacking_keys(chosen, settings.source_keys)
    if words and lacking:
        raise click.UsageError(" ".join(lacking.values()))
    for source, why in lacking.items():
        click.echo(f"{why} The boards of {source} are left out.", err=True)
    return [board for board in chosen if board.source not in lacking]


def _show(rows: list[dict[str, Any]], seconds: float, *, as_json: bool) -> None:
    totals = {name: sum(row[name] or 0 for row in rows) for name in _COUNTS[1:]}
    if as_json:
        echo_json({"boards": rows, **totals, "seconds": seconds})
        return
    echo_table(_HEAD, [[row[name] for name in _HEAD] for row in rows])
    rate = totals["published"] / seconds if seconds else 0.0
    click.echo(f"{len(rows)} boards, {totals['published']:,} postings published in {seconds:.1f} s ({rate:,.0f}/s).")
