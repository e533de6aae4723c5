"""Ashby's fields as ours.

Source: recorded answers of the posting API.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 3
ONE_EMPLOYER = True


def normalize(job: Fields) -> Content:
    """Return what a job of an Ashby board says."""
    return Content(
        title=job.text("title", "title"),
        employer=job.employer(),
        description=html_text(job.get("descriptionHtml") or job.get("descriptionPlain")),
        locations=unique([_place(job.row), *(_place(item) for item in job.rows("secondaryLocations"))]),
        department=job.text("department", "department", "team"),
        stated_salary=_pay(job),
        stated_work_mode=job.text("stated_work_mode", "workplaceType") or ("Remote" if job.flag("isRemote") else None),
        stated_employment_type=job.text("stated_employment_type", "employmentType"),
        posted_at=job.instant("posted_at", "publishedAt"),
        url=job.url("url", "jobUrl"),
        apply_url=job.url("apply_url", "applyUrl"),
    )


def _pay(job: Fields) -> StatedSalary | None:
    """Return the pay, unless the employer does not show it: the answer holds it all the same."""
    if job.get("shouldDisplayCompensationOnJobPostings") is False:
        return None
    pay = next((part for part in job.rows("compensation.summaryComponents") if part.get("compensationType") == "Salary"), {})
    return job.salary_of(
        pay.get("minValue"),
        pay.get("maxValue"),
        pay.get("currencyCode"),
        pay.get("interval"),
        job.get("compensation.scrapeableCompensationSalarySummary"),
    )


def _place(item: Mapping[str, Any]) -> Location | None:
    address = item.get("address")
    outer = address if isinstance(address, Mapping) else {}
    # of a secondary place, the API's description has the parts at once
    inner = outer.get("postalAddress")
    parts = inner if isinstance(inner, Mapping) else outer
    return place(
        item.get("location"),
        city=parts.get("addressLocality"),
        region=parts.get("addressRegion"),
        country=parts.get("addressCountry"),
    )
