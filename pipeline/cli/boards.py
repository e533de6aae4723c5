"""`jobstream boards`: the operator's own list of boards."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from pipeline.cli.exits import FINDING, Unreachable
from pipeline.cli.show import echo_first, echo_json, echo_table
from pipeline.ops.discover import discover
from pipeline.settings import Settings
from scrapers.board_lists import Listed, read_list, recognised
from scrapers.boards import Board, BoardsUnreadable, UnknownBoard, load_boards
from scrapers.boards_file import add_boards
from scrapers.imports.files import UnknownFormat

_NO_FILE = "JOBSTREAM_BOARDS_FILE names no file. Set it to the file that is to hold your boards; it need not exist."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the lines of a list; of one that was not recognised its number, what it says and why."""

    added: list[Board] = field(default_factory=list)
    known: list[Board] = field(default_factory=list)
    not_recognised: list[tuple[int, str, str]] = field(default_factory=list)


@click.group()
def command() -> None:
    """Add boards to your own list, the file in JOBSTREAM_BOARDS_FILE, which is read beside the shipped one."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--fetch", is_flag=True, help="Fetch the page of an address that names no system by itself, and look there.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("--json", "as_json", is_flag=True, help="The outcome as JSON.")
def import_(file: Path, *, fetch: bool, dry_run: bool, as_json: bool) -> None:
    """Add the boards that FILE names to the file in JOBSTREAM_BOARDS_FILE, in one step; comments there stay.

    FILE is another boards file (.toml); a table or JSON lines (.csv, .tsv, .jsonl) with `board` (SOURCE:BOARD, or beside
    `source`) or `url`, and perhaps `employer`; or text (.txt), a line each: SOURCE:BOARD or the address of a careers page,
    and after a tab perhaps the employer.

    A board that is listed already stays as it is. Addresses are not asked unless --fetch says so, one page each then.

    Exit codes: 0 every line recognised, 1 some not, 2 usage.
    """
    settings = Settings()
    if settings.boards_file is None:
        raise click.UsageError(_NO_FILE)
    own = settings.boards_file
    look = (lambda what: _looked_up(what, settings)) if fetch else recognised
    try:
        known = load_boards(own if own.exists() else None, shipped=settings.shipped_boards)
        found = sort_list(file, known, look)
        if found.added and not dry_run:
            add_boards(own, found.added)
    except UnknownFormat as error:
        raise click.UsageError(f"{error} A list of boards may be .toml or .txt, too.") from error
    except BoardsUnreadable as error:
        raise click.UsageError(str(error)) from error
    _show(found, own, dry_run=dry_run, as_json=as_json)
    if found.not_recognised:
        sys.exit(FINDING)


def sort_list(file: Path, listed: Sequence[Board], look: Callable[[str], Board]) -> Outcome:
    """Return what becomes of the lines of `file`: boards that are not `listed` are added, each once, with its first name.

    `look` gives the board behind a line, or raises UnknownBoard. Raises BoardsUnreadable or UnknownFormat.
    """
    found, seen = Outcome(), {(board.source, board.name) for board in listed}
    for line in read_list(file):
        try:
            board = _board_of(line, look)
        except UnknownBoard as error:
            found.not_recognised.append((line.line, line.what, str(error)))
            continue
        key = (board.source, board.name)
        (found.known if key in seen else found.added).append(board)
        seen.add(key)
    return found


def _board_of(line: Listed, look: Callable[[str], Board]) -> Board:
    if line.error is not None:
        raise UnknownBoard(line.error)
    board = look(line.what)
    return Board(board.source, board.name, line.employer)


def _looked_up(what: str, settings: Settings) -> Board:
    try:
        return recognised(what)
    except UnknownBoard:
        if "." not in what:
            raise
    try:
        found = discover(what, settings)
    except (Unreachable, ValueError) as error:
        raise UnknownBoard(str(error)) from error
    if not found:
        raise UnknownBoard("no known system stands behind this page")
    return found[0]


def _show(found: Outcome, own: Path, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        refused = [{"line": line, "what": what, "reason": why} for line, what, why in found.not_recognised]
        boards: list[dict[str, Any]] = [{"source": b.source, "board": b.name, "employer": b.employer} for b in found.added]
        echo_json({"file": str(own), "dry_run": dry_run, "added": boards, "known": len(found.known), "not_recognised": refused})
        return
    new, old = (Counter(board.source for board in boards) for boards in (found.added, found.known))
    if new or old:
        echo_table(("source", "added", "known"), [(source, new[source], old[source]) for source in sorted(new | old)])
    echo_first(("line", "not recognised", "why"), found.not_recognised, len(found.not_recognised), "--json lists all")
    done = "would be added" if dry_run else "added"
    click.echo(
        f"{len(found.added):,} boards {done} to {own}, {len(found.known):,} known, {len(found.not_recognised):,} not recognised."
    )
