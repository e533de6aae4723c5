"""Every recorded answer that `tests/recorded/` names: nothing of it is rejected, and each field that it holds is filled."""

from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.raw import RawPosting
from scrapers.sources import load_source, source_names
from streams.normalize.base import load_normalizers, read
from tests.recorded import EMPLOYER, Recorded, recorded

NORMALIZERS = load_normalizers()
FETCHED = datetime(2026, 8, 10, tzinfo=UTC)
MARKUP = ("<p", "</", "&amp;", "&nbsp;", "&lt;", "\xa0")


def shown(value: Any) -> Any:
    """A field as a person writes it down."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [location.raw for location in value]
    return [value.minimum, value.maximum, value.currency, value.period] if hasattr(value, "period") else value


@pytest.mark.parametrize("answer", recorded(), ids=lambda answer: answer.board)
def test_a_recorded_answer_is_read_whole(shared_data, answer: Recorded):
    """As many postings as it has, none unreadable, each with the fields that the answer holds; the first as a person read it."""
    ats, source = shared_data / "fixtures" / "ats", load_source(answer.source)
    page = answer.page(ats)
    context = {**page.context, "employer": EMPLOYER}
    readings = [
        read(
            RawPosting(
                source=answer.source, board="acme", source_id=source.id_of(row), fetched_at=FETCHED, row=row, context=context
            ),
            NORMALIZERS,
        )
        for row in answer.raw_rows(ats)
    ]

    assert len(readings) == len({reading.source_id for reading in readings}) == answer.postings
    assert [reading.unreadable for reading in readings] == [{}] * len(readings)
    for reading in readings:
        assert {name for name in answer.fields if not getattr(reading.content, name)} == set(), reading.posting_id
        assert not any(mark in reading.content.description for mark in MARKUP)
    first = readings[0].content
    assert {name: shown(getattr(first, name)) for name in answer.expected} == answer.expected


def test_every_recorded_folder_of_a_source_is_named(shared_data):
    """No recorded answer is left out."""
    folders = {path.name.removesuffix("_se") for path in (shared_data / "fixtures" / "ats").iterdir() if path.is_dir()}
    assert folders & set(source_names()) <= {answer.source for answer in recorded()}
