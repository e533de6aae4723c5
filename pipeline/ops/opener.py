"""One address, fetched by the standard library within the reach of a crawl, redirects too: docs/adr/0030."""

import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request, build_opener, getproxies

from scrapers.reach import HostRefused, Reach, host_of_url


def opener(reach: Reach) -> OpenerDirector:
    """Return what opens addresses within `reach`; it raises HostRefused for others, whether they are given or redirected to."""
    # the operator's environment names proxies
    ways = Reach.naming([*reach.named, *map(host_of_url, getproxies().values())])
    connect = partial(_connect, ways)
    return build_opener(_Within(reach, connect), _Redirects)


class _Redirects(HTTPRedirectHandler):
    def redirect_request(  # noqa: PLR0917 - as urllib calls it
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        if not newurl.startswith(("https://", "http://")):
            raise HostRefused(f"it leads to {newurl.partition(':')[0]}:, no scheme of the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Within(HTTPHandler, HTTPSHandler):
    """Takes the place of both: urllib adds its own handler of a scheme only where none given is an instance of it."""

    def __init__(self, reach: Reach, connect: Callable[..., socket.socket]) -> None:
        super().__init__()
        self._reach, self._connect = reach, connect

    def http_open(self, req: Request) -> Any:
        return self._ask(HTTPConnection, req)

    def https_open(self, req: Request) -> Any:
        return self._ask(HTTPSConnection, req)

    def _ask(self, kind: type[HTTPConnection], req: Request) -> Any:
        self._reach.check(host_of_url(req.full_url))
        return self.do_open(_made_by(kind, self._connect), req)


def _made_by(kind: type[HTTPConnection], connect: Callable[..., socket.socket]) -> Any:
    def made(*args: Any, **options: Any) -> Any:
        connection: Any = kind(*args, **options)
        # the one place between looking a name up and asking what was found there
        connection._create_connection = connect  # noqa: SLF001
        return connection

    return made


def _connect(ways: Reach, address: tuple[str, int], *options: Any) -> socket.socket:
    host, port = address
    *others, last = ways.addresses(host, socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    for one in others:
        with suppress(OSError):
            return socket.create_connection((one, port), *options)
    return socket.create_connection((last, port), *options)
