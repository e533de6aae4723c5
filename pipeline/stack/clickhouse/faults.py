"""ClickHouse's errors: their codes, and the HTTP status that a server answers each with.

Source: ClickHouse, src/Server/HTTP/exceptionCodeToHTTPStatus.cpp and src/Common/ErrorCodes.cpp.
"""

import re
from http import HTTPStatus

NOT_IMPLEMENTED = 48
UNKNOWN_SETTING = 115
UNKNOWN_EXCEPTION = 1002

_CODE = re.compile(r"Code: (\d+)\. ")

_BAD_REQUEST = (6, 8, 15, 25, 26, 27, 36, 38, 41, 44, 53, 62, 72, 117, 167, 168, 321, 376, 427, 441, 675, 676)
_FORBIDDEN = (192, 193, 497, 512, 516)
_NOT_FOUND = (46, 47, 50, 56, 60, 63, 73, 81, UNKNOWN_SETTING, 511)
_STATUS = {
    **dict.fromkeys(_BAD_REQUEST, HTTPStatus.BAD_REQUEST),
    **dict.fromkeys(_FORBIDDEN, HTTPStatus.FORBIDDEN),
    **dict.fromkeys(_NOT_FOUND, HTTPStatus.NOT_FOUND),
    NOT_IMPLEMENTED: HTTPStatus.NOT_IMPLEMENTED,
    76: HTTPStatus.SERVICE_UNAVAILABLE,
    159: HTTPStatus.REQUEST_TIMEOUT,
    209: HTTPStatus.SERVICE_UNAVAILABLE,
}


class Fault(Exception):  # noqa: N818 - the server's word for it would be Exception
    """A request that the engine refused; `code` is ClickHouse's, the message is as a server would write it."""

    def __init__(self, message: str, code: int | None = None) -> None:
        found = _CODE.search(message)
        self.code = code if code is not None else int(found[1]) if found else UNKNOWN_EXCEPTION
        super().__init__(message[found.start() :] if found else f"Code: {self.code}. DB::Exception: {message}")

    @property
    def status(self) -> HTTPStatus:
        """The HTTP status that a server answers with."""
        return _STATUS.get(self.code, HTTPStatus.INTERNAL_SERVER_ERROR)
