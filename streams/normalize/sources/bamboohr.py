"""BambooHR's fields as ours. A row is {"listing": a row of the list, "detail": the opening of its detail answer, or null}.

Source: a recorded answer of the list; ../shared description (ATS.md) of the detail.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_PLACES = ("detail.location", "listing.location", "detail.atsLocation", "listing.atsLocation")
# 0 is also what an opening has whose place of work nobody chose
_MODES = {"1": "remote", "2": "hybrid"}


def normalize(row: Fields) -> Content:
    """Return what an opening of a BambooHR account says; the detail, where there is one, over its listing."""
    located = [
        place(
            city=row.get(f"{at}.city"),
            region=row.get(f"{at}.state") or row.get(f"{at}.province"),
            country=row.get(f"{at}.addressCountry") or row.get(f"{at}.country"),
            code=row.get(f"{at}.addressCountry") or row.get(f"{at}.country"),
        )
        for at in _PLACES
    ]
    kind = text_of(row.get("detail.locationType")) or text_of(row.get("listing.locationType"))
    return Content(
        title=row.text("title", "detail.jobOpeningName", "listing.jobOpeningName"),
        employer=row.employer(),
        description=html_text(row.get("detail.description")),
        # the employer's address may have its country only, where the opening has a city of its own
        locations=unique([next((at for at in located if at and at.city), next(filter(None, located), None))]),
        department=row.text("department", "detail.departmentLabel", "listing.departmentLabel"),
        stated_salary=row.salary("detail.compensation"),
        stated_work_mode="remote" if row.flag("listing.isRemote") else _MODES.get(kind or ""),
        stated_employment_type=row.text(
            "stated_employment_type", "detail.employmentStatusLabel", "listing.employmentStatusLabel"
        ),
        stated_seniority=row.text("stated_seniority", "detail.minimumExperience"),
        posted_at=row.instant("posted_at", "detail.datePosted"),
        url=row.url("url", "detail.jobOpeningShareUrl") or _public_url(row),
    )


def _public_url(row: Fields) -> str | None:
    """The page of an opening whose detail is missing."""
    number = row.text("url", "listing.id")
    return canonical_url(f"https://{row.board}.bamboohr.com/careers/{number}") if number else None
