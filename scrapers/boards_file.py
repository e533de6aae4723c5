"""A boards file as text: boards added where they belong, everything else in it left as it stands, comments too."""

import json
import os
import re
import shutil
import tomllib
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from scrapers.boards import Board, BoardsUnreadable

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = re.compile(r"\s*\[\s*['\"]?(?P<source>[\w-]+)['\"]?\s*\]\s*(?:#.*)?")
_ENTRY = re.compile(r"\s*[^#\s].*=")


def _board_line(board: Board) -> str:
    """Return the line of `board` in its source's table."""
    key = board.name if _BARE_KEY.fullmatch(board.name) else _quoted(board.name)
    return f"{key} = {_quoted(board.employer or '')}"


def board_tables(boards: Iterable[Board]) -> str:
    """Return the text of a boards file that holds `boards`, sources in the order in which they first come."""
    tables: dict[str, list[str]] = {}
    for board in boards:
        tables.setdefault(board.source, [f"[{board.source}]"]).append(_board_line(board))
    return "\n\n".join("\n".join(lines) for lines in tables.values())


def with_boards(text: str, boards: Sequence[Board]) -> str:
    """Return the boards file `text` with `boards`, none of which it has yet: each in the table of its source, or in a new one.

    Raises ValueError when `text` is no TOML, or written in a form to which lines can't be added.
    """
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    new: list[Board] = []
    for source, group in groupby(sorted(boards, key=lambda board: board.source), lambda board: board.source):
        found, at = list(group), _end_of_table(lines, source)
        if at is None:
            new += found
        else:
            lines[at:at] = map(_board_line, found)
    whole = "\n\n".join(filter(None, ("\n".join(lines), board_tables(new)))) + "\n"
    if tomllib.loads(whole) != _expected(tomllib.loads(text), boards):
        raise ValueError("its tables are not headed by [source] lines, so nothing can be added to them")
    return whole


def add_boards(path: Path, boards: Sequence[Board]) -> None:
    """Add `boards` to the file at `path`, which need not exist; it is replaced at once or stays as it was.

    Raises BoardsUnreadable when it can't be read, added to or written.
    """
    path = path.resolve()
    part = path.with_name(f"{path.name}.part")
    try:
        whole = with_boards(path.read_bytes().decode() if path.exists() else "", boards)
        with part.open("wb") as file:
            file.write(whole.encode())
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except (OSError, ValueError) as error:
        raise BoardsUnreadable(f"Nothing was added to {path}: {error}.") from error


def _end_of_table(lines: Sequence[str], source: str) -> int | None:
    """Return the number of lines up to the last entry of the table of `source`; None where there is no such table."""
    end, inside = None, False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("["):
            head = _HEAD.fullmatch(line)
            inside = head is not None and head["source"] == source
        if inside and (end is None or _ENTRY.match(line)):
            end = number
    return end


def _expected(tables: dict[str, dict[str, str]], boards: Iterable[Board]) -> dict[str, dict[str, str]]:
    for board in boards:
        tables.setdefault(board.source, {})[board.name] = board.employer or ""
    return tables


def _quoted(text: str) -> str:
    # what JSON escapes, TOML reads
    return json.dumps(text, ensure_ascii=False)
