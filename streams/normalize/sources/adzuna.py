"""Adzuna's fields as ours. Descriptions are cut; pay that Adzuna predicted is not what the employer stated, so it is left out.

A board is a country: its name is the country's code, and pay is in its currency. A link's query is about the search that found
it.
Source: recorded answers of the search; developer.adzuna.com, "local currency".
"""

from typing import Any

from streams.normalize.fields import Content, Fields
from streams.normalize.places import place, unique
from streams.normalize.text import html_text, text_of

VERSION = 2
ONE_EMPLOYER = False
_CURRENCIES = {
    "at": "EUR", "au": "AUD", "be": "EUR", "br": "BRL", "ca": "CAD", "ch": "CHF", "de": "EUR", "es": "EUR", "fr": "EUR",
    "gb": "GBP", "in": "INR", "it": "EUR", "mx": "MXN", "nl": "EUR", "nz": "NZD", "pl": "PLN", "sg": "SGD", "us": "USD",
    "za": "ZAR",
}  # fmt: skip
# Of an area: country, state, county, and only then a city.
_STATE, _CITY = 1, 3


def normalize(job: Fields) -> Content:
    """Return what a posting found by Adzuna says."""
    named = job.get("location.display_name")
    predicted = job.flag("salary_is_predicted") or text_of(job.get("salary_is_predicted")) == "1"
    currency = _CURRENCIES.get(job.board.lower())
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
                    city=_part(job, _CITY),
                    region=_part(job, _STATE),
                    code=job.board if named else None,
                    point=(job.get("latitude"), job.get("longitude")),
                )
            ]
        ),
        department=job.text("department", "category.label"),
        stated_salary=None if predicted else job.salary_of(job.get("salary_min"), job.get("salary_max"), currency, None),
        stated_employment_type=", ".join(filter(None, kinds)) or None,
        posted_at=job.instant("posted_at", "created"),
        url=url.partition("?")[0] if url else None,
    )


def _part(job: Fields, level: int) -> Any:
    area = job.get("location.area")
    return area[level] if isinstance(area, list) and len(area) > level else None
