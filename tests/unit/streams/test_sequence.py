"""What the client skipped is noticed before anything behind it is processed."""

from types import SimpleNamespace

import pytest

from streams.sequence import OffsetSequence


def records(*offsets: int):
    """Records of a partition."""
    return [SimpleNamespace(offset=offset) for offset in offsets]


def take(sequence: OffsetSequence, *offsets: int, partition: str = "p") -> tuple[list[int], int | None]:
    """The offsets that are taken of these, and what was expected where there is a gap."""
    taken, expected = sequence.take(partition, records(*offsets))
    return [record.offset for record in taken], expected


@pytest.fixture
def sequence() -> OffsetSequence:
    """A partition that goes on at 5."""
    followed = OffsetSequence()
    followed.begin({"p": 5})
    return followed


def test_what_is_next_is_taken(sequence):
    """In one fetch or in several."""
    assert take(sequence, 5, 6) == ([5, 6], None)
    assert take(sequence, 7) == ([7], None)
    assert take(sequence) == ([], None)


def test_nothing_behind_a_gap_is_taken(sequence):
    """The gap is told with the offset that was expected, until it comes."""
    assert take(sequence, 5, 6, 9, 10) == ([5, 6], 7)
    assert take(sequence, 11) == ([], 7)
    assert take(sequence, 7, 8, 9) == ([7, 8, 9], None)


def test_a_partition_that_starts_behind_a_gap_is_told(sequence):
    """Where the first events were skipped, too."""
    assert take(sequence, 400, 401) == ([], 5)


def test_what_comes_again_after_the_seek_is_taken_once(sequence):
    """What was taken before the gap is left out."""
    take(sequence, 5, 6, 9)
    assert take(sequence, 5, 6, 7, 8, 9) == ([7, 8, 9], None)


def test_where_the_oldest_was_deleted_it_goes_on_from_there(sequence):
    """Retention makes gaps at the start of a partition; it never goes back, and follows no partition that it did not."""
    sequence.move({"p": 8, "q": 3})
    sequence.move({"p": 6})
    assert take(sequence, 3, partition="q") == ([], None)
    assert take(sequence, 8, 9) == ([8, 9], None)


def test_partitions_do_not_mix(sequence):
    """A gap in one stops no other."""
    sequence.begin({"p": 5, "q": 0})
    assert take(sequence, 6) == ([], 5)
    assert take(sequence, 0, 1, partition="q") == ([0, 1], None)


def test_a_partition_of_another_generation_is_left_alone(sequence):
    """It comes again when it is assigned and its start is known."""
    sequence.begin({})
    assert take(sequence, 5) == ([], None)


def test_a_partition_that_stands_below_its_end_is_told_after_some_looks(sequence):
    """The last events of a partition were skipped, and none comes that would show it."""
    assert [sequence.standing({"p": 9}, 3) for _ in range(4)] == [{}, {}, {"p": 5}, {}]


def test_nothing_stands_while_anything_is_taken(sequence):
    """A partition waits while others are processed; each step begins the count again."""
    sequence.begin({"p": 5, "q": 0})
    assert sequence.standing({"p": 7}, 2) == {}
    take(sequence, 0, partition="q")
    assert [sequence.standing({"p": 7}, 2) for _ in range(2)] == [{}, {"p": 5}]


def test_a_partition_at_its_end_stands_nowhere(sequence):
    """Nothing is missing."""
    take(sequence, 5, 6)
    assert [sequence.standing({"p": 7}, 1) for _ in range(3)] == [{}, {}, {}]
