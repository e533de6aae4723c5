"""UKG's fields as ours. A row is {"listing": a row of the search, "detail": what the posting's page holds, or null}.

Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_TIMES = {True: "Full Time", False: "Part Time"}


def normalize(row: Fields) -> Content:
    """Return what a posting of a UKG board says; its page, where there is one, over its row."""
    posting = Fields(_merged(row.row), board=row.board, fetched_at=row.fetched_at, context=row.context)
    posting.unreadable = row.unreadable
    time, mode = posting.get("FullTime"), posting.get("JobLocationType")
    return Content(
        title=posting.text("title", "Title"),
        employer=posting.employer(),
        description=html_text(posting.get("Description") or posting.get("BriefDescription")),
        locations=unique(map(_place, posting.rows("Locations"))),
        department=posting.text("department", "JobCategoryName"),
        requisition_id=posting.text("requisition_id", "RequisitionNumber"),
        stated_salary=_pay(posting, "Annual") or _pay(posting, "Hourly"),
        # a number is a code whose meaning is not known
        stated_work_mode=posting.text("stated_work_mode", "JobLocationType") if isinstance(mode, str) else None,
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
    country = parts.get("Country")
    return place(
        None if parts.get("City") else item.get("LocalizedName") or item.get("LocalizedDescription"),
        city=parts.get("City"),
        region=_named(parts.get("State")),
        country=_named(country),
        code=country.get("Code") if isinstance(country, Mapping) else None,
    )


def _named(value: Any) -> Any:
    return value.get("Name") or value.get("Code") if isinstance(value, Mapping) else None


def _pay(posting: Fields, period: str) -> StatedSalary | None:
    low, high = (posting.get(f"Compensation{period}{end}") for end in ("Minimum", "Maximum"))
    return posting.salary_of(low, high, posting.get("CurrencyCode"), "hour" if period == "Hourly" else "year")


def _public_url(posting: Fields) -> str | None:
    host, _, rest = posting.board.partition("/")
    number = posting.text("url", "Id")
    page = f"https://{host}/{rest.replace('/', '/JobBoard/')}/OpportunityDetail?opportunityId={number}"
    return canonical_url(page) if number and rest else None
