"""The dedupe step: every posting is published with its cluster, and every change of a cluster for whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from schemas.base import Event, epoch_ms, from_epoch_ms
from schemas.cluster import ClusterAssigned, Match, Variant
from schemas.posting import DeduplicatedPosting, Posting, PostingMoved
from schemas.topics import CANONICAL, CLUSTER, DEDUPLICATED
from streams.dedupe.cache import held_clusters
from streams.dedupe.canonical import statement_of
from streams.dedupe.clusters import Clusters
from streams.dedupe.content import Content, ad_of, contents_of
from streams.dedupe.decide import ALONE, MOVED, NO_EMPLOYER
from streams.dedupe.member import Entry, Member, Moved, member_of, pack, unpack, version_of
from streams.held import HeldGroups
from streams.step import GROUP_END, Emit, Outcome, Received, Rejected, Settled, StateView, Step

NO_EMPLOYER_KEY = "posting:"
_EMPTY = DeduplicatedPosting.model_construct()  # type: ignore[call-arg]


def build_step() -> Step:
    """Return the step of the stage `dedupe`."""
    return DedupeStep(held_clusters())


@dataclass(slots=True)
class _Work:
    """One event's surroundings; `replayed` is the posting that a replay brings, `said` what the writes say of canonical ones."""

    employer_key: str
    clusters: Clusters
    state: StateView
    now_ms: int
    replayed: str | None
    said: list[Emit] = field(default_factory=list)

    def save(self, entry: Member | Moved) -> None:
        key = f"{self.employer_key}{GROUP_END}{entry.posting_id}"
        held = self.state.get(key)
        before = None if held is None else unpack(entry.posting_id, held)
        said = statement_of(before, entry, self.employer_key, repeated=entry.posting_id == self.replayed)
        if said is not None:
            self.said.append(Emit(CANONICAL, said))
        self.state.put(key, pack(entry))

    def assign(self, member: Member) -> Emit:
        """Return the event of the member's place; on return the member is held and saved with the event's time."""
        # a clock that stands or goes back must not make the newest assignment look old
        assigned = replace(member, assigned_ms=max(self.now_ms, member.assigned_ms + 1))
        self.clusters.index.renew(assigned)
        self.save(assigned)
        return Emit(CLUSTER, self._assignment(assigned))

    def match_of(self, member: Member) -> Match:
        """Return why the member is in its cluster."""
        if member.copied:
            return member.copied.match()
        return NO_EMPLOYER if self.employer_key.startswith(NO_EMPLOYER_KEY) else ALONE

    def _assignment(self, member: Member) -> ClusterAssigned:
        return ClusterAssigned(
            posting_id=member.posting_id,
            source=member.posting_id.partition(":")[0],
            employer_key=self.employer_key,
            cluster_id=member.cluster_id,
            is_canonical=member.is_canonical,
            match=self.match_of(member),
            variant=_variant_of(member),
            revised_at=from_epoch_ms(member.version[0]),
            assigned_at=from_epoch_ms(member.assigned_ms),
        )


class DedupeStep:
    """Groups an employer's postings by the job that they advertise."""

    stage = "dedupe"
    every_write = False

    def __init__(self, held: HeldGroups[Entry, Clusters]) -> None:
        self._held = held
        self._foreseen: dict[int, tuple[Posting, Content]] = {}

    def foresee(self, events: Sequence[Event]) -> None:
        """Read the texts of all postings of a batch at once."""
        postings = [event for event in events if isinstance(event, Posting)]
        contents = contents_of([ad_of(posting) for posting in postings])
        # whoever holds an object keeps its id from being given to another one
        self._foreseen = {id(posting): (posting, content) for posting, content in zip(postings, contents, strict=True)}

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if not isinstance(event, Posting | PostingMoved):
            raise Rejected("unexpected_event", f"dedupe reads no {type(event).__name__}")
        key = event.employer_key
        replayed = None if received.replay_id is None else event.posting_id
        work = _Work(key, self._held.group(key, state), state, epoch_ms(received.now), replayed)
        outcome = _forget(event, work) if isinstance(event, PostingMoved) else _take(event, self._content(event), work)
        return replace(outcome, emits=(*outcome.emits, *work.said))

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Write nothing: this stage keeps no books."""

    def forget(self) -> None:
        self._held.clear()

    def _content(self, posting: Posting) -> Content:
        _, content = self._foreseen.get(id(posting), (posting, None))
        return content or contents_of([ad_of(posting)])[0]


def _take(posting: Posting, content: Content, work: _Work) -> Outcome:
    index = work.clusters.index
    known = index.get(posting.posting_id)
    left = index.moved.get(posting.posting_id)
    version = version_of(posting)
    if known is None and left is not None and version <= left.version:
        return Outcome("moved_away", [_deduplicated(posting, posting.posting_id, MOVED, None)])
    older = known is not None and version <= known.version
    assigned_ms = known.assigned_ms if known else left.assigned_ms if left else 0
    changed = [] if older else _place(member_of(posting, content, assigned_ms), known, work)
    member = index.get(posting.posting_id)
    assert member is not None  # it was known, or has just been placed
    if work.replayed and all(other.posting_id != member.posting_id for other in changed):
        changed = [*changed, member]
    match = work.match_of(member)
    emits = [_deduplicated(posting, member.cluster_id, match, _variant_of(member)), *map(work.assign, changed)]
    return Outcome("not_newer" if older else "canonical" if member.is_canonical else match.method.value, emits)


def _place(member: Member, known: Member | None, work: _Work) -> list[Member]:
    """Hold and save `member`; return the members that are in another place than before, itself among them."""
    if known and (known.content, known.order) == (member.content, member.order):
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
        return Outcome("moved")
    changed = work.clusters.remove(moved)
    work.save(moved)
    return Outcome("moved", [work.assign(member) for member in changed])


def _deduplicated(posting: Posting, cluster_id: str, match: Match, variant: Variant | None) -> Emit:
    place = {"cluster_id": cluster_id, "is_canonical": match.matched_posting_id is None, "match": match, "variant": variant}
    # its fields were validated with the posting, and a copy costs a tenth of what model_construct does
    event = _EMPTY.model_copy(update=vars(posting) | place)
    return Emit(DEDUPLICATED, event)


def _variant_of(member: Member) -> Variant | None:
    return member.kin.variant() if member.kin and member.is_canonical else None
