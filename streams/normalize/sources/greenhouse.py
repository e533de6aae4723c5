"""Greenhouse's fields as ours. `content` is HTML, escaped once more; fields of an employer's own are in `metadata`.

Source: grnhse/greenhouse-api-docs, Job Board API; public readers of the values of `metadata`.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from schemas.posting import Location, StatedSalary
from streams.normalize.fields import Content, Fields
from streams.normalize.money import read_amount
from streams.normalize.places import places, unique
from streams.normalize.text import escaped_html_text, text_of

VERSION = 2
ONE_EMPLOYER = True
_KINDS = ("employment type", "job type", "employment status", "time type")
_MODES = ("location type", "workplace type", "work location type", "work arrangement", "remote")
_PLACES = ("job posting location", "posting location", "job location")
_NO_PLACE = re.compile(
    r"hybrid|in[ -]?(?:office|person)|on[ -]?site|distributed|flexible"
    r"|(?:multiple|various|several) (?:locations?|offices|cities)",
    re.IGNORECASE,
)
_FREQUENCIES = ("pay frequency", "salary frequency", "pay period")
# in the name of a field that holds a range of money
_PAY = ("pay", "salary", "compensation", "wage", "hiring range")
_BESIDE_PAY = ("bonus", "equity", "stock")


class _Range(NamedTuple):
    """Pay for one place of work, or for all; `words` may name its period."""

    low: float | None
    high: float | None
    currency: str | None
    words: str | None


def normalize(job: Fields) -> Content:
    """Return what a job of a Greenhouse board says."""
    return Content(
        title=job.text("title", "title"),
        employer=job.employer("company_name"),
        description=escaped_html_text(job.get("content")),
        locations=_locations(job),
        department=next((text_of(department.get("name")) for department in job.rows("departments")), None),
        requisition_id=job.text("requisition_id", "requisition_id"),
        stated_salary=_salary(job),
        stated_work_mode=next(_values(job, _MODES), None),
        stated_employment_type=", ".join(dict.fromkeys(_values(job, _KINDS))) or None,
        stated_language=job.text("stated_language", "language"),
        posted_at=job.instant("posted_at", "first_published"),
        updated_at=job.instant("updated_at", "updated_at"),
        valid_through=job.deadline("valid_through", "application_deadline"),
        url=job.url("url", "absolute_url"),
    )


def _locations(job: Fields) -> list[Location]:
    """Return where the job is; its location may say only how one works there, and fields and offices where."""
    named = places(job.get("location.name"))
    if any(not _NO_PLACE.fullmatch(at.raw) for at in named):
        return named
    own = places(*_values(job, _PLACES))
    offices = places(*(office.get("location") or office.get("name") for office in job.rows("offices")))
    return unique([*named, *(own or offices)])


def _salary(job: Fields) -> StatedSalary | None:
    """Return the pay from the least to the most that a place of work has, of those paid in the currency of the first."""
    stated = [found for found in _transparent(job) if found.low or found.high]
    stated = stated or [found for found in _own(job) if found.low or found.high]
    alike = [found for found in stated if found.currency == stated[0].currency]
    return job.salary_of(
        min((found.low for found in alike if found.low), default=None),
        max((found.high for found in alike if found.high), default=None),
        next((found.currency for found in alike), None),
        next((found.words for found in alike), None),
    )


def _transparent(job: Fields) -> Iterator[_Range]:
    for pay in job.rows("pay_input_ranges"):
        low, high = _units(pay.get("min_cents")), _units(pay.get("max_cents"))
        yield _Range(low, high, text_of(pay.get("currency_type")), text_of(pay.get("title")))


def _own(job: Fields) -> Iterator[_Range]:
    frequency = next(_values(job, _FREQUENCIES), None)
    for field in job.rows("metadata"):
        name, value = _name(field), field.get("value")
        if isinstance(value, dict) and _is_pay(name):
            low, high = read_amount(value.get("min_value")), read_amount(value.get("max_value"))
            yield _Range(low, high, text_of(value.get("unit")), frequency or text_of(field.get("name")))


def _is_pay(name: str) -> bool:
    return any(word in name for word in _PAY) and not any(word in name for word in _BESIDE_PAY)


def _units(cents: Any) -> float | None:
    amount = read_amount(cents)
    return None if amount is None else amount / 100


def _values(job: Fields, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what the employer's own fields of these names say, in the order of the names."""
    for name in names:
        for field in job.rows("metadata"):
            value = field.get("value")
            if _name(field) == name:
                # a field that says yes says its name
                yield from filter(None, map(text_of, value if isinstance(value, list) else [name if value is True else value]))


def _name(field: Any) -> str:
    return (text_of(field.get("name")) or "").rstrip("?: ").casefold()
