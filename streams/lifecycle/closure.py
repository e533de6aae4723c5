"""When a posting is open: pure rules over the state of one board."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from schemas.crawl import CrawlOutcome
from schemas.lifecycle import ClosedReason
from streams.lifecycle.board import NEVER, Board, Judgement, Pages
from streams.lifecycle.entry import (
    CLOSED,
    DEADLINED,
    LISTED,
    OPEN,
    READ,
    SHOWN,
    Entry,
    as_of,
    flags_of,
    is_past,
    misses_of,
    unpack,
)
from streams.lifecycle.rules import BELIEVED_AT, is_suspicious, misses_needed

HELD = "held"
_WHOLE = (CrawlOutcome.COMPLETE, CrawlOutcome.UNCHANGED)
_LIVE = OPEN | LISTED | SHOWN


class Turn(NamedTuple):
    """A posting that opened, closed (with a reason) or reopened; `last_seen_ms` is when a crawl last showed it."""

    kind: str
    posting_id: str
    entry: Entry
    last_seen_ms: int
    reason: ClosedReason | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a crawl said when it ended at `at_ms`."""

    outcome: CrawlOutcome
    at_ms: int
    pages: Pages


class Closure:
    """A board and its postings while one event is judged; `changed` and `turns` grow, `board` is replaced.

    A posting whose entry was written by this crawl or a later one is passed over: what the crawl means for it is in the entry.
    """

    def __init__(self, board: Board, values: Mapping[str, bytes]) -> None:
        self.board = board
        self.changed: dict[str, Entry] = {}
        self.turns: list[Turn] = []
        self._values = values
        # what is neither open nor marked matters only when it is seen
        self._live = {i: value for i, value in values.items() if flags_of(value) & _LIVE}

    def judge(self, listing: Listing) -> Judgement:
        """Return what `listing` means for all of the board, before anything of it is taken."""
        unread = sum(flags_of(value) & (OPEN | READ) == OPEN for value in self._live.values())
        return Judgement(listing.at_ms, self._is_strange(listing), unread)

    def take(self, listing: Listing, judgement: Judgement) -> str:
        """Open, reopen and close what `listing` tells; return the word for it: its outcome, or `held`.

        Failed crawls tell nothing, nor does one that is unchanged against a listing that was never received.
        """
        outcome, at_ms = listing.outcome, listing.at_ms
        before, self.board = self.board, replace(self.board, newest_ms=at_ms)
        if not _tells(outcome, before):
            return outcome.value
        whole = outcome in _WHOLE
        mark = LISTED if whole else SHOWN
        seen = self._seen(listing)
        held = self._is_held(outcome, is_strange=judgement.is_strange)
        for posting_id in sorted(() if held else listing.pages.gone):
            self._close_gone(posting_id, at_ms, before)
        self._see(seen, at_ms, mark)
        self._miss(seen, at_ms, mark, before, counts=whole and not held)
        self.board = replace(self.board, listed_ms=at_ms) if whole else replace(self.board, partial_ms=at_ms)
        return HELD if held else outcome.value

    def pass_time(self, at_ms: int, longest_unseen_ms: int) -> None:
        """Close what is past its deadline, and on a board without a complete listing for long what was not shown for long.

        A posting that was written by a crawl of which the board does not know yet is left to that crawl.
        """
        for posting_id in self._past_deadline(at_ms):
            entry = self._entry(posting_id)
            assert entry.reading is not None
            if entry.as_of_ms > self.board.newest_ms or entry.reading.processed_ms > at_ms:
                continue
            # an expired posting may be shown for the first time: its closing is not before its opening
            closes_ms = max(entry.reading.deadline_ms or NEVER, entry.changed_ms)
            self._close(posting_id, entry, closes_ms, ClosedReason.DEADLINE)
        # where complete listings come, absence closes; a board that was renamed or taken down gives none any more
        if at_ms - self.board.listed_ms > longest_unseen_ms:
            for posting_id in sorted(self._open()):
                entry = self._entry(posting_id)
                if entry.as_of_ms > self.board.newest_ms:
                    continue
                closes_ms = self._last_seen(entry, self.board) + longest_unseen_ms
                if closes_ms < at_ms:
                    self._close(posting_id, entry, closes_ms, ClosedReason.AGED)

    def _seen(self, listing: Listing) -> Collection[str]:
        return self._ids(LISTED) if listing.outcome is CrawlOutcome.UNCHANGED else listing.pages.seen

    def _is_strange(self, listing: Listing) -> bool:
        if not _tells(listing.outcome, self.board):
            return False
        opened = [i for i, value in self._live.items() if flags_of(value) & OPEN and as_of(value) < listing.at_ms]
        if listing.outcome is CrawlOutcome.PARTIAL:
            return is_suspicious(sum(i in listing.pages.gone for i in opened), len(opened))
        seen = self._seen(listing)
        return is_suspicious(sum(i not in seen for i in opened), len(opened))

    def _is_held(self, outcome: CrawlOutcome, *, is_strange: bool) -> bool:
        if outcome is CrawlOutcome.PARTIAL:
            return is_strange
        self.board = replace(self.board, held=self.board.held + 1 if is_strange else 0)
        return is_strange and self.board.held < BELIEVED_AT

    def _see(self, seen: Collection[str], at_ms: int, mark: int) -> None:
        calm = OPEN | mark
        for posting_id in seen:
            value = self._values.get(posting_id)
            if value is not None and flags_of(value) & calm == calm and not misses_of(value):
                continue
            entry = self._entry(posting_id)
            if entry.as_of_ms < at_ms:
                self._show(posting_id, entry, at_ms, mark)

    def _show(self, posting_id: str, entry: Entry, at_ms: int, mark: int) -> None:
        # the time stands with the board too, which a stop while state is written may leave behind
        shown = replace(entry, flags=entry.flags | mark, misses=0, seen_ms=at_ms)
        if entry.is_closed and not entry.is_past(at_ms):
            self._turn("reopened", posting_id, replace(shown, reopenings=entry.reopenings + 1), at_ms, at_ms)
        elif not entry.is_open and not entry.is_closed:
            self._turn("opened", posting_id, replace(shown, first_ms=at_ms), at_ms, at_ms)
        elif (shown.flags, 0) != (entry.flags, entry.misses):
            self.changed[posting_id] = replace(shown, as_of_ms=at_ms)

    def _miss(self, seen: Collection[str], at_ms: int, mark: int, before: Board, *, counts: bool) -> None:
        concerned = mark | OPEN if counts else mark
        missing = [i for i, value in self._live.items() if flags_of(value) & concerned and i not in seen]
        for posting_id in sorted(missing):
            entry = self._entry(posting_id)
            if entry.as_of_ms >= at_ms:
                continue
            hidden = _without(entry, mark, before)
            if counts and entry.is_open:
                hidden = replace(hidden, misses=entry.misses + 1)
            if hidden.misses >= misses_needed(entry.reopenings):
                self._close(posting_id, hidden, at_ms, ClosedReason.ABSENT)
            else:
                self.changed[posting_id] = replace(hidden, as_of_ms=at_ms)

    def _close_gone(self, posting_id: str, at_ms: int, before: Board) -> None:
        entry = self._entry(posting_id)
        if entry.is_open and entry.as_of_ms < at_ms:
            self._close(posting_id, _without(entry, LISTED | SHOWN, before), at_ms, ClosedReason.GONE)

    def _close(self, posting_id: str, entry: Entry, at_ms: int, reason: ClosedReason) -> None:
        self._turn("closed", posting_id, replace(entry, misses=0), at_ms, self._last_seen(entry, self.board), reason=reason)

    def _turn(
        self, kind: str, posting_id: str, entry: Entry, at_ms: int, last_seen_ms: int, *, reason: ClosedReason | None = None
    ) -> None:
        flags = entry.flags & ~(OPEN | CLOSED) | (CLOSED if reason else OPEN)
        turned = replace(
            entry,
            flags=flags,
            sequence=entry.sequence + 1,
            changed_ms=at_ms,
            as_of_ms=max(entry.as_of_ms, at_ms),
        )
        self.changed[posting_id] = turned
        self.turns.append(Turn(kind, posting_id, turned, last_seen_ms, reason))

    def _past_deadline(self, at_ms: int) -> list[str]:
        wanted = OPEN | DEADLINED
        past = [
            i
            for i, value in self._live.items()
            if flags_of(value) & wanted == wanted and is_past(value, at_ms) and i not in self.changed and self._is_whole(value)
        ]
        past += [i for i, entry in self.changed.items() if entry.is_open and entry.is_past(at_ms)]
        return sorted(past)

    def _open(self) -> list[str]:
        stored = [
            i for i, value in self._live.items() if flags_of(value) & OPEN and i not in self.changed and self._is_whole(value)
        ]
        return stored + [i for i, entry in self.changed.items() if entry.is_open]

    def _is_whole(self, value: bytes) -> bool:
        # an open posting of a crawl that its board does not know: a stop came between the two, and the crawl comes again
        return as_of(value) <= self.board.newest_ms

    def _ids(self, flag: int) -> Collection[str]:
        return {i: None for i, value in sorted(self._live.items()) if flags_of(value) & flag}

    def _entry(self, posting_id: str) -> Entry:
        return self.changed.get(posting_id) or unpack(self._values.get(posting_id))

    @staticmethod
    def _last_seen(entry: Entry, board: Board) -> int:
        listed_ms = board.listed_ms if entry.flags & LISTED else NEVER
        return max(entry.seen_ms, listed_ms, board.partial_ms if entry.flags & SHOWN else NEVER)


def _tells(outcome: CrawlOutcome, board: Board) -> bool:
    return outcome is not CrawlOutcome.FAILED and not (outcome is CrawlOutcome.UNCHANGED and board.listed_ms == NEVER)


def _without(entry: Entry, marks: int, before: Board) -> Entry:
    """Return `entry` without `marks`; when it was seen by them is kept."""
    listed_ms = before.listed_ms if entry.flags & marks & LISTED else NEVER
    partial_ms = before.partial_ms if entry.flags & marks & SHOWN else NEVER
    return replace(entry, flags=entry.flags & ~marks, seen_ms=max(entry.seen_ms, listed_ms, partial_ms))
