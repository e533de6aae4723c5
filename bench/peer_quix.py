"""Our dedupe step on Quix Streams, with its state: the same verdicts and the same two outputs, without their headers.

A checkpoint every 1,000 messages or half a second, at which Quix awaits outputs and changelog and commits: our batch is of
1,000 too, and Faust commits twice a second. usage: python -m bench.peer_quix BOOTSTRAP STATE_DIR
"""

import sys
from collections.abc import Iterable
from typing import Any

from quixstreams import Application, State
from quixstreams.models import Serializer

from runtime.clock import utc_now
from schemas.codec import encode
from schemas.message import Incoming, Outgoing
from schemas.topics import CLUSTER, DEDUPLICATED, NORMALIZED
from streams.dedupe.step import build_step
from streams.step import GROUP_END, Received

OUTPUT = "bench.quix.deduplicated"
CLUSTERS = "bench.quix.cluster"
COMMIT_EVERY = 1000
COMMIT_INTERVAL_S = 0.5
_MEMBERS = "members"


class KeyedState:
    """Quix's state, which is one key's, that is an employer's, as our step expects it."""

    def __init__(self, state: State[Any, Any]) -> None:
        self._state = state

    def get(self, key: str) -> bytes | None:
        found: bytes | None = self._state.get_bytes(key)
        return found

    def put(self, key: str, value: bytes) -> None:
        members = self._state.get(_MEMBERS, [])
        if key not in members:
            self._state.set(_MEMBERS, [*members, key])
        self._state.set_bytes(key, value)

    def delete(self, key: str) -> None:
        self._state.delete(key)

    def scan(self, group: str) -> Iterable[tuple[str, bytes]]:
        start = group + GROUP_END
        keys = [key for key in self._state.get(_MEMBERS, []) if key.startswith(start)]
        return [(key[len(start) :], value) for key in keys if (value := self.get(key)) is not None]


class ValueOf(Serializer):
    """Sends the value that is already made."""

    def __call__(self, value: Outgoing, *_: Any, **__: Any) -> bytes:
        """Return it."""
        assert value.value is not None  # the step sends no tombstones
        return value.value


def build(bootstrap: str, state_dir: str) -> Application:
    """Return the application."""
    app = Application(
        broker_address=bootstrap, consumer_group="bench-quix", auto_offset_reset="earliest", state_dir=state_dir,
        commit_every=COMMIT_EVERY, commit_interval=COMMIT_INTERVAL_S, loglevel="WARNING",
    )  # fmt: skip
    step = build_step()

    def carry(value: bytes, key: bytes, _timestamp: int, headers: Any, state: State[Any, Any]) -> list[Outgoing]:
        message = Incoming(NORMALIZED.name, 0, 0, key, value, tuple(headers or ()))
        [found] = step.look([message])
        outcome = step(Received(found, message, None, utc_now()), KeyedState(state))
        return [encode(emit.event, emit.topic.name, made_by="bench") for emit in outcome.emits]

    source = app.topic(NORMALIZED.name, key_deserializer="bytes", value_deserializer="bytes")
    made = app.dataframe(source).apply(carry, metadata=True, stateful=True, expand=True)
    for topic, name in ((DEDUPLICATED, OUTPUT), (CLUSTER, CLUSTERS)):
        output = app.topic(name, key_serializer="bytes", value_serializer=ValueOf())
        made[made.apply(lambda sent, wanted=topic.name: sent.topic == wanted)].to_topic(output, key=lambda sent: sent.key)
    return app


if __name__ == "__main__":
    build(sys.argv[1], sys.argv[2]).run()
