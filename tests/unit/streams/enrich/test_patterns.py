"""Patterns that are written for speed find what their plain wordings find."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.enrich import location
from streams.enrich.occupations import titles
from streams.enrich.pay import amounts, windows
from streams.enrich.places import reading, tokens

_WORDS = "a ab abc Berlin in at near an or and oder OR And CA 1 23 k K 5,000 the é ² \u0663 our"
_SIGNS = "| • ( ) [ ] / // : . , - – — -- + & ; _"
PIECES = [*_WORDS.split(), *_SIGNS.split()]
TEXTS = st.lists(st.sampled_from([*PIECES, " ", " ", "  ", "\n", "\t", "\u2003"]), max_size=14).map("".join)


def stripped(pieces: list[str]) -> list[str]:
    """The pieces without space around them, and none that is empty: what their readers make of them."""
    return [piece.strip() for piece in pieces if piece.strip()]


PLAIN: dict[str, tuple[Callable[[str], object], Callable[[str], object]]] = {
    "segments": (
        re.compile(r"\s*(?:[|•·¦➡→»()\[\]]|\s[-–—]{1,3}\s|//|:\s|(?<=\w{3})\.\s)\s*").split,
        location.segments_of,
    ),
    "names behind a preposition": (
        re.compile(
            r"\b(?:in|at|an|near) (?:our |the |downtown |central |sunny |lovely )*"
            r"([A-Z][\w.]+(?: [A-Z][\w.]+){0,3}(?:, ?[A-Z]{2}\b)?)"
        ).findall,
        location._IN.findall,
    ),
    "alternatives": (
        lambda text: stripped(re.split(r"\s*(?:[;|/•·+&]|,?\s(?:or|and|oder)\s|(?<!,)\s(?:OR|Or|AND|And)\s)\s*", text)),
        lambda text: stripped(reading._ALTERNATIVES.split(text)),
    ),
    "tokens": (
        lambda text: stripped(re.split(r"\s*(?:[,():\[\]]|\s[-–—]\s)\s*", text)),
        lambda text: stripped(tokens._TOKENS.split(text)),
    ),
    "parts of titles": (
        lambda text: re.split(r"\s[-–—:]+\s|[|•;@:\n\t]|[-–—]\s|\s[-–—]|,\s", text, maxsplit=4),
        lambda text: titles._BETWEEN_PARTS.split(text, 4),
    ),
    "digits": (
        lambda text: [found.span() for found in re.finditer(r"(?<![\d.,])\d", text)],
        lambda text: [found.span() for found in amounts._DIGIT.finditer(text)],
    ),
    "thousands": (
        lambda text: bool(re.search(r"\d\s?[kK]\b|\d,\d{3}", text)),
        lambda text: bool(windows._THOUSANDS.search(text)),
    ),
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_quick_pattern_finds_what_its_plain_wording_finds(name):
    """In any text of the signs and words that it is about."""
    plain, quick = PLAIN[name]

    @settings(max_examples=400)
    @given(TEXTS)
    def holds(text):
        assert quick(text) == plain(text)

    holds()
