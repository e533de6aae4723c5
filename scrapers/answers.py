"""Bytes of an answer or a file, and scripts of a page, as JSON values."""

import json
import re
from codecs import BOM_UTF8
from typing import Any

import orjson

_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_DECODER = json.JSONDecoder(strict=False)


def parse_json(body: bytes) -> Any:
    """Return the JSON value in `body`, UTF-8, with or without a byte order mark.

    Half of a surrogate pair, which JSON can escape and no message can carry, is left out.
    Raises ValueError when it is not JSON, or not UTF-8.
    """
    body = body.removeprefix(BOM_UTF8)
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as refused:
        if b"\\u" not in body:
            raise
        return _leniently(body, refused)


def first_json(text: str, at: int) -> Any:
    """Return the JSON value that begins at `at`, whatever follows it, like `parse_json`; line breaks in its strings don't matter.

    Raises ValueError when none does, or it is nested too deeply to be read.
    """
    try:
        found, end = _DECODER.raw_decode(text, at)
        return _whole(found) if _ESCAPED_SURROGATE.search(text, at, end) else found
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


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
