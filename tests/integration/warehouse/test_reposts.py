"""A posting that advertises again what had been closed: both warehouses link it to the same former life."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from pipeline.ops.ask import ask_named
from pipeline.ops.sink import sink_of
from pipeline.settings import Settings
from schemas.codec import encode
from schemas.derived import Quality
from schemas.lifecycle import ClosedReason, LifecycleEvent, PostingClosed, PostingOpened, PostingReopened
from schemas.message import Incoming
from schemas.posting import EnrichedPosting
from schemas.topics import LIFECYCLE, STATUS
from tests.builders import JAN, as_incoming
from tests.warehouse_data import cluster_message, enriched_message, make_cluster, make_full_posting, repeats
from warehouse.intake import Intake
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

Rows = Callable[..., list[tuple[Any, ...]]]
Turn = tuple[str, float, float]
NEW_DAY = 20.0
GONE, ABSENT, AGED, DEADLINE = ClosedReason.GONE, ClosedReason.ABSENT, ClosedReason.AGED, ClosedReason.DEADLINE

OPENED: Turn = ("opened", 1, 1)


class Former(NamedTuple):
    """A former life: its board, its turns, the day of its deadline, the day that it was first fetched.

    A turn is (opened, reopened or why it closed, the day of it, the day it was last seen).
    """

    board: str
    turns: Sequence[Turn] = ()
    deadline: float | None = None
    first: float = 0


# The job comes again on day 20, on the board `here`: a repost of which of the lives, why that one closed, the days between.
CASES: dict[str, tuple[list[Former], tuple[int, str, float] | None]] = {
    "closed before": ([Former("here", [OPENED, (ABSENT, 15, 14)])], (0, "absent", 5)),
    "closed that very instant": ([Former("here", [OPENED, (AGED, NEW_DAY, 14)])], (0, "aged", 0)),
    "closed before, on another board": ([Former("there", [OPENED, (GONE, 12, 11)])], (0, "gone", 8)),
    "still open": ([Former("here", [OPENED])], None),
    "nothing is known of it": ([Former("here")], None),
    "reopened before": ([Former("here", [OPENED, (ABSENT, 10, 9), ("reopened", 15, 15)])], None),
    "reopened afterwards": ([Former("here", [OPENED, (ABSENT, 10, 9), ("reopened", 25, 25)])], (0, "absent", 10)),
    "closed twice": ([Former("here", [OPENED, (ABSENT, 5, 4), ("reopened", 8, 8), (GONE, 12, 11)])], (0, "gone", 8)),
    "its place was taken": ([Former("here", [OPENED, (ABSENT, 22, 19)])], (0, "absent", 0)),
    "its place was taken, the page told": ([Former("here", [OPENED, (GONE, 21, 19)])], (0, "gone", 0)),
    "both were listed": ([Former("here", [OPENED, (ABSENT, 22, 20.5)])], None),
    "closed afterwards on another board": ([Former("there", [OPENED, (ABSENT, 22, 19)])], None),
    "nobody looked for it": ([Former("here", [OPENED, (AGED, 40, 10)])], None),
    "its deadline passed": ([Former("there", [OPENED], 18)], (0, "deadline", 2)),
    "its deadline passed, no crawl told of it": ([Former("there", deadline=18)], (0, "deadline", 2)),
    "its deadline had passed when it was fetched": ([Former("there", deadline=-5)], None),
    "its deadline passed when both were fetched": ([Former("there", deadline=NEW_DAY, first=NEW_DAY)], None),
    "its deadline had passed when its board showed both": ([Former("here", [("opened", 20.5, 20.5)], 3, 19.6)], None),
    "its deadline passed, it was imported later": ([Former("there", [("opened", 30, 30)], 18)], (0, "deadline", 2)),
    "its deadline passed, an import told": ([Former("there", [("opened", 30, 30), (DEADLINE, 30, 30)], 18)], (0, "deadline", 2)),
    "shown after its deadline": ([Former("here", [OPENED, (DEADLINE, 10, 9), ("reopened", 19, 19)], 10)], (0, "deadline", 1)),
    "its deadline was put off": ([Former("here", [OPENED, (DEADLINE, 10, 9), ("reopened", 12, 12)], 30)], None),
    "its deadline was put off once": (
        [Former("here", [OPENED, (DEADLINE, 10, 9), ("reopened", 12, 12), (DEADLINE, 16, 15)], 16)], (0, "deadline", 4),
    ),
    "its deadline is told": ([Former("here", [OPENED, (DEADLINE, 18, 17)], 18)], (0, "deadline", 2)),
    "its deadline is to come": ([Former("here", [OPENED], 30)], None),
    "it closed before its deadline": ([Former("here", [OPENED, (ABSENT, 10, 9)], 18)], (0, "absent", 10)),
    "it came later": ([Former("here", [("opened", 21, 21), (ABSENT, 25, 24)], first=20.9)], None),
    "the last of several": (
        [Former("here", [OPENED, (ABSENT, 10, 9)]), Former("there", deadline=17), Former("here", [OPENED, (GONE, 15, 14)])],
        (1, "deadline", 3),
    ),
    "the first id of several that closed together": ([Former("here", [OPENED, (GONE, 15, 14)])] * 2, (0, "gone", 5)),
}  # fmt: skip


def posting(case: str, number: int, board: str, day: float, deadline: float | None) -> EnrichedPosting:
    """A posting of a job of the case's own, first fetched on `day`."""
    source_id = f"{case.replace(' ', '-')}-{number}"
    first = JAN + timedelta(day)
    return make_full_posting(
        source="pinpoint", board=board, source_id=source_id, posting_id=f"pinpoint:{board}:{source_id}", employer_key="again",
        first_fetched_at=first, fetched_at=first, valid_through=None if deadline is None else JAN + timedelta(deadline),
    )  # fmt: skip


