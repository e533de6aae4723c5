"""Bytes of an answer or a file as JSON values."""

import json
import re
from typing import Any

import orjson

_SURROGATES = re.compile("[\ud800-\udfff]")


def parse_json(body: bytes) -> Any:
    """Return the JSON value in `body`, UTF-8.

    Half of a surrogate pair, which JSON can escape and no message can carry, is left out.
    Raises ValueError when it is not JSON, or not UTF-8.
    """
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as refused:
        if b"\\u" not in body:
            raise
        return _leniently(body, refused)


def _leniently(body: bytes, refused: ValueError) -> Any:
    try:
        return _whole(json.loads(body.decode()))
    except (ValueError, RecursionError):
        raise refused from None


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("", value)
    if isinstance(value, list):
        return [_whole(part) for part in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(part) for name, part in value.items()}
    return value
