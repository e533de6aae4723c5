"""Both engines answer alike: the same messages, with gaps, ties, repeats and older versions, and every question to both."""

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from pipeline.ops.addresses import timescaledb_config
from pipeline.ops.ask import ask, ask_named
from pipeline.ops.databases import migrate
from pipeline.ops.sink import sink_of
from pipeline.settings import Settings
from runtime.clock import utc_now
from schemas.codec import encode
from schemas.crawl import CrawlOutcome
from schemas.lifecycle import ClosedReason, PostingClosed, PostingOpened, PostingReopened
from schemas.message import Incoming
from schemas.posting import EnrichedPosting
from schemas.topics import LIFECYCLE, STATUS
from tests.builders import as_incoming
from tests.engines import running_engines
from tests.warehouse_data import (
    cluster_message,
    enriched_message,
    make_cluster,
    make_full_posting,
    make_mirror,
    make_report,
    make_skill,
    mirror_message,
    repeats,
    report_message,
)
from warehouse import connect
from warehouse.intake import Intake
from warehouse.queries import queries, query
from warehouse.table import CLICKHOUSE, ENGINES, TIMESCALEDB

Row = tuple[Any, ...]
EMPLOYERS = ("agree acme", "agree Éclair", "agree zeta", "agree Beta")
BOTH = [name for name, found in queries().items() if set(found.sql) == set(ENGINES)]
GIVEN = {"skill-trend": {"skill": "Go"}} | {name: {"at_least": "1"} for name in ("pay-by-occupation", "pay-by-seniority")}
# which no other test writes
SOURCES = ("breezy", "recruitee", "teamtailor")
# long enough ago, and all on whole seconds, so that what depends on the present is the same a moment later
BEGIN = utc_now().replace(microsecond=0) - timedelta(days=200)
VIEWS = {
    "postings": "posting_id, revision, title, employer, country, city, salary_usd_minimum, skills, cluster_id, is_canonical, "
    "match_method, similarity, matched_posting_id, is_open, opened_at, closed_at, closed_reason, last_seen_at, variant_of, "
    "mirror_of, mirror_employer_key, mirror_similarity, valid_through, posted_on, apply_by",
    "jobs": "posting_id, postings, sources, is_open",
    "posting_history": "posting_id, revised_at, processed_at, revision, title, country, seniority",
    "posting_events": "posting_id, kind, at, sequence, reason, first_seen_at, last_seen_at",
    "reposts": "posting_id, cluster_id, repost_of, former_closed_at, former_closed_reason, days_between",
    "crawls": "source, board, finished_at, crawl_id, outcome, reason, published",
    "skill_daily": "skill, country, revisions, new_postings",
    "posting_daily": "source, country, seniority, revisions, new_postings",
}


def made(random: Random, name: str) -> Iterator[Incoming]:
    """Yield what 120 postings of four employers come to, some twice and some late; `name` is part of their ids."""
    canonical: dict[str, EnrichedPosting] = {}
    for number in range(120):
        posting = made_posting(random, f"{name}:{number}")
        yield from map(enriched_message, revisions_of(random, posting))
        older = canonical.setdefault(posting.employer_key, posting)
        assigned = [make_cluster(posting)]
        if older is not posting and number % 3:
            assigned.append(repeats(posting, older).model_copy(update={"assigned_at": posting.revised_at + timedelta(1)}))
        else:
            yield mirror_message(make_mirror(posting, random.choice((None, *canonical.values()))))
        yield from map(cluster_message, reversed(assigned))
        yield from turns(random, posting)
    yield from crawls(random, name)


def made_posting(random: Random, name: str) -> EnrichedPosting:
    """Return a posting of which any part may be missing."""
    one_of, full = random.choice, make_full_posting()
    source, whose = one_of(SOURCES), one_of(EMPLOYERS)
    first = BEGIN + timedelta(hours=random.randrange(2000))
    return make_full_posting(
        source=source, board=one_of(("agree1", "agree2")), source_id=name, posting_id=f"{source}:{name}", employer_key=whose,
        employer=one_of((whose.title(), whose.upper(), None)), company=one_of((None, full.company)),
        visa=one_of((None, full.visa)), seniority=one_of((None, full.seniority)), work_mode=one_of((None, full.work_mode)),
        language=one_of((None, full.language)), locations=one_of(([], full.locations)), benefits=one_of(([], full.benefits)),
        salary=one_of((None, full.salary)),
        skills=[make_skill(label, also=one_of(([], ["GOLANG", "ÉCO"]))) for label in ("Go", "Éco") if random.random() < 0.6],
        title=one_of(("Nurse", "Zoo's 50% \\ keeper\n", "Ärztin")),
        valid_through=one_of((None, first + timedelta(days=random.randrange(-5, 100)))),
        first_fetched_at=first, revised_at=first, fetched_at=first, processed_at=first,
    )  # fmt: skip


