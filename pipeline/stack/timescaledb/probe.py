"""One question to PostgreSQL over a plain socket: the stack knows no database driver.

Source: PostgreSQL manual, "Message Flow".
"""

import socket
import struct
from collections.abc import Callable

_PROTOCOL = 196608  # 3.0
_STARTUP = b"user\0postgres\0database\0postgres\0\0"
_QUESTION = b"SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'\0"
_ANSWER_WITHIN_S = 2.0


def has_extension(port: int) -> bool:
    """Whether the server on loopback `port` answers a query now, and has TimescaleDB."""
    try:
        with socket.create_connection(("127.0.0.1", port), _ANSWER_WITHIN_S) as connection:
            return _ask(connection)
    except OSError:
        return False


def _ask(connection: socket.socket) -> bool:
    with connection.makefile("rb") as answers:
        connection.sendall(struct.pack("!ii", len(_STARTUP) + 8, _PROTOCOL) + _STARTUP)
        if _types_until_ready(answers.read)[-1] != b"Z":
            return False
        connection.sendall(b"Q" + struct.pack("!i", len(_QUESTION) + 4) + _QUESTION)
        return b"D" in _types_until_ready(answers.read)


def _types_until_ready(read: Callable[[int], bytes]) -> list[bytes]:
    types: list[bytes] = []
    while not types or types[-1] not in {b"Z", b"E", b""}:
        head = read(5)
        types.append(head[:1])
        if len(head) == 5:  # noqa: PLR2004 - a type byte and a length
            read(struct.unpack("!i", head[1:])[0] - 4)
    return types
