"""Looking at messages before their turn: what a step wants to know of each, or why that can't be told."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from traceback import format_exception
from typing import Any, NamedTuple

from runtime.producer import Interrupted
from schemas.codec import DecodeError, decode
from schemas.message import Incoming

Look = Callable[[Sequence[Incoming]], list[Any]]
_PAUSE_S = 0.1


class ReadersGone(Exception):  # noqa: N818 - a condition
    """The processes that looked at messages ahead have died."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some messages, and what becomes what is found of them; None where nobody looks at them yet."""

    messages: Sequence[Incoming]
    ahead: "Future[list[Any]] | None" = None

    def found(self, look: Look, interrupted: Callable[[], bool]) -> list[Any]:
        """Return what `look` returns for each message, from who looks at them or from this process where nobody does.

        Raises Interrupted when `interrupted()` became true meanwhile.
        """
        while self.ahead is not None:
            if interrupted():
                raise Interrupted("the batch was abandoned")
            try:
                return self.ahead.result(_PAUSE_S)
            except ReadersGone:
                # whoever asks a reader next is told of it
                break
            except TimeoutError:
                continue
        return looked(look, self.messages)


class Named(NamedTuple):
    """What a dead letter says of an event."""

    source: str | None
    posting_id: str | None
    revised_at: datetime | None


class LookFailed(Exception):  # noqa: N818 - a value that travels as an exception
    """An event failed unexpectedly. `detail` names the exception, `trace` is where it came from."""

    def __init__(self, detail: str, trace: str, event: Named | None = None) -> None:
        super().__init__(detail, trace, event)
        self.detail = detail
        self.trace = trace
        self.event = event

    @classmethod
    def of(cls, error: Exception, event: Any) -> "LookFailed":
        """Return `error` as the failure of an event, None where it could not be read."""
        named = None if event is None else Named(*(getattr(event, name, None) for name in Named._fields))
        return cls(f"{type(error).__name__}: {error}", "".join(format_exception(error)), named)


def decoded(messages: Sequence[Incoming]) -> list[Any]:
    """Return the event in each message, or its DecodeError: the `look` of a step that wants the whole event."""
    return [_decoded(message) for message in messages]


def looked(look: Look, messages: Sequence[Incoming]) -> list[Any]:
    """Return what `look` returns for each message; where it fails for many, it is asked one by one."""
    try:
        return look(messages)
    except Exception as error:  # noqa: BLE001 - raised again where the message has its turn, and counted then
        if len(messages) == 1:
            event = _decoded(messages[0])
            return [LookFailed.of(error, None if isinstance(event, DecodeError) else event)]
        return [found for message in messages for found in looked(look, [message])]


def _decoded(message: Incoming) -> Any:
    try:
        return decode(message)
    except DecodeError as error:
        return error
