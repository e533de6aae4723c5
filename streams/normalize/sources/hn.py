"""A comment of Hacker News' "Who is hiring?" as ours: its first line is the heading, all of it the description.

Source: HackerNews/API, item.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.heading import heading_in, read_heading
from streams.normalize.places import places
from streams.normalize.text import html_text
from streams.normalize.urls import canonical_url

VERSION = 4
ONE_EMPLOYER = False


def normalize(item: Fields) -> Content:
    """Return what a comment advertises; one without text has no title."""
    text = html_text(item.get("text"))
    if not text:
        return Content(title=None)
    heading, number = read_heading(heading_in(text)), item.text("url", "id")
    return Content(
        title=heading.title,
        employer=heading.employer,
        description=text,
        locations=places(heading.locations),
        stated_salary=item.salary_in(heading.salary),
        stated_work_mode=heading.work_mode,
        stated_employment_type=heading.employment_type,
        posted_at=item.instant("posted_at", "time"),
        url=canonical_url(f"https://news.ycombinator.com/item?id={number}") if number else None,
    )
