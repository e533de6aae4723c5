"""Which field is the id, which the board, and when a row was fetched."""

from datetime import UTC, datetime
from typing import Any

import pytest

from scrapers.imports import importable, load_spec
from scrapers.imports.base import Entry, RowUnusable, instant
from scrapers.sources import UnknownSource


def entries(source: str, row: Any, **columns: str) -> list[Entry]:
    """Return what the spec of `source` makes of `row`."""
    return list(load_spec(source, columns).read(row))


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (1420128328, datetime(2015, 1, 1, 16, 5, 28, tzinfo=UTC)),
        (1420128328000, datetime(2015, 1, 1, 16, 5, 28, tzinfo=UTC)),
        ("1420128328", datetime(2015, 1, 1, 16, 5, 28, tzinfo=UTC)),
        ("2026-03-17T15:19:32", datetime(2026, 3, 17, 15, 19, 32, tzinfo=UTC)),
        ("2026-03-17T15:19:32+02:00", datetime(2026, 3, 17, 13, 19, 32, tzinfo=UTC)),
        ("2026-03-17", datetime(2026, 3, 17, tzinfo=UTC)),
        ("20260317", datetime(2026, 3, 17, tzinfo=UTC)),
        (20260317, datetime(2026, 3, 17, tzinfo=UTC)),
        (1420128328.5, datetime(2015, 1, 1, 16, 5, 28, 500000, tzinfo=UTC)),
        ("", None),
        (None, None),
    ],
)
def test_a_time_is_seconds_milliseconds_or_text(value: Any, moment: datetime | None) -> None:
    """Without an offset it is UTC; nothing is no time."""
    assert instant(value) == moment


@pytest.mark.parametrize("value", ["yesterday", "20260-01-01", [1], {"a": 1}, 1e300, True, "20269999"])
def test_what_is_no_time_makes_the_row_unusable(value: Any) -> None:
    """It is named, and never guessed."""
    with pytest.raises(RowUnusable, match="is no time"):
        instant(value)


def test_a_comment_comes_in_the_api_s_shape_with_its_month_as_the_board() -> None:
    """As it is when the thread is crawled, so that both give the same posting id."""
    row = {"id": 8823260, "time": 1420128328, "month": "2015-01", "by": "a", "text": "Acme"}
    (entry,) = entries("hn", row)

    assert (entry.source_id, entry.board, entry.fetched_at) == ("8823260", "2015-01", datetime(2015, 1, 1, 16, 5, 28, tzinfo=UTC))
    assert entry.row == {"id": 8823260, "time": 1420128328, "by": "a", "text": "Acme"}


def test_every_description_of_an_aggregated_row_is_a_posting_oldest_first() -> None:
    """Each was fetched when it was seen; everything else of the row is in each."""
    versions = [{"seen": 1772562151, "text": "new"}, {"seen": 1772496397, "text": "old"}]
    found = entries("zapply", {"id": "lever-1", "title": "Nurse", "description": "?", "descriptions": versions})

    assert [(entry.source_id, entry.row) for entry in found] == [
        ("lever-1", {"id": "lever-1", "title": "Nurse", "description": "old"}),
        ("lever-1", {"id": "lever-1", "title": "Nurse", "description": "new"}),
    ]
    assert [entry.fetched_at and entry.fetched_at.timestamp() for entry in found] == [1772496397, 1772562151]


@pytest.mark.parametrize(
    ("fields", "day"),
    [({"fetched_at": "2026-03-03", "posted_at": "2026-02-24"}, 3), ({"posted_at": "2026-02-24"}, 24), ({}, None)],
)
def test_an_aggregated_row_without_descriptions_is_one_posting(fields: dict[str, str], day: int | None) -> None:
    """Fetched at `fetched_at`, or not before it was posted; else the field is missing."""
    (entry,) = entries("zapply", {"id": "js-1", **fields})

    assert (entry.fetched_at and entry.fetched_at.day) == day
    assert entry.missing == (() if day else ("fetched_at",))


def test_the_address_of_an_ethiopian_posting_is_its_id() -> None:
    """And a row is one scrape of it."""
    (entry,) = entries("afriworket", {"detail_url": "https://afriworket.test/jobs/1", "scraped_at": "2026-03-17T15:19:32.172211"})

    assert entry.source_id == "https://afriworket.test/jobs/1"
    assert entry.fetched_at == datetime(2026, 3, 17, 15, 19, 32, 172211, tzinfo=UTC)


def test_a_mapped_row_holds_our_names_and_the_whole_original() -> None:
    """Fields that are mapped and empty are missing, under the table's own names."""
    row = {"Job Title": "Nurse", "No": 7, "Text": "", "Other": [1]}
    (entry,) = entries("generic", row, title="Job Title", id="No", description="Text", salary="Pay")

    assert entry.row == {"title": "Nurse", "id": 7, "description": "", "salary": None, "row": row}
    assert (entry.source_id, list(entry.missing)) == ("7", ["Text", "Pay"])


def test_a_row_without_an_id_is_known_by_its_content() -> None:
    """Whenever it was fetched, and whatever else is in the table; another text is another posting."""
    columns = {"title": "t", "description": "d", "fetched_at": "f"}
    ids = [
        entries("generic", {"t": "Nurse", "d": text, "f": day, "unmapped": day}, **columns)[0].source_id
        for text, day in (("Care", "2026-01-01"), ("Care", "2026-02-02"), ("Cure", "2026-01-01"))
    ]

    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    ("source", "row", "source_id"),
    [
        ("greenhouse", {"id": 5, "title": "x"}, "5"),
        ("lever", {"id": "p1"}, "p1"),
        ("ashby", {"id": "a1"}, "a1"),
        ("workable", {"shortcode": "AB"}, "AB"),
        ("recruitee", {"id": 31}, "31"),
    ],
)
def test_rows_of_the_systems_listings_can_be_imported(source: str, row: dict[str, Any], source_id: str) -> None:
    """Untouched."""
    (entry,) = entries(source, row)

    assert (entry.row, entry.source_id) == (row, source_id)


def test_a_listing_row_of_smartrecruiters_has_no_detail() -> None:
    """And one that holds both answers stays as it is."""
    both = {"listing": {"id": "7"}, "detail": {"jobAd": {}}}

    assert entries("smartrecruiters", {"id": "7"})[0].row == {"listing": {"id": "7"}, "detail": None}
    assert entries("smartrecruiters", both)[0].row == both


def test_an_unknown_source_is_answered_with_what_can_be_imported() -> None:
    """`generic` among them."""
    with pytest.raises(UnknownSource, match="generic"):
        load_spec("monster", {})

    assert "generic" in importable()
