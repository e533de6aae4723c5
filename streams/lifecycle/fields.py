"""Which fields the postings of a board fill, as normalize reads them one after the other."""

import struct
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import orjson

from schemas.health import Cause
from schemas.lifecycle import CONTENT_FIELDS
from streams.lifecycle.entry import FORMAT
from streams.lifecycle.watch import UNSEEN, Sign, Turn, Watch, turn_of
from streams.step import StateView

# A field that so many readings usually fill is lost when of the newest less than half as many do, and is back at three quarters.
FILLED_USUALLY = 0.8
LOST, BACK = 0.5, 0.75
# How many readings weigh: a share moves by the last one's part of so many. For what is usual the first ones weigh alike.
NEWEST, USUAL = 12, 128
FIRST = 24
# What a replay reads of a lost field counts where it was fetched in the loss, or so little before that it was read then.
_BEFORE_LOSS_MS = 86_400_000
_KEY = "\x1efields"
_COUNT = len(CONTENT_FIELDS)
_HEAD = struct.Struct(f"<BqIq{3 * _COUNT}f")
Shares = tuple[float, ...]
_NONE: Shares = (0.0,) * _COUNT


@dataclass(frozen=True, slots=True)
class FieldShares:
    """Share of readings that fill each field, 0 to 1, in the order of CONTENT_FIELDS: of the newest, and usually.

    `offset` is that of the last reading counted: what is delivered again is counted once. `at_ms` is the time of that reading.
    """

    offset: int = -1
    readings: int = 0
    at_ms: int = 0
    newest: Shares = _NONE
    usual: Shares = _NONE
    unreadable: Shares = _NONE
    watches: Mapping[str, Watch] = field(default_factory=dict)

    def pack(self) -> bytes:
        """Return it as a table value."""
        shares = (*self.newest, *self.usual, *self.unreadable)
        watches = orjson.dumps({name: watch.as_list() for name, watch in self.watches.items()})
        return _HEAD.pack(FORMAT, self.offset, self.readings, self.at_ms, *shares) + watches

    def awaits(self, revised_ms: int) -> bool:
        """Whether the reading of a replayed revision says how the board is: a field is lost, and it was read in that time.

        Every other one was counted when it came, and would tell of a time that is over as if it were now.
        """
        return any(watch.is_open and revised_ms > watch.since_ms - _BEFORE_LOSS_MS for watch in self.watches.values())

    def filled(self) -> dict[str, float]:
        """Return the share of the newest readings that fill each field; empty before the first."""
        return {name: round(share, 3) for name, share in zip(CONTENT_FIELDS, self.newest, strict=True)} if self.readings else {}

    def not_read(self) -> dict[str, float]:
        """Return the share of the newest readings that could not read a field, of those where there were some."""
        shares = zip(CONTENT_FIELDS, self.unreadable, strict=True)
        return {name: found for name, share in shares if (found := round(share, 3))}


def shares_key(board: str) -> str:
    """Return the table key of a board's shares."""
    return board + _KEY


def read_shares(board: str, state: StateView) -> FieldShares:
    """Return the shares of a board; new ones where there are none."""
    value = state.get(shares_key(board))
    if value is None:
        return FieldShares()
    _, offset, readings, at_ms, *shares = _HEAD.unpack_from(value)
    newest, usual, unreadable = (tuple(shares[start : start + _COUNT]) for start in range(0, 3 * _COUNT, _COUNT))
    watches = {name: Watch(*values) for name, values in orjson.loads(value[_HEAD.size :]).items()}
    return FieldShares(offset, readings, at_ms, newest, usual, unreadable, watches)


def count(
    before: FieldShares, offset: int, at_ms: int, filled: Collection[str], unreadable: Collection[str]
) -> tuple[FieldShares, list[Turn]]:
    """Return the shares after one more reading, and the fields that it shows to be lost, or back."""
    readings = before.readings + 1
    now, usually = max(1 / readings, 1 / NEWEST), 1 / (readings if readings <= FIRST else USUAL)
    is_filled = [name in filled for name in CONTENT_FIELDS]
    newest, usual, not_read = _moved(before.newest, is_filled, now), _moved(before.usual, is_filled, usually), before.unreadable
    # for most boards all of it can always be read
    if unreadable or not_read != _NONE:
        not_read = _moved(not_read, [name in unreadable for name in CONTENT_FIELDS], now)
    counted = FieldShares(offset, readings, max(at_ms, before.at_ms), newest, usual, not_read, before.watches)
    if before.watches or any(map(_is_lost, newest, usual)):
        return _judged(before, counted)
    return counted, []


def _moved(shares: Shares, seen: Collection[float], part: float) -> Shares:
    return tuple([share + (found - share) * part for share, found in zip(shares, seen, strict=True)])


def _judged(before: FieldShares, after: FieldShares) -> tuple[FieldShares, list[Turn]]:
    usual, watches, turns = list(after.usual), dict(after.watches), list[Turn]()
    for at, name in enumerate(CONTENT_FIELDS):
        known = watches.get(name, UNSEEN)
        if known.is_open:
            # what is usual waits until the incident is over
            usual[at] = before.usual[at]
        elif not _is_lost(after.newest[at], usual[at]):
            continue
        watch = known.look(_sign(after.newest[at], usual[at]), after.at_ms)
        is_accepted = watch.is_old(after.at_ms)
        if is_accepted:
            watch, usual[at] = watch.ended(after.at_ms), after.newest[at]
        turns += turn_of(Cause.FIELD_LOST, known, watch, field=name, is_accepted=is_accepted)
        watches[name] = watch
    return replace(after, usual=tuple(usual), watches=watches), turns


def _is_lost(newest: float, usual: float) -> bool:
    return usual >= FILLED_USUALLY and newest < LOST * usual


def _sign(newest: float, usual: float) -> Sign:
    evidence = {"filled": round(newest, 3), "usual": round(usual, 3)}
    return Sign(True if newest < LOST * usual else False if newest >= BACK * usual else None, evidence)
