"""Comeet's fields as ours. A position that is open in several offices has all their `locations`.

Source: a recorded answer of a site's proxy; public descriptions of the hosted page, whose texts lie in `custom_fields`.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True
# the employer's own may be one for all its positions
_PAGES = ("url_comeet_hosted_page", "url_recruit_hosted_page", "url_active_page", "careers_page_url")


def normalize(position: Fields) -> Content:
    """Return what a position says; it has a date of its last change and none of its first."""
    details = sorted(position.rows("details") or position.rows("custom_fields.details"), key=_order)
    parts = [part for item in details if item.get("value") for part in (item.get("name"), item.get("value"))]
    offices = position.rows("locations")
    return Content(
        title=position.text("title", "name"),
        employer=position.employer("company_name", sites=("url_active_page",)),
        description=html_text(*parts) or html_text(position.get("description"), position.get("requirements")),
        locations=unique(map(_place, offices)) or unique([_place(position.get("location"))]),
        department=position.text("department", "department"),
        stated_work_mode=position.text("stated_work_mode", "workplace_type")
        or ("remote" if position.flag("location.is_remote") else None),
        stated_employment_type=position.text("stated_employment_type", "employment_type"),
        stated_seniority=position.text("stated_seniority", "experience_level"),
        updated_at=position.instant("updated_at", "time_updated"),
        url=position.url("url", *_PAGES),
    )


def _order(item: Mapping[str, Any]) -> int:
    order = item.get("order")
    return order if isinstance(order, int) else 0


def _place(item: Any) -> Location | None:
    # an office's name is often its country's, and the same for all cities of it
    if not isinstance(item, Mapping):
        return None
    country = item.get("country")
    return place(
        None if item.get("city") else item.get("name"),
        city=item.get("city"),
        region=item.get("state"),
        country=country,
        code=country,
    )
