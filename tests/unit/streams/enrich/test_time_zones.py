"""Time zones in words."""

import pytest

from streams.enrich.time_zones import zones_in
from tests.work import calls_of


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("limited to UTC-01:00 to UTC+03:00 time zones", -1, 3),
        ("Remote (GMT to GMT+6)", 0, 6),
        ("any time zone between UTC-1 and UTC+3", -1, 3),
        ("UTC+5:30 to UTC+8", 5.5, 8),
        ("within +/- 1 hour from our main time zone (CET)", 0, 2),
        ("CET +-3", -2, 4),
        ("CET (+/- 2 hours)", -1, 3),
        ("in the CST timezone (+/- 3 hours)", -9, -3),
        ("within 3 hours of EST", -8, -2),
        ("GMT+1 +/- 2h", -1, 3),
        ("remote (EU time zones)", 0, 2),
        ("available in US timezones", -8, -5),
        ("REMOTE Pacific Time (PST) to Central European Time (CET)", -8, 1),
        ("Remote (ET) or on site", -5, -5),
        ("able to work California business hours (9am-6pm PST)", -8, -8),
        ("East Coast hours", -5, -5),
    ],
)
def test_a_span_is_hours_from_utc(text, earliest, latest):
    """In winter; one zone is a span that ends where it begins."""
    found = zones_in(text)

    assert (found.earliest, found.latest) == (earliest, latest)
    assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "we work across time zones", "disparate time zones can work", "deadline is Thursday at 12:00 pm CET", "call us 9-5 EST",
        "Remote (US)", "GMT and UTC", "UTC+30 to UTC+40", "et al. hours", "", "the US office", "our working hours are flexible",
    ],
)  # fmt: skip
def test_what_binds_nobody_is_no_span(text):
    """Zones of a deadline, of a telephone, of nobody."""
    assert zones_in(text) is None


@pytest.mark.parametrize(
    "text", ["1" * 2_000_000, " " * 2_000_000, "CET " * 500_000, "UTC-1 to " * 200_000, "within 3 hours of " * 100_000]
)
def test_only_the_beginning_of_a_long_text_is_read(text):
    """Work of an expression that grew with the square would not end within the limit of a test."""
    half, whole = (calls_of(lambda read=read: zones_in(read)) for read in (text[: len(text) // 2], text))

    assert whole < 1.1 * half + 1_000
