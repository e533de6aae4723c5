"""Oracle Recruiting Cloud's fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Source: recorded answers of the candidate experience API; public readers of it for pay, sites and coordinates.
"""

import re
from collections.abc import Mapping
from typing import Any

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.money import salary_text
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_TEXTS = ("ExternalDescriptionStr", "ExternalResponsibilitiesStr", "ExternalQualificationsStr")
_OF_EMPLOYER = ("CorporateDescriptionStr", "OrganizationDescriptionStr")
# Of the fields that an employer made up, those that may hold the pay.
_PAY = re.compile(r"\b(?:salary|pay|compensation|wages?)\b", re.IGNORECASE)


def normalize(row: Fields) -> Content:
    """Return what a posting of a site says; the detail, where there is one, over its listing."""
    job = row.with_row(_merged(row))
    text = html_text(*map(job.get, _TEXTS)) or html_text(job.get("ShortDescriptionStr"))
    return Content(
        title=job.text("title", "Title"),
        employer=job.employer(),
        description="\n\n".join(filter(None, (text, html_text(*map(job.get, _OF_EMPLOYER))))),
        locations=_located(job),
        department=job.text("department", "Department", "Organization", "JobFamilyName", "JobFamily", "Category"),
        requisition_id=job.text("requisition_id", "RequisitionNumber"),
        stated_salary=_pay(job),
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


def _located(job: Fields) -> list[Location]:
    """Return the places by their names, then the sites beside them, each by its address where its town is not named yet."""
    at = next(iter(job.rows("primaryLocationCoordinates")), {})
    main = place(
        job.get("PrimaryLocation"),
        code=job.get("PrimaryLocationCountry"),
        point=(at.get("Latitude") or None, at.get("Longitude") or None),
    )
    named = unique([main, *(place(item.get("Name"), code=item.get("CountryCode")) for item in job.rows("secondaryLocations"))])
    towns = {found.raw.partition(",")[0].casefold() for found in named}
    sites = [item for item in job.rows("otherWorkLocations") if (text_of(item.get("TownOrCity")) or "").casefold() not in towns]
    return unique([*named, *map(_site, sites)])


def _site(item: Mapping[str, Any]) -> Location | None:
    return place(
        city=item.get("TownOrCity"),
        region=item.get("Region2") or item.get("Region3"),
        country=item.get("Country"),
        code=item.get("Country"),
        point=(item.get("Latitude") or None, item.get("Longitude") or None),
    )


def _pay(job: Fields) -> StatedSalary | None:
    """Return the pay that one of the employer's own fields states: an amount without a currency is as often a grade."""
    fields = job.rows("requisitionFlexFields") or job.rows("requisitionFlexFields.items")
    named = (field for field in fields if _PAY.search(text_of(field.get("Prompt")) or ""))
    stated = (salary_text(f"{text_of(field.get('Prompt'))}: {text_of(field.get('Value')) or ''}") for field in named)
    return next((pay for pay in stated if pay and pay.minimum is not None and pay.currency), None)


def _public_url(row: Fields) -> str | None:
    host, _, site = row.board.partition("/")
    number = row.text("url", "listing.Id")
    if number is None:
        return None
    return canonical_url(f"https://{host}.oraclecloud.com/hcmUI/CandidateExperience/en/sites/{site or 'CX_1'}/job/{number}")
