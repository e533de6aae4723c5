"""The search of alike postings in ClickHouse, with the index that the migration makes and without it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

import pytest

from pipeline.ops.addresses import clickhouse_config
from pipeline.ops.sink import sink_of
from pipeline.settings import Settings
from schemas.codec import encode
from schemas.lifecycle import ClosedReason, PostingClosed, PostingOpened
from schemas.message import Incoming
from schemas.posting import EnrichedPosting, Location
from schemas.topics import STATUS
from schemas.vector import DIMENSIONS
from streams.embed.recipe import MODEL
from tests.builders import FEB, JAN, MAR, as_incoming
from tests.warehouse_data import (
    cluster_message,
    embedded_message,
    enriched_message,
    make_cluster,
    make_embedded,
    make_full_posting,
    repeats,
)
from warehouse import connect, nearest
from warehouse.intake import Intake
from warehouse.nearest import Near, Wanted, vectors_of
from warehouse.table import CLICKHOUSE

# a direction in which no other test's vectors lie
AXIS = 200
ASKED = [0.0] * AXIS + [1.0, *[0.0] * (DIMENSIONS - AXIS - 1)]
Ask = Callable[..., list[Near]]


def at(cosine: float) -> list[float]:
    """A vector of length 1 whose angle to ASKED has this cosine."""
    return [*[0.0] * AXIS, cosine, (1 - cosine**2) ** 0.5]


def posting(name: str, **overrides: Any) -> EnrichedPosting:
    """A posting of this test's board that no deadline closes."""
    fields = {"board": "near", "source_id": name, "posting_id": f"lever:near:{name}", "valid_through": None}
    return make_full_posting(**fields | overrides)


def write(settings: Settings, messages: Sequence[Incoming]) -> None:
    """Write messages as one poll."""
    sink = sink_of(CLICKHOUSE, settings)
    for batch in Intake(CLICKHOUSE).sort(messages).batches:
        sink.write(batch)
    sink.close()


def turn(of: EnrichedPosting, *, closed: bool) -> Incoming:
    """That a crawl has shown, or no longer shows, a posting."""
    fields: dict[str, Any] = {
        "posting_id": of.posting_id, "source": of.source, "board": of.board, "at": FEB if closed else JAN,
        "sequence": 1, "first_seen_at": JAN, "last_seen_at": JAN,
    }  # fmt: skip
    event = PostingClosed(reason=ClosedReason.GONE, **fields) if closed else PostingOpened(**fields)
    return as_incoming(encode(event, STATUS.name, made_by="test"))


SWEDISH = [Location(raw="Lund", city="Lund", country="SE")]
FIRST, SECOND, THIRD = posting("p1", title="First"), posting("p2", locations=SWEDISH), posting("p3")
COPY, CLOSED, EXPIRED, OTHER = posting("copy"), posting("closed"), posting("expired", valid_through=FEB), posting("other")
ALONE = posting("alone")


@pytest.fixture(scope="module")
def filled(warehouses: Settings) -> Settings:
    """Postings at known angles: three that are answered, and one of each kind that never is."""
    cosines = [(FIRST, 0.99), (SECOND, 0.9), (THIRD, 0.8), (COPY, 0.985), (CLOSED, 0.98), (EXPIRED, 0.97), (ALONE, 0.7)]
    everyone = [OTHER, *(each for each, _ in cosines)]
    messages = [enriched_message(each) for each in everyone]
    messages += [cluster_message(make_cluster(each)) for each in everyone if each not in (COPY, ALONE)]
    messages += [embedded_message(make_embedded(each, *at(cosine))) for each, cosine in cosines]
    messages.append(embedded_message(make_embedded(OTHER, *at(0.96), model="other/1")))
    messages += [cluster_message(repeats(COPY, FIRST)), turn(FIRST, closed=False), turn(SECOND, closed=False)]
    write(warehouses, [*messages, turn(CLOSED, closed=True)])
    return warehouses


