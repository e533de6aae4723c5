"""iCIMS' fields as ours. A row is {"listing": a card of the board, "posting": the JobPosting of its page, or null}.

Source: a recorded answer of the listing; ../shared description (ATS.md). A card writes a place as "US-CA-Monrovia", and a time
month first in the employer's own zone, so only its day is read.
"""

import re

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = True
_CODED = re.compile(r"([A-Z]{2})(?:-([A-Z]{2})(?:-(.+))?)?")
_FIELD = "listing.fields."


def normalize(row: Fields) -> Content:
    """Return what a job of an iCIMS board says; the JobPosting, where there is one, over its card."""
    posting = read_job_posting(row, row.get("posting"))
    return completed(
        posting,
        title=row.text("title", "listing.title"),
        description=html_text(row.get("listing.summary")),
        locations=unique(_place(found.raw) for found in places(row.get("listing.location"))),
        department=row.text("department", _FIELD + "Category"),
        requisition_id=row.text("requisition_id", _FIELD + "Job ID", _FIELD + "Requisition ID", _FIELD + "ID"),
        stated_employment_type=row.text("stated_employment_type", _FIELD + "Position Type", _FIELD + "Type"),
        posted_at=posting.posted_at or row.month_first("posted_at", "listing.posted"),
        url=row.url("url", "listing.link"),
    )


def _place(raw: str) -> Location | None:
    found = _CODED.fullmatch(raw)
    return place(raw, city=found[3], region=found[2], code=found[1]) if found else place(raw)
