"""Memory that is given back."""

import ctypes
import gc
import os
import subprocess
import sys
from types import SimpleNamespace

import psutil
import pytest

from runtime.memory import give_back, one_heap

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


THREADS = """
import ctypes, sys, threading
from runtime.memory import one_heap
if sys.argv[1:]:
    one_heap()
meeting = threading.Barrier(4)
def work():
    kept = [bytes(5000) for _ in range(1000)]
    meeting.wait()
threads = [threading.Thread(target=work) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
ctypes.CDLL(None).malloc_stats()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc has a heap for each thread, and tells of them")
def test_threads_share_a_heap() -> None:
    """As the C library itself counts them; without it each has its own."""
    heaps = [heaps_of(["one"]), heaps_of([])]

    assert heaps[0] == 1 < heaps[1]


def heaps_of(arguments: list[str]) -> int:
    """How many heaps four threads need."""
    environment = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    done = subprocess.run(
        [sys.executable, "-c", THREADS, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return done.stderr.count("Arena ")


def test_another_c_library_keeps_what_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS, and with musl, there are no such functions."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    one_heap()
    give_back()
