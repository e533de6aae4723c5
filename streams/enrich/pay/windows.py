"""Where in a long text amounts of pay may stand: around currency signs, and around words for pay that have a digit near."""

import re
from collections.abc import Iterator

from streams.enrich.cues import Cue
from streams.enrich.stated import heading_of
from streams.enrich.text import Hits, places_of
from streams.normalize.currencies import SIGNS

Window = tuple[int, int]
# Codes that are written glued to an amount: `GBP50-60k`.
_GLUED = ("EUR", "GBP", "CHF")
# Marks and words for pay with letters that folding drops, and the letter: to look for a letter is ten times as quick.
_FOREIGN = {"zł": "ł", "Kč": "č", "руб": "б", "грн": "г", "лв": "л", "ብር": "ብ", "ደመወዝ": "ደ", "ደሞዝ": "ደ"}
# Texts that lost their line breaks glue the word to what stood before: `Full-timePay: 120k`.
_LABELS = ("Pay:", "Salary")
_DIGIT = re.compile(r"\d")
_THOUSANDS = re.compile(r"\d(?:\s?[kK]\b|,\d{3})")
_CUES = (Cue.PAY, Cue.EQUITY)
_REACH = 30
_NEAR_BEFORE, _NEAR_AFTER, _REACH_AFTER = 14, 45, 75


def pay_windows(text: str, hits: Hits) -> list[Window]:
    """Return the stretches of `text` to look at, in its order and apart; `hits` are what the shared pass found in it."""
    windows: list[Window] = []
    for start, end in sorted([*_of_marks(text), *_of_words(text, hits), *_of_heading(text)]):
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], max(end, windows[-1][1])
        else:
            windows.append((start, end))
    return windows


def _of_marks(text: str) -> Iterator[Window]:
    # of all signs and letters only the dollar is ASCII
    signs = ["$"] if text.isascii() else [sign for sign in SIGNS if sign in text]
    foreign = () if text.isascii() else [mark for mark, letter in _FOREIGN.items() if letter in text]
    for mark in (*signs, *_GLUED, *foreign):
        # a text has few of them, and to look costs less than to set out on a search
        if mark in text:
            yield from ((max(0, at - _REACH), min(len(text), at + _REACH)) for at in places_of(text, mark))


def _of_words(text: str, hits: Hits) -> Iterator[Window]:
    found = ((hit.start, hit.end) for hit in hits.of_kind(Cue) if hit.payload in _CUES and hit.end <= len(text))
    glued = ((at, at + len(label)) for label in _LABELS if label in text for at in places_of(text, label))
    for start, end in (*found, *glued):
        if _DIGIT.search(text, max(0, start - _NEAR_BEFORE), end + _NEAR_AFTER):
            yield max(0, start - _REACH), min(len(text), end + _REACH_AFTER)


def _of_heading(text: str) -> Iterator[Window]:
    """`Acme | Engineer | 120K-160K`: thousands in a first line that has parts."""
    heading = heading_of(text)
    if ("|" in heading or " - " in heading) and _THOUSANDS.search(heading):
        yield 0, len(heading)
