"""A page's schema.org JobPosting as content: what careers pages and many systems publish for search engines.

Source: schema.org/JobPosting and Google Search Central, "Job posting (JobPosting) structured data".
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.money import read_amount
from streams.normalize.places import place, places, unique
from streams.normalize.text import any_html_text, text_of

_MODES = {"TELECOMMUTE": "remote", "REMOTE": "remote", "HYBRID": "hybrid"}
# What pages state beside the description, in the order in which they show it.
_SECTIONS = (
    "responsibilities", "qualifications", "educationRequirements", "experienceRequirements", "skills", "jobBenefits", "benefits",
)  # fmt: skip
# A page with more of them has no teaser among them.
_MANY_PARTS = 10
# Of what a JobPosting nests, nothing that is read lies deeper.
_DEEPEST = 5


def read_job_posting(row: Fields, posting: Any) -> Content:
    """Return what the JobPosting `posting`, a part of `row`, says; what can't be read is kept in `row.unreadable`."""
    whole = posting if isinstance(posting, Mapping) else {}
    job = row.with_row(_one_of_each(whole))
    row.of_employer(industry=job.get("industry"), size=_headcount(job.get("hiringOrganization")))
    return Content(
        title=job.text("title", "title", "name"),
        employer=job.employer(
            "hiringOrganization.name",
            "hiringOrganization",
            also=("hiringOrganization.legalName",),
            sites=("hiringOrganization.sameAs", "hiringOrganization.url"),
        ),
        description=_described(whole),
        locations=_located(whole.get("jobLocation")),
        department=job.text("department", "occupationalCategory", "occupationalCategory.name"),
        requisition_id=job.text("requisition_id", "identifier.value", "identifier"),
        stated_salary=_salary(job),
        stated_work_mode=next(filter(None, map(_mode, _listed(whole.get("jobLocationType")))), None),
        stated_employment_type=", ".join(filter(None, map(text_of, _listed(whole.get("employmentType"))))) or None,
        posted_at=job.instant("posted_at", "datePosted"),
        valid_through=job.deadline("valid_through", "validThrough"),
        url=_page(job.url("url", "url")),
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


def _one_of_each(value: Any, depth: int = 0) -> Any:
    """Return `value` with the first of each list: microdata lists what a page marks up twice, some pages list all they say."""
    if depth == _DEEPEST or not isinstance(value, list | Mapping):
        return value
    if isinstance(value, list):
        return next((one for one in (_one_of_each(each, depth + 1) for each in value) if one not in (None, "", {})), None)
    return {name: _one_of_each(part, depth + 1) for name, part in value.items()}


def _described(posting: Mapping[str, Any]) -> str:
    """Return the description with the sections that stand beside it and, unlike on many pages, not in it as well."""
    parts = [_description(posting.get("description"))]
    sections = [section for section in map(_text, map(posting.get, _SECTIONS)) if section]
    told = _letters(parts[0]) if sections else ""
    for section in sections:
        letters = _letters(section)
        if letters not in told:
            parts.append(section)
            told += letters
    return "\n\n".join(filter(None, parts))


def _description(value: Any) -> str:
    """Return the parts of a description; a teaser that a page marks up beside the whole text is none."""
    parts = [text for text in map(any_html_text, _listed(value)) if text]
    if not 1 < len(parts) < _MANY_PARTS:
        return "\n".join(parts)
    longest = max(parts, key=len)
    whole = _letters(longest)
    return "\n".join(part for part in parts if part is longest or _letters(part) not in whole)


def _text(value: Any) -> str:
    return "\n".join(filter(None, map(any_html_text, _listed(value))))


def _letters(text: str) -> str:
    """Return `text` by which it is found in another markup."""
    return "".join(filter(str.isalnum, text.casefold()))


def _page(url: str | None) -> str | None:
    """Return the page of a posting; many pages have the employer's whole site in its place, which is no posting's."""
    parts = urlsplit(url or "")
    return url if parts.path.strip("/") or parts.query or parts.fragment else None


def _mode(value: Any) -> str | None:
    return _MODES.get((text_of(value) or "").upper())


def _located(value: Any) -> list[Location]:
    return unique(found for item in _listed(value) for found in _places(item))


def _places(item: Any) -> list[Location]:
    if not isinstance(item, Mapping):
        return places(item)
    # an address may stand in the place of its place
    address = item if "addressLocality" in item else item.get("address")
    found = unique(_place(item, part, city) for part in _listed(address) for city in _cities(part))
    return found or unique([place(_one_of_each(item.get("name")))])


def _cities(address: Any) -> list[Any]:
    return (_listed(address.get("addressLocality")) if isinstance(address, Mapping) else []) or [None]


def _place(item: Mapping[str, Any], address: Any, city: Any) -> Location | None:
    if not isinstance(address, Mapping):
        return place(address)
    parts = _one_of_each(address)
    country = _name(parts.get("addressCountry"))
    geo = item.get("geo")
    point = geo if isinstance(geo, Mapping) else item
    found = place(
        city=city,
        region=_name(parts.get("addressRegion")),
        country=country,
        code=country,
        point=(point.get("latitude"), point.get("longitude")),
    )
    return found or place(_one_of_each(item.get("name"))) or place(parts.get("streetAddress"))


def _name(value: Any) -> Any:
    return value.get("name") if isinstance(value, Mapping) else value


def _salary(job: Fields) -> StatedSalary | None:
    pay = job.get("baseSalary")
    if not isinstance(pay, Mapping):
        return job.salary("baseSalary")
    amount = pay.get("value")
    # a MonetaryAmount may have the bounds itself
    parts = {**pay, **(amount if isinstance(amount, Mapping) else {})}
    low, high = parts.get("minValue"), parts.get("maxValue")
    exact = parts.get("value") if low is None and high is None else None
    currency, unit = pay.get("currency") or job.get("salaryCurrency"), parts.get("unitText")
    if isinstance(exact, str) and read_amount(exact) is None:
        return job.salary_of(exact, None, currency, unit)
    return job.salary_of(low if low is not None else exact, high if high is not None else exact, currency, unit)
