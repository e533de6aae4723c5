"""A step that counts how often it saw each posting: small, and wrong at once when state is lost or doubled."""

from collections.abc import Sequence
from typing import Any

from schemas.message import Incoming
from schemas.raw import RawPosting
from schemas.topics import NORMALIZED
from streams.looking import decoded
from streams.step import GROUP_END, Emit, Outcome, Received, Rejected, Settled, StateView
from tests.builders import make_posting, make_raw_posting


class CountingStep:
    """Emits a Posting whose revision is the count; counts per board by `scan`, with a cache beside the state.

    A key holds the offsets that it was seen at, so an event that comes again gives the same output and the same state.
    A row with `reject`, `crash` or `large` is rejected, raises, or gives an output over the limit, each after it wrote.
    """

    stage = "normalize"
    every_write = False
    made_by = b""
    readers = 0
    mended = False

    def __init__(self) -> None:
        self._cache: dict[str, list[int]] = {}
        self.forgotten = 0

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        return decoded(messages)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        raw = received.event
        assert isinstance(raw, RawPosting)
        key = f"{raw.board}{GROUP_END}{raw.source_id}"
        seen = self._seen(key, state)
        if received.message.offset not in seen:
            self._cache[key] = seen = [*seen, received.message.offset]
            state.put(key, ",".join(map(str, seen)).encode())
        return self._outcome(raw, seen.index(received.message.offset) + 1, state)

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        key = f"books:{settled[0].message.topic}"
        following, count = map(int, (state.get(key) or b"0,0").split(b","))
        new = [s.message.offset for s in settled if s.message.offset >= following]
        if new:
            state.put(key, f"{max(new) + 1},{count + len(new)}".encode())

    def forget(self) -> None:
        self.forgotten += 1
        self._cache.clear()

    def _seen(self, key: str, state: StateView) -> list[int]:
        if key not in self._cache:
            value = state.get(key)
            self._cache[key] = [int(offset) for offset in value.split(b",")] if value else []
        return self._cache[key]

    def _outcome(self, raw: RawPosting, count: int, state: StateView) -> Outcome:
        if raw.row.get("delete"):
            self._cache.pop(f"{raw.board}{GROUP_END}{raw.source_id}")
            state.delete(f"{raw.board}{GROUP_END}{raw.source_id}")
            return Outcome("deleted")
        if raw.row.get("reject"):
            raise Rejected("refused_row", "the row says so")
        if raw.row.get("crash") and not self.mended:
            raise ZeroDivisionError("the row says so")
        total = sum(len(value.split(b",")) for _, value in state.scan(raw.board))
        text = "x" * (2 << 20) if raw.row.get("large") else str(total)
        posting = make_posting(source=raw.source, board=raw.board, source_id=raw.source_id, revision=count, description=text)
        return Outcome("normalized", [Emit(NORMALIZED, posting)])


def counted(source_id: str = "p1", board: str = "acme", **row: object) -> RawPosting:
    """A raw posting for the counting step; keywords go into its row."""
    return make_raw_posting(
        source_id=source_id, board=board, source=str(row.pop("source", "lever")), row={"id": source_id, **row}
    )