def turn_event(of: EnrichedPosting, sequence: int, turn: Turn) -> LifecycleEvent:
    """One event of a posting."""
    kind, at, last_seen = turn
    fields: dict[str, Any] = {
        "posting_id": of.posting_id, "source": of.source, "board": of.board, "at": JAN + timedelta(at), "sequence": sequence,
        "first_seen_at": of.first_fetched_at, "last_seen_at": JAN + timedelta(last_seen),
    }  # fmt: skip
    if kind in ("opened", "reopened"):
        return (PostingOpened if kind == "opened" else PostingReopened)(**fields)
    return PostingClosed(**fields, reason=ClosedReason(kind))


def told(case: str) -> tuple[list[Incoming], list[str]]:
    """Everything that sinks read of a case, and the posting ids of the former lives and of the new one."""
    formers, _ = CASES[case]
    lives = [posting(case, number, each.board, each.first, each.deadline) for number, each in enumerate(formers)]
    new = posting(case, len(lives), "here", NEW_DAY, None)
    messages = [enriched_message(each) for each in (*lives, new)]
    messages += [cluster_message(make_cluster(lives[0]))]
    messages += [cluster_message(repeats(each, lives[0])) for each in (*lives[1:], new)]
    for life, former in zip(lives, formers, strict=True):
        events = [turn_event(life, sequence, each) for sequence, each in enumerate(former.turns, 1)]
        messages += [as_incoming(encode(event, LIFECYCLE.name, made_by="test")) for event in events]
        messages += [as_incoming(encode(event, STATUS.name, made_by="test")) for event in events[-1:]]
    return messages, [each.posting_id for each in (*lives, new)]


@pytest.fixture(scope="module")
def again(warehouses: Settings) -> Settings:
    """Every case in both warehouses; in one of them told in the opposite order, and twice."""
    messages = [message for case in CASES for message in told(case)[0]]
    for engine, order in ((CLICKHOUSE, messages), (TIMESCALEDB, messages[::-1] * 2)):
        sink = sink_of(engine, warehouses)
        for message in order:
            for batch in Intake(engine).sort([message]).batches:
                sink.write(batch)
        sink.close()
    return warehouses


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("case", CASES)
def test_a_repost_is_linked_to_what_closed_last_before_it_came(case: str, engine: str, again: Settings, rows: Rows) -> None:
    """With the days between; what is told twice or in another order changes nothing."""
    ids, wanted = told(case)[1], CASES[case][1]
    new = ids[-1]

    found = rows(engine, "SELECT repost_of, former_closed_reason, days_between FROM reposts WHERE posting_id = %(id)s", id=new)

    assert found == ([] if wanted is None else [(ids[wanted[0]], *wanted[1:])])


