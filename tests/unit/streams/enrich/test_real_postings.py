"""Real postings: what share of them is understood, and whether what is derived agrees with what their boards state."""

import csv
import io
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schemas.derived import Period
from schemas.posting import Location, StatedSalary
from streams.enrich.chain import enrich
from tests.builders import make_deduplicated


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a set of postings."""
    path = folder / "postings" / name
    text = lzma.decompress(path.read_bytes()).decode("utf-8-sig")
    csv.field_size_limit(1 << 24)
    return list(csv.DictReader(io.StringIO(text))) if ".csv" in name else [json.loads(line) for line in text.splitlines()]


def share(values: Iterator[bool]) -> float:
    """The share of true values."""
    listed = list(values)
    return sum(listed) / len(listed)


@pytest.fixture(scope="module")
def linkedin(shared_data, resources):
    """(row, enriched) of 1,000 postings with a stated kind, level and place."""
    return [
        (row, enrich(
            make_deduplicated(
                title=row["title"], description=row["description"], locations=[Location(raw=row["location"])],
                stated_employment_type=row["formatted_work_type"], stated_seniority=row["formatted_experience_level"] or None,
            ), resources))
        for row in rows(shared_data, "linkedin_arshka_2024_subset.csv.xz")
    ]  # fmt: skip


def test_stated_ranges_are_read_as_stated(shared_data, resources):
    """Each of 742 estimates, `$53K-$91K (Glassdoor est.)`, gives its ends; below 20,000 the period stays open."""
    stated = [r["Salary Estimate"] for r in rows(shared_data, "glassdoor_ds_us_2020.csv.xz") if "$" in r["Salary Estimate"]]

    assert len(stated) == 742
    for raw in stated:
        hourly = "Per Hour" in raw
        period = Period.HOUR if hourly else None
        salary = enrich(make_deduplicated(stated_salary=StatedSalary(raw=raw, currency="USD", period=period)), resources).salary
        digits = "".join(c if c.isdigit() else " " for c in raw).split()
        low, high = (int(d) * (1 if hourly else 1000) for d in digits[:2])
        assert (salary.minimum, salary.maximum) == (low, high)
        assert salary.period == (Period.HOUR if hourly else Period.YEAR if low >= 20_000 else None)


def test_american_places_are_found(linkedin):
    """At least 90 of 100 have a country, 70 a city; a state that follows the comma is never contradicted."""
    places = [enriched.locations[0] for _, enriched in linkedin]

    assert share(place.country is not None for place in places) > 0.9
    assert share(place.geonames_id is not None for place in places) > 0.7
    assert not [place for place in places if place.raw.endswith((", TX", ", NY")) and place.region not in {"Texas", "New York"}]


def test_stated_kinds_are_understood(linkedin):
    """Every kind but `Other`."""
    assert all(enriched.employment_type for row, enriched in linkedin if row["formatted_work_type"] != "Other")


def test_pay_in_the_text_is_mostly_the_one_in_the_fields(linkedin):
    """Where both are there, two of three agree to the cent; boards and texts often differ by themselves."""
    both = [(row, e.salary) for row, e in linkedin if row["min_salary"] and e.salary]

    assert len(both) > 50
    assert share(float(row["min_salary"]) == (s.minimum or s.maximum) for row, s in both) > 0.66


def test_monthly_zloty_become_yearly_dollars(shared_data, resources):
    """All but typing errors of 1,108 Polish postings."""
    stated = [
        StatedSalary(
            raw="", minimum=float(r["salary_lower"]), maximum=float(r["salary_upper"]), currency="PLN", period=Period.MONTH
        )
        for r in rows(shared_data, "nofluffjobs_pl_2022.csv.xz")
    ]

    assert share(bool(enrich(make_deduplicated(stated_salary=s), resources).salary) for s in stated) > 0.99


def test_german_ads_are_german(shared_data, resources):
    """All but the few that are lists."""
    ads = rows(shared_data, "swiss_german_jobads_2015.jsonl.xz")
    found = [enrich(make_deduplicated(description=ad["text"]), resources).language for ad in ads if len(ad["text"]) > 500]

    assert share(language is not None and language.value == "de" for language in found) > 0.95
