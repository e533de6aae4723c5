"""The contract between a stage's pure step and the one seam that delivers for it (`delivery.py`)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from schemas.base import Event
from schemas.codec import Written
from schemas.message import Incoming
from schemas.topics import Topic

GROUP_END = "\x1f"


class Rejected(Exception):  # noqa: N818 - a value that travels as an exception
    """A step can't use this event: bad data. The seam makes a dead letter of it; `reason` is a metric label."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type["Rejected"], tuple[str, str]]:
        return Rejected, (self.reason, self.detail)


class PluginRefused(Exception):  # noqa: N818 - a condition
    """A plug-in of a step is not installed, can't be loaded, or takes the place of nothing; the message says what to do."""


class StateView(Protocol):
    """The state as one event's step sees it: what earlier events of the batch wrote lies over what is durable.

    Keys are text and contain the input's key; values are bytes that start with their format version. A key may be
    `group + GROUP_END + member`; `scan(group)` then gives the group's entries by their members.
    """

    def get(self, key: str) -> bytes | None:
        """Return the value of `key`, None where there is none."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Write `key`; durable only after the event's outputs are."""
        ...

    def delete(self, key: str) -> None:
        """Forget `key`."""
        ...

    def scan(self, group: str) -> Iterable[tuple[str, bytes]]:
        """Return (member, value) of every entry of `group`, in no order. What is written meanwhile is not among them."""
        ...


class Received(NamedTuple):
    """An event to process: what `look` returned for it. `now` is the batch's time; `replay_id` is set for a replay's."""

    event: Any
    message: Incoming
    replay_id: str | None
    now: datetime


class Emit(NamedTuple):
    """An event to publish; it carries the replay id of the input."""

    topic: Topic
    event: Event | Written


class Outcome(NamedTuple):
    """What became of an event: what to publish, and the word it is counted under (`normalized`, `unchanged`, `late` …)."""

    word: str
    emits: Sequence[Emit] = ()


class Settled(NamedTuple):
    """An event whose outputs or dead letter are durable. `word` is `dead_letter` for the latter."""

    message: Incoming
    word: str


class Step(Protocol):
    """One stage's work, pure but for `state`: the same sequence cut into any batches gives the same outputs and state.

    With `every_write`, what each event wrote becomes durable in that order, not only what was written last to each key: a stop
    while state is written leaves what the first events of the batch wrote, whole, and a first part of what the next one did.
    `made_by`: with what an entry of the state begins that this version made, empty where every version's is read. A worker that
    recovers others ends, so a step meets none.
    `readers`: how many processes of their own its `look` is worth, while one does the rest.
    """

    stage: str
    every_write: bool
    made_by: bytes
    readers: int

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        """Return for each message what the step wants to know of it, or the exception that says why that can't be told.

        Pure: it depends on type (`ce_type`) and value of each message and on nothing else, neither on state nor on time. So it
        may happen long before the message has its turn, many at once, and in another process: what it returns can be pickled.
        """
        ...

    def __call__(self, received: Received, state: StateView) -> Outcome:
        """Return what becomes of `received`; all writes go to `state`.

        Raises Rejected when the event is bad data. Any other exception counts as unexpected: the event's writes are
        dropped, and `forget` is called.
        """
        ...

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write what is kept per batch (the books of normalize) after everything of one partition was published."""
        ...

    def forget(self) -> None:
        """Drop whatever is cached beside the state: the state was taken back, or partitions moved."""
        ...