def test_both_warehouses_name_the_same_reposts(again: Settings, rows: Rows) -> None:
    """Row by row, every column."""
    select = "SELECT * FROM reposts ORDER BY posting_id"

    assert rows(CLICKHOUSE, select) == rows(TIMESCALEDB, select) != []


@pytest.mark.parametrize(("name", "key"), [("reposts", "pinpoint"), ("reposting-employers", "again")])
def test_reposts_are_counted(name: str, key: str, again: Settings) -> None:
    """By source and by employer; both engines count the same."""
    answers = {engine: ask_named(again, name, engine, {"source": "pinpoint"}, 10) for engine in ENGINES}

    assert answers[CLICKHOUSE] == answers[TIMESCALEDB]
    assert [row[0] for row in answers[CLICKHOUSE].rows] == [key]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("its deadline passed", "its deadline is told"),
        ("its deadline passed, it was imported later", "its deadline passed, an import told"),
    ],
)
def test_a_deadline_closes_when_its_event_will(engine: str, before: str, after: str, again: Settings, rows: Rows) -> None:
    """Nothing but time has passed when the event comes: `postings` shows the same before, and no closing before an opening."""
    columns = "is_open, opened_at, closed_at, closed_reason, days_open"
    shown = [
        rows(engine, f"SELECT {columns} FROM postings WHERE posting_id = %(of)s", of=told(case)[1][0]) for case in (before, after)
    ]

    assert shown[0] == shown[1] != []
    assert all(closed_at >= opened_at for _, opened_at, closed_at, *_ in shown[0])


@pytest.fixture(scope="module")
def waiting(warehouses: Settings) -> Settings:
    """A job of a talent pool that is open for long, one that is open for long, and one of a talent pool that is closed."""
    pool = Quality(scam=0, ghost=0.6, reasons=["evergreen_words"])
    made = [
        make_full_posting(
            source="pool", board="q", source_id=str(n), posting_id=f"pool:q:{n}", valid_through=None, quality=quality
        )
        for n, quality in enumerate((pool, None, pool))
    ]
    told = [turn_event(posting, 1, OPENED) for posting in made] + [turn_event(made[2], 2, (ABSENT, 15, 14))]
    messages = [enriched_message(posting) for posting in made] + [cluster_message(make_cluster(posting)) for posting in made]
    messages += [as_incoming(encode(event, STATUS.name, made_by="test")) for event in told]
    for engine in ENGINES:
        sink = sink_of(engine, warehouses)
        for batch in Intake(engine).sort(messages).batches:
            sink.write(batch)
        sink.close()
    return warehouses


@pytest.mark.parametrize("engine", ENGINES)
def test_open_jobs_that_may_have_no_opening_are_listed(engine: str, waiting: Settings) -> None:
    """With why, the likeliest first; a closed one is not."""
    asked = ({"source": "pool", "at_least": least} for least in ("0", "50"))
    answer, likely = (ask_named(waiting, "ghost-jobs", engine, given, 10) for given in asked)

    named = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert [(job["posting_id"], job["ghost"], job["reasons"]) for job in named] == [
        ("pool:q:0", 0.76, ["evergreen_words", "open_for_long"]),
        ("pool:q:1", 0.4, ["open_for_long"]),
    ]
    assert all(job["days_open"] > 90 for job in named)
    assert likely.rows == answer.rows[:1]


def test_a_job_that_is_advertised_again_and_again_is_listed(again: Settings) -> None:
    """Each time counts; both engines say the same."""
    asked = {"source": "pinpoint", "at_least": "20"}
    answers = {engine: ask_named(again, "ghost-jobs", engine, asked, 100) for engine in ENGINES}

    assert answers[CLICKHOUSE] == answers[TIMESCALEDB]
    found = {row[0]: row for row in answers[CLICKHOUSE].rows}
    reposted = told("closed before")[1][0]
    assert found[reposted][3:6] == (0.2, ["reposted"], 1)
    assert told("nothing is known of it")[1][0] not in found
