"""Remotive's fields as ours: every posting of the site is of a remote job.

Source: recorded answers.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = False


def normalize(job: Fields) -> Content:
    """Return what a job of Remotive says; its place is where candidates must be."""
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company_name"),
        description=html_text(job.get("description")),
        locations=places(job.get("candidate_required_location")),
        department=job.text("department", "category"),
        stated_salary=job.salary("salary"),
        stated_work_mode="remote",
        stated_employment_type=job.text("stated_employment_type", "job_type"),
        posted_at=job.instant("posted_at", "publication_date"),
        url=job.url("url", "url"),
    )
