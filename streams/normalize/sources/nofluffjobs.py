"""No Fluff Jobs' fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Pay is what the employer stated, in the detail; that of the list, which was asked for per month and in zloty, may be converted.
Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = False


def normalize(row: Fields) -> Content:
    """Return what a posting of No Fluff Jobs says."""
    tasks, levels = row.get("detail.specs.dailyTasks"), row.get("listing.seniority")
    slug = row.text("url", "listing.url")
    remote = row.flag("listing.fullyRemote") or row.flag("listing.location.fullyRemote")
    return Content(
        title=row.text("title", "listing.title", "detail.title"),
        employer=row.employer("listing.name", "detail.company.name"),
        description=html_text(
            row.get("detail.details.description"),
            row.get("detail.requirements.description"),
            *(tasks if isinstance(tasks, list) else ()),
            _skills(row, "musts"),
            _skills(row, "nices"),
        ),
        locations=_located(row),
        department=row.text("department", "listing.category", "detail.basics.category"),
        stated_salary=_pay(row),
        stated_work_mode="remote" if remote else "hybrid" if row.get("listing.location.hybridDesc") else None,
        stated_employment_type=row.text("stated_employment_type", "listing.salary.type"),
        stated_seniority=", ".join(filter(None, map(text_of, levels if isinstance(levels, list) else [levels]))) or None,
        posted_at=row.instant("posted_at", "listing.posted", "detail.posted"),
        updated_at=row.instant("updated_at", "listing.renewed"),
        url=canonical_url(f"https://nofluffjobs.com/job/{slug}") if slug else None,
        apply_url=row.url("apply_url", "detail.apply.applyUrl"),
    )


def _skills(row: Fields, kind: str) -> str:
    """Return the skills that the page of a posting lists as required or welcome beside its texts."""
    return ", ".join(filter(None, (text_of(item.get("value")) for item in row.rows(f"detail.requirements.{kind}"))))


def _located(row: Fields) -> list[Location]:
    """Return the places; the provinces that a posting is listed under as well are its own where it has no others."""
    listed = row.rows("listing.location.places")
    return unique(map(_place, [item for item in listed if item.get("provinceOnly") is not True] or listed))


def _place(item: Mapping[str, Any]) -> Location | None:
    country, at = item.get("country"), item.get("geoLocation")
    land = country if isinstance(country, Mapping) else {"name": country}
    point = at if isinstance(at, Mapping) else {}
    return place(
        city=item.get("city"),
        region=item.get("province"),
        country=land.get("name"),
        code=land.get("code"),
        point=(point.get("latitude"), point.get("longitude")),
    )


def _pay(row: Fields) -> StatedSalary | None:
    """Return the pay of the first kind of contract that states any."""
    kinds = row.get("detail.essentials.originalSalary.types")
    for terms in kinds.values() if isinstance(kinds, Mapping) else ():
        ends = terms.get("range") if isinstance(terms, Mapping) else None
        if isinstance(ends, list) and ends:
            return row.salary_of(ends[0], ends[-1], row.get("detail.essentials.originalSalary.currency"), terms.get("period"))
    low, high = row.get("listing.salary.from"), row.get("listing.salary.to")
    return row.salary_of(low, high, row.get("listing.salary.currency"), "month")
