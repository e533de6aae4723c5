"""HRMDirect's fields as ours. A row is {"listing": its cells, "detail": fields and text of its page, or null}.

Source: a recorded answer of the table; public descriptions of the page. A cell without a name that is a date (month first)
is the day of posting.
"""

import re
from datetime import datetime

from streams.normalize.dates import read_month_first
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text, text_of

VERSION = 1
ONE_EMPLOYER = True
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
        posted_at=_posted(row),
        url=row.url("url", "listing.link"),
    )


def _posted(row: Fields) -> datetime | None:
    cells = row.get("listing.other")
    texts = [text_of(cell) or "" for cell in cells] if isinstance(cells, list) else []
    day = next(filter(_DAY.fullmatch, texts), None)
    read = read_month_first(day)
    if day and read is None:
        row.unread("posted_at", day)
    return read
