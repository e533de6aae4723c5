"""Jobvite's fields as ours. A row is {"listing": a row of the list, "posting": the JobPosting of its page or null}.

Source: recorded answers of the list; schema.org/JobPosting.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import places

VERSION = 1
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a posting of a Jobvite site says; its page over its listing."""
    url = row.url("url", "listing.url")
    return completed(
        read_job_posting(row, row.get("posting")),
        title=row.text("title", "listing.title"),
        locations=places(row.get("listing.location")),
        department=row.text("department", "posting.industry"),
        stated_employment_type=row.text("stated_employment_type", "listing.type"),
        url=url,
        apply_url=f"{url}/apply" if url else None,
    )
