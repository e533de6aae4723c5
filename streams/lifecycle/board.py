"""What is kept per board: its last crawls, its postings, and the pages of crawls that have not ended."""

import struct
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import orjson

from schemas.base import epoch_ms
from schemas.crawl import CrawlPage, CrawlReport
from streams.lifecycle.entry import FORMAT
from streams.step import GROUP_END, StateView

NEVER = 0
_BOARD = struct.Struct("<BqqqI")
_PAGE = struct.Struct("<Bq")
_PAGES = "\x1epages"
_JUDGED = "\x1ejudged"
_JUDGEMENT = struct.Struct("<Bq?I")
# No crawl or import takes as long from its first page to its report.
_LONGEST_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Board:
    """A board's last crawls, in milliseconds since 1970: of all, of the complete and unchanged, of the partial; NEVER = none.

    `held` counts the suspicious complete listings in a row; `health` is packed, as few events ask for it.
    """

    newest_ms: int = NEVER
    listed_ms: int = NEVER
    partial_ms: int = NEVER
    held: int = 0
    health: bytes = b""

    def pack(self) -> bytes:
        """Return it as a table value."""
        return _BOARD.pack(FORMAT, self.newest_ms, self.listed_ms, self.partial_ms, self.held) + self.health


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the crawl that ended at `at_ms` found before it wrote anything of its board.

    `is_strange`: it takes more than half of the open postings away. `unread`: how many were open and never read by normalize.
    """

    at_ms: int
    is_strange: bool
    unread: int


@dataclass(frozen=True, slots=True)
class Pages:
    """The ids of a crawl, in the order in which they were listed, and those whose own page is gone."""

    seen: dict[str, None]
    gone: frozenset[str]


def read_board(key: str, state: StateView) -> Board:
    """Return the board of that key; a new one where there is none."""
    value = state.get(key)
    if value is None:
        return Board()
    _, newest_ms, listed_ms, partial_ms, held = _BOARD.unpack_from(value)
    return Board(newest_ms, listed_ms, partial_ms, held, value[_BOARD.size :])


def keep_judgement(key: str, judgement: Judgement, state: StateView) -> None:
    """Write what a crawl of that board found, before anything that follows from it."""
    state.put(key + _JUDGED, _JUDGEMENT.pack(FORMAT, judgement.at_ms, judgement.is_strange, judgement.unread))


def judgement_of(key: str, at_ms: int, state: StateView) -> Judgement | None:
    """Return what the crawl that ended then found, where a stop kept it from writing all of it; else None."""
    value = state.get(key + _JUDGED)
    if value is None:
        return None
    found = Judgement(*_JUDGEMENT.unpack(value)[1:])
    return found if found.at_ms == at_ms else None


def entry_key(board: str, posting_id: str) -> str:
    """Return the table key of a posting."""
    return board + GROUP_END + posting_id


def entries(board: str, state: StateView) -> dict[str, bytes]:
    """Return the packed entry of every posting of `board`, by posting id."""
    return dict(state.scan(board))


def keep_page(page: CrawlPage, state: StateView) -> None:
    """Keep the ids of `page` until its report comes."""
    head = _PAGE.pack(FORMAT, epoch_ms(page.fetched_at))
    ids = zlib.compress(orjson.dumps([page.posting_ids, page.gone_ids]), 1)
    state.put(f"{page.key}{_PAGES}{GROUP_END}{page.crawl_id}:{page.number}", head + ids)


def pages_of(report: CrawlReport, state: StateView) -> Pages | None:
    """Return what the pages of the crawl showed; None when one is missing."""
    start = f"{report.key}{_PAGES}{GROUP_END}{report.crawl_id}:"
    found = [state.get(f"{start}{number}") for number in range(report.pages)]
    whole = [value for value in found if value is not None]
    return _joined(whole) if len(whole) == report.pages else None


def is_forgotten(fetched_ms: int, newest_ms: int) -> bool:
    """Whether a page of then is of a crawl that gets no report any more, where the newest of its board ended at `newest_ms`."""
    return fetched_ms <= newest_ms - _LONGEST_MS


def drop_pages(board: str, newest_ms: int, ended: Collection[str], state: StateView) -> None:
    """Forget the pages of `board` of the crawls that `ended`, and those whose report never came.

    A crawl may end within a longer one, as within an import, whose pages are told long before its report.
    """
    for page, value in state.scan(board + _PAGES):
        crawl_id = page.rpartition(":")[0]
        if crawl_id in ended or is_forgotten(_PAGE.unpack_from(value)[1], newest_ms):
            state.delete(f"{board}{_PAGES}{GROUP_END}{page}")


def _joined(values: Iterable[bytes]) -> Pages:
    seen: dict[str, None] = {}
    gone: set[str] = set()
    for value in values:
        ids, gone_ids = orjson.loads(zlib.decompress(value[_PAGE.size :]))
        seen.update(dict.fromkeys(ids))
        gone.update(gone_ids)
    return Pages(seen, frozenset(gone - seen.keys()))
