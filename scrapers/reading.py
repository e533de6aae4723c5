"""Between Scrapy and the sources: our requests as Scrapy's, its answers as payloads and raw rows."""

import json
import zlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.utils.gz import gunzip

from scrapers.answers import parse_json
from scrapers.blocks import block_in
from scrapers.sources.base import LISTING, PageRequest, Row, Source
from scrapers.tally import STOPPED, Tally
from scrapers.urls import led_to, without_secrets_in

# a response; or what kept one from coming: an exception, or Twisted's Failure around it
Answer = Any
OK = 200
NOT_MODIFIED = 304
GONE = (404, 410)
KEPT_OUT = (403, 429)
# why a request that was ignored was not sent, and how that is told
_UNSENT = {"Forbidden by robots.txt": "robots.txt forbids it", STOPPED: STOPPED}
# under which a request carries the tally of its crawl
TALLY = "tally"
_GZIP = b"\x1f\x8b"
_LARGEST_UNPACKED = 64 << 20


class NoAnswer(Exception):  # noqa: N818 - a value that travels as an exception
    """A request gave no payload in the end; the message is the crawl's reason."""


class KeptOut(NoAnswer):
    """The host says that we are not welcome, or not now: by its status, or by a page that keeps visitors out."""


class OutOfReach(IgnoreRequest):
    """A request was not sent, since it would have left the web or led to a host that is not public; the message says where."""


def to_scrapy(
    asked: PageRequest,
    base_url: str,
    headers: dict[str, str],
    walk: Any = None,
    tally: Tally | None = None,
    *,
    drawn: bool = False,
) -> Request:
    """Return Scrapy's request for `asked`, `drawn` in a browser or not.

    Requests to one real host share a slot, wherever they are led to. `tally` counts what is sent, and once it has ended nothing
    more is.
    """
    body = None if asked.body is None else json.dumps(asked.body)
    kind = {} if body is None else {"Content-Type": "application/json"}
    return Request(
        led_to(base_url, asked.address),
        method=asked.method,
        body=body,
        headers={**asked.headers, **kind, **headers},
        meta={"download_slot": urlsplit(asked.url).hostname, "playwright": drawn, TALLY: tally},
        callback=walk,
        errback=walk,
        dont_filter=True,
    )


def status_of(answer: Answer) -> int | None:
    """Return the HTTP status; None where no response came."""
    return answer.status if isinstance(answer, Response) else None


def was_sent(answer: Answer) -> bool:
    """Whether a request went out at all: robots.txt may forbid it, its host be out of reach, and a crawl that ends sends no more.

    Scrapy ignores answers, too: one that is too large unpacked, one that leads on and on.
    """
    error = getattr(answer, "value", answer)
    return not (isinstance(error, OutOfReach) or (isinstance(error, IgnoreRequest) and str(error) in _UNSENT))


def latency_ms_of(answer: Answer) -> int | None:
    """Return how long the answer took once it was asked for, in milliseconds; None where none came."""
    request = getattr(answer, "request", None) if isinstance(answer, Response) else None
    seconds = request.meta.get("download_latency") if request is not None else None
    return None if seconds is None else round(seconds * 1000)


def payload_of(asked: PageRequest, answer: Answer) -> Any:
    """Return what was answered to `asked`: a JSON value or a text, as it says.

    Raises NoAnswer when none came, its status is not 200, or it is not what was asked for; KeptOut when we were kept out.
    """
    if not isinstance(answer, Response):
        raise NoAnswer(_why(getattr(answer, "value", answer)))
    blocked = block_in(answer.text) if isinstance(answer, TextResponse) and _is_markup(answer) else None
    if answer.status != OK:
        kind = KeptOut if blocked or answer.status in KEPT_OUT else NoAnswer
        raise kind(f"HTTP {answer.status}" + (f", {blocked}" if blocked else ""))
    if blocked:
        raise KeptOut(blocked)
    if asked.reads == "text":
        return _text_of(answer)
    try:
        return parse_json(answer.body)
    except ValueError as error:
        raise NoAnswer(f"not JSON: {error}") from error


def _text_of(answer: Response) -> str:
    if answer.body.startswith(_GZIP):
        # a sitemap that is a packed file, not a packed transfer
        try:
            return gunzip(answer.body, max_size=_LARGEST_UNPACKED).decode("utf-8", "replace")
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise NoAnswer(f"can't be unpacked: {error}") from error
    if not isinstance(answer, TextResponse):
        kind = answer.headers.get("Content-Type") or b"no type"
        raise NoAnswer(f"not text: {kind.decode('latin-1')}")
    return answer.text


def _is_markup(answer: Response) -> bool:
    return answer.body.lstrip()[:1] == b"<"


def with_detail(source: Source, row: Row, asked: PageRequest, answer: Answer) -> Row | None:
    """Return the raw row of a listing's `row` and the answer to its detail, which was `asked` for; None where it is no posting.

    Raises NoAnswer when the answer holds none of it, and as `payload_of`.
    """
    raw, source_id = source.raw_row(row, payload_of(asked, answer)), source.id_of(row)
    if _is_bare(raw):
        # published without its text, a posting would lose the one that it had; many sites lead to the list from one just closed
        is_led = source_id and source_id in asked.address and source_id not in answer.url
        raise NoAnswer("it led to a page without a posting" if is_led else "its answer holds no posting")
    return raw


def _is_bare(raw: Row | None) -> bool:
    """Whether a raw row holds nothing but its row in the listing."""
    return isinstance(raw, Mapping) and LISTING in raw and not any(raw[name] for name in raw if name != LISTING)


def validators(answer: Answer) -> dict[str, str]:
    """Return the headers by which the server can say later that this answer still holds."""
    names = ("ETag", "Last-Modified") if isinstance(answer, Response) else ()
    return {name: answer.headers[name].decode("latin-1") for name in names if name in answer.headers}


def _why(error: object) -> str:
    if isinstance(error, IgnoreRequest):
        return _UNSENT.get(str(error)) or without_secrets_in(str(error))
    if isinstance(error, DownloadCancelledError) and not str(error):
        # Scrapy says nothing where it breaks off an answer without a length
        return "its answer is too large"
    # a library's message may hold the whole address
    return without_secrets_in(f"{type(error).__name__}: {error}".rstrip(": "))
