"""What the processes of a var directory answer, whole or not."""

import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from pipeline.ops.processes import RunFile, metrics, probe

CUT_OFF = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 29\r\n\r\n{", b"HTTP/1.1 503 No\r\nContent-Length: 9\r\n\r\n"]


@contextmanager
def answering(answer: bytes) -> Iterator[RunFile]:
    """A process whose port gives `answer` to whoever asks, and ends."""

    def serve() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        serving = Thread(target=serve)
        serving.start()
        yield RunFile("dedupe", os.getpid(), server.getsockname()[1], time.time())
        serving.join()


@pytest.mark.parametrize("answer", CUT_OFF)
def test_a_process_that_ends_while_it_answers_does_not_answer(answer: bytes) -> None:
    """It may be killed between the head of its answer and the rest."""
    with answering(answer) as process:
        ok, finding = probe(process, "/ready")
    assert not ok
    assert "does not answer" in (finding or "")

    with answering(answer) as process:
        assert metrics(process) == {}


@pytest.mark.parametrize(("status", "ok"), [("200 OK", True), ("503 Service Unavailable", False)])
def test_a_process_says_whether_it_is_ready(status: str, ok: bool) -> None:
    """And what it found, if not."""
    body = json.dumps({"ok": ok, "finding": None if ok else "not yet"})
    with answering(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()) as process:
        assert probe(process, "/ready") == (ok, None if ok else "not yet")
