"""The fields of the Ethiopian set as ours: `detail_url` holds the posting's id, `scraped_at` when it was fetched.

Its dates are words, often relative; its pay is in birr.
"""

import re

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = False
# What stands in the employer's place where the page names nobody.
_NOBODY = re.compile(r"company|Private Client|Refreshed .*")


def normalize(row: Fields) -> Content:
    """Return what a scraped page says."""
    employer = row.employer("company")
    row.of_employer(industry=row.get("industry"))
    mode, _, kind = (row.text("stated_employment_type", "job_type") or "").partition(" - ")
    return Content(
        title=row.text("title", "title"),
        employer=None if employer and _NOBODY.fullmatch(employer) else employer,
        description=html_text(row.get("full_description")),
        locations=places(row.get("location")),
        department=row.text("department", "industry"),
        stated_salary=row.salary("salary_raw"),
        stated_work_mode=mode or None,
        stated_employment_type=kind or None,
        stated_seniority=row.text("stated_seniority", "experience_level"),
        posted_at=row.instant("posted_at", "posted_date", "posted_relative"),
        valid_through=row.deadline("valid_through", "deadline"),
        url=row.url("url", "detail_url"),
    )
