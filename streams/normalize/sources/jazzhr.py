"""JazzHR's fields as ours. A row is {"listing": a row of the table, "posting": the JobPosting of its page, or null}.

A page without JobPosting gives its text as `description`, its employer as `company`, and as `meta` a line like "Kitchen - Akron,
OH - Full Time", whose parts may be left out.
Source: ../shared description (ATS.md), public descriptions of old themes.
"""

from dataclasses import replace

from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import are_remote, places
from streams.normalize.text import html_text, text_of

VERSION = 2
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a job of a JazzHR board says; the JobPosting, where there is one, over its row."""
    posting, listed = read_job_posting(row, row.get("posting")), places(row.get("listing.location"))
    return completed(
        replace(posting, employer=row.employer("company")) if row.get("company") else posting,
        title=row.text("title", "listing.title"),
        description=html_text(row.get("description")),
        locations=listed,
        department=row.text("department", "listing.department"),
        requisition_id=row.text("requisition_id", "posting.uniqueJobCode"),
        # the JobPosting may have the employer's address only
        stated_work_mode="remote" if are_remote(listed) else None,
        stated_employment_type=_kind(row),
        url=row.url("url", "listing.link"),
    )


def _kind(row: Fields) -> str | None:
    *before, last = (text_of(row.get("meta")) or "").split(" - ")
    return last if before and last not in (row.get("listing.location"), row.get("listing.department")) else None
