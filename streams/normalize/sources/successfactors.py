"""The fields of a SuccessFactors feed as ours: RSS with Google's names for jobs.

Source: ../shared description (data/ATS.md).
"""

import re

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = True
_PLACED = re.compile(r"(.+\S)\s*\(([^()]+)\)")


def normalize(item: Fields) -> Content:
    """Return what an item of a feed says."""
    return Content(
        title=_title(item),
        employer=item.employer("employer"),
        description=html_text(item.get("description")),
        locations=places(item.get("location")),
        department=item.text("department", "job_function"),
        stated_employment_type=item.text("stated_employment_type", "employment_type", "job_type"),
        posted_at=item.instant("posted_at", "pubDate"),
        valid_through=item.deadline("valid_through", "expiration_date"),
        url=item.url("url", "link"),
    )


def _title(item: Fields) -> str | None:
    """Return the title without the place that the feed writes behind it, "Cook (Oslo, NO)"."""
    title = item.text("title", "title")
    found = _PLACED.fullmatch(title or "")
    named = {part.strip().casefold() for where in places(item.get("location")) for part in where.raw.split(",")}
    return found[1] if found and found[2].partition(",")[0].strip().casefold() in named else title
