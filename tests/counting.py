"""A step that counts how often it saw each posting: small, and wrong at once when state is lost or doubled."""

from collections.abc import Sequence

from schemas.raw import RawPosting
from schemas.topics import NORMALIZED
from streams.step import GROUP_END, Emit, Outcome, Received, Rejected, Settled, StateView
from tests.builders import make_posting, make_raw_posting


class CountingStep:
    """Emits a Posting whose revision is the count; counts per board by `scan`, with a cache beside the state.

    A row with `reject`, `crash` or `large` is rejected, raises, or gives an output over the limit, each after it wrote.
    """

    stage = "normalize"

    def __init__(self) -> None:
        self._cache: dict[str, int] = {}
        self.forgotten = 0

    def __call__(self, received: Received, state: StateView) -> Outcome:
        raw = received.event
        assert isinstance(raw, RawPosting)
        key = f"{raw.board}{GROUP_END}{raw.source_id}"
        count = self._count(key, state) + 1
        self._cache[key] = count
        state.put(key, str(count).encode())
        return self._outcome(raw, count, state)

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        key = f"books:{settled[0].message.topic}"
        state.put(key, str(int(state.get(key) or 0) + len(settled)).encode())

    def forget(self) -> None:
        self.forgotten += 1
        self._cache.clear()

    def _count(self, key: str, state: StateView) -> int:
        if key not in self._cache:
            self._cache[key] = int(state.get(key) or 0)
        return self._cache[key]

    def _outcome(self, raw: RawPosting, count: int, state: StateView) -> Outcome:
        if raw.row.get("delete"):
            self._cache.pop(f"{raw.board}{GROUP_END}{raw.source_id}")
            state.delete(f"{raw.board}{GROUP_END}{raw.source_id}")
            return Outcome("deleted")
        if raw.row.get("reject"):
            raise Rejected("refused_row", "the row says so")
        if raw.row.get("crash"):
            raise ZeroDivisionError("the row says so")
        total = sum(int(value) for _, value in state.scan(raw.board))
        text = "x" * (2 << 20) if raw.row.get("large") else str(total)
        posting = make_posting(source=raw.source, board=raw.board, source_id=raw.source_id, revision=count, description=text)
        return Outcome("normalized", [Emit(NORMALIZED, posting)])


def counted(source_id: str = "p1", board: str = "acme", **row: object) -> RawPosting:
    """A raw posting for the counting step; keywords go into its row."""
    return make_raw_posting(
        source_id=source_id, board=board, source=str(row.pop("source", "lever")), row={"id": source_id, **row}
    )
