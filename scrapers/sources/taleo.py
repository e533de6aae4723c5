"""Taleo Business Edition: a board is organisation, pod and career site as in its address, `BANKERSTRUST/phh03/37`.

An organisation alone is asked for at pod phg02, which leads on to its own. A posting's text is in the JSON-LD of its page, and of
a page without in the page itself.
Source: ../shared description, and other public readers of these pages for sessions and marks; not yet seen live.
"""

import re
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from parsel import Selector

from scrapers.markup import beside_job_posting, html, words
from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
_SESSION = re.compile(r";jsessionid=([^?#;]*)", re.IGNORECASE)
_GONE = "no longer available"
_TEXT = "[name='cwsJobDescription']"
_PLACE = "//span[normalize-space() = 'Location']/following-sibling::strong[1]"


def first_page(board: str) -> PageRequest:
    """Return the request that lists `board` from its start."""
    organisation, pod, site, *_ = [*board.split("/"), "phg02", ""]
    url = f"https://{pod.rstrip('0123456789')}.tbe.taleo.net/{pod}/ats/careers/v2/searchResults"
    return PageRequest(url, query={"org": organisation, "cws": site} if site else {"org": organisation}, reads="text")


def read_page(request: PageRequest, text: str) -> Page:
    """Return a row per posting: its id, title, link and the cells beside them, which each board chooses for itself."""
    page = html(text)
    if "oracletaleocwsv2" not in text:
        raise ValueError("it is no list of jobs, but the login page or that of a closed board")
    rows = [_row(request.url, link) for link in page.css("h4 a[href*='rid=']")]
    href = page.css("a.jscroll-next::attr(href)").get()
    return Page(rows, following=_next(urljoin(request.url, href)) if rows and href else None)


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["url"], reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """Return the row beside the JobPosting of its page, or beside the text (HTML) and place of a page without.

    None when the page says that the posting is gone.
    """
    raw = beside_job_posting(row, answer, _told)
    is_bare = raw["posting"] is None and "description" not in raw
    return None if answer is not None and is_bare and _GONE in answer else raw


def _told(page: Selector) -> dict[str, Any]:
    return {"description": page.css(_TEXT).get(), "location": words(page.xpath(_PLACE))}


def _row(base: str, link: Selector) -> dict[str, Any]:
    url = _SESSION.sub("", urljoin(base, link.attrib["href"]))
    cells = [words(cell) for cell in link.xpath("ancestor::h4[1]/following-sibling::div[@tabindex]")]
    return {"id": parse_qs(urlsplit(url).query)["rid"][0], "title": words(link), "url": url, "cells": cells}


def _next(url: str) -> PageRequest:
    # what names the session of a further page goes into a header, which is stored nowhere
    session = _SESSION.search(url)
    return PageRequest(_SESSION.sub("", url), headers={"Cookie": f"JSESSIONID={session[1]}"} if session else {}, reads="text")
