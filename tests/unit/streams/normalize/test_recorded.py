"""Recorded answers of the six systems: every posting is read, and its fields are what the answer says."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.raw import RawPosting
from streams.normalize.base import Reading, load_normalizers, read

NORMALIZERS = load_normalizers()
FETCHED = datetime(2026, 8, 10, tzinfo=UTC)
# file, where its postings are, and how many
ANSWERS = [
    ("greenhouse/careerkit.greenhouse.json", "jobs", 2),
    ("greenhouse/greenhouse_jobs.anthropic.json", "jobs", 4),
    ("lever/careerkit.lever.json", None, 2),
    ("lever/lever_postings.spotify.json", None, 4),
    ("ashby/ashby_jobs.lubobali.json", "jobs", 4),
    ("ashby/careerkit.ashby.json", "jobs", 2),
    ("smartrecruiters/careerkit.smartrecruiters.json", "content", 1),
    ("workable/careerkit.workable.json", "jobs", 2),
    ("recruitee/careerkit.recruitee.json", "offers", 2),
    ("recruitee/greatminds_normalised_with_raw.json", "raw_data", 21),
]


def rows_of(shared_data, name: str, at: str | None) -> tuple[list[Any], dict[str, Any]]:
    """The raw rows of a recorded answer and its context, as the spider gives them."""
    answer = json.loads((shared_data / "fixtures" / "ats" / name).read_text())
    if at == "raw_data":
        return [row["raw_data"] for row in answer], {}
    rows = answer if at is None else answer[at]
    if at == "content":
        rows = [{"listing": row, "detail": None} for row in rows]
    return rows, {"name": answer.get("name")} if isinstance(answer, dict) else {}


def readings(shared_data, name: str, at: str | None) -> list[Reading]:
    """What is read from a recorded answer."""
    rows, context = rows_of(shared_data, name, at)
    source = name.partition("/")[0]
    return [
        read(RawPosting(source=source, board="acme", source_id=str(n), fetched_at=FETCHED, row=row, context=context), NORMALIZERS)
        for n, row in enumerate(rows)
    ]


def test_every_recorded_posting_is_read(shared_data):
    """No recorded posting is rejected, and no field of one is unreadable."""
    for name, at, count in ANSWERS:
        read_all = readings(shared_data, name, at)
        assert len(read_all) == count
        assert [reading.unreadable for reading in read_all] == [{}] * count
        assert all(reading.content.title and reading.content.locations and reading.content.posted_at for reading in read_all)


def test_descriptions_are_plain_text(shared_data):
    """No markup and no entity is left."""
    for name, at, _ in ANSWERS:
        for reading in readings(shared_data, name, at):
            text = reading.content.description
            assert not any(mark in text for mark in ("<p", "</", "&amp;", "&nbsp;", "&lt;", "\xa0"))


def test_the_text_is_all_of_the_sources_plain_text(shared_data):
    """Every word of Ashby's and Lever's own plain text is in ours, in any case."""
    for name, at, plain in [
        ("ashby/ashby_jobs.lubobali.json", "jobs", "descriptionPlain"),
        ("lever/lever_postings.spotify.json", None, "descriptionPlain"),
        ("lever/careerkit.lever.json", None, "additionalPlain"),
    ]:
        rows, _ = rows_of(shared_data, name, at)
        for row, reading in zip(rows, readings(shared_data, name, at), strict=True):
            ours = set(reading.content.description.lower().split())
            theirs = {word for word in row[plain].lower().split() if word.isalpha()}
            assert theirs <= ours


@pytest.mark.parametrize(
    ("answer", "number", "expected"),
    [
        (
            ANSWERS[0],
            0,
            {
                "title": "Customer Data Scientist - Experimentation",
                "employer": "Amplitude",
                "locations": ["London, UK"],
                "department": "Solutions Consulting",
                "requisition_id": "R-12263",
                "stated_employment_type": "Regular",
                "posted_at": "2026-07-16T15:55:32+00:00",
                "updated_at": "2026-07-29T12:50:01+00:00",
                "url": "https://job-boards.greenhouse.io/amplitude/jobs/8636903002",
            },
        ),
        (
            ANSWERS[1],
            1,
            {
                "employer": "Anthropic",
                "locations": ["San Francisco, CA", "New York City, NY", "Seattle, WA"],
                "stated_work_mode": "On-Site",
                "posted_at": "2026-05-11T21:58:31+00:00",
            },
        ),
        (
            ANSWERS[3],
            0,
            {
                "title": "Android Engineer I - Subscriptions",
                "locations": ["London", "Stockholm"],
                "department": "Engineering",
                "stated_work_mode": "remote",
                "stated_employment_type": "Permanent",
                "posted_at": "2026-06-30T12:12:15.482000+00:00",
                "url": "https://jobs.lever.co/spotify/b4ad9572-e20f-4185-a284-99d9740d04f0",
                "apply_url": "https://jobs.lever.co/spotify/b4ad9572-e20f-4185-a284-99d9740d04f0/apply",
            },
        ),
        (
            ANSWERS[4],
            0,
            {
                "title": "Technical Consultant, Mid-Market",
                "locations": ["Remote (US)", "San Francisco, CA", "New York, NY (HQ)"],
                "stated_salary": (151_000, 231_000, "USD", "year"),
                "posted_at": "2026-07-07T20:47:09.753000+00:00",
                "url": "https://jobs.ashbyhq.com/ramp/03e2d4e1-73ad-4f09-a058-2eb9ce34c2bc",
            },
        ),
        (ANSWERS[5], 1, {"title": "Senior Site Reliability Engineer", "stated_salary": (102_800, 137_000, "CAD", "year")}),
        (
            ANSWERS[6],
            0,
            {
                "employer": "Knight Gayles",
                "locations": ["St. Louis, MO, United States"],
                "requisition_id": "REF30D",
                "posted_at": "2018-06-08T02:11:28+00:00",
                "url": "https://jobs.smartrecruiters.com/Knight/743999671674844",
            },
        ),
        (
            ANSWERS[7],
            1,
            {
                "title": "Business Analyst - Spanish Speaking",
                "employer": "Zaelab",
                "locations": ["Portugal"],
                "stated_work_mode": "remote",
                "posted_at": "2026-08-05T00:00:00+00:00",
                "url": "https://apply.workable.com/j/DD136DD7E7",
            },
        ),
        (
            ANSWERS[8],
            0,
            {
                "employer": "Acme",
                "locations": ["Berlin"],
                "stated_salary": (60_000, 75_000, "EUR", "year"),
                "stated_work_mode": "hybrid",
                "posted_at": "2026-08-05T10:10:39+00:00",
                "updated_at": "2026-08-05T11:45:30+00:00",
            },
        ),
        (
            ANSWERS[9],
            1,
            {
                "title": "Success Lead - Plains Region",
                "employer": "Great Minds",
                "locations": ["MN/WI/ND/SD", "Central Territory", "Indiana", "Nebraska"],
                "posted_at": "2025-11-25T14:59:06+00:00",
                "url": "https://greatminds.recruitee.com/o/success-lead-plains-region",
            },
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_recorded_posting_says_what_its_answer_says(shared_data, answer, number, expected):
    """Title, employer, locations, dates, pay and URLs are those of the payload, read by a person."""
    name, at, _ = answer
    content = readings(shared_data, name, at)[number].content

    assert {field: _shown(getattr(content, field)) for field in expected} == expected


def _shown(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [location.raw for location in value]
    return (value.minimum, value.maximum, value.currency, value.period) if hasattr(value, "period") else value
