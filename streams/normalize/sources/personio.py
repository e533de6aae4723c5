"""Personio's fields as ours.

Source: recorded answers; Personio "Retrieving open positions"; public readers of the feed for its pay.
"""

from collections.abc import Mapping

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True


def normalize(position: Fields) -> Content:
    """Return what a position of a Personio feed says."""
    kinds = [position.text("stated_employment_type", name) for name in ("employmentType", "schedule")]
    return Content(
        title=position.text("title", "name"),
        employer=position.employer("subcompany"),
        description=html_text(*_sections(position)),
        locations=places(position.get("office"), position.get("additionalOffices.office"), position.get("additionalOffices")),
        department=position.text("department", "department", "recruitingCategory"),
        stated_salary=position.salary_of(
            position.get("salaryInformation.min"),
            position.get("salaryInformation.max"),
            position.get("salaryInformation.currencyCode") or position.get("salaryInformation.currencySymbol"),
            position.get("salaryInformation.type"),
        ),
        stated_employment_type=", ".join(filter(None, kinds)) or None,
        stated_seniority=position.text("stated_seniority", "seniority"),
        posted_at=position.instant("posted_at", "createdAt"),
        url=_public_url(position),
    )


def _sections(position: Fields) -> list[object]:
    """Return heading and text of every section that has one; a feed's only one is no list."""
    found = position.get("jobDescriptions.jobDescription")
    sections = found if isinstance(found, list) else [found]
    told = (item for item in sections if isinstance(item, Mapping) and html_text(item.get("value")))
    return [part for item in told for part in (item.get("name"), item.get("value"))]


def _public_url(position: Fields) -> str | None:
    number = position.text("url", "id")
    return canonical_url(f"https://{position.board}.jobs.personio.de/job/{number}") if number else None
