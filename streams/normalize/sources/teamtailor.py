"""Teamtailor's fields as ours: an item of a career site's JSON Feed, its `_jobposting` a schema.org JobPosting.

Source: recorded answers of jobs.json; JSON Feed 1.1.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting, required_places
from streams.normalize.text import html_text, text_of

VERSION = 1
ONE_EMPLOYER = True


def normalize(item: Fields) -> Content:
    """Return what an item of a Teamtailor site says; the site's title, its employer, stands above the items."""
    return completed(
        read_job_posting(item, item.get("_jobposting")),
        title=item.text("title", "title"),
        employer=text_of(item.context.get("name")),
        locations=required_places(item.get("_jobposting")),
        description=html_text(item.get("content_html") or item.get("content_text")),
        posted_at=item.instant("posted_at", "date_published"),
        updated_at=item.instant("updated_at", "date_modified"),
        url=item.url("url", "url"),
    )
