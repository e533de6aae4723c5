"""A forward proxy for plain HTTP that knows its users, as a test wants it."""

from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

_DIRECTLY = build_opener(ProxyHandler({}))


class ForwardProxy:
    """Serves on a free port of 127.0.0.1; `forwarded` are the addresses that it fetched for `user` with `password`."""

    def __init__(self, user: str, password: str) -> None:
        self.forwarded: list[str] = []
        self.known = "Basic " + b64encode(f"{user}:{password}".encode()).decode()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://{user}:{password}@127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, name="proxy", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(proxy: ForwardProxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.headers.get("Proxy-Authorization") != proxy.known:
                self._send(407, {"Proxy-Authenticate": 'Basic realm="proxy"'}, b"")
                return
            proxy.forwarded.append(self.path)
            asked = Request(self.path, headers={name: self.headers[name] for name in ("User-Agent", "Accept")})
            try:
                with _DIRECTLY.open(asked) as answer:
                    self._send(answer.status, {"Content-Type": answer.headers["Content-Type"]}, answer.read())
            except HTTPError as error:
                self._send(error.code, {}, error.read())

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests ask `forwarded`."""

    return Handler
