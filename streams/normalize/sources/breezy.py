"""Breezy HR's fields as ours. A row is {"listing": a row of the list, "description": the HTML of its page, or null}.

Source: ../shared description (ATS.md) and public descriptions of a row.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = True
_AT = "listing.location."


def normalize(row: Fields) -> Content:
    """Return what a position of a Breezy account says."""
    located = place(
        row.get(_AT + "name"),
        city=row.get(_AT + "city"),
        region=row.get(_AT + "state.name") or row.get(_AT + "state.id") or row.get(_AT + "state"),
        country=row.get(_AT + "country.name") or row.get(_AT + "country"),
        code=row.get(_AT + "country.id") or row.get(_AT + "country"),
    )
    return Content(
        title=row.text("title", "listing.name"),
        employer=row.employer("listing.company.name"),
        description=html_text(row.get("description")),
        locations=unique([located]),
        department=row.text("department", "listing.department"),
        stated_salary=row.salary("listing.salary"),
        stated_work_mode="remote" if row.flag(_AT + "is_remote") else None,
        stated_employment_type=row.text("stated_employment_type", "listing.type.name", "listing.type.id"),
        posted_at=row.instant("posted_at", "listing.published_date"),
        url=row.url("url", "listing.url"),
    )
