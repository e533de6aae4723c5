"""Memory that is given back."""

import ctypes
import gc
import sys
from types import SimpleNamespace

import psutil
import pytest

from runtime.memory import give_back

MIB = 1 << 20


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc gives the middle of its heap back")
def test_what_nobody_uses_is_given_back() -> None:
    """Also where something that is used lies behind it."""
    # pieces of a size that comes from the heap, whose end the last one holds
    pieces = [bytearray(64 * 1024) for _ in range(1000)]
    last = pieces[-1]
    del pieces
    gc.collect()
    before = psutil.Process().memory_info().rss
    give_back()

    assert psutil.Process().memory_info().rss < before - 20 * MIB
    assert len(last) == 64 * 1024


def test_another_c_library_keeps_what_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS, and with musl, there is no such function."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    give_back()
