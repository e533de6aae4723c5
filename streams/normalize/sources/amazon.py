"""Amazon Jobs' fields as ours. `locations` is a list of JSON texts.

Source: complete-labs/ats-scrapers and other public readers of search.json; not yet seen live.
"""

import json
from collections.abc import Mapping
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
# boards are countries
ONE_EMPLOYER = False
_REMOTE = "VIRTUAL"
_SITE = "https://www.amazon.jobs"


def normalize(job: Fields) -> Content:
    """Return what a posting of Amazon's site says."""
    offices = _offices(job.get("locations"))
    path = job.text("url", "job_path")
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company_name"),
        description=html_text(*map(job.get, ("description", "basic_qualifications", "preferred_qualifications")))
        or html_text(job.get("description_short")),
        locations=unique(map(_place, offices)) or unique([place(job.get("normalized_location") or job.get("location"))]),
        department=job.text("department", "job_category", "job_family"),
        requisition_id=job.text("requisition_id", "id_icims"),
        stated_work_mode=", ".join(dict.fromkeys(filter(None, map(_mode, offices)))) or None,
        stated_employment_type=job.text("stated_employment_type", "job_schedule_type"),
        posted_at=job.instant("posted_at", "posted_date"),
        url=canonical_url(f"{_SITE}{path}") if path and path.startswith("/") else None,
        apply_url=job.url("apply_url", "url_next_step"),
    )


def _offices(listed: Any) -> list[Mapping[str, Any]]:
    found = [_loads(item) for item in listed] if isinstance(listed, list) else []
    return [office for office in found if isinstance(office, Mapping)]


def _loads(item: Any) -> Any:
    try:
        return json.loads(item) if isinstance(item, str) else item
    except (ValueError, RecursionError):
        return None


def _mode(office: Mapping[str, Any]) -> str | None:
    mode = text_of(office.get("type"))
    return "REMOTE" if mode == _REMOTE else mode


def _place(office: Mapping[str, Any]) -> Location | None:
    latitude, _, longitude = (text_of(office.get("coordinates")) or "").partition(",")
    named = office.get("normalizedLocation") or office.get("location")
    return place(named, code=office.get("countryIso2a"), point=(latitude, longitude))
