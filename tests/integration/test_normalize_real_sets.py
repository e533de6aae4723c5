"""Every row of the real sets goes through normalize: no exception, every row accounted for."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from schemas.message import Incoming
from streams.normalize.books import books_key, read_books
from streams.normalize.step import NormalizeStep, build_step
from streams.step import Received, Rejected, Settled
from tests.builders import raw_message
from tests.real_rows import FILES, raw_postings

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


class Memory(dict[str, bytes]):
    """State that lasts as long as its test."""

    def put(self, key: str, value: bytes) -> None:
        """Write `key`."""
        self[key] = value


def outcome(step: NormalizeStep, message: Incoming, state: Memory) -> tuple[str, str]:
    """(word, reason) of one row: the reason of a rejection, else nothing."""
    [found] = step.look([message])
    try:
        return step(Received(found, message, None, NOW), state).word, ""
    except Rejected as rejected:
        return "dead_letter", rejected.reason


@pytest.mark.parametrize("source", FILES)
def test_every_row_has_an_outcome(shared_data, source):
    """The books balance over the whole set, and all that is dead lacks a title."""
    step, state, settled, reasons = build_step(), Memory(), [], Counter()
    for offset, raw in enumerate(raw_postings(shared_data, source)):
        message = raw_message(raw, offset=offset)
        word, reason = outcome(step, message, state)
        settled.append(Settled(message, word))
        reasons[reason] += 1
    step.settle(settled, state)

    found = read_books(books_key(0), state[books_key(0)])
    assert found is not None
    assert found[1].balanced
    assert found[1].next_offset == len(settled) > 3000
    assert set(reasons) <= {"", "missing_title"}
    assert reasons["missing_title"] == found[1].dead_letters
