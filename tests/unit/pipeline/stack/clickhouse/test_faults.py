"""Errors keep ClickHouse's code and get its HTTP status."""

from http import HTTPStatus

import pytest

from pipeline.stack.clickhouse.faults import UNKNOWN_EXCEPTION, Fault


@pytest.mark.parametrize(
    ("code", "status"),
    [
        (60, HTTPStatus.NOT_FOUND),
        (62, HTTPStatus.BAD_REQUEST),
        (48, HTTPStatus.NOT_IMPLEMENTED),
        (159, HTTPStatus.REQUEST_TIMEOUT),
        (241, HTTPStatus.INTERNAL_SERVER_ERROR),
        (497, HTTPStatus.FORBIDDEN),
    ],
)
def test_the_code_decides_the_status(code: int, status: HTTPStatus) -> None:
    """A client tells its own fault from the server's by it."""
    fault = Fault(f"Streaming insert finish failed: Code: {code}. DB::Exception: why. (NAME)")

    assert (fault.code, fault.status, str(fault)) == (code, status, f"Code: {code}. DB::Exception: why. (NAME)")


def test_a_message_without_a_code_gets_one() -> None:
    """It reads like one of the server's."""
    assert str(Fault("why")) == f"Code: {UNKNOWN_EXCEPTION}. DB::Exception: why"
    assert Fault("why", 48).status == HTTPStatus.NOT_IMPLEMENTED
