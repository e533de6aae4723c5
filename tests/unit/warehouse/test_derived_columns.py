"""What is derived from a posting is where the columns say, and contacts are nowhere."""

from typing import Any

import orjson
import pytest

from schemas.posting import DeduplicatedPosting, EnrichedPosting
from tests.builders import make_enriched
from tests.warehouse_data import CONTACT, changed, enriched_message, make_full_posting, values_of
from warehouse.derived_columns import DERIVED, DIMENSIONS, TOLD
from warehouse.intake import Intake
from warehouse.rows import POSTING, POSTING_CHANGE
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

FULL = {
    "education": "bachelor", "experience_minimum": 2, "experience_maximum": 3.5, "visa": "offered", "clearance": "none",
    "benefits": ["paid_leave", "equity"], "other_languages": ["en", "fr"], "skill_groups": ["skill/S5.6.1", "isced-f/0913"],
    "skill_wordings": ["Python", "Py", "nursing, general"], "remote_countries": ["DE", "AT"], "remote_regions": ["EU"],
    "remote_utc_offset_minimum": -3.5, "remote_utc_offset_maximum": 2, "company_name": "Acme", "company_domain": "acme.example",
    "company_industry": "Care", "company_size_minimum": 51, "company_size_maximum": 200, "equity_minimum": 0.1,
    "equity_maximum": 0.5, "posted_on": 20_458, "apply_by": 2_932_896, "expired": True, "scam": 0.1, "ghost": 0.2,
    "quality_reasons": ["short_text", "old"], "occupation_isco": "2221", "occupation": "nurse",
    "occupations_isco": ["2221", "22"],
}  # fmt: skip


def row_of(posting: EnrichedPosting, engine: str = CLICKHOUSE, **fields: Any) -> dict[str, Any]:
    """Return the row that `posting` becomes; `fields` are those that its event has besides, or null ones to leave out."""
    message = enriched_message(posting)
    event = orjson.loads(message.value or b"") | fields
    left = {name: value for name, value in event.items() if value is not None}
    return values_of(Intake(engine).sort([changed(message, orjson.dumps(left))]), "posting")[0]


@pytest.mark.parametrize("engine", ENGINES)
def test_each_value_is_in_its_column(engine: str) -> None:
    """A value within a value, a list, a day as days since 1970; each is in `derived` too, with its words."""
    row = row_of(make_full_posting(), engine)

    assert set(FULL) == {column.name for column in (*DIMENSIONS, *TOLD)}
    assert {name: row[name] for name in FULL} == FULL
    assert set(orjson.loads(row["derived"])) == set(DERIVED)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_event_without_the_fields_has_nulls_and_empty_lists(engine: str) -> None:
    """So has one from before they were derived, and one of which nothing could be derived."""
    old = dict.fromkeys(DERIVED)
    columns = (*DIMENSIONS, *TOLD)
    nothing = {column.name: [] if column.kind.value.endswith("[]") else None for column in columns}

    for row in (row_of(make_enriched(), engine), row_of(make_full_posting(skills=[]), engine, **old)):
        assert {column.name: row[column.name] for column in columns} == nothing
        assert row["derived"] == "{}"


@pytest.mark.parametrize(
    "part",
    [{"company": {"name": None}}, {"company": {"size": None}}, {"remote_scope": {"value": {}}}, {"skills": [{"label": "x"}]}],
)
def test_a_part_that_is_not_known_is_null_or_empty(part: dict[str, Any]) -> None:
    """Other parts of the same value may be known, and fields of a value may be younger than it."""
    skills = [{"skill_id": "skill/x", **skill} for skill in part.get("skills", ())]
    row = row_of(make_enriched(), **part | {"skills": skills})

    assert (row["company_name"], row["company_size_minimum"], row["remote_utc_offset_minimum"]) == (None, None, None)
    assert (row["remote_countries"], row["skill_groups"], row["skill_wordings"]) == ([], [], [])


@pytest.mark.parametrize("field", ["company", "experience", "benefits", "posted_on", "quality"])
def test_a_derived_value_of_the_wrong_shape_is_unusable_and_named(field: str) -> None:
    """It becomes a dead letter, not a row."""
    message = enriched_message(make_full_posting())
    bad = orjson.loads(message.value or b"") | {field: {"value": "no"} if field == "posted_on" else "no"}

    sorted_ = Intake(CLICKHOUSE).sort([changed(message, orjson.dumps(bad))])

    assert [u.reason for u in sorted_.unusable] == ["not_valid"]
    assert field in sorted_.unusable[0].detail


@pytest.mark.parametrize("engine", ENGINES)
def test_contacts_stay_out_of_the_warehouses(engine: str) -> None:
    """Personal data has no column and is not in `derived`, also where the operator asks for it on topics (ADR 0024)."""
    posting = make_full_posting()
    rows = [batch.values for batch in Intake(engine).sort([enriched_message(posting)]).batches]

    assert posting.contacts[0].value == CONTACT
    assert CONTACT not in repr(rows)


def test_derived_has_every_derived_field_that_is_not_personal() -> None:
    """Skills have columns of their own; a new field of the schema is in `derived`, or here with its reason."""
    fields = set(EnrichedPosting.model_fields) - set(DeduplicatedPosting.model_fields) - {"skills", "enriched_by"}
    extra = {name: EnrichedPosting.model_fields[name].json_schema_extra for name in fields}
    personal = {name for name, told in extra.items() if isinstance(told, dict) and told.get("personal_data")}

    assert personal == {"contacts"}
    assert set(DERIVED) == fields - personal


def test_a_change_tells_little_of_what_is_derived() -> None:
    """It has a row for every revision for ever: three of the columns, all of which a posting has too."""
    names = {column.name for column in (*DIMENSIONS, *TOLD)}

    assert names & {column.name for column in POSTING_CHANGE.columns} == {"occupation_isco", "education", "experience_minimum"}
    assert names <= {column.name for column in POSTING.columns_on(TIMESCALEDB)}
