"""Bytes as JSON values."""

from typing import Any

import pytest

from scrapers.answers import parse_json


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"a": "caf\xc3\xa9"}', {"a": "café"}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        (b'{"a": "x\\ud800y", "b": ["\\udfff"], "c\\ud800": 1}', {"a": "xy", "b": [""], "c": 1}),
        (b'{"a": "\\ud83d\\ude00\\u0000"}', {"a": "\U0001f600\0"}),
    ],
)
def test_json_comes_as_it_is_without_half_characters(body: bytes, value: Any) -> None:
    """Half of a surrogate pair can't be sent on in UTF-8; a NUL can, and is the next stage's matter."""
    assert parse_json(body) == value


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"a": ', b'{"a": "caf\xe9"}', b'{"a": "\\u12', b"[" * 100_000])
def test_what_is_not_json_is_refused(body: bytes) -> None:
    """What is not json is refused."""
    with pytest.raises(ValueError, match=r"."):
        parse_json(body)
