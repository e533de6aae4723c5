"""Folding and phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.enrich.text import Hit, Phrases, agreed, fold, places_of, words_of


@given(st.text())
def test_folding_keeps_the_length(text):
    """Offsets in folded text stand in the original, whatever the letters."""
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Python, C++/C# and R.", ["Python", "C++", "C#", "R"]),
        ("pythonic Rust++ R&D", []),
        ("MACHINE-LEARNING", ["MACHINE-LEARNING"]),
        ("“Python’s” ünd Python", ["Python", "Python"]),
        ("machine\nlearning machine  learning", ["machine\nlearning"]),
        ("", []),
    ],
)
def test_phrases_are_whole_words_in_any_case_and_punctuation(text, found):
    """A phrase inside a longer word is none; `R&D` names no R."""
    phrases = Phrases([(p, p) for p in ("Python", "C++", "C#", "R", "machine learning")])

    assert [text[hit.start : hit.end] for hit in phrases.find(fold(text))] == found


def test_the_longest_of_nested_phrases_counts():
    """`machine learning engineer` is one phrase, not three."""
    phrases = Phrases([("learning", 1), ("machine learning", 2), ("machine learning engineer", 3)])

    assert [hit.payload for hit in phrases.find(fold("a Machine Learning Engineer for learning"))] == [3, 1]


def test_a_phrase_that_stands_for_nothing_hides_what_is_in_it():
    """`remote sensing` says nothing about where the work is done."""
    phrases = Phrases([("remote", 1), ("remote sensing", None)])

    assert [hit.start for hit in phrases.find(fold("remote sensing, remote"))] == [16]


def test_no_phrases_find_nothing():
    """An empty list of phrases is no error."""
    assert Phrases([(" .", 1)]).find(fold("anything")) == []


def test_hits_agree_when_they_stand_for_the_same():
    """Two words for one value agree, two values contradict each other, and nothing agrees on nothing."""
    hits = [Hit(0, 1, "a"), Hit(2, 3, "a"), Hit(4, 5, "b")]

    assert (agreed(hits[:2]), agreed(hits), agreed([])) == (hits[0], None, None)


def test_a_phrase_is_kept_as_its_words():
    """Punctuation and space between words do not matter."""
    assert words_of(" ASP.NET -  (Core) ") == "asp net core"


def test_a_phrase_of_several_lists_is_a_hit_of_each():
    """One list may drop it, and the others have it all the same."""
    phrases: Phrases[str] = Phrases([("PHP", "skill"), ("cash", "money")], [("php", "currency")], [("PHP", None), ("cash", None)])

    found = phrases.find(fold("PHP for cash"))

    assert [(hit.start, hit.payload) for hit in found] == [(0, "currency"), (0, "skill"), (8, "money")]


@pytest.mark.parametrize(("text", "places"), [("a@b@c", [1, 3]), ("@@@", [0, 1, 2]), ("abc", []), ("", [])])
def test_words_have_places(text, places):
    """Each begins after the end of the one before."""
    assert list(places_of(text, "@")) == places


def test_places_do_not_overlap():
    """Of three letters alike, two are one place."""
    assert list(places_of("aaa", "aa")) == [0]
