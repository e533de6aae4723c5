"""The step of lifecycle: crawls, ticks and readings in, openings and closings of postings and the health of boards out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from runtime.logs import logger
from runtime.metrics import Metrics
from schemas.base import Event, epoch_ms, from_epoch_ms
from schemas.crawl import CrawlPage, CrawlReport, CrawlTick
from schemas.lifecycle import LifecycleEvent, PostingClosed, PostingOpened, PostingRead, PostingReopened
from schemas.message import Incoming
from schemas.topics import CRAWL, HEALTH, LIFECYCLE, STATUS
from streams.lifecycle.board import (
    Board,
    drop_pages,
    entries,
    entry_key,
    is_forgotten,
    judgement_of,
    keep_judgement,
    keep_page,
    pages_of,
    read_board,
)
from streams.lifecycle.closure import HELD, Closure, Listing, Turn
from streams.lifecycle.entry import FORMAT, Reading, unpack
from streams.lifecycle.fields import count, read_shares, shares_key
from streams.lifecycle.gauges import Gauges
from streams.lifecycle.health import judge
from streams.lifecycle.health import unpack as unpack_health
from streams.lifecycle.rules import longest_unseen_ms
from streams.lifecycle.told import health_of, incident_of
from streams.looking import decoded
from streams.step import Emit, Outcome, Received, Rejected, Settled, StateView

LATE, INCOMPLETE, PAGE, TICK, READING, NOT_NEWER = "late", "incomplete", "page", "tick", "reading", "not_newer"
_KINDS: Mapping[str, type[LifecycleEvent]] = {"opened": PostingOpened, "closed": PostingClosed, "reopened": PostingReopened}
log = logger(__name__)


def build_step(metrics: Metrics | None = None) -> "LifecycleStep":
    """Return the step; it counts held listings in `metrics`, and shows there which incidents are open."""
    return LifecycleStep(metrics)


class LifecycleStep:
    """Tells when postings open and close, and what is wrong with their boards. Time comes from events alone.

    Why a batch that comes again changes nothing and loses nothing:

    1. state is written after the outputs were acknowledged, so a report that the state knows (`newest_ms`) needs none again;
    2. a report that the state does not know gives the events that it gave before, with the same ids: time and number of each
       come from the report and the posting's entry;
    3. a stop while the state is being written leaves what the first events wrote, and a first part of what the next one did.
       A report writes what it found of the whole board, then postings, then their board; `settle` drops the pages last. Without
       the board the report is judged again by what it had found, and the postings that are written already are passed over
       (`as_of_ms`); with the board all of its postings are there, and its health;
    4. a crawl or a tick that comes again may find what was read behind it: it closes nothing by a reading that was made later;
    5. the shares of fields are a record of their own that follows from readings alone, and names the last reading that counts.
    """

    stage = "lifecycle"
    every_write = True
    made_by = bytes((FORMAT,))
    readers = 0

    def __init__(self, metrics: Metrics | None = None) -> None:
        self._metrics = metrics
        self._gauges = Gauges(metrics)

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        return decoded(messages)

    def __call__(self, received: Received, state: StateView) -> Outcome:
        event = received.event
        if isinstance(event, CrawlPage):
            return _page(event, state)
        if isinstance(event, CrawlReport):
            return self._report(event, state)
        if isinstance(event, CrawlTick):
            return _tick(event, state)
        if isinstance(event, PostingRead):
            return self._reading(event, received, state)
        raise Rejected("unexpected_event", f"lifecycle reads no {event.TYPE}")

    def settle(self, settled: Sequence[Settled], state: StateView) -> None:
        """Drop the pages of crawls that a report has ended."""
        ended = defaultdict[str, set[str]](set)
        for event in decoded([done.message for done in settled if done.message.topic == CRAWL.name and done.word != PAGE]):
            if isinstance(event, CrawlReport):
                ended[event.key].add(event.crawl_id)
        for key, crawl_ids in sorted(ended.items()):
            drop_pages(key, read_board(key, state).newest_ms, crawl_ids, state)

    def forget(self) -> None:
        """Forget which incidents are open: the next crawl of each board says so again."""
        self._gauges.forget()

    def _report(self, report: CrawlReport, state: StateView) -> Outcome:
        board, at_ms = read_board(report.key, state), epoch_ms(report.finished_at)
        if at_ms <= board.newest_ms:
            return Outcome(LATE)
        pages = pages_of(report, state)
        if pages is None:
            return Outcome(INCOMPLETE)
        closure, listing = Closure(board, entries(report.key, state)), Listing(report.outcome, at_ms, pages)
        judgement = judgement_of(report.key, at_ms, state) or closure.judge(listing)
        keep_judgement(report.key, judgement, state)
        word = closure.take(listing, judgement)
        closure.pass_time(at_ms, longest_unseen_ms(report.source))
        if word == HELD:
            self._warn(report, closure.board)
        told = [] if report.limited else self._judged(closure, report, judgement.unread, state)
        return Outcome(word, [*_written(closure, report, report.crawl_id, state), *told])

    def _judged(self, closure: Closure, report: CrawlReport, unread: int, state: StateView) -> list[Emit]:
        """Put the board's health after `report` into `closure`; return what is told of it, the crawl before its incidents."""
        before, shares, at_ms = unpack_health(closure.board.health), read_shares(report.key, state), epoch_ms(report.finished_at)
        judged = judge(before, report)
        closure.board = replace(closure.board, health=judged.health.pack())
        health = health_of(report, before, judged, shares, unread)
        self._gauges.show(health)
        return _told([health, *(incident_of(turn, report.source, report.board, at_ms, report.crawl_id) for turn in judged.turns)])

    def _reading(self, event: PostingRead, received: Received, state: StateView) -> Outcome:
        offset = received.message.offset
        key, shares = entry_key(event.key, event.posting_id), read_shares(event.key, state)
        entry = unpack(state.get(key))
        deadline_ms = None if event.valid_through is None else epoch_ms(event.valid_through)
        read = Reading(epoch_ms(event.revised_at), epoch_ms(event.processed_at), deadline_ms)
        # a replayed older revision, or an older reading of this one
        is_newer = entry.reading is None or read[:2] > entry.reading[:2]
        if is_newer:
            state.put(key, replace(entry, reading=read).pack())
        told: list[Emit] = []
        counts = event.is_newest and (received.replay_id is None or shares.awaits(read.revised_ms))
        if counts and offset > shares.offset:
            counted, turns = count(shares, offset, read.processed_ms, event.filled, event.unreadable)
            state.put(shares_key(event.key), counted.pack())
            told = _told(incident_of(turn, event.source, event.board, counted.at_ms, None) for turn in turns)
        return Outcome(READING if is_newer else NOT_NEWER, told)

    def _warn(self, report: CrawlReport, board: Board) -> None:
        log.warning("listing held: more than half of the open postings are gone", board=report.key, in_a_row=board.held)
        if self._metrics is not None:
            self._metrics.held_listings.labels(report.source).inc()


