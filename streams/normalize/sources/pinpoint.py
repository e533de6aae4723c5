"""Pinpoint's fields as ours.

Source: recorded answers.
"""

from schemas.posting import StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_SECTIONS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


def normalize(posting: Fields) -> Content:
    """Return what a posting of a Pinpoint site says."""
    sections = [posting.get(name + part) for name in _SECTIONS if posting.get(name) for part in ("_header", "")]
    where = "location."
    return Content(
        title=posting.text("title", "title"),
        employer=posting.employer(),
        description=html_text(posting.get("description"), *sections),
        locations=unique(
            [place(posting.get(where + "name"), city=posting.get(where + "city"), region=posting.get(where + "province"))]
        ),
        department=posting.text("department", "job.department.name", "department.name"),
        requisition_id=posting.text("requisition_id", "job.requisition_id", "reference"),
        stated_salary=_pay(posting),
        stated_work_mode=posting.text("stated_work_mode", "workplace_type", "workplace_type_text"),
        stated_employment_type=posting.text("stated_employment_type", "employment_type_text", "employment_type"),
        posted_at=posting.instant("posted_at", "first_published_at"),
        valid_through=posting.deadline("valid_through", "deadline_at"),
        url=posting.url("url", "url") or _public_url(posting),
        apply_url=posting.url("apply_url", "application_form_url"),
    )


def _pay(posting: Fields) -> StatedSalary | None:
    """Return the pay, unless the employer does not show it."""
    if posting.get("compensation_visible") is False:
        return None
    pay = "compensation_"
    if posting.get(pay + "minimum") is None and posting.get(pay + "maximum") is None:
        return posting.salary("compensation")
    return posting.salary_of(
        posting.get(pay + "minimum"),
        posting.get(pay + "maximum"),
        posting.get(pay + "currency"),
        posting.get(pay + "frequency"),
        posting.get("compensation"),
    )


def _public_url(posting: Fields) -> str | None:
    path = posting.text("url", "path")
    return canonical_url(f"https://{posting.board}.pinpointhq.com{path}") if path and path.startswith("/") else None
