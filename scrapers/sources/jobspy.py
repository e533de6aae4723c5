"""JobSpy: LinkedIn, Indeed, Glassdoor, ZipRecruiter and Google Jobs, by search. A board is a search; off unless it is turned on.

A search is SITE/COUNTRY/TERM or SITE/COUNTRY/TERM/PLACE, as `indeed/germany/python engineer/Berlin`. Sites are `linkedin`,
`indeed`, `glassdoor`, `zip_recruiter` and `google`; countries are named as the library does. Its postings are those of the site,
so that a posting that two searches find is one. docs/searched-sites.md has what there is to know first.
Source: python-jobspy 1.4, README and model.py; its answers not yet seen live.
"""

from typing import Any
from urllib.parse import quote, urlsplit

from scrapers.sources.base import Page, PageRequest

SOURCE_ID = "id"
RESULTS = 100
# they search in a country; the others, in a place
_BY_COUNTRY = ("indeed", "glassdoor")
_SOME = "a search shows some of what its site has"


def first_page(board: str) -> PageRequest:
    """Return the search that `board` is."""
    site, country, term, place = [*board.split("/", 3), "", "", ""][:4]
    where = place or ("" if site in _BY_COUNTRY else country)
    query = {"search_term": term, "country_indeed": country, "location": where}
    asked: dict[str, str | int] = {name: value for name, value in query.items() if value}
    return PageRequest(f"jobspy://{site}/{quote(term)}", query={**asked, "results_wanted": RESULTS, "description_format": "html"})


def read_page(request: PageRequest, payload: dict[str, Any]) -> Page:
    """Return the rows that were found, untouched. They are never all of the site's."""
    return Page(payload["jobs"], board=urlsplit(request.url).netloc, partial=payload.get("error") or _SOME)
