"""A page's schema.org JobPosting as content: what careers pages and many systems publish for search engines.

Source: schema.org/JobPosting and Google Search Central, "Job posting (JobPosting) structured data".
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import any_html_text, text_of

_REMOTE = "TELECOMMUTE"


def read_job_posting(row: Fields, posting: Any) -> Content:
    """Return what the JobPosting `posting`, a part of `row`, says; what can't be read is kept in `row.unreadable`."""
    job = Fields(posting if isinstance(posting, Mapping) else {}, board=row.board, fetched_at=row.fetched_at, context=row.context)
    job.unreadable, job.employer_alternatives = row.unreadable, row.employer_alternatives
    row.of_employer(industry=job.get("industry"), size=_headcount(job.get("hiringOrganization")))
    return Content(
        title=job.text("title", "title", "name"),
        employer=job.employer(
            "hiringOrganization.name",
            "hiringOrganization",
            also=("hiringOrganization.legalName",),
            sites=("hiringOrganization.sameAs", "hiringOrganization.url"),
        ),
        description=any_html_text(job.get("description")),
        locations=_located(job.get("jobLocation")),
        department=job.text("department", "occupationalCategory"),
        requisition_id=job.text("requisition_id", "identifier.value", "identifier"),
        stated_salary=_salary(job),
        stated_work_mode="remote" if _REMOTE in map(_upper, _listed(job.get("jobLocationType"))) else None,
        stated_employment_type=", ".join(filter(None, map(text_of, _listed(job.get("employmentType"))))) or None,
        posted_at=job.instant("posted_at", "datePosted"),
        valid_through=job.deadline("valid_through", "validThrough"),
        url=job.url("url", "url"),
    )


def required_places(posting: Any) -> list[Location]:
    """Return where applicants for a remote job must be, which may be all that it says of a place."""
    return _located(posting.get("applicantLocationRequirements")) if isinstance(posting, Mapping) else []


def completed(content: Content, **otherwise: Any) -> Content:
    """Return `content` with the values of `otherwise` where it says nothing: what a listing knows beside its detail."""
    return replace(content, **{name: value for name, value in otherwise.items() if not getattr(content, name)})


def _headcount(organization: Any) -> Any:
    """Return how many people an organization has: a number, or one of a range."""
    found = organization.get("numberOfEmployees") if isinstance(organization, Mapping) else None
    if not isinstance(found, Mapping):
        return found
    low, high = found.get("minValue"), found.get("maxValue")
    return found.get("value") or (f"{low}-{high}" if low is not None and high is not None else None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _upper(value: Any) -> str:
    return (text_of(value) or "").upper()


def _located(value: Any) -> list[Location]:
    return unique(found for item in _listed(value) for found in _places(item))


def _places(item: Any) -> list[Location]:
    return unique([_place(item)]) if isinstance(item, Mapping) else places(item)


def _place(item: Mapping[str, Any]) -> Location | None:
    address, point = item.get("address"), item.get("geo")
    if not isinstance(address, Mapping):
        return place(address or item.get("name"))
    country = address.get("addressCountry")
    named = country.get("name") if isinstance(country, Mapping) else country
    at = point if isinstance(point, Mapping) else {}
    return place(
        city=address.get("addressLocality"),
        region=address.get("addressRegion"),
        country=named,
        code=named,
        point=(at.get("latitude"), at.get("longitude")),
    )


def _salary(job: Fields) -> StatedSalary | None:
    pay = next(iter(_listed(job.get("baseSalary"))), None)
    if not isinstance(pay, Mapping):
        return job.salary("baseSalary")
    amount = pay.get("value")
    # a MonetaryAmount may have the bounds itself
    parts = amount if isinstance(amount, Mapping) else pay
    low, high = parts.get("minValue"), parts.get("maxValue")
    exact = parts.get("value") if low is None and high is None else None
    unit = parts.get("unitText") or pay.get("unitText")
    return job.salary_of(
        low if low is not None else exact,
        high if high is not None else exact,
        pay.get("currency") or job.get("salaryCurrency"),
        unit,
    )
