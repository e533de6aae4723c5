"""BambooHR's fields as ours. A row is {"listing": a row of the list, "detail": the opening of its detail answer, or null}.

Source: a recorded answer of the list; ../shared description (ATS.md) of the detail.
"""

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 2
ONE_EMPLOYER = True
_PLACES = ("detail.location", "listing.location", "detail.atsLocation", "listing.atsLocation")
_PARTS = (("city", "state", "addressCountry"), ("city", "province", "country"))
# 0 is also what an opening has whose place of work nobody chose
_MODES = {"1": "remote", "2": "hybrid"}


def normalize(row: Fields) -> Content:
    """Return what an opening of a BambooHR account says; the detail, where there is one, over its listing."""
    kind = text_of(row.get("detail.locationType")) or text_of(row.get("listing.locationType"))
    return Content(
        title=row.text("title", "detail.jobOpeningName", "listing.jobOpeningName"),
        employer=row.employer(),
        description=html_text(row.get("detail.description")),
        locations=unique([_place(row)]),
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


def _place(row: Fields) -> Location | None:
    """Return where the first city is, by all that is said of it: its country may stand in another object than its name."""
    stated = [[text_of(row.get(f"{at}.{name}")) for name in names] for at in _PLACES for names in _PARTS]
    city = next((of[0] for of in stated if of[0]), None)
    alike = [of for of in stated if of[0] == city] + [of for of in stated if of[0] is None]
    region, country = (next((of[part] for of in alike if of[part]), None) for part in (1, 2))
    return place(city=city, region=region, country=country, code=country)


def _public_url(row: Fields) -> str | None:
    """The page of an opening whose detail is missing."""
    number = row.text("url", "listing.id")
    return canonical_url(f"https://{row.board}.bamboohr.com/careers/{number}") if number else None
