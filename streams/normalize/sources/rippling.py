"""Rippling's fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Source: recorded answers of the list; of the detail ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.money import read_amount
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True
# The detail lists places by their words, the list gives one per row.
_PLACES = ("detail.workLocations", "listing.workLocations")


def normalize(row: Fields) -> Content:
    """Return what a posting of a Rippling board says."""
    listed = next((places for places in map(row.get, _PLACES) if isinstance(places, list) and places), None)
    return Content(
        title=row.text("title", "detail.name", "listing.name"),
        employer=row.employer("detail.companyName"),
        description=html_text(*(row.get(f"detail.description{part}") for part in (".role", ".company", ""))),
        locations=unique(map(_place, listed or [row.get("listing.workLocation")])),
        department=row.text("department", "listing.department.label", "detail.department.name"),
        stated_salary=_pay(row),
        stated_employment_type=row.text("stated_employment_type", "detail.employmentType.id", "detail.employmentType.label"),
        posted_at=row.instant("posted_at", "detail.createdOn"),
        url=row.url("url", "listing.url", "detail.url"),
    )


def _pay(row: Fields) -> StatedSalary | None:
    """Return the range from the least to the most: there is one per place or level, and another unit is another pay."""
    ranges = row.rows("detail.payRangeDetails")
    if not ranges:
        return None
    units = [(one.get("currency"), one.get("frequency")) for one in ranges]
    alike = [one for one, unit in zip(ranges, units, strict=True) if unit == units[0]]
    return row.salary_of(_outermost(min, alike, "rangeStart"), _outermost(max, alike, "rangeEnd"), *units[0])


def _outermost(pick: Callable[[list[float]], float], ranges: Sequence[Mapping[str, Any]], end: str) -> Any:
    amounts = [amount for amount in (read_amount(one.get(end)) for one in ranges) if amount]
    return pick(amounts) if amounts else ranges[0].get(end)


def _place(item: object) -> Location | None:
    return place(item.get("label") if isinstance(item, Mapping) else item)
