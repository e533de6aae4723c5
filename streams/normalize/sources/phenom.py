"""Phenom's fields as ours. A row is {"listing": a row of the search page, "posting": the JobPosting of its own page or null}.

Source: recorded answers for the listing, public readers of it for places in several cities; schema.org/JobPosting.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from schemas.posting import Location
from streams.normalize.fields import Content, Fields
from streams.normalize.jobposting import completed, read_job_posting
from streams.normalize.places import place, places, unique
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = True


def normalize(row: Fields) -> Content:
    """Return what a posting says; its own page over the search page, which has the start of the text and the hour.

    The page may name one of several places.
    """
    listed = _located(row)
    content = completed(
        read_job_posting(row, row.get("posting")),
        title=row.text("title", "listing.title"),
        description=html_text(row.get("listing.description") or row.get("listing.descriptionTeaser")),
        locations=listed,
        department=row.text("department", "listing.department", "listing.category"),
        requisition_id=row.text("requisition_id", "listing.reqId"),
        stated_employment_type=row.text("stated_employment_type", "listing.type"),
        url=_public_url(row),
        apply_url=row.url("apply_url", "listing.applyUrl"),
    )
    return replace(
        content,
        locations=listed if len(listed) > len(content.locations) else content.locations,
        posted_at=row.instant("posted_at", "listing.postedDate", "posting.datePosted"),
    )


def _located(row: Fields) -> list[Location]:
    listed = unique([*map(_place, row.rows("listing.multi_location_array")), *places(row.get("listing.multi_location"))])
    city, region, country = (row.get(f"listing.{part}") for part in ("city", "state", "country"))
    point = (row.get("listing.latitude"), row.get("listing.longitude"))
    only = place(row.get("listing.location"), city=city, region=region, country=country, point=point)
    return listed if listed[1:] else unique([only]) or listed


def _place(item: Mapping[str, Any]) -> Location | None:
    at = item.get("latlong")
    return place(item.get("location"), point=(at.get("lat"), at.get("lon")) if isinstance(at, Mapping) else (None, None))


def _public_url(row: Fields) -> str | None:
    number = row.text("url", "listing.jobSeqNo", "listing.jobId")
    return f"https://{row.board}/job/{number}" if number else None
