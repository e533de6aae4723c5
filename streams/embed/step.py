"""The embed stage: each posting's newest content becomes a vector."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from xxhash import xxh3_64_digest

from schemas.embedded import PostingEmbedded
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting
from schemas.topics import EMBEDDED
from schemas.vector import pack
from streams.embed.model import Model, load_model
from streams.embed.recipe import MODEL, TEXT_CHARACTERS, TITLE_CHARACTERS
from streams.embed.weights import NoWords
from streams.looking import decoded
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

FORMAT = b"\x01"
_VERSION_BYTES = 16


class _Known(NamedTuple):
    """The newest version of a posting, and the digest of what its last vector was made of."""

    version: int
    digest: bytes


class EmbedStep:
    """Publishes a vector for every posting whose newest content reads otherwise than before.

    Every posting gets one, copies too: which of a cluster stands for it may change without the posting coming again.
    """

    stage = "embed"
    every_write = False
    made_by = FORMAT
    readers = 0

    def __init__(self, model: Model) -> None:
        self._model = model

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        return decoded(messages)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        posting = received.event
        if not isinstance(posting, DeduplicatedPosting):
            raise Rejected("unexpected_event", f"embed reads deduplicated postings, not {posting.TYPE}")
        known = _unpack(state.get(posting.posting_id))
        if posting.version < known.version:
            return Outcome("superseded")
        digest = _digest(posting)
        same = digest == known.digest and received.replay_id is None
        emits = [] if same else [Emit(EMBEDDED, self._embedded(posting))]
        state.put(posting.posting_id, FORMAT + posting.version.to_bytes(_VERSION_BYTES, "big") + digest)
        return Outcome("as_before" if same else "embedded", emits)

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        """Drop nothing: nothing is cached."""

    def _embedded(self, posting: DeduplicatedPosting) -> PostingEmbedded:
        try:
            vector = self._model.posting(posting.title, posting.description)
        except NoWords as error:
            raise Rejected("no_words", str(error)) from error
        return PostingEmbedded(
            posting_id=posting.posting_id,
            source=posting.source,
            model=MODEL,
            vector=pack(vector.tolist()),
            revised_at=posting.revised_at,
            processed_at=posting.processed_at,
        )


def build_step() -> EmbedStep:
    """Return the step with its weights loaded."""
    return EmbedStep(load_model())


def _digest(posting: DeduplicatedPosting) -> bytes:
    read = (MODEL, posting.title[:TITLE_CHARACTERS], posting.description[:TEXT_CHARACTERS])
    return xxh3_64_digest("\0".join(read).encode())


def _unpack(value: bytes | None) -> _Known:
    """Return what the state holds; nothing known where there is none."""
    if value is None:
        return _Known(-1, b"")
    end = len(FORMAT) + _VERSION_BYTES
    return _Known(int.from_bytes(value[len(FORMAT) : end], "big"), value[end:])
