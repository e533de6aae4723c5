"""Facts as small integers."""

from hypothesis import given
from hypothesis import strategies as st

from streams.dedupe.codes import MOST_CODES, beginning, bits, codes


@given(found=st.lists(st.integers(0, 3000), max_size=50))
def test_codes_are_ascending_and_each_once(found: list[int]):
    """Whatever they are made of."""
    assert list(codes(found)) == sorted(set(found))


def test_more_than_a_thousand_codes_are_cut():
    """The smallest stay, in whatever order they were found."""
    assert codes(range(2 * MOST_CODES, 0, -1)) == tuple(range(1, MOST_CODES + 1))


def test_bits_are_a_set():
    """Each number is one bit."""
    assert bits([0, 3, 3]) == 0b1001


def test_words_are_compared_by_their_beginning():
    """24 bits of it, so that a rarity fits in beside."""
    assert beginning(b"analyst") == beginning(b"analysts") != beginning(b"analog")
    assert beginning(b"analyst") < 1 << 24
