"""Truths about `posted_on` and `apply_by`: days in fields of boards, against what wording and text tell."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipeline.evaluation.base import Case, Field, Truth, mark_one, value_of
from pipeline.evaluation.sets import Row, rows
from schemas.posting import DeduplicatedPosting, Location
from streams.enrich import freshness
from streams.enrich.contract import posting_of
from streams.enrich.resources import Resources
from streams.normalize.dates import read_instant

_STATED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[A-Z][a-z]+),? (\d{4})|([A-Z][a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
)
_PLAIN = re.compile(r"deadline\W+(?P<day>\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)", re.IGNORECASE)
_PLAIN_POSTED = re.compile(r"(?:posted|opening date)\W+(?P<day>[\w+]+ \w+ \w+)", re.IGNORECASE)
_SWEDISH = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
# A page says `2 hours ago` by its own clock.
_A_DAY = timedelta(days=1)


def _careercenter(data: Path) -> Iterator[tuple[Row, DeduplicatedPosting]]:
    for at, row in enumerate(rows(data, "careercenter_am_2004")):
        yield row, posting_of(f"careercenter:{at}", description=row["jobpost"], fetched_at=_sent(row))


def _sent(row: Row) -> datetime:
    """Return when a mail was sent; of some only the month is known."""
    if row["date"]:
        return datetime.strptime(f"{row['date']} +0000", "%d/%m/%Y %z")
    return datetime(int(row["Year"]), int(row["Month"]), 1, tzinfo=UTC) + timedelta(days=31)


def _deadlines(data: Path, *, told: bool) -> Iterator[Case]:
    for row, posting in _careercenter(data):
        day, stated = _day(row["Deadline"]), row["Deadline"]
        # a column with digits that are no day says something else: `27 February 04`
        if day is not None if told else stated and not any(map(str.isdigit, stated)):
            yield Case(posting.posting_id, posting, frozenset({day} if day else ()))


def _opening(data: Path) -> Iterator[Case]:
    for row, posting in _careercenter(data):
        day = _day(row["OpeningDate"])
        if day:
            yield Case(posting.posting_id, posting, frozenset({day}))


def _jobtech(data: Path) -> Iterator[Case]:
    for row in rows(data, "se_jobtech_it"):
        published, day = datetime.fromisoformat(row["published"]), date.fromisoformat(row["deadline"][:10])
        if row["description"] and writes(row["description"], day):
            said = {"title": row["title"], "description": row["description"], "posted_at": published.replace(tzinfo=UTC)}
            posting = posting_of(str(row["id"]), locations=[Location(raw=f"{row['location']}, Sverige")], **said)
            yield Case(posting.posting_id, posting, frozenset({day}))


def _afriworket(data: Path) -> Iterator[Case]:
    for at, row in enumerate(rows(data, "afriworket_et_2026")):
        day, wording = _day(row["posted_date"] or ""), row["posted_relative"]
        if day and wording:
            text = f"Posted {wording}\n{row['full_description'] or ''}"
            posting = posting_of(f"afriworket:{at}", title=row["title"], description=text, fetched_at=_scraped(row))
            yield Case(posting.posting_id, posting, frozenset({day, day + _A_DAY, day - _A_DAY}))


def _due(data: Path) -> Iterator[Case]:
    for at, row in enumerate(rows(data, "afriworket_et_2026")):
        day = _day(row["deadline"] or "")
        if day:
            due = read_instant(row["deadline"], _scraped(row))
            posting = posting_of(f"afriworket:{at}", title=row["title"], valid_through=due, fetched_at=_scraped(row))
            yield Case(posting.posting_id, posting, frozenset({day}))


def _scraped(row: Row) -> datetime:
    return datetime.fromisoformat(row["scraped_at"]).replace(tzinfo=UTC)


def _day(stated: str) -> date | None:
    """Return the day that the first line of a column names."""
    found = _STATED.search(stated.partition("\n")[0])
    if found is None:
        return None
    form = "%d %B %Y" if found["month"] else "%B %d %Y"
    try:
        return datetime.strptime(" ".join(filter(None, found.groups())), form).replace(tzinfo=UTC).date()
    except ValueError:
        return None


def writes(text: str, day: date) -> bool:
    """Return whether `text` has `day` in one of the forms that ads use, with or without its year."""
    swedish = _SWEDISH[day.month - 1]
    english = day.strftime("%B")
    words = rf"\b0?{day.day}(?:st|nd|rd|th|:e)?,? (?:of )?(?:{swedish}|{english})|{english} 0?{day.day}(?!\d)"
    return bool(re.search(rf"{day.isoformat()}|{words}|(?<![\d/]){day.day}/{day.month}(?!\d)", text, re.IGNORECASE))


def plain(posting: DeduplicatedPosting, _: Resources) -> date | None:
    """Return the day right behind the word deadline."""
    return _behind(_PLAIN, posting)


def plain_posted(posting: DeduplicatedPosting, _: Resources) -> date | None:
    """Return the three words right behind `posted`, read as a date."""
    return _behind(_PLAIN_POSTED, posting)


def _behind(words: re.Pattern[str], posting: DeduplicatedPosting) -> date | None:
    found = words.search(posting.description)
    instant = read_instant(found["day"], posting.fetched_at) if found else None
    return instant.date() if instant else None


POSTED = Field(
    name="posted_on",
    of="posted_on",
    enricher=freshness.ENRICHER,
    answer=value_of("posted_on"),
    mark=mark_one,
    truths=(
        Truth("careercenter_am_2004, opening date", "the column for the day from which one may apply; it stands in the text",
              _opening),
        Truth("afriworket_et_2026, wording", "the page's date beside its `2 hours ago`, a day around", _afriworket),
    ),
    plain=plain_posted,
    plain_is="the three words behind posted",
)  # fmt: skip
DUE = Field(
    name="apply_by",
    of="apply_by",
    enricher=freshness.ENRICHER,
    answer=value_of("apply_by"),
    mark=mark_one,
    truths=(
        Truth("careercenter_am_2004", "the column for the deadline; it stands in the text",
              lambda data: _deadlines(data, told=True)),
        Truth("careercenter_am_2004, none", "texts whose column has no day (`Open`): whatever is said is false",
              lambda data: _deadlines(data, told=False)),
        Truth("se_jobtech_it, in the text", "the deadline of the Swedish job service, where the text has that day in some form",
              _jobtech),
        Truth("afriworket_et_2026, field", "the stated deadline, as a day", _due),
    ),
    plain=plain,
    plain_is="the day right behind the word deadline",
)  # fmt: skip
