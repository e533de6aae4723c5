"""Eightfold's fields as ours. A row is {"listing": a row of the list, "detail": the position's own answer or null}.

Source: a recorded answer of the list; public descriptions of the detail.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a position of an Eightfold tenant says; the detail, where there is one, over its listing."""
    return Content(
        title=row.text("title", "detail.name", "listing.name"),
        employer=row.employer(),
        description=html_text(row.get("detail.job_description") or row.get("listing.job_description")),
        locations=next(filter(None, (places(row.get(at)) for at in _both("locations", "location"))), []),
        department=row.text("department", *_both("department")),
        requisition_id=row.text("requisition_id", *_both("display_job_id", "ats_job_id")),
        stated_work_mode=row.text("stated_work_mode", *_both("work_location_option", "location_flexibility")),
        posted_at=row.instant("posted_at", *_both("t_create")),
        updated_at=row.instant("updated_at", *_both("t_update")),
        url=row.url("url", *_both("canonicalPositionUrl")),
    )


def _both(*names: str) -> list[str]:
    return [f"{part}.{name}" for name in names for part in ("detail", "listing")]
