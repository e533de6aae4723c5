"""Remote OK's fields as ours: every posting of the site is of a remote job.

Source: public clients of remoteok.com/api.
"""

import re

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 1
ONE_EMPLOYER = False
# The site ends every text with a word to mention and the address of whoever fetched it, so each fetch has another one.
_REMINDER = re.compile(r"\s*Please mention the word \*\*\w+\*\*.*", re.DOTALL)


def normalize(job: Fields) -> Content:
    """Return what a job of Remote OK says; an amount of 0 says nothing."""
    return Content(
        title=job.text("title", "position"),
        employer=job.employer("company"),
        description=_REMINDER.sub("", html_text(job.get("description"))),
        locations=places(job.get("location")),
        stated_salary=job.salary_of(job.get("salary_min") or None, job.get("salary_max") or None, None, None),
        stated_work_mode="remote",
        posted_at=job.instant("posted_at", "date", "epoch"),
        url=job.url("url", "url"),
        apply_url=job.url("apply_url", "apply_url"),
    )
