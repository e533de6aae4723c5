"""The question that only a ready TimescaleDB answers."""

import socket
import struct
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.stack.timescaledb import probe


def message(kind: bytes, body: bytes = b"") -> bytes:
    """Return a message of the wire protocol."""
    return kind + struct.pack("!i", len(body) + 4) + body


READY = message(b"Z", b"I")
GREETING = message(b"R", b"\0\0\0\0") + message(b"S", b"a\0b\0") + READY
FOUND = message(b"T", b"\0\1") + message(b"D", b"\0\1") + message(b"C", b"SELECT 1\0") + READY
MISSING = message(b"T", b"\0\1") + message(b"C", b"SELECT 0\0") + READY


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([GREETING, FOUND], True),
        ([GREETING, MISSING], False),
        ([GREETING, message(b"E", b"Sno\0\0")], False),
        ([message(b"E", b"Sstarting\0\0")], False),
        ([b""], False),
        ([GREETING[:3]], False),
    ],
)
def test_only_the_row_of_the_extension_is_a_yes(answers: list[bytes], expected: bool) -> None:
    """An error, a greeting alone, or a server that hangs up is none."""
    client, server = socket.socketpair()

    def serve() -> None:
        with server:
            for answer in answers:
                server.recv(4096)
                server.sendall(answer)

    with client, ThreadPoolExecutor(1) as pool:
        served = pool.submit(serve)
        assert probe._ask(client) is expected  # the socket is what a test can't open
        served.result()
