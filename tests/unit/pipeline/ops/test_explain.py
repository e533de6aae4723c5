"""A posting as a warehouse has it is what the stage compares."""

from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.ops import explain
from pipeline.ops.explain import Side, UnknownPosting, read_side
from pipeline.settings import Settings
from streams.dedupe.content import ad_of, contents_of
from tests.builders import JAN
from tests.unit.streams.dedupe.group import posting, text
from warehouse.ask import Answer
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

COLUMNS = (
    "title", "employer", "employer_key", "places", "description", "requisition_id", "url", "apply_url", "posted_at",
    "cluster_id", "is_canonical", "variant_of", "mirror_of",
)  # fmt: skip
POSTING = posting(
    "a", requisition_id="R1", url="https://acme.com/jobs/1", apply_url="https://acme.com/apply/1", posted_at=JAN,
    description=f"Acme | Nurse | Berlin, Germany\n{text()}",
)  # fmt: skip


class Warehouse:
    """Answers with a row of these values, or with none, and keeps what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
        self.asked: list[tuple[str, str, Mapping[str, Any]]] = []
        self.row: dict[str, Any] | None = POSTING.model_dump(include=set(COLUMNS)) | {
            "places": [place.raw for place in POSTING.locations], "cluster_id": "x:y:z",
            "is_canonical": False, "variant_of": None, "mirror_of": None,
        } | changes  # fmt: skip
        monkeypatch.setattr(explain, "ask", self._ask)

    def _ask(self, settings: Settings, engine: str, sql: str, values: Mapping[str, Any]) -> Answer:
        self.asked.append((engine, sql, values))
        return Answer(COLUMNS, [tuple(self.row[name] for name in COLUMNS)] if self.row else [])

    def side(self, engine: str = CLICKHOUSE) -> Side:
        """The posting as it is read from here."""
        return read_side(Settings(), engine, POSTING.posting_id)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_posting_is_compared_as_the_stage_compares_it(monkeypatch: pytest.MonkeyPatch, engine: str):
    """Its content is the one that the event has."""
    content = Warehouse(monkeypatch).side(engine).content

    assert content == contents_of([ad_of(POSTING)])[0]
    assert content.posted_day > 0


def test_where_a_posting_is_comes_with_it(monkeypatch: pytest.MonkeyPatch):
    """Its cluster, what it is a variant of, and of what of another employer it is a copy."""
    side = Warehouse(monkeypatch, cluster_id=POSTING.posting_id, is_canonical=True, variant_of="x:y:z", mirror_of="u:v:w").side()

    assert (side.posting_id, side.title, side.employer, side.employer_key) == ("lever:acme:a", "Nurse", "Acme", "acme")
    assert (side.places, side.cluster_id, side.is_canonical) == (["Berlin, Germany"], "lever:acme:a", True)
    assert (side.variant_of, side.mirror_of) == ("x:y:z", "u:v:w")


def test_what_is_not_known_is_no_error(monkeypatch: pytest.MonkeyPatch):
    """An employer, a requisition and links may be missing."""
    side = Warehouse(monkeypatch, employer=None, requisition_id=None, url=None, apply_url=None, places=[]).side()

    assert (side.employer, side.content.requisition, side.content.links, side.content.wordings) == (None, 0, (), ())


@pytest.mark.parametrize(
    ("engine", "places"), [(CLICKHOUSE, "`locations.raw` AS places"), (TIMESCALEDB, "jsonb_array_elements(locations)")]
)
def test_each_engine_is_asked_in_its_own_words(monkeypatch: pytest.MonkeyPatch, engine: str, places: str):
    """The id is a value, never a part of the statement; columns come in the order in which they are read."""
    warehouse = Warehouse(monkeypatch)
    warehouse.side(engine)

    [(asked, sql, values)] = warehouse.asked
    assert (asked, values) == (engine, {"id": "lever:acme:a"})
    assert places in sql
    assert "posting_id = %(id)s" in sql
    at = [sql.index(f"{' ' if name != 'title' else ''}{name}") for name in COLUMNS]
    assert at == sorted(at)


def test_an_unknown_posting_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch):
    """And with where it was looked for."""
    warehouse = Warehouse(monkeypatch)
    warehouse.row = None

    with pytest.raises(
        UnknownPosting, match=r"clickhouse holds no posting 'lever:acme:a'\. \./jobstream query freshest-postings"
    ):
        warehouse.side()
