"""Processes that look at messages before their turn: what is pure of a stage's work needs not wait for what is not."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from runtime.logs import logger
from runtime.memory import give_back
from schemas.message import Incoming
from streams.looking import Look, ReadersGone, looked

_TYPE = "ce_type"
_LOOK_EVERY_S = 1.0
# what a reader is to look at next lies before it when it is done with the last
_AT_ONCE = 2
log = logger(__name__)

Sent = tuple[str | None, bytes | None]
Found = Future[list[Any]]


class Readers:
    """So many processes that `look` at messages; they are forked at once, before any thread of this process is started.

    They share with it what was loaded. Where one of them dies, all end, and their work is done in this process from then on.

    Each has a pipe of its own, whose other end nobody else holds: it is closed when the process dies, in the middle of an answer,
    too. `ProcessPoolExecutor` waits forever for the rest of such an answer, since it keeps the end of its readers open itself.
    """

    def __init__(self, look: Look, processes: int) -> None:
        give_back()
        # what was loaded is not looked at by the collectors of the processes, which would each copy it
        gc.freeze()
        self._lock = threading.Lock()
        self._broken = False
        self._told = False
        self._unanswered: set[Found] = set()
        self._asked: SimpleQueue[tuple[Sequence[Sent], Found] | None] = SimpleQueue()
        with _held_back(signal.SIGINT, signal.SIGTERM):
            self._readers = [_Reader(look) for _ in range(processes)]
        works = (self._send_to, self._hear_from)
        self._talks = [threading.Thread(target=work, args=(reader,), daemon=True) for reader in self._readers for work in works]
        for talk in self._talks:
            talk.start()

    @property
    def pids(self) -> list[int]:
        """The processes, by id."""
        return sorted(reader.pid for reader in self._readers)

    def look(self, messages: Sequence[Incoming]) -> "Found | None":
        """Begin to look at some messages; None when there are no readers any more.

        The future raises ReadersGone when they die before they are done.
        """
        found: Found = Future()
        with self._lock:
            if not self._broken:
                self._unanswered.add(found)
                self._asked.put(([(message.header(_TYPE), message.value) for message in messages], found))
                return found
        if not self._told:
            self._told = True
            log.warning("a reader died; this process reads alone now, more slowly", remedy="a new start brings readers back")
        return None

    def close(self) -> None:
        """End the processes, whatever they are doing: they keep nothing."""
        self._end()
        for talk in self._talks:
            talk.join()
        for reader in self._readers:
            reader.close()

    def _send_to(self, reader: "_Reader") -> None:
        with self._until_it_dies():
            while True:
                reader.room.acquire()
                asked = self._asked.get()
                if asked is None:
                    return
                sent, found = asked
                if self._is_wanted(found):
                    reader.sent.put(found)
                    reader.connection.send(sent)
                else:
                    reader.room.release()

    def _is_wanted(self, found: Found) -> bool:
        """Whether somebody waits for it; what is under way can't be cancelled any more."""
        with self._lock:
            wanted = found in self._unanswered and found.set_running_or_notify_cancel()
            if not wanted:
                self._unanswered.discard(found)
            return wanted

    def _hear_from(self, reader: "_Reader") -> None:
        with self._until_it_dies():
            while True:
                answer = reader.connection.recv()
                found = reader.sent.get()
                reader.room.release()
                with self._lock:
                    if found in self._unanswered:
                        self._unanswered.remove(found)
                        found.set_result(answer)

    @contextmanager
    def _until_it_dies(self) -> Iterator[None]:
        try:
            with suppress(EOFError, OSError):
                yield
        finally:
            self._end()

    def _end(self) -> None:
        """End all readers, and say so to whoever waits for one."""
        with self._lock:
            self._broken = True
            waiting, self._unanswered = self._unanswered, set()
        for reader in self._readers:
            reader.kill()
            # its thread waits for one of the two
            reader.room.release()
            self._asked.put(None)
        for found in waiting:
            # one that was cancelled meanwhile keeps no other from being told
            with suppress(InvalidStateError):
                found.set_exception(ReadersGone())


class _Reader:
    """A process that answers in the order in which it is asked; `room` for more, and whose answers are to come: `sent`."""

    def __init__(self, look: Look) -> None:
        context = multiprocessing.get_context("fork")
        self.connection, theirs = context.Pipe()
        self.room = threading.Semaphore(_AT_ONCE)
        self.sent: SimpleQueue[Found] = SimpleQueue()
        self._process = context.Process(target=_answer, args=(theirs, look, os.getpid()))
        self._process.start()
        # before the next one is forked, which would hold it open
        theirs.close()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None  # it was started
        return self._process.pid

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        self._process.join()
        self.connection.close()


@contextmanager
def _held_back(*signals: signal.Signals) -> Iterator[None]:
    """Let these signals wait; processes that are forked meanwhile never get them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(connection: Connection, look: Look, parent: int) -> None:
    """Run as a reader: it ends with its parent and not by what is meant for that."""
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            connection.send(looked(look, [_message(kind, value) for kind, value in connection.recv()]))


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_S)
    os._exit(0)


def _message(kind: str | None, value: bytes | None) -> Incoming:
    return Incoming("", -1, -1, None, value, () if kind is None else ((_TYPE, kind.encode()),))
