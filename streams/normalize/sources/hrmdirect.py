"""HRMDirect's fields as ours. A row is {"listing": its cells, "detail": fields and text of its page, or null}.

A cell without a name that is a date (month first) is the day of posting. Employers name the fields of the page, and choose the
columns: one of their own may say nothing but "Remote".
Source: a recorded answer of the table; public descriptions of the page.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from streams.normalize.dates import read_month_first
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text, text_of

VERSION = 2
ONE_EMPLOYER = True
_FIELD = "detail.fields."
_KINDS = ("Employment Type", "Position Type", "Job Type")
_PAY = ("Salary Range", "Salary", "Pay Range", "Compensation")
_MODES = frozenset({"remote", "hybrid", "on-site", "onsite"})
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def normalize(row: Fields) -> Content:
    """Return what an opening of an HRMDirect board says; it has a row of the table per place."""
    rows = [place(city=row.get("listing.cities"), region=row.get("listing.state"))]
    rows += [place(city=item.get("cities"), region=item.get("state")) for item in row.rows("listing.others")]
    return Content(
        title=row.text("title", "listing.posTitle"),
        employer=row.employer(),
        description=html_text(row.get("detail.description")),
        locations=unique(rows) or places(row.get("detail.fields.Location")),
        department=row.text("department", "listing.departments", "detail.fields.Department"),
        requisition_id=row.text("requisition_id", "listing.custom_req_id"),
        stated_salary=row.salary(*(_FIELD + name for name in _PAY)),
        stated_work_mode=row.text("stated_work_mode", _FIELD + "Workplace Type") or _mode(row.get("listing")),
        stated_employment_type=row.text("stated_employment_type", *(_FIELD + name for name in _KINDS)),
        posted_at=_posted(row),
        url=row.url("url", "listing.link"),
    )


def _mode(cells: Any) -> str | None:
    texts = map(text_of, cells.values()) if isinstance(cells, Mapping) else ()
    return next((text for text in texts if text and text.casefold() in _MODES), None)


def _posted(row: Fields) -> datetime | None:
    cells = row.get("listing.other")
    texts = [text_of(cell) or "" for cell in cells] if isinstance(cells, list) else []
    day = next(filter(_DAY.fullmatch, texts), None)
    read = read_month_first(day)
    if day and read is None:
        row.unread("posted_at", day)
    return read
