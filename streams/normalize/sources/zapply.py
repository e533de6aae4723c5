"""The fields of the aggregated US set as ours: `id` is the posting's id, `seen` of a description when it was fetched.

Texts and metadata were stored apart: a row may have a description and no title, which makes it a dead letter.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import any_html_text, text_of

VERSION = 3
ONE_EMPLOYER = False


def normalize(row: Fields) -> Content:
    """Return what an aggregated posting says."""
    remote = row.flag("is_remote") or row.flag("remote")
    return Content(
        title=row.text("title", "title"),
        employer=row.employer("company_name", "company"),
        description=any_html_text(row.get("description")),
        locations=_located(row),
        department=row.text("department", "department", "team") or _first(row.get("departments")),
        stated_salary=row.salary_of(
            row.get("salary.min"), row.get("salary.max"), row.get("salary.currency"), row.get("salary.interval")
        ),
        stated_work_mode=row.text("stated_work_mode", "workplace_type") or ("remote" if remote else None),
        stated_employment_type=row.text("stated_employment_type", "employment_type", "commitment")
        or _first(row.get("employment_types")),
        stated_seniority=row.text("stated_seniority", "experience_level"),
        posted_at=row.instant("posted_at", "posted_at"),
        url=row.url("url", "url"),
        apply_url=row.url("apply_url", "apply_url"),
    )


def _located(row: Fields) -> list[Location]:
    """Return the places; a row with coordinates has one, and no wording is split: "Hospital | 4401 Road | City" is one."""
    point = (row.get("_raw.job_latitude"), row.get("_raw.job_longitude"))
    listed = row.get("locations")
    if None in point and isinstance(listed, list) and listed:
        return unique(map(_listed_place, listed))
    return unique([place(row.get("location"), point=point)])


def _listed_place(item: Any) -> Location | None:
    """Return a place of the list, in words or, of postings that came from Ashby, an object with its address."""
    if not isinstance(item, Mapping):
        return place(item)
    outer = item.get("address")
    address = outer.get("postalAddress") if isinstance(outer, Mapping) else None
    parts = address if isinstance(address, Mapping) else {}
    return place(
        item.get("location"),
        city=parts.get("addressLocality"),
        region=parts.get("addressRegion"),
        country=parts.get("addressCountry"),
    )


def _first(values: object) -> str | None:
    return text_of(values[0]) if isinstance(values, list) and values else None
