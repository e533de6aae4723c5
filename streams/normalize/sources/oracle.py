"""Oracle Recruiting Cloud's fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Source: recorded answers of the candidate experience API.
"""

from collections.abc import Mapping
from typing import Any

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text
from streams.normalize.urls import canonical_url

VERSION = 1
ONE_EMPLOYER = True
_TEXTS = ("ExternalDescriptionStr", "ExternalResponsibilitiesStr", "ExternalQualificationsStr")


def normalize(row: Fields) -> Content:
    """Return what a posting of a site says; the detail, where there is one, over its listing."""
    job = Fields(_merged(row), board=row.board, fetched_at=row.fetched_at, context=row.context)
    job.unreadable = row.unreadable
    main = place(job.get("PrimaryLocation"), code=job.get("PrimaryLocationCountry"))
    others = (place(item.get("Name"), code=item.get("CountryCode")) for item in job.rows("secondaryLocations"))
    return Content(
        title=job.text("title", "Title"),
        employer=job.employer(),
        description=html_text(*map(job.get, _TEXTS)) or html_text(job.get("ShortDescriptionStr")),
        locations=unique([main, *others]),
        department=job.text("department", "Department", "Organization", "JobFamilyName", "JobFamily", "Category"),
        requisition_id=job.text("requisition_id", "RequisitionNumber"),
        stated_work_mode=job.text("stated_work_mode", "WorkplaceType", "WorkplaceTypeCode"),
        stated_employment_type=job.text("stated_employment_type", "JobSchedule", "JobType", "ContractType", "WorkerType"),
        posted_at=job.instant("posted_at", "ExternalPostedStartDate", "PostedDate"),
        valid_through=job.deadline("valid_through", "ExternalPostedEndDate", "PostingEndDate"),
        url=job.url("url", "ExternalURL") or _public_url(row),
    )


def _merged(row: Fields) -> Mapping[str, Any]:
    """Return the posting; where both parts hold a field, the detail's counts if it says anything."""
    listing, answer = row.get("listing"), row.get("detail")
    detail = next(iter(row.rows("detail.items")), answer)
    parts = [part for part in (listing, detail) if isinstance(part, Mapping)]
    return {name: value for part in parts for name, value in part.items() if value not in (None, "", [])}


def _public_url(row: Fields) -> str | None:
    host, _, site = row.board.partition("/")
    number = row.text("url", "listing.Id")
    if number is None:
        return None
    return canonical_url(f"https://{host}.oraclecloud.com/hcmUI/CandidateExperience/en/sites/{site or 'CX_1'}/job/{number}")
