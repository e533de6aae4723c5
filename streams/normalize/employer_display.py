"""An employer's name as it is shown: as advertised, without what says nothing of who it is."""

import re
from collections.abc import Iterator

from streams.normalize.employer import LONGEST_NAME, shown_name_key

_LOOSE = " \t,;:|-–—·•/&\"'“”„«»‘’"
_EDGES = _LOOSE + "()[]"
_SIGNS = re.compile("[™®©℠]")
# Each part of a name is asked for its key, which takes some microseconds.
_MOST_WORDS = 12


def display_name(name: str, known: str | None = None) -> str | None:
    """Return the shortest beginning of `name` that has its key, else the shortest such end; None when it names nobody.

    "Acme Works, Inc." is "Acme Works", "ООО «Acme»" and "Zebra LLC dba Acme" are "Acme". `known`: its key, as far as one knows.
    """
    words = _SIGNS.sub(" ", name[:LONGEST_NAME]).split()
    if known and "".join(filter(str.isalnum, "".join(words).lower())) == known:
        return _trimmed(words)
    key = shown_name_key(name)
    if key is None:
        return None
    found = (part for part in _parts(words[:_MOST_WORDS]) if _may_have(part, key) and shown_name_key(part) == key)
    return next(found, " ".join(words))


def _may_have(part: str, key: str) -> bool:
    """Whether a part is long enough for the key: only `&`, which is read as `and`, and letters beyond ASCII grow."""
    return not part.isascii() or len(part) + 2 * part.count("&") >= len(key)


def _parts(words: list[str]) -> Iterator[str]:
    for end in range(1, len(words)):
        yield _trimmed(words[:end])
    if words[0].casefold() != "the":
        for start in range(len(words) - 1, 0, -1):
            yield _trimmed(words[start:])
    yield _trimmed(words)


def _trimmed(words: list[str]) -> str:
    """Return the words without signs at their edges; a bracket stays with its partner."""
    part = " ".join(words)
    bare = part.strip(_EDGES)
    return bare if bare.count("(") == bare.count(")") and bare.count("[") == bare.count("]") else part.strip(_LOOSE)
