"""HRMDirect (ClearCompany): a board is one HTML table; text and place of a posting are on its page.

A board is the first word of its host. A row holds its cells by class, those without one as `other`; employers choose the columns.
Source: a recorded answer of the table; public descriptions of a posting's page and an empty board; not yet seen live.
"""

from collections import defaultdict
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from parsel import Selector

from scrapers.markup import html, words
from scrapers.sources.base import OWN_HOST, Page, PageRequest, Row

SOURCE_ID = "req_id"
_STYLES = {"reqitem", "reqitem1", "ReqRowClick"}
PAGES = (OWN_HOST + r"\.hrmdirect\.com",)


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board`."""
    return PageRequest(f"https://{board}.hrmdirect.com/employment/job-openings.php", query={"search": "true"}, reads="text")


def read_page(request: PageRequest, text: str) -> Page:
    """Return a row per posting, of several places the other rows in `others`. Raises ValueError when it is no listing."""
    page, found = html(text), defaultdict(list)
    for row in sorted((_row(tr, request.url) for tr in page.css("tr[data-req-id]")), key=lambda row: str(row["link"])):
        found[row["req_id"]].append(row)
    if not found and not page.css("[class*=reqResult], #noResultsMsg"):
        raise ValueError("it has no table of openings")
    return Page([first if not others else {**first, "others": others} for first, *others in found.values()])


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["link"].partition("?")[0], query=dict(parse_qsl(urlsplit(row["link"]).query)), reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any]:
    """Return the row beside the fields and the text (HTML) of its page; a page without a text is no posting's."""
    return {"listing": row, "detail": None if answer is None else _detail(html(answer))}


def _detail(page: Selector) -> dict[str, Any] | None:
    text = page.css("div.jobDesc").get()
    named = ((words(name), name.xpath("normalize-space(following-sibling::td)").get()) for name in page.css(".viewFieldName"))
    return {"fields": {name.rstrip(":"): value for name, value in named if name}, "description": text} if text else None


def _row(row: Selector, url: str) -> Row:
    found: dict[str, Any] = {"req_id": row.attrib["data-req-id"], "custom_req_id": row.attrib.get("data-custom-req-id")}
    for cell in row.xpath("./td"):
        name = next((part for part in cell.attrib.get("class", "").split() if part not in _STYLES), None)
        found |= {name: words(cell)} if name else {"other": [*found.get("other", []), words(cell)]}
    return {**found, "link": urljoin(url, row.css("a[href*='job-opening.php']::attr(href)").get(""))}
