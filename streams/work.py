"""One batch on its way through a step: what it publishes, what it writes, and what became of each event."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from runtime.logs import logger
from schemas.codec import REPLAY_ID, DecodeError, encode, position_of
from schemas.dead_letter import DeadLetter, bury
from schemas.message import Incoming, Outgoing
from schemas.topics import Topic, changelog_of
from streams.looking import LookFailed
from streams.state import EventView, Overlay, State, Writes
from streams.step import Emit, Outcome, Received, Rejected, Settled, Step

TOO_LARGE = "too_large"
UNEXPECTED = "unexpected"
DEAD_LETTER = "dead_letter"
UNKNOWN = "unknown"
# what a record batch and its one record add to key, value and headers
_ENVELOPE = 128
_PER_HEADER = 8
log = logger(__name__)


class Buried(NamedTuple):
    """An event that became a dead letter."""

    reason: str
    source: str


class Result(NamedTuple):
    """What one event comes to. `failure` is its source when it failed unexpectedly."""

    event: Any
    outcome: Outcome
    outgoing: list[Outgoing]
    buried: Buried | None = None
    failure: str | None = None


@dataclass(slots=True)
class Work:
    """What a batch comes to. `owners[i]` is the position in the batch of the event behind `outgoing[i]`."""

    results: list[Result] = field(default_factory=list)
    outgoing: list[Outgoing] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    overlays: dict[int, Overlay] = field(default_factory=dict)
    settled: dict[tuple[str, int], list[Settled]] = field(default_factory=dict)

    @property
    def failures(self) -> list[str | None]:
        """Per event the source whose event failed unexpectedly, None where none did."""
        return [result.failure for result in self.results]

    def add(self, message: Incoming, result: Result) -> None:
        """Append what `message` comes to."""
        self.owners.extend([len(self.results)] * len(result.outgoing))
        self.outgoing.extend(result.outgoing)
        self.results.append(result)
        self.settled.setdefault((message.topic, message.partition), []).append(Settled(message, result.outcome.word))


class Bench:
    """Carries events through a step, each over an overlay: what a failed event wrote is dropped."""

    def __init__(self, step: Step, state: State) -> None:
        self._step = step
        self._state = state
        self._changelog_limit = changelog_of(step.stage).max_bytes

    def take(self, work: Work, message: Incoming, found: Any, now: datetime, *, refused: bool) -> None:
        """Add what `message`, of which the step's `look` has `found` this, comes to.

        `refused`: the broker did not take one of its outputs, so it is dead.
        """
        overlay = self._overlay(work, message.partition)
        view = EventView(overlay)
        result = self._attempt(message, found, view, now, refused=refused)
        if result.buried is None:
            overlay.merge(view.scratch)
        elif view.scratch or result.failure is not None:
            # a step that had begun to write may hold the same beside the state
            self._step.forget()
        work.add(message, result)

    def settle(self, work: Work) -> None:
        """Let the step write what it keeps per batch, once per input partition."""
        for (_, partition), settled in work.settled.items():
            overlay = self._overlay(work, partition)
            view = EventView(overlay)
            self._step.settle(settled, view)
            overlay.merge(view.scratch)

    def _overlay(self, work: Work, partition: int) -> Overlay:
        found = work.overlays.get(partition)
        if found is None:
            found = work.overlays[partition] = Overlay(self._state.partition(partition), every_write=self._step.every_write)
        return found

    def _attempt(self, message: Incoming, found: Any, view: EventView, now: datetime, *, refused: bool) -> Result:
        event = None
        try:
            if isinstance(found, Exception):
                raise found  # noqa: TRY301 - here it has its turn
            event = found
            if refused:
                return self._bury(message, event, now, (TOO_LARGE, "the broker refused an output as too large"))
            return self._process(event, message, view, now)
        except (DecodeError, Rejected) as error:
            return self._bury(message, event, now, (error.reason, error.detail))
        except Exception as error:  # noqa: BLE001 - the limits decide how many of them become dead letters
            failed = error if isinstance(error, LookFailed) else LookFailed.of(error, event)
            log.error("unexpected exception", trace=failed.trace, **_named(failed.event))  # noqa: TRY400 - one line
            failure = getattr(failed.event, "source", None) or UNKNOWN
            return self._bury(message, failed.event, now, (UNEXPECTED, failed.detail), failure)

    def _process(self, event: Any, message: Incoming, view: EventView, now: datetime) -> Result:
        headers = dict(message.headers)
        replay_id, traceparent = _text(headers.get(REPLAY_ID)), _text(headers.get("traceparent"))
        outcome = self._step(Received(event, message, replay_id, now), view)
        outgoing = _encoded(outcome.emits, made_by=self._step.stage, replay_id=replay_id, traceparent=traceparent)
        self._check_sizes(view.scratch)
        return Result(event, outcome, outgoing)

    def _check_sizes(self, scratch: Writes) -> None:
        for key, value in scratch.items():
            if value is not None and len(key) + len(value) + _ENVELOPE > self._changelog_limit:
                raise Rejected(TOO_LARGE, f"a state value of {len(value)} bytes is over the changelog's {self._changelog_limit}")

    def _bury(self, message: Incoming, event: Any, now: datetime, why: tuple[str, str], failure: str | None = None) -> Result:
        (reason, detail), (topic, partition, offset) = why, position_of(message)
        # a replayed posting that can't be read is the same dead letter again, not another one
        letter = DeadLetter(
            self._step.stage, reason, detail, topic, partition, offset, now,
            **_named(event), revised_at=getattr(event, "revised_at", None),
        )  # fmt: skip
        return Result(event, Outcome(DEAD_LETTER), [bury(message, letter)], Buried(reason, letter.source or UNKNOWN), failure)


def _encoded(emits: Iterable[Emit], **how: Any) -> list[Outgoing]:
    made: dict[int, Outgoing] = {}
    outgoing = []
    for emit in emits:
        known = made.get(id(emit.event))
        # an event that goes to two topics is written as JSON once
        sent = known._replace(topic=emit.topic.name) if known else encode(emit.event, emit.topic.name, **how)
        made[id(emit.event)] = sent
        outgoing.append(_within_limit(sent, emit.topic))
    return outgoing


def _within_limit(message: Outgoing, topic: Topic) -> Outgoing:
    size = len(message.key) + len(message.value or b"") + _ENVELOPE
    size += sum(map(len, chain.from_iterable(message.headers))) + _PER_HEADER * len(message.headers)
    if size > topic.max_bytes:
        raise Rejected(TOO_LARGE, f"an output of {size} bytes is over the {topic.max_bytes} of {topic.name}")
    return message


def _named(event: Any) -> dict[str, str | None]:
    return {name: getattr(event, name, None) for name in ("source", "posting_id")}


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8", "replace")
