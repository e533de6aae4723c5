"""The ends of log files, and what is written to them from now on."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from os import SEEK_END, fstat
from os.path import samestat
from pathlib import Path

from pipeline.visible import on_one_line, visible

_CHUNK = 1 << 16
_POLL_S = 0.3
_FIRST = ("timestamp", "level", "event")


def log_files(log_dir: Path, process: str | None = None) -> dict[str, Path]:
    """Return name -> file of the logs there are: `<process>.log`, and `<process>.out` for what was printed.

    With `process` only its files; those that are empty are left out.
    """
    found = sorted([*log_dir.glob("*.log"), *log_dir.glob("*.out")])
    wanted = [path for path in found if path.stat().st_size and process in (None, path.stem, path.name)]
    return {path.name: path for path in wanted}


def last_lines(path: Path, count: int) -> list[str]:
    """Return the last `count` lines of a file; only its end is read."""
    with path.open("rb") as file:
        position = file.seek(0, SEEK_END)
        tail = b""
        while position > 0 and tail.count(b"\n") <= count:
            size = min(_CHUNK, position)
            position -= size
            file.seek(position)
            tail = file.read(size) + tail
    return tail.decode("utf-8", "replace").splitlines()[-count:] if count else []


def follow(paths: dict[str, Path], sleep: Callable[[float], None]) -> Iterator[tuple[str, str]]:
    """Yield (name, line) of what is written from now on; never ends.

    A file that is not there yet, was truncated, or was moved away and begun anew, is read from its beginning.
    """
    with ExitStack() as stack:
        files = {name: stack.enter_context(closing(_Followed(path))) for name, path in paths.items()}
        while True:
            for name, file in files.items():
                yield from ((name, line.decode("utf-8", "replace")) for line in file.lines())
            sleep(_POLL_S)


class _Followed:
    """A log from its end on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("rb") if path.exists() else None
        self._rest = b""
        if self._file is not None:
            self._file.seek(0, SEEK_END)

    def lines(self) -> list[bytes]:
        """Return the lines that are whole since the last call."""
        found = self._read()
        self._look()
        return found + self._read()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _read(self) -> list[bytes]:
        if self._file is None:
            return []
        *lines, self._rest = (self._rest + self._file.read()).split(b"\n")
        return lines

    def _look(self) -> None:
        """Go to the beginning of what the path names now, where that is not the file that was read, or less of it."""
        try:
            there = self._path.stat()
        except FileNotFoundError:
            return
        if self._file is not None and samestat(there, fstat(self._file.fileno())):
            if there.st_size >= self._file.tell():
                return
            self._file.seek(0)
        else:
            self.close()
            self._file = self._path.open("rb")
        self._rest = b""


def readable(line: str) -> str:
    """Return a structured line as text, `time level event key=value …`; another line as it is."""
    try:
        record = json.loads(line)
    except ValueError:
        return visible(line)
    if not isinstance(record, dict) or "event" not in record:
        return visible(line)
    rest = " ".join(f"{key}={value}" for key, value in record.items() if key not in (*_FIRST, "process", "logger", "exception"))
    head = " ".join(str(record[key]) for key in _FIRST if key in record)
    trace = f"\n{record['exception']}" if "exception" in record else ""
    return on_one_line(f"{head} {rest}".rstrip()) + visible(trace)
