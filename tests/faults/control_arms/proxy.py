"""A TCP proxy before a broker that delays produce requests; clients that bootstrap through it stay on it."""

import socket
import struct
import threading
import time
from contextlib import suppress

_PRODUCE = 0


class SlowProduce:
    """Listens on a free port of 127.0.0.1 and forwards Kafka frames to `broker_port`; produce requests wait `delay_s`."""

    def __init__(self, broker_port: int, delay_s: float) -> None:
        self._broker_port = broker_port
        self._delay_s = delay_s
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Accept no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                broker = socket.create_connection(("127.0.0.1", self._broker_port))
                threading.Thread(target=self._forward, args=(client, broker), daemon=True).start()
                threading.Thread(target=self._answer, args=(broker, client), daemon=True).start()

    def _forward(self, client: socket.socket, broker: socket.socket) -> None:
        with suppress(OSError), client, broker:
            while frame := _frame(client):
                if struct.unpack_from(">h", frame, 4)[0] == _PRODUCE:
                    time.sleep(self._delay_s)
                broker.sendall(frame)

    def _answer(self, broker: socket.socket, client: socket.socket) -> None:
        # metadata names the broker's own port, where the client would go next
        theirs, ours = (b"127.0.0.1" + struct.pack(">i", port) for port in (self._broker_port, self.port))
        with suppress(OSError), client, broker:
            while frame := _frame(broker):
                client.sendall(frame.replace(theirs, ours))


def _frame(source: socket.socket) -> bytes:
    head = _exactly(source, 4)
    return head + _exactly(source, struct.unpack(">i", head)[0]) if head else b""


def _exactly(source: socket.socket, size: int) -> bytes:
    parts = b""
    while len(parts) < size:
        part = source.recv(size - len(parts))
        if not part:
            return b""
        parts += part
    return parts
