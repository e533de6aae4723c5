"""How names of places are looked up."""

import unicodedata
from functools import lru_cache

_TRANSLATED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "&": " and "})
_ASCII = {i: chr(i).lower() if chr(i).isalnum() else " " for i in range(128)} | {ord("&"): " and "}


# Maps and people write these both ways: "St. Louis", "Saint Louis".
_SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


# a heading's parts are looked up by several names each, and the same names come again: twenty look-ups a posting
@lru_cache(8_192)
def place_key(name: str) -> str:
    """Return `name` as it is looked up: no case, no accents, no punctuation, shortened words in full."""
    words = _words(name)
    if len(words) > 1 and not _SHORTENED.keys().isdisjoint(words):
        # "Main St" is a street
        words[:-1] = [_SHORTENED.get(word, word) for word in words[:-1]]
    return " ".join(words)


def _words(name: str) -> list[str]:
    if name.isascii():
        return name.translate(_ASCII).split()
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_TRANSLATED))
    return "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c)).split()
