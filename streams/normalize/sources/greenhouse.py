"""Greenhouse's fields as ours. `content` is HTML, escaped once more.

Source: grnhse/greenhouse-api-docs, Job Board API.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import escaped_html_text, text_of

VERSION = 1
ONE_EMPLOYER = True


def normalize(job: Fields) -> Content:
    """Return what a job of a Greenhouse board says."""
    pay = next(iter(job.rows("pay_input_ranges")), {})
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company_name"),
        description=escaped_html_text(job.get("content")),
        locations=places(job.get("location.name")) or places(*(office.get("name") for office in job.rows("offices"))),
        department=next((text_of(department.get("name")) for department in job.rows("departments")), None),
        requisition_id=job.text("requisition_id", "requisition_id"),
        stated_salary=job.salary_of(
            _units(pay.get("min_cents")),
            _units(pay.get("max_cents")),
            pay.get("currency_type"),
            pay.get("title"),
        ),
        stated_work_mode=_metadata(job, "location type", "workplace type", "remote"),
        stated_employment_type=_metadata(job, "employment type", "job type"),
        stated_language=job.text("stated_language", "language"),
        posted_at=job.instant("posted_at", "first_published"),
        updated_at=job.instant("updated_at", "updated_at"),
        valid_through=job.deadline("valid_through", "application_deadline"),
        url=job.url("url", "absolute_url"),
    )


def _units(cents: object) -> float | None:
    return cents / 100 if isinstance(cents, int) else None


def _metadata(job: Fields, *names: str) -> str | None:
    return next((text_of(m.get("value")) for m in job.rows("metadata") if str(m.get("name")).lower() in names), None)
