"""What the C library keeps of memory that a process no longer uses."""

import ctypes
import gc


def give_back() -> None:
    """Give what nobody uses any more back to the system: processes that are forked then do not share it. glibc only."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
