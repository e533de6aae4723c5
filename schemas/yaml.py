"""YAML for people, of JSON values: block style, strings in double quotes, nothing else."""

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*\Z")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def to_yaml(value: Any) -> str:
    """Return `value`, made of dicts, lists, strings, numbers, booleans and None, as a YAML document."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Any, indent: str) -> list[str]:
    if isinstance(value, dict) and value:
        return [line for key, item in value.items() for line in _entry(f"{indent}{_key(key)}:", item, indent)]
    if isinstance(value, list) and value:
        return [line for item in value for line in _item(item, indent)]
    return [indent + json.dumps(value, ensure_ascii=False)]


def _entry(head: str, item: Any, indent: str) -> list[str]:
    nested = _lines(item, indent + "  ")
    if isinstance(item, dict | list) and item:
        return [head, *nested]
    return [f"{head} {nested[0].strip()}"]


def _item(item: Any, indent: str) -> list[str]:
    first, *rest = _lines(item, indent + "  ")
    return [f"{indent}- {first.lstrip()}", *rest]


def _key(key: str) -> str:
    return key if _PLAIN.match(key) and key.lower() not in _WORDS else json.dumps(key, ensure_ascii=False)
