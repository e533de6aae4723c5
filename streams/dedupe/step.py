"""The dedupe step: every posting is published with its cluster, and every change of a cluster for whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import to_json

from schemas.base import epoch_ms, from_epoch_ms
from schemas.cluster import ClusterAssigned, Match, Variant
from schemas.codec import Written, iso
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting, PostingMoved
from schemas.topics import CANONICAL, CLUSTER, DEDUPLICATED
from streams.dedupe.arrived import Arrived, look, version_of
from streams.dedupe.cache import held_clusters
from streams.dedupe.canonical import statement_of
from streams.dedupe.clusters import Clusters
from streams.dedupe.decide import ALONE, MOVED, NO_EMPLOYER
from streams.dedupe.member import BEGINNING, Member, Moved, member_of, pack, unpack
from streams.held import HeldGroups
from streams.step import GROUP_END, Emit, Outcome, Received, Rejected, Settled, StateView, Step

NO_EMPLOYER_KEY = "posting:"


def build_step() -> Step:
    """Return the step of the stage `dedupe`."""
    return DedupeStep(held_clusters())


@dataclass(slots=True)
class _Work:
    """One event's surroundings; `replayed` is the posting that a replay brings, `said` what the writes say of canonical ones.

    `arrived` is the posting that came, None where one has left.
    """

    employer_key: str
    clusters: Clusters
    state: StateView
    now_ms: int
    replayed: str | None
    arrived: Arrived | None
    said: list[Emit] = field(default_factory=list)

    def save(self, entry: Member | Moved) -> None:
        """Write `entry`, which is held, to the state, and say what that means for its employer's canonical postings."""
        key = f"{self.employer_key}{GROUP_END}{entry.posting_id}"
        held = self.state.get(key)
        before = None if held is None else unpack(entry.posting_id, held)
        sketch = self._sketch_of(entry)
        said = statement_of(before, entry, self.employer_key, repeated=entry.posting_id == self.replayed, sketch=sketch)
        if said is not None:
            self.said.append(Emit(CANONICAL, said))
        value = pack(entry)
        self.state.put(key, value)
        if isinstance(entry, Member):
            self.clusters.index.keep(entry.posting_id, value)

    def assign(self, member: Member, place: bytes | None = None) -> Emit:
        """Return the event of the member's place, which is JSON where it is known.

        On return the member is held and saved with the event's time.
        """
        # a clock that stands or goes back must not make the newest assignment look old
        assigned = member.assigned(max(self.now_ms, member.assigned_ms + 1))
        self.save(assigned)
        place = place or _place_json(member.cluster_id, self.match_of(member), _variant_of(member))
        return Emit(CLUSTER, _assignment(assigned, self.employer_key, place))

    def match_of(self, member: Member) -> Match:
        """Return why the member is in its cluster."""
        if member.copied:
            return member.copied.match()
        return NO_EMPLOYER if self.employer_key.startswith(NO_EMPLOYER_KEY) else ALONE

    def _sketch_of(self, entry: Member | Moved) -> bytes | None:
        """Return the sketch that was read with the posting, where `entry` holds it as it came."""
        came = self.arrived
        return came.sketch if came and (came.posting_id, came.version) == (entry.posting_id, entry.version) else None


class DedupeStep:
    """Groups an employer's postings by the job that they advertise."""

    stage = "dedupe"
    every_write = False
    made_by = BEGINNING
    readers = 1

    def __init__(self, held: HeldGroups[Clusters]) -> None:
        self._held = held

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        """Read the texts of all postings at once."""
        return look(messages)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if not isinstance(event, Arrived | PostingMoved):
            raise Rejected("unexpected_event", f"dedupe reads no {type(event).__name__}")
        key = event.employer_key
        replayed = None if received.replay_id is None else event.posting_id
        arrived = event if isinstance(event, Arrived) else None
        work = _Work(key, self._held.group(key, state), state, epoch_ms(received.now), replayed, arrived)
        outcome = _forget(event, work) if isinstance(event, PostingMoved) else _take(event, received.message.value or b"", work)
        return Outcome(outcome.word, (*outcome.emits, *work.said)) if work.said else outcome

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        self._held.clear()


