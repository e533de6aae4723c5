"""One setting: of which kind and between which bounds it is, what it means, and how it is read from a text.

By the standard library alone: every command waits for this, and the import of pydantic takes longer than many an answer.
"""

import math
import operator
from collections.abc import Callable
from dataclasses import Field, dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

PREFIX = "JOBSTREAM_"
_FLAGS = dict.fromkeys(("1", "true", "t", "yes", "y", "on"), True) | dict.fromkeys(("0", "false", "f", "no", "n", "off"), False)
_BOUNDS: dict[str, Callable[[float, float], bool]] = {"at least": operator.ge, "above": operator.gt, "at most": operator.le}


class SettingRefused(ValueError):  # noqa: N818 - the condition
    """A value is of the wrong kind or out of bounds; the message names the setting and what it takes. A person corrects it."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that prints as asterisks."""

    plain: str

    def __str__(self) -> str:
        return "**********" if self.plain else ""

    def __repr__(self) -> str:
        return f"Secret({str(self)!r})"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is no text")
    return value


def _number(value: Any) -> float:
    found = float(value)
    if not math.isfinite(found):
        # who waits so long for a batch to fill, or between two requests, does nothing for ever
        raise ValueError(f"{value} is no end")
    return found


# what each kind is called, and what makes it of a value or its text; a whole number by its text, since `int` cuts others
_KINDS: dict[type, tuple[str, Callable[[Any], Any]]] = {
    bool: ("true or false", lambda value: _FLAGS[str(value).lower()]),
    int: ("a whole number", lambda value: int(str(value))),
    float: ("a number", _number),
    str: ("a text", _text),
    Path: ("a path", Path),
    Secret: ("a text", lambda value: value if isinstance(value, Secret) else Secret(_text(value))),
}


def setting(
    default: Any, about: str = "", *, least: float | None = None, above: float | None = None, most: float | None = None
) -> Any:
    """Return a field of a dataclass: a setting with its default, what it means, and the bounds of its number."""
    bounds = zip(_BOUNDS, (least, above, most), strict=True)
    return field(default=default, metadata={"about": about, "bounds": {name: end for name, end in bounds if end is not None}})


def meaning(one: "Field[Any]") -> str:
    """Return what a setting means; "" where its name says all."""
    return str(one.metadata.get("about", ""))


def read(one: "Field[Any]", value: object) -> Any:
    """Return a value, or the text of one, as the setting `one` holds it. Raises SettingRefused."""
    if value in (None, "") and type(None) in get_args(one.type):
        return None
    bounds = one.metadata.get("bounds", {})
    try:
        found = _made(one.type, value)
        if all(_BOUNDS[name](found, end) for name, end in bounds.items()):
            return found
    except (ValueError, TypeError, KeyError):
        pass
    takes = ", ".join([_kind(one.type), *(f"{name} {end}" for name, end in bounds.items())])
    raise SettingRefused(f"{PREFIX}{one.name.upper()} is {value!r}; it takes {takes}.")


def _made(kind: Any, value: Any) -> Any:
    if get_origin(kind) is Literal:
        return get_args(kind)[get_args(kind).index(value)]
    return _KINDS[_plain(kind)][1](value)


def _kind(kind: Any) -> str:
    return f"one of {', '.join(get_args(kind))}" if get_origin(kind) is Literal else _KINDS[_plain(kind)][0]


def _plain(kind: Any) -> type:
    """Return the kind of what may also be None."""
    found: type = (*get_args(kind), kind)[0]
    return found
