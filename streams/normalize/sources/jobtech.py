"""JobTech's fields as ours. Times are those of a Swedish clock, without an offset; coordinates are longitude first.

Source: recorded answers of the ad API.
"""

from zoneinfo import ZoneInfo

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.money import read_currency
from streams.normalize.places import place, unique
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = False
_PARTS = ("company_information", "needs", "requirements", "conditions")
_DIMENSIONS = 2
_ZONE = ZoneInfo("Europe/Stockholm")
_TERMS = ("working_hours_type", "employment_type", "duration")


def normalize(ad: Fields) -> Content:
    """Return what an ad says."""
    text = ad.get("description.text") or ad.get("description.text_formatted")
    terms = (ad.text("stated_employment_type", f"{term}.label") for term in _TERMS)
    return Content(
        title=ad.text("title", "headline"),
        employer=ad.employer("employer.name", "employer.workplace", sites=("employer.url",), contacts=("employer.email",)),
        description=html_text(text, *(ad.get(f"description.{part}") for part in _PARTS)),
        locations=unique([_place(ad)]),
        department=ad.text("department", "occupation_field.label"),
        requisition_id=ad.text("requisition_id", "application_details.reference", "external_id"),
        stated_salary=_pay(ad),
        stated_employment_type=", ".join(filter(None, terms)) or None,
        posted_at=ad.instant("posted_at", "publication_date", zone=_ZONE),
        updated_at=ad.instant("updated_at", "timestamp", zone=_ZONE),
        valid_through=ad.deadline("valid_through", "application_deadline", "last_publication_date", zone=_ZONE),
        url=ad.url("url", "webpage_url"),
        apply_url=ad.url("apply_url", "application_details.url"),
    )


def _place(ad: Fields) -> Location | None:
    country, point = ad.get("workplace_address.country"), ad.get("workplace_address.coordinates")
    return place(
        city=ad.get("workplace_address.municipality") or ad.get("workplace_address.city"),
        region=ad.get("workplace_address.region"),
        country=country,
        code=country,
        point=(point[1], point[0]) if isinstance(point, list) and len(point) == _DIMENSIONS else (None, None),
    )


def _pay(ad: Fields) -> StatedSalary | None:
    """Return the pay; most ads say how it is agreed on, and a number without a currency is as often a paragraph's."""
    wording = ad.text("stated_salary", "salary_description")
    if wording is None or read_currency(wording):
        return ad.salary_in(wording)
    return StatedSalary(raw=wording)
