"""Texts as sets of five-word shingles."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.dedupe.shingles import WORDS_PER_SHINGLE, shingles
from streams.dedupe.texts import hashes_of, split_texts, words


def shingles_of(*texts: str) -> list[list[int]]:
    """The shingles of each text, of all at once."""
    [split] = split_texts(texts)
    found, offsets = shingles(split)
    assert offsets[-1] == len(found)
    return [found[first:last].tolist() for first, last in pairwise(offsets.tolist())]


def test_texts_shorter_than_a_shingle_have_one():
    """Down to one word; nothing has none."""
    assert [len(found) for found in shingles_of("", "one", "one two", "1 2 3 4 5", "1 2 3 4 5 6", "")] == [0, 1, 1, 1, 2, 0]
    assert shingles_of("", "") == [[], []]


@settings(max_examples=50, deadline=None)
@given(texts=st.lists(st.text("abc ", max_size=40), min_size=1, max_size=6))
def test_no_shingle_straddles_two_texts(texts: list[str]):
    """Each text has the shingles that it has alone."""
    assert shingles_of(*texts) == [shingles_of(text)[0] for text in texts]


@settings(max_examples=50, deadline=None)
@given(text=st.text("abc ", max_size=80))
def test_shingles_are_equal_where_their_words_are(text: str):
    """Every run of five words has one, at its place; the same words in another order have another."""
    found = words(text)
    runs = [tuple(found[at : at + WORDS_PER_SHINGLE]) for at in range(len(found) - WORDS_PER_SHINGLE + 1)]
    [made] = shingles_of(text)

    if runs:
        assert len(made) == len(runs)
        assert len(set(zip(runs, made, strict=True))) == len(set(runs)) == len(set(made))


@pytest.mark.parametrize(("one", "other"), [("a b c d e", "b a c d e"), ("a b c d e", "a b c d f"), ("a b", "b a"), ("a", "a a")])
def test_other_words_or_another_order_make_another_shingle(one: str, other: str):
    """A short text is no exception."""
    first, second = shingles_of(one, other)

    assert set(first).isdisjoint(second)


def test_a_shingle_is_a_polynomial_over_its_words():
    """Computed with whole numbers of any size, it is the same."""
    factor, mask = 0x9E3779B97F4A7C15, (1 << 64) - 1
    hashes = [int(value) for value in hashes_of(words("one two three four five"))]
    value = sum(word * pow(factor, 4 - at, 1 << 64) for at, word in enumerate(hashes)) & mask
    value ^= value >> 29
    value = value * 0xBF58476D1CE4E5B9 & mask
    value ^= value >> 32

    assert shingles_of("one two three four five") == [[value]]
