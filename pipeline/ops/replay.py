"""Raw postings through the stages again, by way of `jobs.posting.replay`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from pipeline.cli.exits import Unreachable
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read, read_all
from pipeline.ops.makers import makers
from runtime.producer import BrokerUnavailable, Published
from schemas.base import Event, epoch_ms
from schemas.codec import REPLAY_ID, REPLAY_OF, REPLAY_SINCE, DecodeError, decode, event_id, position_of
from schemas.message import Incoming, Outgoing
from schemas.raw import RawPosting
from schemas.topics import RAW, REPLAY, app_id, changelog_of

BATCH = 1000
_NAMED_AT_MOST = 20


class Producer(Protocol):
    """What a replay needs of `runtime.producer.AckProducer`."""

    def publish(self, messages: list[Outgoing]) -> list[Published]:
        """Return where each message lies after all were acknowledged; offset None = refused as too large."""


def within(moment: datetime, since: datetime | None, until: datetime | None) -> bool:
    """Whether `moment` is not before `since` and before `until`; None = without that limit."""
    return (since is None or moment >= since) and (until is None or moment < until)


@dataclass(frozen=True, slots=True)
class Window:
    """Which raw postings are replayed: by `fetched_at`, `since` inclusive, `until` exclusive; None = without that limit."""

    source: str | None = None
    board: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def since_ms(self) -> int:
        """Where it begins, milliseconds since 1970; 0 where all that is older lies in it."""
        return 0 if self.since is None else max(0, epoch_ms(self.since))

    def is_of_board(self, raw: RawPosting) -> bool:
        """Whether `raw` is of the source and board, whenever it was fetched."""
        return self.source in (None, raw.source) and self.board in (None, raw.board)

    def holds(self, raw: RawPosting) -> bool:
        """Whether `raw` is in the window."""
        return self.is_of_board(raw) and within(raw.fetched_at, self.since, self.until)


@dataclass(slots=True)
class Report:
    """What a replay found and did. `published` counts acknowledged messages; `unreadable` those whose time is not known.

    `unread` counts the raw postings that normalize has not read yet, whatever their window: nothing of them was looked at.
    `of_board` counts those of the window's source and board, whenever they were fetched. `made_before` counts those from before
    the window that go along, since they made a revision that it only shows again.
    """

    replay_id: str
    window: Window
    total: int = 0
    unread: int = 0
    scanned: int = 0
    of_board: int = 0
    matched: int = 0
    made_before: int = 0
    published: int = 0
    by_source: dict[str, int] = field(default_factory=dict)
    first: datetime | None = None
    last: datetime | None = None
    unreadable: int = 0
    named: list[str] = field(default_factory=list)
    refused: int = 0

    def count(self, raw: RawPosting) -> None:
        """Take `raw` into account, which is in the window."""
        self.matched += 1
        self.by_source[raw.source] = self.by_source.get(raw.source, 0) + 1
        self.first = raw.fetched_at if self.first is None else min(self.first, raw.fetched_at)
        self.last = raw.fetched_at if self.last is None else max(self.last, raw.fetched_at)

    def skip(self, message: Incoming, why: str) -> None:
        """Take a message into account that can't be read."""
        self.unreadable += 1
        if len(self.named) < _NAMED_AT_MOST:
            self.named.append(f"{message.topic}:{message.partition}:{message.offset} {why}")


