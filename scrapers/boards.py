"""Which boards there are: the shipped list and the operator's own."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from scrapers.sources import load_source, source_names

LONGEST_NAME_BYTES = 1_000
SHIPPED = Path(__file__).parent / "boards.toml"


class UnknownBoard(Exception):  # noqa: N818 - a condition
    """A word names no source and no board; the message says what would."""


class BoardsUnreadable(Exception):  # noqa: N818 - a condition
    """A boards file can't be read; the message names it and why."""


@dataclass(frozen=True, slots=True)
class Board:
    """One employer's listing on a source.

    `employer` is the name to show where the source gives none. With `browser`, the page of each posting is drawn in one.
    `priority` is how much sooner the scheduler crawls it when boards compete: each step counts as an hour of waiting.
    """

    source: str
    name: str
    employer: str | None = None
    browser: bool = False
    priority: int = 0

    def __str__(self) -> str:
        return f"{self.source}:{self.name}"


def load_boards(own: Path | None = None, *, shipped: bool = True) -> list[Board]:
    """Return the `shipped` boards, if these are wanted, and those of `own`, which wins where both name a board.

    Raises BoardsUnreadable.
    """
    boards = {(board.source, board.name): board for path in (SHIPPED if shipped else None, own) if path for board in _read(path)}
    unknown = {board.source for board in boards.values()} - set(source_names())
    if unknown:
        raise BoardsUnreadable(f"{own} names the source {min(unknown)!r}. `./jobstream sources list` shows those there are.")
    for board in boards.values():
        if not _has_address(board):
            raise BoardsUnreadable(
                f"{own} names {str(board)[:100]!r}, which {board.source} can't be asked for: it makes no web address, or is"
                f" longer than {LONGEST_NAME_BYTES:,} bytes."
            )
        if board.browser and load_source(board.source).detail_request is None:
            raise BoardsUnreadable(f"{own} asks for a browser for {board}, but {board.source} has no page per posting.")
    return list(boards.values())


def choose(boards: Sequence[Board], words: Iterable[str]) -> list[Board]:
    """Return the boards that `words` (`source` or `source:board`) name, sources in turn; all without any word.

    A board that no file lists may be named too. Raises UnknownBoard.
    """
    wanted = list(words)
    chosen = chain.from_iterable(_named(boards, word) for word in wanted) if wanted else boards
    return _in_turn(dict.fromkeys(chosen))


def named_board(word: str) -> Board:
    """Return the board that `word`, `source:board`, names. Raises UnknownBoard."""
    board = Board(_source_of(word), word.partition(":")[2])
    name = board.name
    if name != name.strip() or not name.isprintable() or not all(name.split("/")) or not _has_address(board):
        raise UnknownBoard(f"{word!r} names no board. Give it as SOURCE:BOARD, the board as in its address.")
    return board


def address_of(board: Board) -> SplitResult:
    """Return where `board` is asked first. Raises ValueError where its name makes no web address."""
    return urlsplit(load_source(board.source).first_page(board.name).url)


def _has_address(board: Board) -> bool:
    """Whether a request for `board` can be made: of some sources its name is part of the host, and not every text can be.

    A name is a key of rows, too, and no text without an end.
    """
    if len(board.name.encode(errors="replace")) > LONGEST_NAME_BYTES:
        return False
    try:
        parts = address_of(board)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _named(boards: Sequence[Board], word: str) -> list[Board]:
    source = _source_of(word)
    of_source = [board for board in boards if board.source == source]
    if ":" not in word:
        return of_source
    wanted = named_board(word)
    return [board for board in of_source if board.name == wanted.name] or [wanted]


def _source_of(word: str) -> str:
    source = word.partition(":")[0]
    if source not in source_names():
        raise UnknownBoard(f"There is no source {source!r}. `./jobstream sources list` shows them.")
    return source


def _in_turn(boards: Iterable[Board]) -> list[Board]:
    # neighbours on different hosts don't wait for each other
    by_source: dict[str, list[Board]] = {}
    for board in boards:
        by_source.setdefault(board.source, []).append(board)
    return [board for turn in zip_longest(*by_source.values()) for board in turn if board is not None]


def _read(path: Path) -> list[Board]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return [_board(source, name, told) for source, of in tables.items() for name, told in of.items()]
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise BoardsUnreadable(f"{path} can't be read ({error}). Write it like scrapers/boards.toml.") from error


def _board(source: str, name: str, told: Any) -> Board:
    """Return the board of one line: its employer's name, or a table of `employer`, `browser` and `priority`."""
    return _with(source, name, **told) if isinstance(told, dict) else _with(source, name, told)


def _with(source: str, name: str, employer: object = "", *, browser: bool = False, priority: int = 0) -> Board:
    if not isinstance(browser, bool):
        raise TypeError(f"browser of {name} is neither true nor false")
    if not isinstance(priority, int):
        raise TypeError(f"priority of {name} is no whole number")
    return Board(source, name, str(employer) or None, browser, priority)
