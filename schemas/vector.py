"""A vector as it travels, by the standard library alone: a command that makes one waits for no model of an event."""

import struct
from base64 import b64decode, b64encode
from collections.abc import Sequence

DIMENSIONS = 256
_HALVES = struct.Struct(f"<{DIMENSIONS}e")


def pack(vector: Sequence[float]) -> str:
    """Return a vector as base64 of little-endian IEEE 754 half floats."""
    return b64encode(_HALVES.pack(*vector)).decode()


def unpack(packed: str) -> tuple[float, ...]:
    """Return the numbers of a packed vector. Raises ValueError when it is none."""
    try:
        return _HALVES.unpack(b64decode(packed, validate=True))
    except struct.error as error:
        raise ValueError(f"no vector of {DIMENSIONS} half floats: {error}") from error
