"""Any way of cutting a sequence into batches gives the same outputs and state."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counting import CountingStep, counted
from tests.harness import Harness

EVENTS = st.builds(
    lambda source_id, board, row: counted(source_id, board, **row),
    st.sampled_from(["p1", "p2", "p3"]),
    st.sampled_from(["acme", "zebra"]),
    st.sampled_from([{}, {}, {}, {"reject": True}, {"crash": True}, {"delete": True}]),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(EVENTS, max_size=25), st.lists(st.integers(1, 6), max_size=25))
def test_cuts_give_the_same_outputs_dead_letters_and_state(events, sizes):
    """One batch, batches of one and anything between are the same."""
    whole, pieces = Harness(CountingStep(), limit=1000), Harness(CountingStep(), limit=1000)

    whole.cut(events, [])
    pieces.cut(events, sizes)

    assert pieces.outputs == whole.outputs
    assert [d.offset for d in pieces.dead] == [d.offset for d in whole.dead]
    assert pieces.entries == whole.entries == whole.changelog == pieces.changelog


@settings(deadline=None, max_examples=50)
@given(st.lists(EVENTS, max_size=15), st.integers(0, 15))
def test_a_restart_between_batches_changes_nothing(events, at):
    """Caches are rebuilt from state."""
    whole, stopped = Harness(CountingStep(), limit=1000), Harness(CountingStep(), limit=1000)

    whole.cut(events, [])
    stopped.feed(*events[:at])
    stopped.restart(CountingStep).feed(*events[at:])

    assert stopped.outputs == whole.outputs
    assert stopped.entries == whole.entries
