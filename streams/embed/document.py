"""A text without a title, a résumé say, as a vector.

A command makes one and ends: it would wait longer for numpy, and for all the weights, than for its answer. So this reads the rows
that the text needs, and adds them up in plain Python.
"""

import json
import mmap
import struct
from collections.abc import Sequence
from math import hypot
from pathlib import Path

from schemas.vector import DIMENSIONS
from streams.embed.recipe import PARTS, TEXT_CHARACTERS
from streams.embed.weights import NAME, NoWords, load_tokenizer, weights_file

_ROW = struct.Struct(f"<{DIMENSIONS}e")


def document(text: str) -> list[float]:
    """Return the vector of a text, of length 1: the mean of its parts, each as long as that of an ad.

    Raises NoWords, and ModuleNotFoundError where `wordllama` is not installed.
    """
    text = " ".join(text.split())
    if not text:
        raise NoWords("there are no words")
    tokenizer, starts = load_tokenizer(), range(0, len(text), TEXT_CHARACTERS)[:PARTS]
    parts = (text[at : at + TEXT_CHARACTERS] for at in starts)
    pieces = [tokenizer.encode(part, add_special_tokens=False).ids for part in parts if part.strip()]
    rows = _rows(weights_file(), {piece for part in pieces for piece in part})
    return _unit(_sum([_unit(_sum([rows[piece] for piece in part])) for part in pieces]))


def _rows(path: Path, pieces: set[int]) -> dict[int, tuple[float, ...]]:
    """Return the weights of each of `pieces`. Source: safetensors, "Format"."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        length = int.from_bytes(mapped[:8], "little")
        about = json.loads(mapped[8 : 8 + length])[NAME]
        start = 8 + length + about["data_offsets"][0]
        return {piece: _ROW.unpack_from(mapped, start + piece * _ROW.size) for piece in pieces}


def _sum(rows: Sequence[Sequence[float]]) -> list[float]:
    return list(map(sum, zip(*rows, strict=True)))


def _unit(vector: Sequence[float]) -> list[float]:
    length = hypot(*vector)
    if not length:
        raise NoWords("there are no words")
    return [each / length for each in vector]
