"""Readers look at messages in processes of their own, and find what this process finds."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

import psutil
import pytest

from schemas.codec import encode
from schemas.message import Incoming
from streams.looking import Chunk, LookFailed, ReadersGone, decoded, looked
from streams.readers import Readers
from tests.builders import as_incoming, make_raw_posting

RAW = as_incoming(encode(make_raw_posting(), "t", made_by="test"))


SLOW = Incoming("t", 0, 0, None, b"slow")
LARGE = Incoming("t", 0, 0, None, b"large")


def look(messages: Sequence[Incoming]) -> list[Any]:
    """Whose process it is, and the event; fails where there is none, and takes long where it says so."""
    if any(message.value == SLOW.value for message in messages):
        time.sleep(10)
    if any(message.value == LARGE.value for message in messages):
        return [bytes(64 << 20)]
    if any(message.value is None for message in messages):
        raise ZeroDivisionError("no value")
    return [(os.getpid(), event) for event in decoded(messages)]


@pytest.fixture
def readers() -> Iterator[Readers]:
    """Two of them."""
    made = Readers(look, 2)
    yield made
    made.close()


def found(readers: Readers, *messages: Incoming) -> list[Any]:
    """What they find."""
    future = readers.look(messages)
    assert future is not None
    return future.result(20)


def test_they_find_what_this_process_finds_elsewhere(readers: Readers):
    """Events arrive whole; where one can't be looked at, only that one fails, with the name of its event and the place."""
    [(pid, event), failed, (_, other)] = found(readers, RAW, Incoming("t", 0, 0, None, None), RAW)

    assert pid != os.getpid()
    assert [event] == [other] == decoded([RAW])
    assert isinstance(failed, LookFailed)
    assert (failed.detail, failed.event) == ("ZeroDivisionError: no value", None)
    assert "in look" in failed.trace


def test_they_are_not_ended_by_what_is_meant_for_their_worker(readers: Readers):
    """A terminal interrupts the whole group, maybe while they begin; the batch in flight still needs them."""
    for pid in readers.pids:
        os.kill(pid, signal.SIGINT)
        os.kill(pid, signal.SIGTERM)

    assert found(readers, RAW)[0][1] == decoded([RAW])[0]


def test_where_one_dies_this_process_reads_itself(readers: Readers):
    """What was under way is looked at here, and nothing is sent any more."""
    under_way = readers.look([SLOW])
    assert under_way is not None
    for pid in readers.pids:
        os.kill(pid, signal.SIGKILL)

    assert isinstance(under_way.exception(20), ReadersGone)
    assert Chunk([RAW], under_way).found(look, lambda: False) == looked(look, [RAW])
    assert readers.look([RAW]) is None


def test_what_is_cancelled_while_it_is_looked_at_ends_no_reader(readers: Readers):
    """As after every rebalance: the partitions went elsewhere, and what comes next is looked at as before."""
    pids = readers.pids
    asked = [readers.look([RAW] * 20) for _ in range(50)]
    for future in asked:
        assert future is not None
        future.cancel()

    assert {found(readers, RAW)[0][0] for _ in range(20)} <= set(pids)
    assert all(future is not None and future.done() for future in asked)


def test_where_one_dies_what_was_cancelled_keeps_no_other_from_being_told(readers: Readers):
    """Whoever waits for an answer would wait for ever."""
    under_way = [readers.look([SLOW]) for _ in range(4)]
    waiting = [readers.look([RAW]) for _ in range(40)]
    for future in waiting[::2]:
        assert future is not None
        future.cancel()
    for pid in readers.pids:
        os.kill(pid, signal.SIGKILL)

    for future in (*under_way, *waiting[1::2]):
        assert future is not None
        assert isinstance(future.exception(20), ReadersGone)


def test_one_that_dies_in_the_middle_of_an_answer_is_not_waited_for():
    """Killed at twelve moments of the time that such an answer takes."""
    whole = Readers(look, 1)
    began = time.monotonic()
    found(whole, LARGE)
    takes = time.monotonic() - began
    whole.close()

    for moment in range(12):
        readers = Readers(look, 1)
        under_way = readers.look([LARGE])
        assert under_way is not None
        time.sleep(takes * moment / 12)
        os.kill(readers.pids[0], signal.SIGKILL)
        assert isinstance(under_way.exception(20), ReadersGone | None)
        readers.close()


def test_they_answer_whoever_asked():
    """Each gets its own, though there are more who ask than readers, and all are asked at once."""
    readers = Readers(look, 2)
    raws = [as_incoming(encode(make_raw_posting(source_id=str(number)), "t", made_by="test")) for number in range(50)]
    asked = [readers.look([raw]) for raw in raws]

    assert [one.result(20)[0][1] for one in asked if one is not None] == decoded(raws)
    assert {one.result()[0][0] for one in asked if one is not None} <= set(readers.pids)
    readers.close()


def test_they_end_with_their_worker():
    """Also with one that is killed and can tell nobody."""
    script = "import sys, time; from streams.looking import decoded; from streams.readers import Readers;"
    script += "kept = Readers(decoded, 1); print(*kept.pids, flush=True); time.sleep(60)"
    worker = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    pids = [int(pid) for pid in worker.stdout.readline().split()]
    assert pids

    worker.kill()
    worker.wait()
    worker.stdout.close()
    until = time.monotonic() + 20
    while any(map(psutil.pid_exists, pids)) and time.monotonic() < until:
        time.sleep(0.1)

    assert not any(map(psutil.pid_exists, pids))
