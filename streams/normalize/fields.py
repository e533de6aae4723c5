"""Reading a source's row: by path, never failing, and keeping what could not be read."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import lru_cache, partial
from typing import Any, TypeVar

from schemas.posting import EmployerName, Location, NameOrigin, StatedSalary
from schemas.text import clean
from streams.normalize.dates import read_deadline, read_instant, read_month_first
from streams.normalize.domains import employer_domain
from streams.normalize.money import salary_parts, salary_text
from streams.normalize.text import text_of
from streams.normalize.urls import canonical_url

LONGEST_UNREADABLE = 500
LONGEST_OF_EMPLOYER = 200
T = TypeVar("T")


@lru_cache(maxsize=8192)
def named(name: str, origin: NameOrigin) -> EmployerName:
    """Return a name with where it is from: few names, of many postings."""
    return EmployerName(name=name, origin=origin)


@dataclass(frozen=True, slots=True)
class Content:
    """What a posting says, in one shape: all of a Posting but its identity. None = the source does not say."""

    title: str | None
    employer: str | None = None
    description: str = ""
    locations: list[Location] = field(default_factory=list)
    department: str | None = None
    requisition_id: str | None = None
    stated_salary: StatedSalary | None = None
    stated_work_mode: str | None = None
    stated_employment_type: str | None = None
    stated_seniority: str | None = None
    stated_language: str | None = None
    posted_at: datetime | None = None
    updated_at: datetime | None = None
    valid_through: datetime | None = None
    url: str | None = None
    apply_url: str | None = None


class Fields:
    """A source's row, read by dotted paths ("location.name").

    The first argument of a reader is the field of Content that it reads for; of several paths the first that holds
    something counts. What can't be read is None, and its raw text is in `unreadable` under that field.
    `employer_alternatives` are the other names of the employer that were read, `industry` and `company_size` what was said of it.
    """

    def __init__(self, row: Mapping[str, Any], *, board: str, fetched_at: datetime, context: Mapping[str, Any]) -> None:
        self.row = row
        self.board = board
        self.fetched_at = fetched_at
        self.context = context
        self.unreadable: dict[str, str] = {}
        self.employer_alternatives: list[EmployerName] = []
        self.industry: str | None = None
        self.company_size: str | None = None

    def with_row(self, row: Mapping[str, Any]) -> "Fields":
        """Return what reads `row`, a part or another form of this one; what can't be read and other names are kept in both."""
        fields = Fields(row, board=self.board, fetched_at=self.fetched_at, context=self.context)
        fields.unreadable, fields.employer_alternatives = self.unreadable, self.employer_alternatives
        return fields

    def get(self, path: str) -> Any:
        """Return the value at `path`, None where there is none."""
        value: Any = self.row
        for name in _names(path):
            if not isinstance(value, Mapping):
                return None
            value = value.get(name)
        return value

    def rows(self, path: str) -> list[Mapping[str, Any]]:
        """Return the objects of the list at `path`; empty where there is no list."""
        value = self.get(path)
        return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []

    def flag(self, path: str) -> bool:
        """Return whether the value at `path` is true."""
        return self.get(path) is True

    def text(self, name: str, *paths: str) -> str | None:
        """Return one line of clean text."""
        return self._read(name, paths, text_of)

    def instant(self, name: str, *paths: str, zone: tzinfo = UTC) -> datetime | None:
        """Return an instant in UTC; relative dates count from `fetched_at`, what has no offset is a time of `zone`."""
        return self._read(name, paths, partial(read_instant, fetched_at=self.fetched_at, zone=zone))

    def deadline(self, name: str, *paths: str, zone: tzinfo = UTC) -> datetime | None:
        """Return an instant like `instant`; of a mere day its end."""
        return self._read(name, paths, partial(read_deadline, fetched_at=self.fetched_at, zone=zone))

    def month_first(self, name: str, *paths: str) -> datetime | None:
        """Return the day that a text like "8/5/2026 10:23 AM" begins with."""
        return self._read(name, paths, read_month_first)

    def url(self, name: str, *paths: str) -> str | None:
        """Return a URL without tracking parameters and secrets."""
        return self._read(name, paths, canonical_url)

    def salary(self, *paths: str) -> StatedSalary | None:
        """Return the pay that a text states."""
        return self._checked(self._read("stated_salary", paths, salary_text))

    def salary_in(self, text: str | None) -> StatedSalary | None:
        """Return the pay that a piece of the row states."""
        return self._checked(salary_text(text))

    def salary_of(self, low: Any, high: Any, currency: Any, period: Any, raw: Any = None) -> StatedSalary | None:
        """Return the pay that the source gives in parts; `raw` is how it words it."""
        return self._checked(salary_parts(low, high, currency, period, raw))

    def employer(
        self, *paths: str, also: Sequence[str] = (), sites: Sequence[str] = (), contacts: Sequence[str] = ()
    ) -> str | None:
        """Return the employer that the row names, else the one that the answer or `boards.toml` gave for the board.

        Its other names (at `paths`, `also`) and its domains (at `sites`, in addresses at `contacts`) are kept as alternatives.
        """
        found, listed = self.text("employer", *paths), text_of(self.context.get("employer"))
        if also or len(paths) > 1:
            self._keep(NameOrigin.FIELD, (text_of(self.get(path)) for path in (*paths, *also)))
        if found and listed:
            self._keep(NameOrigin.BOARD, (listed,))
        for origin, where in ((NameOrigin.SITE, sites), (NameOrigin.CONTACT, contacts)):
            if where:
                self._keep(origin, (employer_domain(self.get(path)) for path in where))
        return found or listed

    def of_employer(self, *, industry: Any = None, size: Any = None) -> None:
        """Keep what a piece of the row says of the employer: a text, or a list of which the first counts."""
        self.industry, self.company_size = (
            (text_of(next(iter(value), None) if isinstance(value, list) else value) or "")[:LONGEST_OF_EMPLOYER] or None
            for value in (industry, size)
        )

    def unread(self, name: str, value: Any) -> None:
        """Keep `value` as what could not be read for `name`."""
        raw = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self.unreadable[name] = clean(raw).strip()[:LONGEST_UNREADABLE]

    def _keep(self, origin: NameOrigin, names: Iterable[str | None]) -> None:
        self.employer_alternatives += [named(name, origin) for name in names if name]

    def _checked(self, salary: StatedSalary | None) -> StatedSalary | None:
        if salary is not None and salary.minimum is None and salary.maximum is None:
            self.unread("stated_salary", salary.raw)
        return salary

    def _read(self, name: str, paths: tuple[str, ...], reader: Callable[[Any], T | None]) -> T | None:
        for path in paths:
            value = self.get(path)
            if value is None or value in ("", [], {}):
                continue
            read = reader(value)
            if read is not None:
                self.unreadable.pop(name, None)
                return read
            if not isinstance(value, str) or value.strip():
                self.unread(name, value)
        return None


@lru_cache(maxsize=1024)
def _names(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))
