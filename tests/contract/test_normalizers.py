"""What holds for the normalizer of every source; a new one is tested by existing.

A case is a directory `tests/fixtures/<source>/<case>/`: `input.json` is the raw row, `meta.json` what stands around it
({source_id, board, fetched_at, context}), `output.json` what the normalizer makes of it. Run pytest with
`JOBSTREAM_WRITE_GOLDEN=1` to write the outputs anew, then read the difference before you commit it: when a shared reader
changed what it reads, raise READERS; when one normalizer did, raise its VERSION.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.codec import decode, encode
from schemas.message import Incoming
from schemas.posting import Posting
from schemas.raw import RawPosting
from streams.normalize.arrived import arrival_of
from streams.normalize.base import READERS, load_normalizers, read
from streams.normalize.step import build_step
from streams.step import Outcome, Received, Rejected
from tests.builders import JAN, as_incoming

FIXTURES = Path(__file__).parent.parent / "fixtures"
NORMALIZERS = load_normalizers()
CASES = sorted(path.parent for path in FIXTURES.glob("*/*/meta.json"))
STEP = build_step(normalizers=NORMALIZERS)
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
ODD = ["", " ", "\x00", "\ud800", "Mar", "20260-01-01", "competitive", "$1k-2k", "<p>x", "&#0;", "https://x.y/?token=1", "1e999"]
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.sampled_from(ODD), st.text(max_size=12)
)


class Memory(dict[str, bytes]):
    """State that lasts as long as its test."""

    def put(self, key: str, value: bytes) -> None:
        """Write `key`."""
        self[key] = value


def raw_of(case: Path) -> RawPosting:
    """The raw posting of a case."""
    meta = json.loads((case / "meta.json").read_text())
    return RawPosting(source=case.parent.name, row=json.loads((case / "input.json").read_text()), **meta)


def normalized(raw: RawPosting) -> Outcome:
    """What normalize makes of a posting never seen."""
    message = Incoming("jobs.posting.raw", 0, 0, b"", b"")
    return STEP(Received(arrival_of(raw, NORMALIZERS), message, None, NOW), Memory())


def posting_in(outcome: Outcome) -> Posting:
    """The posting that is published, as its subscribers read it."""
    emit, *_ = outcome.emits
    event = decode(as_incoming(encode(emit.event, emit.topic.name, made_by="test")))
    assert isinstance(event, Posting)
    return event


def answer(case: Path) -> dict[str, Any]:
    """What the stage answers for a case, as JSON: the posting, or why it is rejected."""
    try:
        posting = posting_in(normalized(raw_of(case)))
    except Rejected as rejected:
        return {"rejected": rejected.reason}
    return json.loads(posting.model_dump_json(exclude_none=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_gives_its_output(case):
    """A raw row is normalized as its fixture says."""
    golden = case / "output.json"
    if os.environ.get("JOBSTREAM_WRITE_GOLDEN") == "1":
        golden.write_text(json.dumps(answer(case), indent=2, ensure_ascii=False) + "\n")

    assert answer(case) == json.loads(golden.read_text())


@pytest.mark.parametrize("source", sorted(NORMALIZERS))
def test_a_source_has_cases(source):
    """Every normalizer has fixtures under its own name, of which at least one is a posting."""
    cases = [case for case in CASES if case.parent.name == source]

    assert any("rejected" not in json.loads((case / "output.json").read_text()) for case in cases)


def test_what_is_scraped_can_be_read():
    """One word names a source and its normalizer."""
    files = [path.stem for path in (FIXTURES.parent.parent / "scrapers" / "sources").glob("*.py")]

    assert set(files) - {"__init__", "base"} <= set(NORMALIZERS)


@pytest.mark.parametrize("source", sorted(NORMALIZERS))
def test_a_normalizer_is_small_and_named(source):
    """Its file carries its name and version, and stays a mapping."""
    normalizer = NORMALIZERS[source]

    assert normalizer.name == f"{source}/{normalizer.version + READERS}"
    assert normalizer.version >= 1


def keys_of(value: Any) -> set[str]:
    """Every key that a row uses, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def rows_of(source: str) -> st.SearchStrategy[Any]:
    """Rows of `source` in which any value may be anything."""
    cases = [json.loads((c / "input.json").read_text()) for c in CASES if c.parent.name == source]
    keys = st.sampled_from(sorted(set().union({"x"}, *map(keys_of, cases))))
    anything = st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=6), max_leaves=5
    )
    broken = st.sampled_from(cases).flatmap(
        lambda row: (
            st.dictionaries(st.sampled_from(sorted(row)), anything, max_size=6).map(lambda odd: {**row, **odd})
            if isinstance(row, dict) and row
            else st.just(row)
        )
    )
    return broken | st.dictionaries(keys, anything, max_size=12)


@pytest.mark.parametrize("source", sorted(NORMALIZERS))
def test_no_row_raises_anything_but_rejected(source):
    """Whatever a row holds, the answer is a posting that can be written, or a typed rejection."""

    @settings(deadline=None, max_examples=60)
    @given(rows_of(source), st.dictionaries(st.sampled_from(["employer", "name"]), SCALARS))
    def check(row: Any, context: dict[str, Any]) -> None:
        raw = RawPosting(source=source, board="acme", source_id="1", fetched_at=JAN, row=row, context=context)
        try:
            posting = posting_in(normalized(raw))
        except Rejected:
            return
        assert "\\u0000" not in posting.model_dump_json().replace("\\\\", "")

    check()


@pytest.mark.parametrize("source", sorted(NORMALIZERS))
def test_reading_a_row_leaves_it_as_it_was(source):
    """A normalizer is a pure function: the same row twice gives the same answer."""
    case = next(c for c in CASES if c.parent.name == source and "rejected" not in json.loads((c / "output.json").read_text()))
    raw = raw_of(case)
    before = raw.model_dump_json()

    assert read(raw, NORMALIZERS) == read(raw, NORMALIZERS)
    assert raw.model_dump_json() == before
