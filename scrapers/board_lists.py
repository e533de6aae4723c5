"""Lists of boards as people keep them: which boards a file names, and on which of its lines."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapers.boards import Board, BoardsUnreadable, UnknownBoard, named_board
from scrapers.discover import boards_in
from scrapers.imports.files import Line, read_rows
from scrapers.sources import source_names

# the first of them that a row holds counts
_WHERE = ("board", "url", "careers_url", "address")
_EMPLOYER = ("employer", "company", "company_name", "name")
_TEXT = ("", ".txt")
_AROUND = " \t\"'"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a line of a list names: `SOURCE:BOARD` or an address, and the employer; `error` says why it names nothing."""

    line: int
    what: str
    employer: str | None = None
    error: str | None = None


def read_list(path: Path) -> Iterator[Listed]:
    """Yield what the lines of `path` name: another boards file (.toml), a table or JSON lines (as imported), or text (.txt).

    A row has the fields `board` (with `source`, or `SOURCE:BOARD`) or `url`, and perhaps `employer`. A line of text is
    `SOURCE:BOARD` or an address, and after a tab perhaps the employer; empty lines and those that begin with # name nothing.
    Raises BoardsUnreadable, or UnknownFormat for a file whose name does not say what it is.
    """
    if path.suffix == ".toml":
        return _of_boards_file(path)
    return _of_text(path) if path.suffix in _TEXT else map(_of_row, read_rows(path))


def recognised(what: str) -> Board:
    """Return the board that `what` names, `SOURCE:BOARD` or a public address; nothing is fetched.

    Raises UnknownBoard, which says why it names none.
    """
    if what.partition(":")[0] in source_names():
        return named_board(what)
    if "." not in what:
        raise UnknownBoard("it is neither SOURCE:BOARD nor an address")
    found = boards_in(what if "://" in what else f"https://{what}")
    if not found:
        raise UnknownBoard("its address names no known system")
    return found[0]


def _of_boards_file(path: Path) -> Iterator[Listed]:
    try:
        text = path.read_text(encoding="utf-8")
        tables = [(source, of.items()) for source, of in tomllib.loads(text).items()]
    except (OSError, ValueError, AttributeError) as error:
        raise BoardsUnreadable(f"{path} can't be read ({error}). Write it like scrapers/boards.toml.") from error
    lines = _entries(text)
    for source, boards in tables:
        for name, employer in boards:
            yield Listed(lines.get((source, name), 0), f"{source}:{name}", _one_line(employer))


def _entries(text: str) -> dict[tuple[str, str], int]:
    """Return the line of each entry of a boards file, by table and key."""
    found, table = dict[tuple[str, str], int](), ""
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line.startswith("["):
            table = line[1:].partition("]")[0].strip(_AROUND)
        found[table, line.partition("=")[0].strip(_AROUND)] = number
    return found


def _of_text(path: Path) -> Iterator[Listed]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, 1):
            what, _, employer = line.partition("\t")
            if what.strip() and not what.startswith("#"):
                yield Listed(number, what.strip(), _one_line(employer))


def _of_row(line: Line) -> Listed:
    if line.error is not None:
        return Listed(line.number, "", error=line.error)
    row = {str(name).strip().casefold().replace(" ", "_"): value for name, value in line.row.items()}
    what, source = _first(row, _WHERE), _first(row, ("source",))
    if what is None:
        return Listed(line.number, "", error=f"it has none of the fields {', '.join(_WHERE)}")
    is_whole = "://" in what or source is None or what.startswith(f"{source}:")
    return Listed(line.number, what if is_whole else f"{source}:{what}", _first(row, _EMPLOYER))


def _first(row: Mapping[str, Any], names: Iterable[str]) -> str | None:
    return next(filter(None, (_one_line(row.get(name)) for name in names)), None)


def _one_line(value: object) -> str | None:
    """Return a text on one line, without what a boards file can't hold."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return "".join(letter for letter in text if letter.isprintable()) or None
