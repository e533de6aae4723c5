"""Paylocity's fields as ours. A row is {"listing": a row of the board's page, "posting": the JobPosting of its own page or null}.

Without a JobPosting it may have "description": the text of its page. That of the board is the start of it.
Source: recorded answers for the listing; schema.org/JobPosting.
"""

import re
from dataclasses import replace

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text, text_of
from streams.normalize.urls import canonical_url

VERSION = 3
ONE_EMPLOYER = True
_MODE = re.compile(r"\b(?:hybrid|remote|telework|work from home)\b", re.IGNORECASE)
# What stands above a board that does not show its employer's name.
_NOBODY = {"career opportunities", "employment opportunities", "job opportunities"}


def normalize(row: Fields) -> Content:
    """Return what a posting says; its own page over the board's, which alone has the hour."""
    title = text_of(row.context.get("name"))
    content = completed(
        read_job_posting(row, row.get("posting")),
        title=row.text("title", "listing.JobTitle"),
        employer=None if title and title.casefold() in _NOBODY else title,
        description=html_text(row.get("description") or row.get("listing.Description")),
        locations=_located(row),
        department=row.text("department", "listing.HiringDepartment"),
        stated_work_mode="remote" if row.flag("listing.IsRemote") else _mode(row),
        url=_public_url(row),
    )
    return replace(content, posted_at=row.instant("posted_at", "listing.PublishedDate", "posting.datePosted"))


def _mode(row: Fields) -> str | None:
    """Return what stands for the name of the place where that says how one works: "Hybrid" above an address."""
    label = row.text("stated_work_mode", "listing.LocationName")
    return label if label and _MODE.search(label) else None


def _located(row: Fields) -> list[Location]:
    """Return the place by its address; what has none is known by its name alone."""
    where = "listing.JobLocation."
    city, region, country = (row.get(where + part) for part in ("City", "State", "Country"))
    if city or region:
        return unique([place(city=city, region=region, country=country, code=country)])
    return places(row.get("listing.LocationName")) or places(country)


def _public_url(row: Fields) -> str | None:
    number = row.text("url", "listing.JobId")
    return canonical_url(f"https://recruiting.paylocity.com/Recruiting/Jobs/Details/{number}") if number else None
