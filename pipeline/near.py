"""What a misspelt word may have meant."""

from collections.abc import Iterable

_ALIKE = 0.6


def near(word: str, words: Iterable[str]) -> list[str]:
    """Return the three of `words` at most that are spelled like `word`, the likest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - few words are misspelt, and all commands would wait

    return get_close_matches(word, list(words), 3, _ALIKE)
