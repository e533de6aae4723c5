"""Workday's fields as ours. A row is {"listing": a row of the search, "detail": the posting's own answer or null}.

Its hiring organization is a legal entity ("GD Information Technology, Inc." of GDIT), so the board's name for the employer is
the better one.
`startDate` is the day of posting; the search says it only in words, relative to the answer and in the site's language.
Source: recorded answers of the search and of a posting.
"""

import re

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_POSTING, _ORGANIZATION = "detail.jobPostingInfo", "detail.hiringOrganization.name"
_COUNT = re.compile(r"\d+ [^\W\d]+")


def normalize(row: Fields) -> Content:
    """Return what a posting of a Workday site says."""
    return Content(
        title=row.text("title", f"{_POSTING}.title", "listing.title"),
        employer=row.employer(also=(_ORGANIZATION,), sites=("detail.hiringOrganization.url",))
        or row.text("employer", _ORGANIZATION),
        description=html_text(row.get(f"{_POSTING}.jobDescription")),
        locations=_located(row),
        requisition_id=row.text("requisition_id", f"{_POSTING}.jobReqId") or _requisition(row),
        stated_work_mode=row.text("stated_work_mode", f"{_POSTING}.remoteType", "listing.remoteType"),
        stated_employment_type=row.text("stated_employment_type", f"{_POSTING}.timeType", "listing.timeType"),
        posted_at=row.instant("posted_at", f"{_POSTING}.startDate", f"{_POSTING}.postedOn", "listing.postedOn"),
        valid_through=row.deadline("valid_through", f"{_POSTING}.endDate"),
        url=row.url("url", f"{_POSTING}.externalUrl") or _public_url(row),
    )


def _located(row: Fields) -> list[Location]:
    """Return the places; the search says only how many there are when it is more than one."""
    at = f"{_POSTING}.jobRequisitionLocation"
    country, required = row.get(f"{_POSTING}.country.descriptor"), row.get(f"{at}.country.descriptor")
    # the requisition may be of another country than its posting
    code = row.get(f"{at}.country.alpha2Code") if country in (None, required) else None
    first = place(
        row.get(f"{_POSTING}.location") or row.get(f"{at}.descriptor"),
        country=country or required,
        code=row.get(f"{_POSTING}.country.alpha2Code") or code,
    )
    found = unique([first, *places(row.get(f"{_POSTING}.additionalLocations"))])
    listed = text_of(row.get("listing.locationsText")) or ""
    return found or ([] if _COUNT.fullmatch(listed) else places(listed))


def _requisition(row: Fields) -> str | None:
    """What the search shows beside a title is the tenant's choice: the requisition is what the path names too."""
    shown, path = row.get("listing.bulletFields"), text_of(row.get("listing.externalPath")) or ""
    words = map(text_of, shown) if isinstance(shown, list) else ()
    return next((word for word in words if word and f"_{word}" in path), None)


def _public_url(row: Fields) -> str | None:
    """The page of a posting whose detail is missing."""
    tenant, _, site = row.board.partition("/")
    path = text_of(row.get("listing.externalPath"))
    return canonical_url(f"https://{tenant}.myworkdayjobs.com/{site}{path}") if path and site else None
