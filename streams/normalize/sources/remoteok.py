"""Remote OK's fields as ours: every posting of the site is of a remote job.

Source: public clients of remoteok.com/api.
"""

import re

from streams.normalize.fields import Content, Fields
from streams.normalize.places import places
from streams.normalize.text import html_text

VERSION = 2
ONE_EMPLOYER = False
# UTF-8 that was taken for Latin-1 or Windows-1252 and encoded once more: "é" as "Ã©", a quote as "â€™" or with controls.
# Of other letters the first may be a real one before a quote: "Spaß“".
_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_TWICE = re.compile(f"[ÂÃ]{_LATER}|â{_LATER}{{2}}|ð{_LATER}{{3}}")
# The site ends every text with a word to mention and the address of whoever fetched it, so each fetch has another one.
_REMINDER = re.compile(r"\s*Please mention the word \*\*\w+\*\*.*", re.DOTALL)


def normalize(row: Fields) -> Content:
    """Return what a job of Remote OK says; an amount of 0 says nothing, any other is of US dollars a year, as its form asks."""
    once = {name: _TWICE.sub(_once, value) if isinstance(value, str) else value for name, value in row.row.items()}
    job = row.with_row(once)
    return Content(
        title=job.text("title", "position"),
        employer=job.employer("company"),
        description=_REMINDER.sub("", html_text(job.get("description"))),
        locations=places(job.get("location")),
        stated_salary=job.salary_of(job.get("salary_min") or None, job.get("salary_max") or None, "USD", "year"),
        stated_work_mode="remote",
        posted_at=job.instant("posted_at", "date", "epoch"),
        url=job.url("url", "url"),
        apply_url=job.url("apply_url", "apply_url"),
    )


def _once(found: re.Match[str]) -> str:
    """Return letters as they were before they were encoded again; as they are where they were not."""
    try:
        return b"".join(letter.encode("latin-1" if letter < "\u0100" else "cp1252") for letter in found[0]).decode()
    except UnicodeDecodeError:
        return found[0]
