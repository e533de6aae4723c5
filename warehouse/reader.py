"""Read-only statements over ClickHouse's HTTP interface, by the standard library alone.

For commands that somebody waits for: the import of a full client takes longer than their answer.
Source: ClickHouse documentation, "HTTP Interface", "JSONCompact".
"""

import json
import ssl
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode

from runtime.config import DatabaseConfig
from warehouse.contract import SinkUnavailable
from warehouse.errors import clickhouse_error

_CONNECT_S = 5
_ANSWER_S = 120
# Errors come as a status and never amid an answer; times as ISO 8601; 2: nothing is changed.
_ALWAYS = {"wait_end_of_query": 1, "date_time_output_format": "iso", "default_format": "JSONCompact", "readonly": 2}
_ESCAPES = str.maketrans({"\\": r"\\", "'": r"\'"})


class Reader:
    """One connection, which the first statement opens."""

    def __init__(self, config: DatabaseConfig, **settings: str | int) -> None:
        """`settings` of ClickHouse go with every statement."""
        self._path = "/?" + urlencode(_ALWAYS | settings | {"database": config.database})
        self._headers = {"X-ClickHouse-User": config.user, "X-ClickHouse-Key": config.password}
        self._connection = _connection(config)

    def ask(self, sql: str, values: Mapping[str, Any]) -> list[list[Any]]:
        """Return the rows that answer `sql`, its `%(name)s` replaced by `values`; instants are texts in ISO 8601.

        Raises SinkUnavailable, RowsRefused or WarehouseMisconfigured.
        """
        body = (sql % {name: literal(value) for name, value in values.items()}).encode()
        try:
            self._connect()
            self._connection.request("POST", self._path, body, self._headers)
            answer = self._connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (OSError, HTTPException) as error:
            self.close()
            raise SinkUnavailable(f"ClickHouse: {error or type(error).__name__}") from error
        if answer.status != 200:  # noqa: PLR2004 - HTTP's own
            code = answer.headers.get("X-ClickHouse-Exception-Code")
            raise clickhouse_error(int(code) if code else None, (text.strip() or answer.reason).splitlines()[0][:500])
        try:
            rows: list[list[Any]] = json.loads(text)["data"]
        except (ValueError, LookupError, TypeError) as error:
            raise SinkUnavailable(f"ClickHouse: what answers is something else: {text[:100]!r}") from error
        return rows

    def _connect(self) -> None:
        if self._connection.sock is None:
            self._connection.connect()
            _wait_for_answers(self._connection.sock)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


def literal(value: object) -> str:
    """Return a value as ClickHouse's SQL writes it: text, number, None, a list (an array) or a tuple of those."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return f"'{value.translate(_ESCAPES)}'"
    if isinstance(value, list):
        return f"[{_joined(value)}]"
    return f"({_joined(value)})" if isinstance(value, tuple) else repr(value)


def _joined(values: Sequence[object]) -> str:
    return ",".join(map(literal, values))


def _wait_for_answers(socket: Any) -> None:
    socket.settimeout(_ANSWER_S)


def _connection(config: DatabaseConfig) -> HTTPConnection:
    if config.sslmode not in {"require", "verify-full"}:
        return HTTPConnection(config.host, config.port, timeout=_CONNECT_S)
    context = ssl.create_default_context(cafile=config.ca)
    if config.sslmode == "require":
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return HTTPSConnection(config.host, config.port, timeout=_CONNECT_S, context=context)
