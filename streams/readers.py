"""Processes that look at messages before their turn: what is pure of a stage's work needs not wait for what is not."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from runtime.logs import logger
from runtime.memory import give_back
from schemas.message import Incoming
from streams.looking import Look, looked

_TYPE = "ce_type"
_LOOK_EVERY_S = 1.0
log = logger(__name__)
_look: Look | None = None

Sent = tuple[str | None, bytes | None]


class Readers:
    """So many processes that `look` at messages; they are forked at once, before any thread of this process is started.

    They share with it what was loaded. Where one of them dies, all end, and their work is done in this process from then on.
    """

    def __init__(self, look: Look, processes: int) -> None:
        global _look  # noqa: PLW0603 - forked processes find it there: what a step has loaded is not to be sent
        _look = look
        give_back()
        # what was loaded is not looked at by the collectors of the processes, which would each copy it
        gc.freeze()
        context = multiprocessing.get_context("fork")
        others = set(multiprocessing.active_children())
        self._pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(os.getpid(),))
        self._pool.submit(os.getpid).result()
        self._started = set(multiprocessing.active_children()) - others
        self._broken = False

    @property
    def pids(self) -> list[int]:
        """The processes, by id."""
        return sorted(reader.pid for reader in self._started if reader.pid is not None)

    def look(self, messages: Sequence[Incoming]) -> "Future[list[Any]] | None":
        """Begin to look at some messages; None when there are no readers any more."""
        if self._broken:
            return None
        try:
            return self._pool.submit(_looked, [(message.header(_TYPE), message.value) for message in messages])
        except BrokenProcessPool:
            self._broken = True
            log.warning("a reader died; this process reads alone now, more slowly", remedy="a new start brings readers back")
            return None

    def close(self) -> None:
        """End the processes, whatever they are doing: they keep nothing."""
        for reader in self._started:
            reader.kill()
        self._pool.shutdown(cancel_futures=True)


def _begin(parent: int) -> None:
    """Run as a reader: it ends with its parent and not by what is meant for that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_S)
    os._exit(0)


def _looked(sent: Sequence[Sent]) -> list[Any]:
    assert _look is not None  # set before the fork
    return looked(_look, [_message(kind, value) for kind, value in sent])


def _message(kind: str | None, value: bytes | None) -> Incoming:
    return Incoming("", -1, -1, None, value, () if kind is None else ((_TYPE, kind.encode()),))
