"""Lever's fields as ours.

Source: lever/postings-api README.
"""

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text, text_of

VERSION = 2
ONE_EMPLOYER = True


def normalize(posting: Fields) -> Content:
    """Return what a posting of a Lever site says."""
    lists = [part for item in posting.rows("lists") for part in (item.get("text"), item.get("content"))]
    return Content(
        title=posting.text("title", "text"),
        employer=posting.employer(),
        # what the employer says of the pay stands at the end of its page, apart from the text
        description=html_text(
            posting.get("description") or posting.get("descriptionPlain"),
            *lists,
            posting.get("additional") or posting.get("additionalPlain"),
            posting.get("salaryDescription") or posting.get("salaryDescriptionPlain"),
        ),
        locations=_located(posting),
        department=posting.text("department", "categories.department", "categories.team"),
        stated_salary=posting.salary_of(
            posting.get("salaryRange.min"),
            posting.get("salaryRange.max"),
            posting.get("salaryRange.currency"),
            posting.get("salaryRange.interval"),
        ),
        stated_work_mode=posting.text("stated_work_mode", "workplaceType"),
        stated_employment_type=posting.text("stated_employment_type", "categories.commitment"),
        posted_at=posting.instant("posted_at", "createdAt"),
        url=posting.url("url", "hostedUrl"),
        apply_url=posting.url("apply_url", "applyUrl"),
    )


def _located(posting: Fields) -> list[Location]:
    """Return the places; `country` is that of the one that stands for them all."""
    first, country = text_of(posting.get("categories.location")), posting.get("country")
    found = places(posting.get("categories.allLocations")) or places(posting.get("categories.location"))
    is_only = len(found) == 1
    return unique(place(at.raw, code=country if is_only or at.raw == first else None) for at in found)
