"""What the client skipped is noticed before anything behind it is processed."""

from types import SimpleNamespace

import pytest

from streams.sequence import OffsetSequence, Place


def events(*offsets: int, partition: str = "p"):
    """Events of a partition."""
    return [SimpleNamespace(message=SimpleNamespace(tp=partition, offset=offset)) for offset in offsets]


def offsets(taken) -> list[int]:
    """The offsets of what was taken."""
    return [event.message.offset for event in taken]


@pytest.fixture
def sequence() -> OffsetSequence:
    """A partition that goes on at 5."""
    followed = OffsetSequence()
    followed.begin({"p": 5})
    return followed


def test_what_is_next_is_taken(sequence):
    """In one batch or in several."""
    assert offsets(sequence.take(events(5, 6))[0]) == [5, 6]
    assert offsets(sequence.take(events(7))[0]) == [7]


def test_nothing_behind_a_gap_is_taken(sequence):
    """The gap is told with the offset that was expected."""
    taken, gaps = sequence.take(events(5, 6, 9, 10))
    assert (offsets(taken), gaps) == ([5, 6], {"p": 7})


def test_a_partition_that_starts_behind_a_gap_is_told(sequence):
    """Where the first events were skipped, too."""
    assert sequence.take(events(400, 401)) == ([], {"p": 5})


def test_what_comes_again_after_the_seek_is_taken_once(sequence):
    """What was taken before the gap is left out."""
    sequence.take(events(5, 6, 9))
    taken, gaps = sequence.take(events(5, 6, 7, 8, 9))
    assert (offsets(taken), gaps) == ([7, 8, 9], {})


def test_where_the_oldest_was_deleted_it_goes_on_from_there(sequence):
    """Retention makes gaps at the start of a partition; it never goes back, and follows no partition that it did not."""
    sequence.move({"p": 8, "q": 3})
    sequence.move({"p": 6})
    assert sequence.take(events(3, partition="q")) == ([], {})
    assert offsets(sequence.take(events(8, 9))[0]) == [8, 9]


def test_a_gap_is_told_once(sequence):
    """What was fetched before the seek may still come; after it the partition goes on, and the next gap is another one."""
    assert sequence.take(events(7))[1] == {"p": 5}
    assert sequence.take(events(8, 9))[1] == {}
    assert offsets(sequence.take(events(5, 6))[0]) == [5, 6]
    assert sequence.take(events(9))[1] == {"p": 7}


def test_a_gap_is_told_again_after_some_looks(sequence):
    """The seek may have brought nothing."""
    assert sequence.take(events(7))[1] == {"p": 5}
    sequence.standing({}, 2)
    assert sequence.take(events(8))[1] == {}
    sequence.standing({}, 2)
    assert sequence.take(events(9))[1] == {"p": 5}


def test_an_offset_has_a_place(sequence):
    """Only the next one makes the partition go on."""
    assert [sequence.place("p", at) for at in (6, 5, 5, 6)] == [
        Place.BEHIND_A_GAP, Place.NEXT, Place.TAKEN_BEFORE, Place.NEXT,
    ]  # fmt: skip
    assert (sequence.expected("p"), sequence.place("q", 0)) == (7, Place.NOT_FOLLOWED)


def test_partitions_do_not_mix(sequence):
    """A gap in one stops no other."""
    sequence.begin({"p": 5, "q": 0})
    taken, gaps = sequence.take([*events(6), *events(0, 1, partition="q")])
    assert (offsets(taken), gaps) == ([0, 1], {"p": 5})


def test_a_partition_of_another_generation_is_left_alone(sequence):
    """It comes again when it is assigned and its start is known."""
    sequence.begin({})
    assert sequence.take(events(5)) == ([], {})


def test_a_partition_that_stands_below_its_end_is_told_after_some_looks(sequence):
    """The last events of a partition were skipped, and none comes that would show it."""
    assert [sequence.standing({"p": 9}, 3) for _ in range(4)] == [{}, {}, {"p": 5}, {}]


def test_nothing_stands_while_anything_is_taken(sequence):
    """A partition waits while others are processed; each step begins the count again."""
    sequence.begin({"p": 5, "q": 0})
    assert sequence.standing({"p": 7}, 2) == {}
    sequence.take(events(0, partition="q"))
    assert [sequence.standing({"p": 7}, 2) for _ in range(2)] == [{}, {"p": 5}]


def test_a_partition_at_its_end_stands_nowhere(sequence):
    """Nothing is missing."""
    sequence.take(events(5, 6))
    assert [sequence.standing({"p": 7}, 1) for _ in range(3)] == [{}, {}, {}]
