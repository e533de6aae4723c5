"""USAJobs' fields as ours. Pay is in US dollars, which the answer does not say.

Source: recorded answers; developer.usajobs.gov, "Search Jobs", for what those lack.
"""

from collections.abc import Mapping
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = False
_JOB = "MatchedObjectDescriptor"
_DETAILS = f"{_JOB}.UserArea.Details"
# The parts of an announcement in the order of its page.
_TEXTS = (
    f"{_DETAILS}.JobSummary", f"{_DETAILS}.AgencyMarketingStatement", f"{_DETAILS}.MajorDuties", f"{_DETAILS}.KeyRequirements",
    f"{_DETAILS}.Requirements", f"{_JOB}.QualificationSummary", f"{_DETAILS}.Education", f"{_DETAILS}.OtherInformation",
    f"{_DETAILS}.Benefits", f"{_DETAILS}.Evaluations", f"{_DETAILS}.RequiredDocuments", f"{_DETAILS}.HowToApply",
    f"{_DETAILS}.WhatToExpectNext",
)  # fmt: skip


def normalize(row: Fields) -> Content:
    """Return what an announcement says."""
    pay = next(iter(row.rows(f"{_JOB}.PositionRemuneration")), {})
    kinds = [*row.rows(f"{_JOB}.PositionSchedule"), *row.rows(f"{_JOB}.PositionOfferingType")]
    return Content(
        title=row.text("title", f"{_JOB}.PositionTitle"),
        employer=row.employer(f"{_JOB}.OrganizationName"),
        description=html_text(*(part for path in _TEXTS for part in _listed(row.get(path)))),
        locations=unique(map(_place, row.rows(f"{_JOB}.PositionLocation"))) or places(row.get(f"{_JOB}.PositionLocationDisplay")),
        department=next((text_of(series.get("Name")) for series in row.rows(f"{_JOB}.JobCategory")), None),
        requisition_id=row.text("requisition_id", f"{_JOB}.PositionID"),
        stated_salary=row.salary_of(
            pay.get("MinimumRange"), pay.get("MaximumRange"), "USD", pay.get("Description") or pay.get("RateIntervalCode")
        ),
        stated_work_mode="remote" if row.flag(f"{_DETAILS}.RemoteIndicator") else None,
        stated_employment_type=", ".join(filter(None, (text_of(kind.get("Name")) for kind in kinds))) or None,
        posted_at=row.instant("posted_at", f"{_JOB}.PublicationStartDate"),
        valid_through=row.deadline("valid_through", f"{_JOB}.ApplicationCloseDate"),
        url=row.url("url", f"{_JOB}.PositionURI"),
        apply_url=next(filter(None, map(canonical_url, _listed(row.get(f"{_JOB}.ApplyURI")))), None),
    )


def _place(item: Mapping[str, Any]) -> Location | None:
    return place(
        item.get("LocationName"),
        region=item.get("CountrySubDivisionCode"),
        country=item.get("CountryCode"),
        point=(item.get("Latitude"), item.get("Longitude")),
    )


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]
