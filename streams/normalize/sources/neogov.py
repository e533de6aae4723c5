"""NEOGOV's fields as ours; the agency's name stands above the items of an answer.

Source: recorded answers of the feed.
"""

from collections.abc import Mapping
from datetime import datetime

from schemas.posting import Location
from streams.normalize.dates import read_instant
from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of

VERSION = 2
ONE_EMPLOYER = True
_TEXTS = ("description", "examplesofduties", "qualifications", "supplementalinformation")


def normalize(item: Fields) -> Content:
    """Return what an item of an agency's feed says."""
    return Content(
        title=item.text("title", "title"),
        employer=item.employer() or text_of(item.context.get("name")),
        description=html_text(*map(item.get, _TEXTS)),
        locations=unique([_place(item)]),
        department=item.text("department", "department") or _category(item),
        requisition_id=item.text("requisition_id", "jobNumberSingle"),
        stated_salary=item.salary_of(
            item.get("minimumSalary"), item.get("maximumSalary"), item.get("salaryCurrency"), item.get("salaryInterval")
        ),
        stated_employment_type=item.text("stated_employment_type", "jobType"),
        posted_at=item.instant("posted_at", "pubDate"),
        valid_through=_end(item),
        url=item.url("url", "link"),
    )


def _place(item: Fields) -> Location | None:
    """Return the place, whose wording names its state: Springfield alone may be in any of many."""
    named, state = (text_of(item.get(part)) for part in ("location", "state"))
    told = named and state and state.casefold() not in named.casefold()
    return place(f"{named}, {state}" if told else named, region=state)


def _category(item: Fields) -> str | None:
    found = item.get("categories.category")
    first = found[0] if isinstance(found, list) and found else found
    return text_of(first.get("Category") if isinstance(first, Mapping) else first)


def _end(item: Fields) -> datetime | None:
    """Return when the advertisement ends, which the feed gives as "Sun, 20 Sep 2026 04:59:00:0"; "Continuous" ones don't."""
    stated = item.text("valid_through", "advertiseToDateTimeUTC")
    end = read_instant((stated or "").removesuffix(":0"), item.fetched_at)
    if stated and end is None and stated.casefold() != "continuous":
        item.unread("valid_through", stated)
    return end
