"""UKG's fields as ours. A row is {"listing": a row of the search, "detail": what the posting's page holds, or null}.

Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 3
ONE_EMPLOYER = True
_TIMES = {True: "Full Time", False: "Part Time"}
# The other codes are told otherwise by each who tells them.
_MODES = {1: "On-site", 2: "Remote"}
# What the page lists below the description, each with what names it.
_CRITERIA = {
    "EducationCriteria": ("EducationLevelDescription", "DegreeName", "MajorName"),
    "LicenseAndCertificationCriteria": ("LicenseAndCertificationName",),
    "SkillCriteria": ("SkillName",),
}
_WANTED = {True: "Required: ", False: "Preferred: "}


def normalize(row: Fields) -> Content:
    """Return what a posting of a UKG board says; its page, where there is one, over its row."""
    posting = row.with_row(_merged(row.row))
    time = posting.get("FullTime")
    return Content(
        title=posting.text("title", "Title"),
        employer=posting.employer(),
        description=html_text(posting.get("Description") or posting.get("BriefDescription"), *_criteria(posting)),
        locations=unique(map(_place, posting.rows("Locations"))),
        department=posting.text("department", "JobCategoryName"),
        requisition_id=posting.text("requisition_id", "RequisitionNumber"),
        stated_salary=_pay(posting, "Annual") or _pay(posting, "Hourly") or _shown_range(posting),
        stated_work_mode=_mode(posting.get("JobLocationType")),
        stated_employment_type=_TIMES[time] if isinstance(time, bool) else None,
        posted_at=posting.instant("posted_at", "PostedDate"),
        updated_at=posting.instant("updated_at", "UpdatedDate"),
        url=_public_url(posting),
    )


def _merged(row: Mapping[str, Any]) -> Mapping[str, Any]:
    parts = (row.get("listing"), row.get("detail"))
    return {name: value for part in parts if isinstance(part, Mapping) for name, value in part.items() if value is not None}


def _place(item: Mapping[str, Any]) -> Location | None:
    address = item.get("Address")
    parts = address if isinstance(address, Mapping) else {}
    country, point = parts.get("Country"), item.get("Coordinates")
    at = point if isinstance(point, Mapping) else {}
    return place(
        None if parts.get("City") else item.get("LocalizedName") or item.get("LocalizedDescription"),
        city=parts.get("City"),
        region=_named(parts.get("State")),
        country=_named(country),
        code=country.get("Code") if isinstance(country, Mapping) else None,
        point=(at.get("Latitude"), at.get("Longitude")),
    )


def _named(value: Any) -> Any:
    return value.get("Name") or value.get("Code") if isinstance(value, Mapping) else value


def _mode(value: Any) -> str | None:
    # as a number, True is 1
    return text_of(value) if isinstance(value, str) else _MODES.get(value) if type(value) is int else None


def _criteria(posting: Fields) -> Iterator[str]:
    for name, told in _CRITERIA.items():
        for item in posting.rows(name):
            asked = ", ".join(filter(None, (text_of(item.get(part)) for part in told)))
            wanted = item.get("Required")
            if asked:
                yield (_WANTED[wanted] if isinstance(wanted, bool) else "") + asked


def _pay(posting: Fields, period: str) -> StatedSalary | None:
    low, high = (posting.get(f"Compensation{period}{end}") for end in ("Minimum", "Maximum"))
    currency = posting.get("CompensationCurrencyCode") or posting.get("CurrencyCode")
    return posting.salary_of(low, high, currency, "hour" if period == "Hourly" else "year")


def _shown_range(posting: Fields) -> StatedSalary | None:
    """Return the range, unless the employer does not show it: the page holds it all the same."""
    if posting.get("PayRangeVisible") is False:
        return None
    low, high = (posting.get(f"PayRange.PayRange{end}") for end in ("Minimum", "Maximum"))
    return posting.salary_of(low, high, posting.get("PayRangeCurrencyCode"), None)


def _public_url(posting: Fields) -> str | None:
    host, _, rest = posting.board.partition("/")
    number = posting.text("url", "Id")
    page = f"https://{host}/{rest.replace('/', '/JobBoard/')}/OpportunityDetail?opportunityId={number}"
    return canonical_url(page) if number and rest else None
