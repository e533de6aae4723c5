"""Careers pages: any employer's own site that lists its postings in a sitemap and describes each by a schema.org JobPosting.

The board is the site's host, or host and path of the sitemap: `example.com`, `example.com/jobs-sitemap.xml`. So are the boards of
the systems in SYSTEMS, of which no other listing is known.
Source: sitemaps.org protocol 0.9; schema.org/JobPosting.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from scrapers.markup import job_posting, xml_elements
from scrapers.sources.base import Page, PageRequest

# system -> the address of a board, and what is known of its pages
SYSTEMS = {
    "ApplicantPro": (
        r"(?P<board>(?!www\b|api\b|app\b|admin\b|support\b)[\w-]+\.(?:applicantpro|isolvedhire)\.com)",
        "public code reads the sitemap of each employer's host and the JobPosting of its pages; not yet seen live",
    ),
    "Homebase": (
        r"(?P<board>(?!www\b|api\b|go\b|get\b|blog\b|help\b|support\b)[\w-]+\.joinhomebase\.com)",
        "nothing was found: neither that its hosts have a sitemap nor that its pages have a JobPosting; not yet seen live",
    ),
}
PAGES = tuple(address for address, _ in SYSTEMS.values())
MOST_MAPS = 2_000
_MAPS, _PAGES = "sitemapindex", "urlset"
# a site has other pages too; of a sitemap that names no such page every page is looked at. A word that is missing here loses all
# postings of a site that has another page with one of these, and a word too many costs a request
_OF_JOBS = re.compile(
    r"(?i)job|carr?i[eè]r|career|carreir|carrera|karr?i[ey]r|va[ck]an|vacatur|\bvagas?\b|position|opening|opportunit|requisition"
    r"|posting|hiring|recru|rekru|rekry|\broles?\b|stelle|stilling|tjanst|tyopaik|ausschreib|empl[eo]|offres?\b|offert[ae]\b"
    r"|prac[aey]\b|lavor[aoi]|trabaj|trabalh|ledig|work-(?:with|for)-us|join-us|werken-bij"
)


def SOURCE_ID(row: dict[str, Any]) -> object:  # noqa: N802 - the name that every source declares
    """Return the address of a posting's page without its host."""
    url = urlsplit(row["loc"])
    return url.path + (f"?{url.query}" if url.query else "")


def first_page(board: str) -> PageRequest:
    """Return the request for the sitemap of `board`."""
    host, _, path = board.partition("/")
    return PageRequest(f"https://{host}/{path or 'sitemap.xml'}", reads="text")


def read_page(request: PageRequest, text: str) -> Page:
    """Return the pages of a sitemap that are about jobs, and of a list of sitemaps the next one to read, each once."""
    waiting, known = list(request.memo.get("maps", ())), {request.address, *request.memo.get("known", ())}
    found = list[dict[str, Any]]()
    if f"<{_MAPS}" in text:
        listed = {row["loc"]: row for row in _about_jobs(xml_elements(text, "sitemap", within=_MAPS))}
        # a list that names itself, or one that names it, would be read for ever
        waiting += [row for address, row in listed.items() if address not in known]
        known |= listed.keys()
    else:
        found = _about_jobs(xml_elements(text, "url", within=_PAGES))
    if not waiting:
        return Page(found)
    if request.memo.get("read", 1) >= MOST_MAPS:
        # a server can make up lists of lists without an end
        return Page(found, partial=f"it has more than {MOST_MAPS:,} sitemaps")
    memo = {"maps": waiting[1:], "known": sorted(known), "read": request.memo.get("read", 1) + 1}
    return Page(found, following=PageRequest(waiting[0]["loc"], reads="text", memo=memo))


def detail_request(_: str, row: dict[str, Any]) -> PageRequest:
    """Return the request for the page of `row`."""
    return PageRequest(row["loc"], reads="text")


def merge(row: dict[str, Any], answer: Any) -> dict[str, Any] | None:
    """Return the page's JobPosting beside its line in the sitemap; None when the page has none."""
    posting = job_posting(answer) if answer is not None else None
    return {"listing": row, "posting": posting} if posting else None


def _about_jobs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    named = [{**row, "loc": str(row.get("loc")).strip()} for row in rows]
    known = [row for row in named if row["loc"].startswith(("https://", "http://"))]
    return [row for row in known if _OF_JOBS.search(row["loc"])] or known
