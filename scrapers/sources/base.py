"""What every source speaks: which requests list a board, and what an answer says. Plain data; no Scrapy, no network."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Literal
from urllib.parse import urlencode

Row = Any
# under which a merged row holds its row in the listing
LISTING = "listing"
# the first word of a host that is a board's own, for PAGES: the vendor's own hosts are no boards
OWN_HOST = r"(?P<board>(?!www\b|app\b|api\b|login\b|help\b)[\w-]+)"
SourceId = str | Callable[[Row], object]
_LARGEST_TOTAL = 2**31 - 1


# What reading raises where an answer has not the shape that its source is known for.
UNREADABLE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


class UnreadableAnswer(Exception):  # noqa: N818 - a value that travels as an exception
    """An answer is not what its source says it is, or the source fails itself; the crawl ends there, with this as its reason."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request for one page. `body` is sent as JSON; `memo` is carried to `read_page` and never sent.

    `reads` says what the payload is: the value in a JSON answer, or the text of an HTML or XML one.
    """

    url: str
    query: Mapping[str, str | int] = field(default_factory=dict)
    method: str = "GET"
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    memo: Mapping[str, Any] = field(default_factory=dict)
    reads: Literal["json", "text"] = "json"

    def advance(self, param: str, step: int) -> "PageRequest":
        """Return the same request with `param` of the query increased by `step`."""
        return replace(self, query={**self.query, param: int(self.query.get(param, 0)) + step})

    @property
    def address(self) -> str:
        """The URL with its query."""
        return f"{self.url}?{urlencode(self.query)}" if self.query else self.url


@dataclass(frozen=True, slots=True)
class Page:
    """What one answer gave: its postings untouched, what it says about all of them, and what to ask next.

    `expected` is how many postings the source says the board has. `board` is the board's own name, where it was asked
    for by another one. `partial` says why the rows are not all that the board has, where they never are.
    """

    postings: Sequence[Row]
    following: PageRequest | None = None
    expected: int | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    board: str | None = None
    partial: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A vendor, as its module describes it. With `detail_request`, each row of a listing costs a request of its own.

    `merge(row, answer)` gives the raw row of a posting from its row in the listing and its detail answer (None where
    there is none); None = the source shows no posting there. It raises one of UNREADABLE when the answer is no posting's.
    `pages` are regular expressions of the addresses under which the public sees a board; their groups, joined by "/", are its
    name. `keys` are the settings without which the source
    answers nobody, and `sign(request, keys)` lays their values into a request.
    """

    name: str
    first_page: Callable[[str], PageRequest]
    read_page: Callable[[PageRequest, Any], Page]
    source_id: SourceId
    detail_request: Callable[[str, Row], PageRequest] | None = None
    merge: Callable[[Row, Any], Row | None] | None = None
    pages: Sequence[str] = ()
    keys: Sequence[str] = ()
    sign: Callable[[PageRequest, Mapping[str, str]], PageRequest] | None = None

    def lacks(self, keys: Mapping[str, str]) -> list[str]:
        """Return the settings that the source needs and `keys` has no value for."""
        return [name for name in self.keys if not keys.get(name)]

    def signed(self, request: PageRequest, keys: Mapping[str, str]) -> PageRequest:
        """Return `request` as it is sent, which is kept nowhere; without a key it is sent as it is, for the source to refuse."""
        return request if self.sign is None or self.lacks(keys) else self.sign(request, keys)

    def id_of(self, row: Row) -> str | None:
        """Return the id of a posting on its board, from its row in a listing or its raw row; None when it holds none.

        Raises UnreadableAnswer when the source fails at it.
        """
        try:
            listed = row[LISTING] if self._is_merged(row) else row
            found = self.source_id(listed) if callable(self.source_id) else listed.get(self.source_id)
        except UNREADABLE:
            return None
        except Exception as error:
            raise UnreadableAnswer(self._fault(error)) from error
        return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) and found != "" else None

    def read(self, request: PageRequest, payload: Any) -> Page:
        """Return what `payload`, the answer to `request`, says.

        Raises UnreadableAnswer when it has not the shape of this source's answers.
        """
        with self._expects("an answer"):
            page = self.read_page(request, payload)
        if not (isinstance(page, Page) and isinstance(page.context, Mapping)):
            raise UnreadableAnswer(self._fault(TypeError("read_page gives no Page, or one whose context is no mapping")))
        if not isinstance(page.postings, list):
            raise UnreadableAnswer(f"not an answer of {self.name}: its postings are no list")
        if page.expected is not None and not (type(page.expected) is int and 0 <= page.expected <= _LARGEST_TOTAL):
            # a listing is held against it, so it must not be left out either
            raise UnreadableAnswer(f"not an answer of {self.name}: its total is {str(page.expected)[:40]!r}")
        return page

    def request_for_detail(self, board: str, row: Row) -> PageRequest:
        """Return what to ask for the detail of a row of the listing, for sources that have details.

        Raises UnreadableAnswer when the row lacks what it takes.
        """
        assert self.detail_request is not None
        with self._expects("a row"):
            asked = self.detail_request(board, row)
            if not isinstance(asked.url, str):
                raise ValueError(f"the address of its detail is {str(asked.url)[:40]!r}")  # noqa: TRY004 - of a row, not a bug
            return asked

    def raw_row(self, row: Row, answer: Any = None) -> Row | None:
        """Return the raw row of a posting, one that holds its detail already as it is; None where the source shows none.

        Raises UnreadableAnswer when `answer` is no detail of this source.
        """
        if self.merge is None or self._is_merged(row):
            return row
        with self._expects("a detail"):
            return self.merge(row, answer)

    @contextmanager
    def _expects(self, what: str) -> Iterator[None]:
        try:
            yield
        except UNREADABLE as error:
            raise UnreadableAnswer(f"not {what} of {self.name}: {type(error).__name__} {error}") from error
        except Exception as error:
            raise UnreadableAnswer(self._fault(error)) from error

    def _fault(self, error: Exception) -> str:
        """What no answer is the cause of, such as a name that is not there: a crawl that only ended would be no finding."""
        return f"scrapers/sources/{self.name}.py is to be mended: {type(error).__name__} {error}"

    def _is_merged(self, row: Row) -> bool:
        return self.merge is not None and isinstance(row, Mapping) and LISTING in row


def beside_detail(row: Row, answer: Any, holds: str) -> dict[str, Any]:
    """Return a row of a listing and its detail answer beside each other: the `merge` of a source with such answers.

    Raises ValueError when the answer says nothing in `holds`, which every posting of the source has: an error that is told with
    status 200 is no posting, and would take the text that the posting had.
    """
    if answer is not None and (not isinstance(answer, Mapping) or answer.get(holds) is None):
        raise ValueError(f"its answer has no {holds!r}")
    return {LISTING: row, "detail": answer}
