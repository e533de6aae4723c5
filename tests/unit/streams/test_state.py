"""The layers of state: durable, written by the batch, written by the event."""

from streams.state import OPENED, EventView, Overlay, PartitionState, State


def a_partition(**entries: bytes) -> PartitionState:
    """A partition that holds `entries`; `__` in a name stands for the end of its group."""
    part = PartitionState()
    part.apply({key.replace("__", "\x1f"): value for key, value in entries.items()}, 10)
    return part


def test_an_event_sees_its_own_writes_over_the_batchs_over_the_durable_ones():
    """The newest layer wins, deletions included."""
    overlay = Overlay(a_partition(a=b"1", b=b"1", c=b"1"))
    overlay.merge({"b": b"2", "c": None})
    view = EventView(overlay)
    view.put("c", b"3")
    view.delete("a")

    assert [view.get(key) for key in "abcd"] == [None, b"2", b"3", None]


def test_scan_gives_a_groups_entries_of_every_layer():
    """What was deleted in a later layer is not among them."""
    overlay = Overlay(a_partition(g__1=b"1", g__2=b"1", other__1=b"1"))
    overlay.merge({"g\x1f2": None, "g\x1f3": b"2"})
    view = EventView(overlay)
    view.put("g\x1f4", b"3")

    assert dict(view.scan("g")) == {"1": b"1", "3": b"2", "4": b"3"}


def test_a_scan_may_be_written_during():
    """A step changes the members that it walks over."""
    view = EventView(Overlay(a_partition(g__1=b"1", g__2=b"1")))

    for member, _ in view.scan("g"):
        view.delete(f"g\x1f{member}")

    assert view.scan("g") == []


def test_a_dropped_scratch_leaves_the_batch_as_it_was():
    """What a failed event wrote was never merged."""
    overlay = Overlay(a_partition(a=b"1"))
    EventView(overlay).put("a", b"2")

    assert overlay.get("a") == b"1"


def test_an_emptied_group_is_gone():
    """Nothing is kept of a group that has no members."""
    part = a_partition(g__1=b"1")
    part.apply({"g\x1f1": None, "never": None}, 11)

    assert (part.group("g"), list(part), len(part), part.offset) == ({}, [], 0, 11)


def test_a_partition_that_left_is_forgotten():
    """Another worker writes it now; when it comes back it is read from the beginning."""
    state = State("changelog")
    state.partition(0).apply({"a": b"1"}, 5)
    state.partition(1).apply({"b": b"1"}, 7)

    state.keep_only({1, 2})

    assert (len(state), state.partition(0).offset, state.partition(1).offset) == (1, -1, 7)


def test_what_another_version_made_is_counted():
    """By how its values begin; who says nothing of that reads all, and that a partition was opened is no entry of a step."""
    state = State("changelog")
    state.partition(0).apply({"a": b"5x", "g\x1f1": b"4x", OPENED: b"1"}, 5)
    state.partition(3).apply({"b": b"4"}, 7)

    assert [state.not_made_by(beginning) for beginning in (b"5", b"4", b"")] == [2, 1, 0]


def test_every_write_is_a_record_where_a_step_wants_it():
    """In the order of the events: a stop between them leaves what was written before, and nothing of what was written after."""
    overlay, every = Overlay(PartitionState()), Overlay(PartitionState(), every_write=True)
    for scratch in ({"a": b"1", "b": b"1"}, {"a": b"2"}):
        overlay.merge(scratch)
        every.merge(scratch)

    assert overlay.records == [("a", b"2"), ("b", b"1")]
    assert every.records == [("a", b"1"), ("b", b"1"), ("a", b"2")]


def test_the_length_of_a_partition_is_the_number_of_its_entries():
    """Whatever is written again, deleted twice, or was never there."""
    part = a_partition(a=b"1", g__1=b"1", g__2=b"1")
    for writes in ({"a": b"2", "g\x1f3": b"1"}, {"g\x1f1": None, "b": None}, {"g\x1f1": None, "a": None, "h\x1f1": None}):
        part.apply(writes, 11)
        assert len(part) == len(list(part))
    assert len(part) == 2
