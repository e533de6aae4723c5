"""No Fluff Jobs' fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Pay is per month, as the list was asked for.
Source: ../shared description (ATS.md) and public code; not yet seen live.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 1
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
        ),
        locations=unique(map(_place, row.rows("listing.location.places"))),
        department=row.text("department", "listing.category", "detail.basics.category"),
        stated_salary=row.salary_of(
            row.get("listing.salary.from"), row.get("listing.salary.to"), row.get("listing.salary.currency"), "month"
        ),
        stated_work_mode="remote" if remote else None,
        stated_employment_type=row.text("stated_employment_type", "listing.salary.type"),
        stated_seniority=", ".join(filter(None, map(text_of, levels if isinstance(levels, list) else [levels]))) or None,
        posted_at=row.instant("posted_at", "listing.posted", "detail.posted"),
        updated_at=row.instant("updated_at", "listing.renewed"),
        url=canonical_url(f"https://nofluffjobs.com/job/{slug}") if slug else None,
        apply_url=row.url("apply_url", "detail.apply.applyUrl"),
    )


def _place(item: Mapping[str, Any]) -> Location | None:
    country = item.get("country")
    named = country.get("name") if isinstance(country, Mapping) else country
    return place(city=item.get("city"), region=item.get("province"), country=named)
