"""Which source and board a careers page is of: by its address, or by the addresses in it."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from urllib.parse import unquote

from scrapers.boards import Board
from scrapers.sources import load_source, source_names

_ESCAPED_SLASH = r"\/"


def boards_in(text: str) -> list[Board]:
    """Return the boards whose addresses stand in `text`, an address or a page, in the order in which they first stand there."""
    plain = unescape(text).replace(_ESCAPED_SLASH, "/")
    found = sorted((match.start(), source, _name(match)) for source, match in _matches(plain))
    return list(dict.fromkeys(Board(source, board) for _, source, board in found))


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for source, pattern in _patterns():
        for match in pattern.finditer(text):
            yield source, match


def _name(match: re.Match[str]) -> str:
    return "/".join(unquote(part) for part in match.groups() if part)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(r"(?<![\w.-])" + page)) for name in source_names() for page in load_source(name).pages]
