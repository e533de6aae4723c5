"""A dedupe worker that is killed while it writes a batch's state, and the one that carries the batch again."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import Event
from schemas.cluster import ClusterAssigned
from schemas.topics import CLUSTER
from streams.dedupe.step import build_step
from tests.torn import Cuts, TornStage
from tests.unit.streams.dedupe.test_clusters import revisions

# Where in a table value stands when the posting was assigned last.
_ASSIGNED = slice(21, 29)


def places(stage: TornStage) -> dict[tuple[str, str], Any]:
    """Where a subscriber believes each posting to be, under each employer."""
    found: dict[tuple[str, str], ClusterAssigned] = {}
    for event in stage.published(CLUSTER.name):
        assert isinstance(event, ClusterAssigned)
        at = event.employer_key, event.posting_id
        if at not in found or event.version >= found[at].version:
            found[at] = event
    return {at: (event.cluster_id, event.match, event.variant) for at, event in found.items()}


def known(stage: TornStage) -> dict[str, bytes]:
    """The state, without when each posting was assigned."""
    return {key: value[: _ASSIGNED.start] + value[_ASSIGNED.stop :] for key, value in stage.state.partition(0)}


@settings(max_examples=300, deadline=None)
@given(events=revisions(), cuts=st.lists(st.tuples(st.integers(1, 8), st.none() | st.integers(0, 12)), max_size=4))
def test_whatever_of_a_batch_was_written_the_clusters_are_those_of_an_undisturbed_worker(events: list[Event], cuts: Cuts):
    """Who carries it again puts everybody where it belongs, whoever placed it and whether that is known already."""
    torn, whole = TornStage(build_step).carry(events, cuts), TornStage(build_step).carry(events)

    assert places(torn) == places(whole)
    assert known(torn) == known(whole)
