"""Any table whose columns an import mapped to our names.

title, id, company, location, description, url, apply_url, posted_at, updated_at, valid_through, salary, department,
requisition_id, work_mode, employment_type, seniority, language, industry, company_size.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import any_html_text

VERSION = 2
ONE_EMPLOYER = False


def normalize(row: Fields) -> Content:
    """Return what a mapped row of a table says."""
    row.of_employer(industry=row.get("industry"), size=row.get("company_size"))
    return Content(
        title=row.text("title", "title"),
        employer=row.employer("company"),
        description=any_html_text(row.get("description")),
        locations=places(row.get("location")),
        department=row.text("department", "department"),
        requisition_id=row.text("requisition_id", "requisition_id"),
        stated_salary=row.salary("salary"),
        stated_work_mode=row.text("stated_work_mode", "work_mode"),
        stated_employment_type=row.text("stated_employment_type", "employment_type"),
        stated_seniority=row.text("stated_seniority", "seniority"),
        stated_language=row.text("stated_language", "language"),
        posted_at=row.instant("posted_at", "posted_at"),
        updated_at=row.instant("updated_at", "updated_at"),
        valid_through=row.deadline("valid_through", "valid_through"),
        url=row.url("url", "url"),
        apply_url=row.url("apply_url", "apply_url"),
    )
