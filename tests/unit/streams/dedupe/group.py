"""An employer's postings in tests: texts that resemble each other as wished, and a step over a state of a dict."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from schemas.base import Event
from schemas.cluster import ClusterAssigned, Match, Variant
from schemas.codec import decode, encode
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting, Location, Posting, PostingMoved
from streams.dedupe.arrived import look
from streams.dedupe.cache import held_clusters
from streams.dedupe.clusters import Clusters
from streams.dedupe.content import Content, ad_of, contents_of
from streams.dedupe.member import Member, member_of
from streams.dedupe.step import DedupeStep
from streams.held import HeldGroups
from streams.step import GROUP_END, Emit, Outcome, Received
from tests.builders import JAN, as_incoming, make_posting

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def text(subject: str = "care", size: int = 120, changed: int = 0) -> str:
    """A text of `size` words of one subject, its last `changed` words another; 30 of 120 leave about 60 % of the shingles.

    Ten words are a sentence.
    """
    words = [f"{subject}{number}" for number in range(size - changed)] + [f"edit{changed}x{number}" for number in range(changed)]
    return ". ".join(" ".join(words[at : at + 10]).capitalize() for at in range(0, size, 10))


def posting(
    name: str = "p1", *, day: int = 0, place: str | None = "Berlin, Germany", version: int = 0, **fields: object
) -> Posting:
    """A posting of Acme: `day` is when it was first fetched, `version` days later its newest revision."""
    first = JAN + timedelta(days=day)
    locations = [Location(raw=place)] if place else []
    values = {"source_id": name, "first_fetched_at": first, "description": text(), "locations": locations} | fields
    revised = first + timedelta(days=version)
    return make_posting(revised_at=revised, fetched_at=revised, processed_at=revised, **values)


def content_of(name: str = "p1", **fields: Any) -> Content:
    """The content of such a posting."""
    return contents_of([ad_of(posting(name, **fields))])[0]


def member(name: str = "a", assigned_ms: int = 0, **fields: Any) -> Member:
    """Such a posting as a member that is not placed yet."""
    return as_member(posting(name, **fields), assigned_ms)


def as_member(event: Posting, assigned_ms: int = 0) -> Member:
    """A posting as a member that is not placed yet."""
    [arrived] = look([as_message(event)])
    return member_of(arrived, assigned_ms)


def moved(event: Posting) -> PostingMoved:
    """What normalize sends under the employer key that `event` leaves."""
    return PostingMoved(
        posting_id=event.posting_id, employer_key="acme", new_employer_key="globex",
        revised_at=event.revised_at, processed_at=event.processed_at,
    )  # fmt: skip


class DictState:
    """A StateView over a dict that counts its writes."""

    def __init__(self, entries: dict[str, bytes] | None = None) -> None:
        self.entries = entries or {}
        self.writes = 0

    def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.writes += 1
        self.entries[key] = value

    def delete(self, key: str) -> None:
        del self.entries[key]

    def scan(self, group: str) -> Iterator[tuple[str, bytes]]:
        prefix = group + GROUP_END
        return iter([(key[len(prefix) :], value) for key, value in self.entries.items() if key.startswith(prefix)])


class Stage:
    """The step with its state; `clusters` is what a reader of the cluster topic believes."""

    def __init__(self, held: HeldGroups[Clusters] | None = None) -> None:
        self.step = DedupeStep(held or held_clusters())
        self.state = DictState()
        self.assigned: dict[str, ClusterAssigned] = {}

    def feed(self, event: Event, *, replay_id: str | None = None, now: datetime = NOW) -> Outcome:
        message = as_message(event)
        [found] = self.step.look([message])
        outcome = as_events(self.step(Received(found, message, replay_id, now), self.state))
        for event_ in assignments(outcome):
            known = self.assigned.get(event_.posting_id)
            assert known is None or known.employer_key != event_.employer_key or known.assigned_at < event_.assigned_at
            self.assigned[event_.posting_id] = event_
        return outcome

    def feed_all(self, events: Iterable[Event]) -> "Stage":
        for event in events:
            self.feed(event)
        return self

    @property
    def clusters(self) -> dict[str, tuple[str, Match]]:
        return {id_: (event.cluster_id, event.match) for id_, event in self.assigned.items()}

    @property
    def variants(self) -> dict[str, Variant | None]:
        """What each posting is a variant of."""
        return {id_: event.variant for id_, event in self.assigned.items()}


def as_message(event: Event) -> Incoming:
    """The message that carries an event."""
    return as_incoming(encode(event, "t", made_by="test"))


def as_events(outcome: Outcome) -> Outcome:
    """The outcome with what it publishes read again, as a subscriber does."""
    sent = ((emit.topic, encode(emit.event, emit.topic.name, made_by="test")) for emit in outcome.emits)
    return Outcome(outcome.word, tuple(Emit(topic, decode(as_incoming(message))) for topic, message in sent))


def assignments(outcome: Outcome) -> Sequence[ClusterAssigned]:
    """The assignments that an event led to."""
    return [emit.event for emit in outcome.emits if isinstance(emit.event, ClusterAssigned)]


def deduplicated(outcome: Outcome) -> DeduplicatedPosting:
    """The posting that an event was published as."""
    [event] = [emit.event for emit in outcome.emits if isinstance(emit.event, DeduplicatedPosting)]
    return event
