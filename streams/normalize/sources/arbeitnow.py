"""Arbeitnow's fields as ours.

Source: ../shared description (data/ATS.md), fields as public clients read them.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text, text_of

VERSION = 1
ONE_EMPLOYER = False


def normalize(job: Fields) -> Content:
    """Return what a job of Arbeitnow says."""
    kinds = job.get("job_types")
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company_name"),
        description=html_text(job.get("description")),
        locations=places(job.get("location")),
        stated_work_mode="remote" if job.flag("remote") else None,
        stated_employment_type=", ".join(filter(None, map(text_of, kinds if isinstance(kinds, list) else [kinds]))) or None,
        posted_at=job.instant("posted_at", "created_at"),
        url=job.url("url", "url"),
    )
