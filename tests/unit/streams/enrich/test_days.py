"""The day that words name."""

from datetime import UTC, date, datetime

import pytest

from streams.enrich.days import find_age, find_day

NEAR = datetime(2025, 6, 10, 12, tzinfo=UTC)


def read(text, *, day_first=None):
    """The day in `text`."""
    found = find_day(text, 0, len(text), NEAR, day_first=day_first)
    return found.day if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 March 2004", date(2004, 3, 15)),
        ("30th of April, 2004", date(2004, 4, 30)),
        ("June 28th, 2025", date(2025, 6, 28)),
        ("Jul 21, 2026", date(2026, 7, 21)),
        ("Mar. 06, 2026", date(2026, 3, 6)),
        ("June, 10/2026", date(2026, 6, 10)),
        ("July\n19, 2004", date(2004, 7, 19)),
        ("18-Mar-2024", date(2024, 3, 18)),
        ("Thursday, 12 June 2025", date(2025, 6, 12)),
        ("is the 14th of May 2026", date(2026, 5, 14)),
        ("den 31 augusti 2023", date(2023, 8, 31)),
        ("Söndag 15 juni", date(2025, 6, 15)),
        ("31. Dezember 2025", date(2025, 12, 31)),
        ("1er août 2025", date(2025, 8, 1)),
        ("30 de junio de 2025", date(2025, 6, 30)),
        ("30 września 2025", date(2025, 9, 30)),
        ("2023-08-31", date(2023, 8, 31)),
        ("31.08.2023", date(2023, 8, 31)),
        ("31/08/2023", date(2023, 8, 31)),
        ("8/31/2023", date(2023, 8, 31)),
        ("13/6-2025", date(2025, 6, 13)),
        ("31.8.25", date(2025, 8, 31)),
        ("31.8.", date(2025, 8, 31)),
    ],
)
def test_days_in_every_form(text, day):
    """Words in ten languages, numbers in the order that only one reading allows."""
    assert read(text) == day


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2025, 7, 3)), (False, date(2025, 3, 7)), (None, None)])
def test_an_open_order_is_decided_by_whoever_knows(day_first, day):
    """`3/7` is in July or in March; of nobody, it is no day."""
    assert read("3/7", day_first=day_first) == day


def test_a_day_without_a_year_is_the_closest():
    """Last December in January, this coming one in November."""
    assert (read("31 December"), read("January 2")) == (date(2024, 12, 31), date(2025, 1, 2))
    assert not find_day("15 June", 0, 7, NEAR, day_first=None).sure


@pytest.mark.parametrize(
    "text",
    ["31 February 2025", "2023-13-40", "99 June 2025", "Marble 15", "24/7", "50/50%", "1.5 million", "version 1.2.3", "Open", ""],
)
def test_what_is_no_day_is_none(text):
    """Days that no month has, fractions, versions, words that begin like a month."""
    assert read(text, day_first=True) is None


@pytest.mark.parametrize(
    ("text", "day", "sure"),
    [
        ("3 days ago", date(2025, 6, 7), True),
        ("30+ Days Ago", date(2025, 5, 11), False),
        ("a week ago", date(2025, 6, 3), True),
        ("14 hours ago", date(2025, 6, 9), True),
        ("today", date(2025, 6, 10), True),
        ("yesterday", date(2025, 6, 9), True),
    ],
)
def test_ages_count_from_the_fetch(text, day, sure):
    """`30+ days ago` is no later than that."""
    found = find_age(text, 0, len(text), NEAR)

    assert (found.day, found.sure) == (day, sure)
