"""Taleo's fields as ours. A row is {"listing": a row of the list, "posting": the JobPosting of its page or null}.

A page without JobPosting gives its text as `description` and its place as `location`.
The cells of a listing are each board's own choice, so nothing is read from them.
Source: schema.org/JobPosting.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting, required_places
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a posting of a Taleo site says; its page over its listing."""
    posting = read_job_posting(row, row.get("posting"))
    return completed(
        posting,
        title=row.text("title", "listing.title"),
        description=html_text(row.get("description")),
        locations=required_places(row.get("posting")) or places(row.get("location")),
        url=row.url("url", "listing.url"),
    )
