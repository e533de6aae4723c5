"""The step of mirror: canonical postings ask in buckets for older copies of other employers, and the oldest one is published.

Three inputs, one loop: a posting's owner sends what is compared to the owners of its buckets (`jobs.posting.sighted`, keyed by
bucket); each answers (`jobs.sighting.answered`, keyed by posting), at once and whenever its answer changes; the owner publishes
the oldest one found. No partition sees all postings.

Most postings have no mirror: to a posting's first ask only those buckets answer that have found something, and each answer is
published as it comes. Whoever asks again, edited or after a rebuild, has perhaps something to take back: all buckets answer, and
when all have, the oldest one found is published, so that a copy that stays one is not taken back in between.

Why messages that come twice or late change nothing:

1. what is kept follows from one input each, in its order: asks from statements, buckets from sightings, what was heard and told
   from answers. In which order the three are read changes no entry;
2. each message names the posting's ask, which only its owner counts, and an answer the offset of the sighting that led to it;
3. each event writes one entry, so a stop while state is written leaves whole events; those that come again repeat what they
   published before, or what a later one, published before as well, has replaced.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from xxhash import xxh3_64_hexdigest

from schemas.base import epoch_ms, from_epoch_ms
from schemas.message import Incoming
from schemas.mirror import CanonicalPosting, PostingMirrored, PostingSighted, SightingAnswered
from schemas.topics import ANSWERED, MIRROR, SIGHTED
from streams.dedupe.sketch import SKETCH_SCHEME
from streams.held import HeldGroups
from streams.looking import decoded
from streams.mirror.across import ACROSS, buckets_of
from streams.mirror.asked import FIRST_ASK, FORMAT, Asked, asked_key
from streams.mirror.asked import unpack as unpack_asked
from streams.mirror.bucket import Bucket
from streams.mirror.cache import held_buckets
from streams.mirror.heard import Found, Heard, heard_key
from streams.mirror.heard import unpack as unpack_heard
from streams.mirror.sent import answered, sightings_of
from streams.mirror.sighting import Sighting, entry_of, pack
from streams.step import GROUP_END, Emit, Outcome, Received, Rejected, Settled, StateView

NONE = "No older posting of another employer advertises the same job."
NOT_NEWER = "not_newer"


def build_step() -> "MirrorStep":
    """Return the step of the stage `mirror`."""
    return MirrorStep(held_buckets())


class MirrorStep:
    """Finds for each canonical posting the oldest older one of another employer that advertises the same job."""

    stage = "mirror"
    every_write = False
    made_by = bytes((FORMAT,))
    readers = 0

    def __init__(self, held: HeldGroups[Bucket]) -> None:
        self._held = held

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        return decoded(messages)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if isinstance(event, CanonicalPosting):
            return _ask(event, state, replayed=received.replay_id is not None)
        if isinstance(event, PostingSighted):
            return self._sight(event, received, state)
        if isinstance(event, SightingAnswered):
            return _hear(event, state, epoch_ms(received.now))
        raise Rejected("unexpected_event", f"mirror reads no {event.TYPE}")

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        self._held.clear()

    def _sight(self, event: PostingSighted, received: Received, state: StateView) -> Outcome:
        bucket = self._held.group(event.bucket, state)
        known, entry = bucket.get(event.posting_id), entry_of(event)
        if known is not None and entry.ask <= known.ask:
            return Outcome(NOT_NEWER)
        concerned = bucket.put(entry)
        state.put(f"{event.bucket}{GROUP_END}{entry.posting_id}", pack(entry))
        own = bucket.answer(entry) if isinstance(entry, Sighting) else None
        offset, now = received.message.offset, received.now
        answers = [answered(other, bucket.answer(other), event.bucket, offset, now) for other in concerned]
        if own is not None or event.ask > FIRST_ASK:
            answers.append(answered(event, own, event.bucket, offset, now))
        return Outcome("entered" if isinstance(entry, Sighting) else "left", [Emit(ANSWERED, answer) for answer in answers])


def _ask(event: CanonicalPosting, state: StateView, *, replayed: bool) -> Outcome:
    key = asked_key(event.posting_id)
    known = unpack_asked(state.get(key))
    if event.version <= known.version:
        return Outcome(NOT_NEWER)
    buckets, digest = _buckets_of(event), _digest_of(event)
    if digest == known.digest and not replayed:
        state.put(key, replace(known, version=event.version).pack())
        return Outcome("as_before")
    asked = Asked(event.version, digest, known.ask + 1, buckets)
    state.put(key, asked.pack())
    left = [bucket for bucket in known.buckets if bucket not in buckets]
    sighted = sightings_of(event, asked.ask, buckets, left)
    return Outcome("asked" if buckets else "not_compared", [Emit(SIGHTED, each) for each in sighted])


def _hear(event: SightingAnswered, state: StateView, now_ms: int) -> Outcome:
    key = heard_key(event.posting_id)
    heard = unpack_heard(state.get(key)).hears(event)
    if heard is None:
        return Outcome("late")
    told: list[Emit] = []
    if heard.is_settled and _meaning(heard.found) != _meaning(heard.said):
        # a clock that stands or goes back must not make the newest answer look old
        heard = replace(heard, said=heard.found, said_ms=max(now_ms, heard.said_ms + 1))
        told.append(Emit(MIRROR, _mirrored(event.posting_id, heard)))
    state.put(key, heard.pack())
    return Outcome("told" if told else "heard", told)


def _meaning(found: Found | None) -> tuple[str, str, float] | None:
    return None if found is None else found[1:]


def _buckets_of(event: CanonicalPosting) -> tuple[str, ...]:
    return buckets_of(event.sketch) if event.sketch is not None and event.scheme == SKETCH_SCHEME else ()


def _digest_of(event: CanonicalPosting) -> str:
    """Return the digest of everything that an answer depends on."""
    said = event.model_dump_json(include={"employer_key", "is_canonical", "first_fetched_at", "sketch", "scheme"})
    return xxh3_64_hexdigest(said.encode())


def _mirrored(posting_id: str, heard: Heard) -> PostingMirrored:
    found = heard.said
    return PostingMirrored(
        posting_id=posting_id,
        source=posting_id.partition(":")[0],
        mirror_of=found and found.posting_id,
        mirror_employer_key=found and found.employer_key,
        similarity=found and found.similarity,
        reason=NONE if found is None else _reason(found),
        verifier=ACROSS,
        found_at=from_epoch_ms(heard.said_ms),
    )


def _reason(found: Found) -> str:
    said = f"about {found.similarity:.0%} of what the shorter ad says about the role is in {found.posting_id} too"
    return f"The titles have words in common, neither level, place nor requisition contradicts, and {said}."