def revisions_of(random: Random, posting: EnrichedPosting) -> list[EnrichedPosting]:
    """Return up to three revisions of a posting, each read once or twice, in any order, and one of them once more."""
    days = [(at, read) for at in range(random.randrange(1, 4)) for read in range(random.randrange(1, 3))]
    found = []
    for at, read in random.sample(days, len(days)):
        when = posting.revised_at + timedelta(days=at)
        told = {"revision": at + 1, "revised_at": when, "fetched_at": when, "processed_at": when + timedelta(seconds=read)}
        found.append(posting.model_copy(update={**told, "title": f"{posting.title} {at} {read}"}))
    return [*found, random.choice(found)]


def turns(random: Random, posting: EnrichedPosting) -> Iterator[Incoming]:
    """Yield what lifecycle tells of a posting, from nothing to a reopening, in any order."""
    at, first, events = posting.revised_at, posting.revised_at, list[Any]()
    for number, kind in enumerate([PostingOpened, PostingClosed, PostingReopened, PostingClosed][: random.randrange(5)]):
        at += timedelta(hours=random.randrange(1, 400))
        fields = {"posting_id": posting.posting_id, "source": posting.source, "board": posting.board, "sequence": number + 1}
        reason = {"reason": random.choice(list(ClosedReason))} if kind is PostingClosed else {}
        seen = {"first_seen_at": first + timedelta(hours=1), "last_seen_at": at - timedelta(hours=random.randrange(2))}
        events.append(kind(**fields, at=at, **seen, **reason))
    random.shuffle(events)
    for topic in (LIFECYCLE, STATUS):
        yield from (as_incoming(encode(event, topic.name, made_by="test")) for event in events)


def crawls(random: Random, name: str) -> Iterator[Incoming]:
    """Yield reports of crawls, of which few say a reason."""
    for number in range(60):
        at = BEGIN + timedelta(days=number, seconds=random.randrange(80_000))
        outcome = random.choice(list(CrawlOutcome))
        reason = None if outcome is CrawlOutcome.COMPLETE else random.choice((None, "blocked", "limit"))
        board, source = random.choice(("agree1", "agree2")), random.choice(SOURCES)
        report = make_report(
            crawl_id=f"{name}-{number}", source=source, board=board, outcome=outcome, reason=reason,
            started_at=at, finished_at=at, published=number,
        )  # fmt: skip
        yield report_message(report)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Warehouses of this module's own: other tests write to one of them alone."""
    for settings in running_engines(tmp_path_factory.mktemp("agreement")):
        migrate(settings)
        yield settings


@pytest.fixture(scope="module", params=[1, 2])
def asked(request: pytest.FixtureRequest, empty: Settings) -> Settings:
    """Warehouses that both took the same messages, cut into batches in their own way."""
    messages = list(made(Random(request.param), f"agree{request.param}"))
    for engine, size in ((CLICKHOUSE, 97), (TIMESCALEDB, 151)):
        sink = sink_of(engine, empty)
        for start in range(0, len(messages), size):
            for batch in Intake(engine).sort(messages[start : start + size]).batches:
                sink.write(batch)
        sink.close()
    return empty


def plain(rows: Sequence[Row]) -> list[Row]:
    """Return rows as values that compare: numbers as floats of 9 digits, times in UTC."""
    return [tuple(_plain(value) for value in row) for row in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, int | float):
        return float(f"{value:.9g}") if math.isfinite(value) else str(value)
    return tuple(value) if isinstance(value, list) else value


def both(asking: Callable[[str], Sequence[Row]]) -> tuple[list[Row], list[Row]]:
    """Return what each engine answers."""
    one, other = (plain(asking(engine)) for engine in ENGINES)
    return one, other


@pytest.mark.parametrize("name", BOTH)
def test_a_named_query_has_one_answer(name: str, asked: Settings) -> None:
    """Row by row, in one order, down to the last digit."""
    one, other = both(lambda engine: ask_named(asked, name, engine, GIVEN.get(name, {}), 500).rows)

    assert one
    assert one == other


@pytest.mark.parametrize("name", ["new-postings-per-day", "skill-trend"])
def test_days_are_those_of_utc_wherever_the_server_is(name: str, asked: Settings) -> None:
    """A server's time zone is that of its machine by default: west of Greenwich each count stood beside the day before."""
    with connect.timescaledb(timescaledb_config(asked)) as connection:
        connection.execute("SET TimeZone TO 'America/Los_Angeles'")
        there = connection.execute(query(name).on(TIMESCALEDB).encode(), query(name).values(GIVEN.get(name, {}), 500)).fetchall()
        connection.execute("RESET TimeZone")

    assert plain(there) == plain(ask_named(asked, name, CLICKHOUSE, GIVEN.get(name, {}), 500).rows)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_one_content(view: str, asked: Settings) -> None:
    """Which row stands for a key, and what is joined to it, does not depend on the engine."""
    one, other = both(lambda engine: ask(asked, engine, f"SELECT {VIEWS[view]} FROM {view}").rows)

    assert one
    assert [pair for pair in zip(sorted(map(repr, one)), sorted(map(repr, other)), strict=True) if pair[0] != pair[1]] == []
