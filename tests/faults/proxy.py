"""A TCP proxy before a broker: it delays produce requests, or goes down. Clients that bootstrap through it stay on it."""

import socket
import struct
import threading
import time
from contextlib import suppress

_PRODUCE = 0


class Proxy:
    """Listens on a free port of 127.0.0.1 and forwards Kafka frames to `broker_port`; produce requests wait `delay_s`."""

    def __init__(self, broker_port: int, delay_s: float = 0.0) -> None:
        self._broker_port = broker_port
        self._delay_s = delay_s
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.mend()

    @property
    def bootstrap(self) -> str:
        """Where clients begin."""
        return f"127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Be down: every connection ends, no new one is accepted."""
        self._down.set()
        self._listener.close()
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def mend(self) -> None:
        """Be up, on the same port."""
        if self._listener.fileno() < 0:
            self._listener = socket.create_server(("127.0.0.1", self.port))
        self._listener.settimeout(0.2)
        self._down = threading.Event()
        threading.Thread(target=self._accept, args=(self._listener, self._down), daemon=True).start()

    def _accept(self, listener: socket.socket, down: threading.Event) -> None:
        while not down.is_set():
            with suppress(OSError):
                client, _ = listener.accept()
                broker = socket.create_connection(("127.0.0.1", self._broker_port))
                self._open += [client, broker]
                threading.Thread(target=self._forward, args=(client, broker), daemon=True).start()
                threading.Thread(target=self._answer, args=(broker, client), daemon=True).start()

    def _forward(self, client: socket.socket, broker: socket.socket) -> None:
        client.settimeout(None)
        with suppress(OSError), client, broker:
            while frame := _frame(client):
                if self._delay_s and struct.unpack_from(">h", frame, 4)[0] == _PRODUCE:
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
    parts = bytearray()
    while len(parts) < size:
        part = source.recv(size - len(parts))
        if not part:
            return b""
        parts += part
    return bytes(parts)
