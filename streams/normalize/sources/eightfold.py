"""Eightfold's fields as ours. A row is {"listing": a row of the list, "detail": the position's own answer or null}.

`t_create` is when the tenant's record was made, which may be months before its day of posting; that stands, where it does, in a
field of the tenant's own: a text, or one in lists.
Source: a recorded answer of the list; public descriptions of the detail.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from streams.normalize.dates import read_instant
from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True
_DAY_OF_POSTING = re.compile(r"post\w*date|date\w*post|publish", re.IGNORECASE)


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
        posted_at=_posted(row) or row.instant("posted_at", *_both("t_create")),
        updated_at=row.instant("updated_at", *_both("t_update")),
        url=row.url("url", *_both("canonicalPositionUrl")),
    )


def _both(*names: str) -> list[str]:
    return [f"{part}.{name}" for name in names for part in ("detail", "listing")]


def _posted(row: Fields) -> datetime | None:
    own = row.get("detail.custom_JD.data_fields")
    days = [_first(value) for name, value in own.items() if _DAY_OF_POSTING.search(name)] if isinstance(own, Mapping) else []
    return next(filter(None, (read_instant(day, row.fetched_at) for day in days)), None)


def _first(value: Any) -> Any:
    while isinstance(value, list):
        value = next(iter(value), None)
    return value
