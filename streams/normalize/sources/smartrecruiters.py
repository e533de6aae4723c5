"""SmartRecruiters' fields as ours. A row is {"listing": a row of the list, "detail": the posting's own answer or null}.

Source: recorded answers of the public posting API.
"""

from collections.abc import Mapping
from typing import Any

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def normalize(row: Fields) -> Content:
    """Return what a posting of a SmartRecruiters company says; the detail, where there is one, over its listing."""
    posting = row.with_row(_merged(row.row))
    row.of_employer(industry=posting.get("industry.label"))
    where = "location."
    return Content(
        title=posting.text("title", "name"),
        employer=posting.employer("company.name"),
        description="\n\n".join(filter(None, map(_section, (posting.get(f"jobAd.sections.{name}") for name in _SECTIONS)))),
        locations=unique(
            [
                place(
                    posting.get(where + "fullLocation"),
                    city=posting.get(where + "city"),
                    region=posting.get(where + "region"),
                    code=posting.get(where + "country"),
                    point=(posting.get(where + "latitude"), posting.get(where + "longitude")),
                )
            ]
        ),
        department=posting.text("department", "department.label", "function.label"),
        requisition_id=posting.text("requisition_id", "refNumber"),
        stated_work_mode=next((mode for mode in ("hybrid", "remote") if posting.flag(where + mode)), None),
        stated_employment_type=posting.text("stated_employment_type", "typeOfEmployment.label"),
        stated_seniority=posting.text("stated_seniority", "experienceLevel.label"),
        stated_language=posting.text("stated_language", "language.code"),
        posted_at=posting.instant("posted_at", "releasedDate"),
        url=posting.url("url", "postingUrl") or _public_url(posting),
        apply_url=posting.url("apply_url", "applyUrl"),
    )


def _merged(row: Mapping[str, Any]) -> Mapping[str, Any]:
    if "listing" not in row:
        return row
    listing, detail = row["listing"], row.get("detail")
    parts = [part for part in (listing, detail) if isinstance(part, Mapping)]
    return {name: value for part in parts for name, value in part.items() if value is not None}


def _section(section: Any) -> str | None:
    """Return a section with its heading; an empty one has none."""
    text = html_text(section.get("text")) if isinstance(section, Mapping) else ""
    return "\n".join(filter(None, (text_of(section.get("title")), text))) if text else None


def _public_url(posting: Fields) -> str | None:
    """The page of a posting whose detail is missing."""
    company, number = posting.text("url", "company.identifier"), posting.text("url", "id")
    return canonical_url(f"https://jobs.smartrecruiters.com/{company}/{number}") if company and number else None