def _take(arrived: Arrived, value: bytes, work: _Work) -> Outcome:
    """Place a posting; `value` is its JSON."""
    index, posting_id = work.clusters.index, arrived.posting_id
    known = index.get(posting_id)
    left = index.moved.get(posting_id)
    if known is None and left is not None and arrived.version <= left.version:
        return Outcome("moved_away", [_deduplicated(arrived, value, _place_json(posting_id, MOVED, None))])
    older = known is not None and arrived.version <= known.version
    assigned_ms = known.assigned_ms if known else left.assigned_ms if left else 0
    if known is not None and arrived.version == known.version:
        changed = work.clusters.mend()
    else:
        changed = [] if older else _place(member_of(arrived, assigned_ms), known, work)
    member = index.get(posting_id)
    assert member is not None  # it was known, or has just been placed
    if work.replayed and all(other.posting_id != posting_id for other in changed):
        changed = [*changed, member]
    # its own record first: with it durable, who carries the batch again knows that others may not be
    changed.sort(key=lambda other: other.posting_id != posting_id)
    match = work.match_of(member)
    place = _place_json(member.cluster_id, match, _variant_of(member))
    assigned = [work.assign(other, place if other.posting_id == posting_id else None) for other in changed]
    word = "not_newer" if older else "canonical" if member.is_canonical else match.method.value
    return Outcome(word, [_deduplicated(arrived, value, place), *assigned])


def _place(member: Member, known: Member | None, work: _Work) -> list[Member]:
    """Hold and save `member`; return the members that are in another place than before, itself among them."""
    if known and (known.held, known.order) == (member.held, member.order):
        changed, member = [], member.placed(known.kin)
        work.clusters.index.renew(member)
    else:
        changed = [other for other in work.clusters.put(member) if not _is_where_it_was(other, known)]
    # what a replay brings is assigned again, and saved then
    if work.replayed is None and all(other.posting_id != member.posting_id for other in changed):
        work.save(work.clusters.index.get(member.posting_id) or member)
    return changed


def _is_where_it_was(member: Member, known: Member | None) -> bool:
    return known is not None and member.posting_id == known.posting_id and member.kin == known.kin


def _forget(event: PostingMoved, work: _Work) -> Outcome:
    index = work.clusters.index
    known = index.get(event.posting_id) or index.moved.get(event.posting_id)
    version = version_of(event)
    if known is not None and version < known.version:
        return Outcome("not_newer")
    moved = Moved(event.posting_id, version, known.assigned_ms if known else 0)
    if moved == known:
        changed = work.clusters.mend()
    else:
        changed = work.clusters.remove(moved)
        work.save(moved)
    return Outcome("moved", [work.assign(member) for member in changed])


def _deduplicated(arrived: Arrived, value: bytes, place: bytes) -> Emit:
    """Return the posting with its place: its JSON as it came, and what dedupe adds."""
    posting = b"".join((value.rstrip()[:-1], b",", place[1:]))
    posting_id, kind = arrived.posting_id, DeduplicatedPosting.TYPE
    return Emit(DEDUPLICATED, Written(kind, posting_id, arrived.identity, posting_id, arrived.time, posting))


def _assignment(member: Member, employer_key: str, place: bytes) -> Written:
    """Return the ClusterAssigned that says that `member` is in `place`."""
    posting_id, assigned_at = member.posting_id, from_epoch_ms(member.assigned_ms)
    who = to_json({"posting_id": posting_id, "source": posting_id.partition(":")[0], "employer_key": employer_key})
    revised_at, processed_at = map(from_epoch_ms, member.version)
    when = to_json({"revised_at": revised_at, "processed_at": processed_at, "assigned_at": assigned_at})
    value = b"".join((who[:-1], b",", place[1:-1], b",", when[1:]))
    return Written(ClusterAssigned.TYPE, posting_id, assigned_at.isoformat(), posting_id, iso(assigned_at), value)


def _place_json(cluster_id: str, match: Match, variant: Variant | None) -> bytes:
    return to_json({
        "cluster_id": cluster_id,
        "is_canonical": match.matched_posting_id is None,
        "match": match,
        "variant": variant,
    })  # fmt: skip


def _variant_of(member: Member) -> Variant | None:
    return member.kin.variant() if member.kin and member.is_canonical else None
