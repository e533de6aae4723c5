"""Rippling's fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Source: recorded answers of the list; of the detail ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Mapping

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = True
# The detail lists places by their words, the list gives one per row.
_PLACES = ("detail.workLocations", "listing.workLocations")


def normalize(row: Fields) -> Content:
    """Return what a posting of a Rippling board says."""
    pay = next(iter(row.rows("detail.payRangeDetails")), {})
    listed = next((places for places in map(row.get, _PLACES) if isinstance(places, list) and places), None)
    return Content(
        title=row.text("title", "detail.name", "listing.name"),
        employer=row.employer("detail.companyName"),
        description=html_text(row.get("detail.description.role"), row.get("detail.description.company")),
        locations=unique(map(_place, listed or [row.get("listing.workLocation")])),
        department=row.text("department", "listing.department.label", "detail.department.name"),
        stated_salary=row.salary_of(pay.get("rangeStart"), pay.get("rangeEnd"), pay.get("currency"), pay.get("frequency")),
        stated_employment_type=row.text("stated_employment_type", "detail.employmentType.id", "detail.employmentType.label"),
        posted_at=row.instant("posted_at", "detail.createdOn"),
        url=row.url("url", "listing.url", "detail.url"),
    )


def _place(item: object) -> Location | None:
    return place(item.get("label") if isinstance(item, Mapping) else item)
