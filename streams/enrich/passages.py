"""Passages of a text that are in another language than the rest."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from streams.enrich.text import Hits


@dataclass(frozen=True, slots=True)
class Marker:
    """A small word of a language other than English: many in a line say that the line is in one."""


Identify = Callable[[str], tuple[str, float]]
Passages = Counter[str]
# Two sentences: less may be a name, a motto or a slogan.
SHORTEST = 100
# Of languages that say more with a letter.
_SHORTEST_BEYOND = 40
_WEIGHT_BEYOND = 2
_LONGEST = 400
_SAMPLE = 240
_SURE = 0.8
# A line in another language has a small word every 20 letters or so; one in English may have one in a name.
_FEWEST, _LETTERS_EACH = 2, 150
_BEYOND_LATIN = r"\u0370-\u03ff\u0400-\u1fff\u2e80-\u2fdf\u3040-\ud7ff"
_LETTERS_BEYOND = re.compile(f"[{_BEYOND_LATIN}]+")
_LATIN_STRETCH = re.compile(f"[^{_BEYOND_LATIN}]{{{SHORTEST},}}")
_WORDS = (
    "och att för är inte eller även våra vår på hos og ikke vores und der wir sie ist das für mit eine einen auf auch nicht oder "
    "sowie werden les des nous vous pour dans une avec votre notre ainsi los las una para del por como nuestro que uma não você "
    "nossa são ao che gli nel sono della delle het een voor onze wij naar zijn niet oraz jest nie dla przy przez lub yang untuk "
    "dengan kami akan adalah dari dalam sekä että olet için bir olarak jako nebo pentru és egy các và "
    "som med av har kan du vill zu von sind deine ihre sont qui sur que con di"
)


def markers() -> Iterator[tuple[str, Marker]]:
    """Yield the small words, to be looked for in the pass over the text."""
    marker = Marker()
    return ((word, marker) for word in dict.fromkeys(_WORDS.split()))


def beyond_latin(text: str, identify: Identify) -> Passages:
    """Return the languages of writing other than Latin, with how much is in each, in letters of Latin."""
    # most texts have a few signs beyond Latin-1, and counting these takes 3 us where a pattern takes 30
    if len(text) - len(text.encode("latin-1", "ignore")) < _SHORTEST_BEYOND:
        return Counter()
    runs = _LETTERS_BEYOND.findall(text)
    size = sum(map(len, runs))
    if size < _SHORTEST_BEYOND:
        return Counter()
    code, probability = identify(" ".join(runs)[:_SAMPLE])
    return Counter({code: size * _WEIGHT_BEYOND} if probability >= _SURE else {})


def of_lines(text: str, hits: Hits, identify: Identify) -> Mapping[str, int]:
    """Return the languages of lines with many small words that are not English, with how many letters are in each."""
    found = dict[str, int]()
    starts = [hit.start for hit in hits.of_kind(Marker)]
    if len(starts) < _FEWEST:
        return found
    for first, (begin, end), count in _by_line(text, starts):
        size = end - begin
        if size >= SHORTEST and count >= _FEWEST and count * _LETTERS_EACH >= size:
            code, probability = identify(text[first : min(end, first + _SAMPLE)])
            if probability >= _SURE and code != "en":
                found[code] = found.get(code, 0) + size
    return found


def _by_line(text: str, starts: Sequence[int]) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Yield (first start, bounds of the line, how many starts it has) of each line that has any."""
    at = 0
    while at < len(starts):
        first, count = starts[at], 0
        begin, end = text.rfind("\n", 0, first) + 1, text.find("\n", first)
        end = len(text) if end < 0 else end
        while at < len(starts) and starts[at] < end:
            at, count = at + 1, count + 1
        yield first, (begin, end), count


def in_english(text: str, is_english: Callable[[str], bool]) -> int:
    """Return how many letters of a text in another language are in passages in English."""
    pieces = (piece for stretch in _LATIN_STRETCH.findall(text) for line in stretch.split("\n") for piece in _cut(line))
    return sum(len(piece) for piece in pieces if is_english(piece))


def _cut(line: str) -> Iterator[str]:
    pieces = (line[at : at + _LONGEST] for at in range(0, len(line), _LONGEST))
    return (piece for piece in pieces if len(piece) >= SHORTEST)