def replay(
    cluster: Cluster, window: Window, replay_id: str, producer: Producer | None, progress: Callable[[Report], None]
) -> Report:
    """Return what was replayed, in the order of raw offsets per partition, up to where normalize had read at the beginning.

    What it has not read it takes by itself: replayed before that, a posting's newest revision would make the others late. With
    what the window only shows again goes what made it (`pipeline/ops/makers.py`), for which the raw postings are read twice.
    Payloads and keys are untouched; each message goes to the partition of the same number. Without a `producer` nothing is
    published. `progress` is called after every batch. Raises Unreachable when Kafka stops acknowledging: with the same
    replay id it may be started again, which repeats what was done and changes nothing.
    """
    first, ends = cluster.first_offsets([RAW.name]), cluster.next_offsets([RAW.name])
    committed = cluster.committed(app_id("normalize"), [RAW.name])
    read_to = {at: max(start, min(ends[at], committed.get(at, start))) for at, start in first.items()}
    unread = sum(ends.values()) - sum(read_to.values())
    report = Report(replay_id, window, total=sum(read_to.values()) - sum(first.values()), unread=unread)
    made = dict[str, int]()
    if window.since_ms:
        shown = _held(read(cluster.config, first, read_to), window)
        made = makers(shown, read_all(cluster, [changelog_of("normalize").name]), window.since_ms)
    chosen = _chosen(read(cluster.config, first, read_to), report, made)
    for batch in batches(chosen, BATCH):
        if producer is not None:
            _publish(producer, batch, report)
        progress(report)
    return report


def as_replay(
    message: Incoming, replay_id: str, event: Event | None, position: tuple[str, int, int], since_ms: int = 0
) -> Outgoing:
    """Return `message` for `jobs.posting.replay`: payload and key as they are; replay id and `position` in the headers.

    `position` = (topic, partition, offset) of the raw posting. What only shows a revision again that was made at `since_ms` or
    later is left to what made it.
    """
    topic, partition, offset = position
    place = f"{topic}:{partition}:{offset}"
    ours = {REPLAY_ID: replay_id.encode(), REPLAY_OF: place.encode(), REPLAY_SINCE: str(since_ms).encode()}
    ours |= {"ce_id": event_id(event, replay_id).encode()} if event else {}
    kept = tuple(header for header in message.headers if header[0] not in ours and not header[0].startswith("dl_"))
    return Outgoing(REPLAY.name, message.key or b"", message.value, (*kept, *ours.items()), partition)


def batches(messages: Iterable[Outgoing], size: int) -> Iterator[list[Outgoing]]:
    """Yield `messages` in lists of `size`, the last one shorter."""
    batch: list[Outgoing] = []
    for message in messages:
        batch.append(message)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _held(messages: Iterable[Incoming], window: Window) -> Iterator[RawPosting]:
    for message in messages:
        with suppress(DecodeError):
            raw = decode(message)
            if isinstance(raw, RawPosting) and window.holds(raw):
                yield raw


def _chosen(messages: Iterable[Incoming], report: Report, made: Mapping[str, int]) -> Iterator[Outgoing]:
    """Yield what is replayed: what lies in the window, and what made the revisions of `made`.

    Where that has left the topic, what shows a revision again has to stand for it, or the revision would come back from nowhere.
    """
    along: set[str | None] = set()
    for message in messages:
        report.scanned += 1
        try:
            raw = decode(message)
        except DecodeError as error:
            report.skip(message, error.reason)
            continue
        if not isinstance(raw, RawPosting):
            continue
        report.of_board += report.window.is_of_board(raw)
        made_ms = made.get(raw.posting_id or "")
        if report.window.holds(raw):
            report.count(raw)
        elif made_ms == epoch_ms(raw.fetched_at):
            report.made_before += 1
            along.add(raw.posting_id)
        else:
            continue
        since_ms = made_ms if made_ms is not None and raw.posting_id in along else report.window.since_ms
        yield as_replay(message, report.replay_id, raw, position_of(message), since_ms)


def _publish(producer: Producer, batch: list[Outgoing], report: Report) -> None:
    try:
        done = producer.publish(batch)
    except BrokerUnavailable as error:
        raise Unreachable(
            f"Kafka stopped acknowledging after {report.published:,} of the replay ({error}). "
            f"Look at `./jobstream stack status`, then repeat the command with `--id {report.replay_id}`."
        ) from error
    refused = sum(each.offset is None for each in done)
    report.refused += refused
    report.published += len(done) - refused
