"""What a server said a board's version is, so that an unchanged board costs one small answer."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from scrapers.boards import Board

# of a file, with what is behind it, 255 bytes at most
_LONGEST_NAME = 240
# answer's header -> what the next request asks with it
_CONDITIONS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}


class HttpMemory:
    """Validators of the boards whose last crawl was complete, a file each below `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def conditions(self, board: Board, address: str) -> dict[str, str]:
        """Return the headers that ask `address` for nothing when the board has not changed; none where nothing is known.

        What a machine that lost its power left half written is nothing known: it must not keep any board from being crawled.
        """
        try:
            known = json.loads(self._path(board).read_text(encoding="utf-8"))
            return dict(known["conditions"]) if known["address"] == address else {}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def remember(self, board: Board, address: str, headers: Mapping[str, str]) -> None:
        """Keep the validators of a complete crawl's answer, or forget the board where it has none."""
        conditions = {asked: headers[given] for given, asked in _CONDITIONS.items() if headers.get(given)}
        if not conditions:
            self.forget(board)
            return
        path = self._path(board)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps({"address": address, "conditions": conditions}), encoding="utf-8")
        part.replace(path)

    def forget(self, board: Board) -> None:
        """Ask for the whole board next time."""
        self._path(board).unlink(missing_ok=True)

    def _path(self, board: Board) -> Path:
        name = quote(board.name, safe="")
        if len(name) > _LONGEST_NAME:
            name = f"{name[:100]}.{blake2b(name.encode(), digest_size=16).hexdigest()}"
        return self._folder / board.source / f"{name}.json"
