"""A careers page as ours. A row is {"listing": its line in the sitemap, "posting": the page's schema.org JobPosting}.

Source: schema.org/JobPosting.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting, required_places

VERSION = 1
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what the page says; its address and last change are the sitemap's where the page does not say them."""
    content = read_job_posting(row, row.get("posting"))
    return completed(
        content,
        locations=required_places(row.get("posting")),
        url=row.url("url", "listing.loc"),
        updated_at=row.instant("updated_at", "listing.lastmod"),
    )
