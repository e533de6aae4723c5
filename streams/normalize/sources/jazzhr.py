"""JazzHR's fields as ours. A row is {"listing": a row of the table, "posting": the JobPosting of its page, or null}.

Source: ../shared description (ATS.md). A page without JobPosting gives its text as `description`.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a job of a JazzHR board says; the JobPosting, where there is one, over its row."""
    return completed(
        read_job_posting(row, row.get("posting")),
        title=row.text("title", "listing.title"),
        description=html_text(row.get("description")),
        locations=places(row.get("listing.location")),
        department=row.text("department", "listing.department"),
        requisition_id=row.text("requisition_id", "posting.uniqueJobCode"),
        url=row.url("url", "listing.link"),
    )
