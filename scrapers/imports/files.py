"""The rows of a JSONL or CSV file, plain, .gz or .xz, one at a time."""

import csv
import gzip
import io
import lzma
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar, cast

from scrapers.answers import parse_json


class LineTooLong(Exception):  # noqa: N818 - a condition
    """A line does not end where the longest message would; a file of a few bytes may unpack to one without an end."""


_PACKED = {".gz": gzip.open, ".xz": lzma.open}
T = TypeVar("T", str, bytes)
_SEPARATORS = {".csv": ",", ".tsv": "\t"}
_CUT_OFF = (LineTooLong, csv.Error, EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error)
_LINES = (".jsonl", ".ndjson")
# a message has 16 MiB at most; the limit of a field counts for the whole process, so it is set once and only raised
_LONGEST_FIELD = 64 << 20
_LONGEST_LINE = 64 << 20


class UnknownFormat(Exception):  # noqa: N818 - a condition
    """A file's name does not say what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with the number of the line where it ends, from 1; `error` says why there is none."""

    number: int
    row: Any = None
    error: str | None = None


def read_rows(path: Path) -> Iterator[Line]:
    """Yield the rows of `path`, lines that can't be read too, with why.

    Raises UnknownFormat.
    """
    kind = _kind(path)
    with _open(path) as file:
        rows = _json_lines(file) if kind in _LINES else _table(file, _SEPARATORS[kind])
        number = 0
        try:
            for line in rows:
                number = line.number
                yield line
        except _CUT_OFF as error:
            yield Line(number + 1, error=f"the file can't be read from here on: {error}")


def columns_of(path: Path) -> list[str] | None:
    """Return the columns that a table's first line names; None for JSONL, whose rows differ, and what can't be unpacked."""
    kind = _kind(path)
    if kind in _LINES:
        return None
    try:
        with _text(_open(path)) as text:
            return _named(next(csv.reader(_lines(text.readline), delimiter=_SEPARATORS[kind]), []))
    except _CUT_OFF:
        return None


def _open(path: Path) -> IO[bytes]:
    opener: Any = _PACKED.get(path.suffix, open)
    return cast("IO[bytes]", opener(path, "rb"))


def _kind(path: Path) -> str:
    kind = Path(path.stem).suffix if path.suffix in _PACKED else path.suffix
    if kind not in (*_LINES, *_SEPARATORS):
        raise UnknownFormat(f"{path.name} is none of .jsonl, .ndjson, .csv, .tsv, each also with .gz or .xz.")
    return kind


def _json_lines(file: IO[bytes]) -> Iterator[Line]:
    for number, line in enumerate(_lines(file.readline), 1):
        written = line.removeprefix(BOM_UTF8) if number == 1 else line
        if not written.strip():
            continue
        try:
            row = parse_json(written)
        except ValueError as error:
            yield Line(number, error=f"not JSON: {error}")
        else:
            yield (
                Line(number, row)
                if isinstance(row, dict)
                else Line(number, error=f"a row is an object, not {type(row).__name__}")
            )


def _table(file: IO[bytes], separator: str) -> Iterator[Line]:
    csv.field_size_limit(_LONGEST_FIELD)
    with _text(file) as text:
        reader = csv.reader(_lines(text.readline), delimiter=separator)
        head = _named(next(reader, []))
        for cells in reader:
            if error := _damage(head, cells):
                yield Line(reader.line_num, error=error)
            elif cells:
                yield Line(reader.line_num, dict(zip(head, cells, strict=True)))


def _lines(read: Callable[[int], T]) -> Iterator[T]:
    """Yield line after line of what `read` reads. Raises LineTooLong."""
    while line := read(_LONGEST_LINE):
        if len(line) >= _LONGEST_LINE:
            raise LineTooLong(f"a line is longer than {_LONGEST_LINE >> 20} MiB")
        yield line


def _named(head: list[str]) -> list[str]:
    """Return the columns' names; of those that share one, the second is "name (2)": the last would hide the others."""
    return [name if (number := head[:at].count(name) + 1) == 1 else f"{name} ({number})" for at, name in enumerate(head)]


def _damage(head: list[str], cells: list[str]) -> str | None:
    if cells and len(cells) != len(head):
        return f"{len(cells)} fields where the first line names {len(head)}"
    # bytes that are no UTF-8 came through as lone surrogates
    return None if all(cell.isascii() or _is_utf8(cell) for cell in cells) else "not UTF-8"


def _is_utf8(cell: str) -> bool:
    return not any("\udc80" <= letter <= "\udcff" for letter in cell)


def _text(file: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
