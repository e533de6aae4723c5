"""Workable's fields as ours.

Source: recorded answers of the widget API.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of

VERSION = 3
ONE_EMPLOYER = True


def normalize(job: Fields) -> Content:
    """Return what a job of a Workable account says; the account's name stands above the jobs of an answer."""
    listed = [
        place(
            city=item.get("city"),
            region=item.get("region"),
            country=item.get("country"),
            code=item.get("countryCode"),
        )
        for item in job.rows("locations")
        # the employer keeps it from its page
        if item.get("hidden") is not True
    ]
    job.of_employer(industry=job.get("industry"))
    own = place(city=job.get("city"), region=job.get("state"), country=job.get("country"))
    return Content(
        title=job.text("title", "title"),
        employer=job.text("employer", "company_name") or text_of(job.context.get("name")) or job.employer(),
        description=html_text(job.get("description"), job.get("requirements"), job.get("benefits")),
        locations=unique(listed) or unique([own]),
        department=job.text("department", "department", "function"),
        requisition_id=job.text("requisition_id", "code"),
        stated_work_mode="remote" if job.flag("telecommuting") else None,
        stated_employment_type=job.text("stated_employment_type", "employment_type"),
        stated_seniority=job.text("stated_seniority", "experience"),
        posted_at=job.instant("posted_at", "published_on", "created_at"),
        url=job.url("url", "url", "shortlink"),
        apply_url=job.url("apply_url", "application_url"),
    )
