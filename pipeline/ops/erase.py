"""Contacts that were found in postings erased: recorded, heeded by enrich, and gone from what Kafka keeps.

1. The erasure of each posting is recorded on `jobs.contacts.erased`, acknowledged.
2. Enrich has taken it: from here on no new record carries contacts of the posting.
3. What `jobs.posting.current` still carries is made again from raw, without contacts, and has come.
4. If wanted, `jobs.posting.enriched` and its dead letters are dropped up to the newest record that carries some.

A stop between any two is mended by doing it again, which repeats nothing that is done.
"""

import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from pipeline.cli.exits import Unreachable
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read
from pipeline.ops.partitions import partitions_of
from pipeline.ops.personal import Holdings, Progress, holdings, key_of, messages
from pipeline.ops.purge import Cut, cuts, purge
from pipeline.ops.replay import BATCH, Producer, as_replay, batches
from runtime.consumer import Partition
from runtime.producer import BrokerUnavailable
from schemas.codec import DecodeError, decode, encode, position_of
from schemas.erasure import ContactsErased
from schemas.message import Incoming, Outgoing
from schemas.topics import CONTACTS_ERASED, CURRENT, RAW, app_id

_PAUSE_S = 0.5


class NotDone(Exception):  # noqa: N818 - the condition
    """The time to wait was over; the message says what is done, what is not, and the remedy."""


class UnknownPostings(Exception):  # noqa: N818 - the condition
    """Kafka holds nothing of some of the postings; the message names them. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for stages and sinks in all, seconds, and by which clock."""

    within_s: float
    now: Callable[[], float]
    sleep: Callable[[float], None]


@dataclass(slots=True)
class Report:
    """What was found and done; record counts are by topic. `left`: records that still carry contacts of the postings."""

    postings: list[str]
    already_erased: list[str]
    found: dict[str, int]
    cuts: list[Cut]
    executed: bool = False
    purged: bool = False
    replay_id: str | None = None
    replayed: int = 0
    without_raw: list[str] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)


def look(cluster: Cluster, ids: Collection[str], progress: Progress) -> Report:
    """Return what there is to erase of the postings `ids`. Raises UnknownPostings or Unreachable."""
    held = holdings(cluster, ids, progress)
    unknown = set(ids) - held.newest.keys() - held.erased
    if unknown:
        raise UnknownPostings(
            f"jobs.posting.current holds no posting {', '.join(sorted(unknown))}. ./jobstream query freshest-postings shows ids."
        )
    return Report(sorted(ids), sorted(held.erased), held.counts(), cuts(cluster, held))


class Erasure:
    """One run of the command on a cluster."""

    def __init__(self, cluster: Cluster, producer: Producer, patience: Patience, progress: Progress) -> None:
        self._cluster = cluster
        self._producer = producer
        self._patience = patience
        self._progress = progress
        self._until = patience.now() + patience.within_s

    def run(self, report: Report, at: datetime, *, purged: bool) -> None:
        """Erase what `look` reported, `at` being the time of the erasure, and complete the report.

        Raises NotDone, BrokerRefused or Unreachable; it may then be run again.
        """
        report.executed = True
        self._record([each for each in report.postings if each not in report.already_erased], at)
        self._until_heeded(report.postings)
        held = holdings(self._cluster, report.postings, self._progress)
        self._renew({posting_id for posting_id, carries in held.newest.items() if carries}, report)
        report.cuts = self._purge(report.postings) if purged else cuts(self._cluster, held)
        report.purged = purged
        report.left = holdings(self._cluster, report.postings, self._progress).counts()

    def _record(self, ids: Sequence[str], at: datetime) -> None:
        self._publish(
            [encode(ContactsErased(posting_id=each, erased_at=at), CONTACTS_ERASED.name, made_by="erase") for each in ids]
        )

    def _until_heeded(self, ids: Collection[str]) -> None:
        own = partitions_of(self._cluster, CONTACTS_ERASED.name, ids)
        ends = {place: end for place, end in self._cluster.next_offsets([CONTACTS_ERASED.name]).items() if place in own}

        def behind() -> str | None:
            committed = self._cluster.committed(app_id("enrich"), [CONTACTS_ERASED.name])
            late = any(committed.get(place, 0) < end for place, end in ends.items())
            return "enrich has not taken the erasure: start it by ./jobstream run" if late else None

        self._wait(behind, "The erasure is recorded, and enrich will heed it")

    def _renew(self, stale: set[str], report: Report) -> None:
        """Have the postings made again of which `current` carries contacts."""
        if not stale:
            return
        report.replay_id = f"erase-{uuid.uuid4()}"
        raws = [message for message in messages(self._cluster, [RAW.name], stale, self._progress) if key_of(message) in stale]
        since = self._cluster.next_offsets([CURRENT.name])
        for batch in batches((_again(message, report.replay_id) for message in raws), BATCH):
            self._publish(batch)
        known = {key_of(message) for message in raws}
        report.replayed, report.without_raw = len(raws), sorted(stale - known)
        self._wait(lambda: self._not_renewed(known, since), "The erasure is heeded, and the postings were replayed")

    def _not_renewed(self, ids: set[str], since: dict[Partition, int]) -> str | None:
        now = Holdings()
        for message in read(self._cluster.config, since, self._cluster.next_offsets([CURRENT.name])):
            now.take(message)
        late = sorted(each for each in ids if now.newest.get(each, True))
        return f"not made again yet: {', '.join(late)}; see ./jobstream status and ./jobstream dlq list" if late else None

    def _purge(self, ids: Collection[str]) -> list[Cut]:
        """Return what was dropped: all there is, also what a sink buried while it read the last of it."""
        dropped = list[Cut]()
        while wanted := cuts(self._cluster, holdings(self._cluster, ids, self._progress)):
            self._wait(partial(purge, self._cluster, wanted), "jobs.posting.current is done; not all was dropped")
            dropped += wanted
        return dropped

    def _wait(self, missing: Callable[[], str | None], done: str) -> None:
        while (why := missing()) is not None:
            if self._patience.now() >= self._until:
                raise NotDone(f"{done}; {why}. Then run the same command again.")
            self._patience.sleep(_PAUSE_S)

    def _publish(self, batch: Sequence[Outgoing]) -> None:
        try:
            self._producer.publish(list(batch))
        except BrokerUnavailable as error:
            raise Unreachable(
                f"Kafka stopped acknowledging ({error}). Look at ./jobstream stack status, then run the same command again."
            ) from error


def _again(message: Incoming, replay_id: str) -> Outgoing:
    try:
        event = decode(message)
    except DecodeError:
        event = None  # it goes as it is; normalize says again what is wrong with it
    return as_replay(message, replay_id, event, position_of(message))
