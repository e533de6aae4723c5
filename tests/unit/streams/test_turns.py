"""Partitions are read in proportion to what lies before the reader."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from streams.turns import Turns

PIECE = 10
SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 400), min_size=1)


def read_on(turns: Turns, read: dict[str, int], sizes: dict[str, int]) -> list[str]:
    """Let every partition whose turn it is be read on by a piece; return who had something."""
    took = []
    for name in turns.due(sizes, sizes):
        end = min(sizes[name], read[name] + PIECE)
        if end > read[name]:
            turns.took(name, [SimpleNamespace(offset=at) for at in range(read[name], end)])
            took.append(name)
        read[name] = end
    return took


@given(SIZES)
def test_all_end_together(sizes):
    """Whoever is done early had a piece more than its share, or little from the start; every round reads on."""
    turns, read = Turns(PIECE), dict.fromkeys(sizes, 0)
    while any(read[name] < size for name, size in sizes.items()):
        assert read_on(turns, read, sizes)
        most = max(sizes.values())
        for name, size in sizes.items():
            if size > 2 * PIECE and read[name] == size:
                # in the time of its own last two pieces
                assert most - read[max(sizes, key=sizes.get)] <= 2 * PIECE * most / size + PIECE


@given(SIZES)
def test_it_tells_whether_anybody_is_behind(sizes):
    """By more than a piece."""
    turns = Turns(PIECE)
    turns.due(sizes, sizes)

    assert turns.behind == (max(sizes.values()) > PIECE)


def test_who_is_not_known_yet_is_asked():
    """A partition tells its end with the first answer."""
    assert Turns(PIECE).due({"a", "b"}, {"a": None, "b": 500}) == {"a", "b"}


def test_after_a_seek_back_it_goes_on():
    """What was read before is forgotten with the next records."""
    turns = Turns(PIECE)
    turns.took("a", [SimpleNamespace(offset=499)])
    assert turns.due({"a", "b"}, {"a": 500, "b": 400}) == {"a", "b"}

    turns.took("a", [SimpleNamespace(offset=9)])
    assert turns.due({"a", "b"}, {"a": 500, "b": 400}) == {"a"}