@pytest.fixture(params=["by the index", "by comparing all"])
def ask(filled: Settings, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Asks for what is near ASKED; the answers are the same however they are found."""
    if request.param == "by comparing all":
        monkeypatch.setattr(nearest.Vectors, "_near", lambda *_: {})
    with vectors_of(clickhouse_config(filled), MODEL) as vectors:
        yield lambda limit, **wanted: vectors.nearest(ASKED, Wanted(limit, **wanted))


def ids(found: list[Near]) -> list[str]:
    """The postings' own ids."""
    return [near.posting_id.removeprefix("lever:near:") for near in found]


def test_canonical_postings_that_are_not_closed_are_answered_best_first(ask: Ask) -> None:
    """No copy, none that a crawl or a deadline closed, none of another model; one whose cluster is not known yet is."""
    found = ask(4)

    assert ids(found) == ["p1", "p2", "p3", "alone"]
    assert [near.score for near in found] == pytest.approx([0.99, 0.9, 0.8, 0.7], abs=0.002)
    assert (found[0].title, found[0].employer, found[0].city, found[0].country) == ("First", "Acme", "Berlin", "DE")
    assert (found[0].url, found[0].first_fetched_at) == ("https://jobs.example.com/p1", JAN)


def test_whether_one_is_open_is_what_the_view_says(ask: Ask, rows: Callable[..., list[tuple[Any, ...]]]) -> None:
    """The search has the rule of the view `postings` again, because the view joins before it filters."""
    shown = dict(rows(CLICKHOUSE, "SELECT posting_id, is_open FROM postings WHERE board = 'near'"))
    answered = {near.posting_id: near.is_open for near in ask(4)}

    assert answered == {id_: shown[id_] for id_ in answered}
    assert {id_ for id_, is_open in shown.items() if is_open is False} == {CLOSED.posting_id, EXPIRED.posting_id}


def test_only_what_is_wanted_is_answered(ask: Ask) -> None:
    """Shown by a crawl, with a place in a country, outside of a cluster."""
    assert ids(ask(2, only_open=True)) == ["p1", "p2"]
    assert ids(ask(1, country="SE")) == ["p2"]
    assert ids(ask(3, beside=FIRST.posting_id)) == ["p2", "p3", "alone"]
    assert ask(5, country="ZZ") == []


def test_the_newest_vector_counts(filled: Settings, ask: Ask) -> None:
    """Also before the engine has merged the older one away, and whichever comes last; by the older it would come first."""
    edited = posting("edited", revised_at=FEB, processed_at=MAR)
    older = make_embedded(edited, *at(1.0), revised_at=JAN, processed_at=MAR + timedelta(1))
    write(filled, [enriched_message(edited), embedded_message(make_embedded(edited, *at(0.6)))])
    write(filled, [embedded_message(older)])

    assert ids(ask(5)) == ["p1", "p2", "p3", "alone", "edited"]


def test_a_posting_is_found_with_its_vector_and_cluster(filled: Settings) -> None:
    """Copies and closed ones, too; without a vector where it has none of the model."""
    with vectors_of(clickhouse_config(filled), MODEL) as vectors:
        copy, other = vectors.embedded(COPY.posting_id), vectors.embedded(OTHER.posting_id)
        assert copy is not None
        assert other is not None
        assert (copy.title, copy.cluster_id, other.cluster_id) == (COPY.title, FIRST.posting_id, OTHER.posting_id)
        assert copy.vector == pytest.approx([*at(0.985), *[0.0] * (DIMENSIONS - AXIS - 2)], abs=1e-3)
        assert other.vector is None
        assert vectors.embedded("lever:near:nobody") is None
        assert vectors.count() >= len((FIRST, SECOND, THIRD, COPY, CLOSED, EXPIRED, ALONE))


def test_the_engine_uses_its_index(filled: Settings) -> None:
    """The migration made one, since this engine knows it."""
    client = connect.clickhouse(clickhouse_config(filled))
    plan = client.query(f"EXPLAIN indexes = 1 {nearest._NEAREST}", parameters={"vector": ASKED, "candidates": 10}).result_rows
    client.close()

    assert any("vector_similarity" in line for (line,) in plan)
