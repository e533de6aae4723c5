"""TLS before a server that speaks plainly, as a cloud's proxy does it: by HTTPS, or the way PostgreSQL begins it."""

import socket
import ssl
import threading
from contextlib import suppress
from typing import Self

from tests.certificates import Certificate

# Source: PostgreSQL 17, "Message Formats": SSLRequest, and the answer that TLS may begin
_SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
_WILLING = b"S"


class TlsProxy:
    """Listens on a free port of 127.0.0.1 and hands what comes to `port`; `postgres`: TLS begins when a client asks for it."""

    def __init__(self, port: int, certificate: Certificate, *, postgres: bool = False) -> None:
        self._to = port
        self._postgres = postgres
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate.certificate, certificate.key)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        # a client that does not trust the certificate goes away
        with suppress(OSError), client:
            if self._postgres:
                assert client.recv(len(_SSL_REQUEST), socket.MSG_WAITALL) == _SSL_REQUEST
                client.sendall(_WILLING)
            with self._context.wrap_socket(client, server_side=True) as opened:
                server = socket.create_connection(("127.0.0.1", self._to))
                threading.Thread(target=_hand_on, args=(server, opened), daemon=True).start()
                _hand_on(opened, server)


def _hand_on(from_: socket.socket, to: socket.socket) -> None:
    with suppress(OSError), to:
        while some := from_.recv(65_536):
            to.sendall(some)
