"""Recruitee's fields as ours.

Source: recorded answers of the careers API.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True
_MODES = {"remote": "remote", "hybrid": "hybrid", "on_site": "onsite"}


def normalize(offer: Fields) -> Content:
    """Return what an offer of a Recruitee site says."""
    listed = unique(
        place(
            item.get("name"),
            city=item.get("city"),
            region=item.get("state"),
            country=item.get("country"),
            code=item.get("country_code"),
        )
        for item in offer.rows("locations")
    )
    # what an employer says beside a place: "We are also open to hiring in Spain"
    notes = dict.fromkeys(item.get("note") for item in offer.rows("locations") if isinstance(item.get("note"), str))
    return Content(
        title=offer.text("title", "title"),
        employer=offer.employer("company_name"),
        description=html_text(offer.get("description"), offer.get("requirements"), *notes),
        locations=listed or places(offer.get("location")),
        department=offer.text("department", "department"),
        stated_salary=offer.salary_of(
            offer.get("salary.min"), offer.get("salary.max"), offer.get("salary.currency"), offer.get("salary.period")
        ),
        stated_work_mode=", ".join(mode for flag, mode in _MODES.items() if offer.flag(flag)) or None,
        stated_employment_type=offer.text("stated_employment_type", "employment_type_code"),
        stated_seniority=offer.text("stated_seniority", "experience_code"),
        posted_at=offer.instant("posted_at", "published_at", "created_at"),
        updated_at=offer.instant("updated_at", "updated_at"),
        valid_through=offer.deadline("valid_through", "close_at"),
        url=offer.url("url", "careers_url"),
        apply_url=offer.url("apply_url", "careers_apply_url"),
    )
