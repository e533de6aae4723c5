"""iCIMS' fields as ours. A row is {"listing": a card of the board, "posting": the JobPosting of its page, or null}.

A page without JobPosting gives its text as `description`. A card writes a place as "US-CA-Monrovia", and a time month first in
the employer's own zone, so only its day is read. A JobPosting states what nobody chose: OTHER as kind of employment, a year as
its validity, and as its day, for some employers, the instant at which it was asked for.
Source: a recorded answer of the listing; ../shared description (ATS.md) and public readers of a posting's page.
"""

import re
from dataclasses import replace

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import are_remote, place, places, unique
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True
_CODED = re.compile(r"([A-Z]{2})(?:-([A-Z]{2})(?:-(.+))?)?")
_FIELD = "listing.fields."
_KINDS = ("Position Type", "Employment Type", "Employment Status", "Job Type", "Type")
_NO_KIND = "OTHER"


def normalize(row: Fields) -> Content:
    """Return what a job of an iCIMS board says; the JobPosting, where there is one, over its card."""
    kind = row.text("stated_employment_type", *(_FIELD + name for name in _KINDS))
    posting = _chosen(read_job_posting(row, row.get("posting")), kind)
    offices = places(row.get("listing.location") or row.get(_FIELD + "Location"))
    return completed(
        posting,
        title=row.text("title", "listing.title"),
        description=html_text(row.get("description")) or html_text(row.get("listing.summary")),
        locations=unique(_place(found.raw) for found in offices),
        department=row.text("department", _FIELD + "Category"),
        requisition_id=row.text("requisition_id", _FIELD + "Job ID", _FIELD + "Requisition ID", _FIELD + "ID"),
        # the JobPosting may have no word of it
        stated_work_mode="remote" if are_remote(offices) else None,
        stated_employment_type=kind,
        posted_at=posting.posted_at or row.month_first("posted_at", "listing.posted"),
        url=row.url("url", "listing.link"),
    )


def _chosen(posting: Content, kind: str | None) -> Content:
    """Return `posting` with what its employer chose to state, and `kind`, the card's, over one that nobody chose.

    Of days, a clock's has parts of a second.
    """
    day, stated = posting.posted_at, posting.stated_employment_type
    return replace(
        posting,
        stated_employment_type=kind if kind and stated == _NO_KIND else stated,
        posted_at=day if day and not day.microsecond else None,
        valid_through=None,
    )


def _place(raw: str) -> Location | None:
    found = _CODED.fullmatch(raw)
    return place(raw, city=found[3], region=found[2], code=found[1]) if found else place(raw)
