"""The way that a browser's requests take where there is no proxy: one of our own, which leads to hosts within reach only.

What a page loads, and where a redirect or a script leads it, the browser decides by itself; only the connection can be refused.
"""

import asyncio
import socket
from contextlib import suppress
from urllib.parse import urlsplit

from scrapers.reach import HostRefused, Reach

_WITHIN_S = 20.0
_CHUNK = 1 << 16
_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_NO_ANSWER = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_CONNECTED = b"HTTP/1.1 200 Connected\r\n\r\n"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Gate:
    """A proxy on loopback that serves HTTP and CONNECT, once `open`."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._server: asyncio.Server | None = None
        self._opening = asyncio.Lock()

    async def open(self) -> str:
        """Return the address of the proxy, which runs from now on."""
        async with self._opening:
            if self._server is None:
                self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        """Take no more connections."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._forward(reader, writer)
        except HostRefused:
            writer.write(_REFUSED)
        except (OSError, ValueError, EOFError, TimeoutError, asyncio.LimitOverrunError):
            # nobody there, or no request; the browser makes its own error of it
            writer.write(_NO_ANSWER)
        finally:
            await _end(writer)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _WITHIN_S)
        host, port, to_send = _asked(head)
        theirs, to_them = await asyncio.wait_for(self._connect(host, port), _WITHIN_S)
        try:
            (to_them if to_send else writer).write(to_send or _CONNECTED)
            await asyncio.gather(_pipe(reader, to_them), _pipe(theirs, writer))
        finally:
            await _end(to_them)

    async def _connect(self, host: str, port: int) -> Streams:
        self._reach.check(host)
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return await _first_of(self._reach.addresses(host, found), port)


async def _first_of(addresses: list[str], port: int) -> Streams:
    for address in addresses[:-1]:
        with suppress(OSError):
            return await asyncio.open_connection(address, port)
    return await asyncio.open_connection(addresses[-1], port)


def _asked(head: bytes) -> tuple[str, int, bytes]:
    """Return the host and port that a proxy is asked for, and what to send there: of CONNECT nothing.

    Raises ValueError when it is no request to a proxy.
    """
    line, _, headers = head.decode("latin-1").partition("\r\n")
    method, target, version = line.split(" ")
    parts = urlsplit(f"//{target}" if method == "CONNECT" else target)
    if not parts.hostname:
        raise ValueError("it names no host")
    if method == "CONNECT":
        return parts.hostname, parts.port or 443, b""
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kept = [one for one in headers.split("\r\n") if not one.lower().startswith(("proxy-", "connection:"))]
    # the next request may be to another host, so it takes a connection of its own
    sent = "\r\n".join([f"{method} {path} {version}", "Connection: close", *kept])
    return parts.hostname, parts.port or 80, sent.encode("latin-1")


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while chunk := await reader.read(_CHUNK):
            writer.write(chunk)
            await writer.drain()
    await _end(writer)


async def _end(writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        writer.close()
        await writer.wait_closed()
