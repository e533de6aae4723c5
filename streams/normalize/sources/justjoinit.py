"""Just Join IT's fields as ours. A row is {"listing": a row of the list, "detail": the offer's own answer or null}.

Source: recorded answers of the offers API.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 3
ONE_EMPLOYER = False
_PUBLISHED = ("listing.lastPublishedAt", "detail.lastPublishedAt")
# what the board calls an office is where one works, and not how
_ONSITE = {"office": "on-site"}


def normalize(row: Fields) -> Content:
    """Return what an offer says; amounts and times are those of the list.

    `publishedAt` is when the offer was last pushed to the top of the list, which is later than when it was posted.
    """
    times = [row.instant("posted_at", *paths) for paths in (("listing.publishedAt",), _PUBLISHED)]
    row.of_employer(size=row.get("detail.hiringCompany.size"))
    slug, mode = row.text("url", "listing.slug"), row.text("stated_work_mode", "listing.workplaceType")
    return Content(
        title=row.text("title", "detail.title", "listing.title"),
        employer=row.employer("listing.companyName", "detail.hiringCompany.name", sites=("detail.hiringCompany.url",)),
        description=html_text(row.get("detail.body"), _skills(row)),
        locations=unique(map(_place, row.rows("detail.locations") or row.rows("listing.multilocation") or [_listing(row)])),
        stated_salary=_pay(row),
        stated_work_mode=_ONSITE.get(mode or "", mode),
        stated_employment_type=", ".join(_kinds(row)) or None,
        stated_seniority=row.text("stated_seniority", "listing.experienceLevel"),
        posted_at=min(filter(None, times), default=None),
        valid_through=row.deadline("valid_through", "listing.expiredAt"),
        url=canonical_url(f"https://justjoin.it/job-offer/{slug}") if slug else None,
        apply_url=row.url("apply_url", "detail.apply.url"),
    )


def _skills(row: Fields) -> str:
    """Return the skills that the board shows beside the text, which does not name all of them."""
    names = (text_of(item.get("skillName")) for item in row.rows("detail.requirements"))
    return ", ".join(dict.fromkeys(filter(None, names)))


def _listing(row: Fields) -> Mapping[str, Any]:
    found = row.get("listing")
    return found if isinstance(found, Mapping) else {}


def _place(item: Mapping[str, Any]) -> Location | None:
    inner = item.get("geoCoordinates")
    point = inner if isinstance(inner, Mapping) else item
    return place(city=item.get("city"), code=item.get("countryCode"), point=(point.get("latitude"), point.get("longitude")))


def _kinds(row: Fields) -> list[str]:
    """Return how much of the week the work takes, and each kind of contract by which it may be done ("b2b", "permanent")."""
    contracts = (text_of(terms.get("type")) for terms in row.rows("listing.employmentTypes"))
    return list(dict.fromkeys(filter(None, (row.text("stated_employment_type", "listing.workingTime"), *contracts))))


def _pay(row: Fields) -> StatedSalary | None:
    """Return the pay of the first kind of contract that states any; what the board converted is not stated."""
    for terms in row.rows("listing.employmentTypes"):
        low, high = terms.get("from"), terms.get("to")
        if terms.get("currencySource") != "conversion" and (low is not None or high is not None):
            return row.salary_of(low, high, terms.get("currency"), terms.get("unit"))
    return None
