"""Adzuna's fields as ours. Descriptions are cut; pay that Adzuna predicted is not what the employer stated, so it is left out.

A board is a country, so its name is the country's code. A link's query is about the search that found it.
Source: recorded answers of the search.
"""

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of

VERSION = 1
ONE_EMPLOYER = False


def normalize(job: Fields) -> Content:
    """Return what a posting found by Adzuna says."""
    named, area = job.get("location.display_name"), job.get("location.area")
    predicted = text_of(job.get("salary_is_predicted")) == "1"
    kinds = (job.text("stated_employment_type", name) for name in ("contract_time", "contract_type"))
    url = job.url("url", "redirect_url")
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company.display_name"),
        description=html_text(job.get("description")),
        locations=unique(
            [
                place(
                    named,
                    region=area[1] if isinstance(area, list) and area[1:] else None,
                    code=job.board if named else None,
                    point=(job.get("latitude"), job.get("longitude")),
                )
            ]
        ),
        department=job.text("department", "category.label"),
        stated_salary=None if predicted else job.salary_of(job.get("salary_min"), job.get("salary_max"), None, None),
        stated_employment_type=", ".join(filter(None, kinds)) or None,
        posted_at=job.instant("posted_at", "created"),
        url=url.partition("?")[0] if url else None,
    )
