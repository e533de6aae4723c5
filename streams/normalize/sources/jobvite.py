"""Jobvite's fields as ours. A row is {"listing": a row of the list, "posting": the JobPosting of its page or null}.

Without a JobPosting it may have "page": the text of the page, and the line above that: department and place, or the place.
Source: recorded answers of the list; schema.org/JobPosting; public readers of pages.
"""

import re

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import places
from streams.normalize.text import html_text, text_of

VERSION = 2
ONE_EMPLOYER = True
_COUNTED = re.compile(r"\d+ locations", re.IGNORECASE)


def normalize(row: Fields) -> Content:
    """Return what a posting of a Jobvite site says; its page over its listing."""
    url = row.url("url", "listing.url")
    content = read_job_posting(row, row.get("posting"))
    # it is the department's word here, and nothing of the employer's
    row.industry = None
    department, located = _above(row)
    return completed(
        content,
        title=row.text("title", "listing.title"),
        description=html_text(row.get("page.description")),
        locations=located,
        department=row.text("department", "posting.industry") or department,
        stated_employment_type=row.text("stated_employment_type", "listing.type"),
        url=url,
        apply_url=f"{url}/apply" if url else None,
    )


def _above(row: Fields) -> tuple[str | None, list[Location]]:
    """Return the department and the places of the page; else the place of the list, unless that only counts them."""
    line = row.get("page.meta")
    parts = [part for part in map(text_of, line if isinstance(line, list) else ()) if part]
    listed = row.text("locations", "listing.location")
    named = None if listed and _COUNTED.fullmatch(listed) else listed
    return (parts[0], places(*parts[1:2])) if parts[1:] else (None, places(named or parts))