def _page(page: CrawlPage, state: StateView) -> Outcome:
    if is_forgotten(epoch_ms(page.fetched_at), read_board(page.key, state).newest_ms):
        return Outcome(LATE)
    keep_page(page, state)
    return Outcome(PAGE)


def _tick(tick: CrawlTick, state: StateView) -> Outcome:
    closure = Closure(read_board(tick.key, state), entries(tick.key, state))
    closure.pass_time(epoch_ms(tick.at), longest_unseen_ms(tick.source))
    return Outcome(TICK, _written(closure, tick, None, state))


def _written(closure: Closure, told_by: CrawlReport | CrawlTick, crawl_id: str | None, state: StateView) -> list[Emit]:
    """Write what changed, the board last; return the events of the turns, each for both topics."""
    for posting_id, entry in closure.changed.items():
        state.put(entry_key(told_by.key, posting_id), entry.pack())
    if crawl_id is not None:
        state.put(told_by.key, closure.board.pack())
    events = [_event(turn, told_by, crawl_id) for turn in closure.turns]
    return [Emit(topic, event) for event in events for topic in (LIFECYCLE, STATUS)]


def _told(events: Iterable[Event]) -> list[Emit]:
    return [Emit(HEALTH, event) for event in events]


def _event(turn: Turn, told_by: CrawlReport | CrawlTick, crawl_id: str | None) -> LifecycleEvent:
    return _KINDS[turn.kind](
        posting_id=turn.posting_id,
        source=told_by.source,
        board=told_by.board,
        at=from_epoch_ms(turn.entry.changed_ms),
        sequence=turn.entry.sequence,
        crawl_id=crawl_id,
        first_seen_at=from_epoch_ms(turn.entry.first_ms),
        last_seen_at=from_epoch_ms(turn.last_seen_ms),
        **({"reason": turn.reason} if turn.reason else {}),
    )
