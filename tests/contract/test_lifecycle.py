"""Any cutting into batches, any redelivery and any stop give the same lifecycle."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.crawl import CrawlOutcome, CrawlReport, CrawlTick
from streams.lifecycle.step import build_step
from tests.harness import Harness
from tests.unit.streams.lifecycle.crawls import crawl, day, ids, reading, tick, told

DAYS = st.integers(0, 12)
POSTINGS = st.lists(st.integers(0, 12), max_size=12, unique=True)
CRAWLS = st.builds(
    lambda at, seen, gone, outcome, other: crawl(
        day(at), ids(*seen), outcome, gone=ids(*gone), **({"board": "other"} if other else {})
    ),
    DAYS, POSTINGS, st.lists(st.integers(0, 12), max_size=3, unique=True), st.sampled_from(CrawlOutcome), st.booleans(),
)  # fmt: skip
DEADLINES = st.builds(
    lambda number, until, revised: [reading(ids(number)[0], day(until), revised_at=day(revised))], st.integers(0, 12), DAYS, DAYS
)
FIELDS = st.sampled_from([["title", "url"], ["title"], ["title", "url", "department"]])
READINGS = st.builds(
    lambda many, filled: [reading(ids(number)[0], filled=filled) for number in range(many)], st.sampled_from([1, 3, 30]), FIELDS
)
TICKS = st.builds(lambda at: [tick(day(at * 10))], DAYS)


def lists_of(*groups: st.SearchStrategy) -> st.SearchStrategy:
    """Sequences of the events of any of `groups`."""
    return st.lists(st.one_of(groups), max_size=10).map(lambda found: [event for group in found for event in group])


EVENTS = lists_of(CRAWLS, CRAWLS, CRAWLS, DEADLINES, TICKS, READINGS)


def stage() -> Harness:
    """The stage without servers."""
    return Harness(build_step())


def event_ids(harness: Harness) -> set[bytes]:
    """The ids of everything that was published."""
    return {value for m in harness.producer.published for name, value in m.headers if name == "ce_id"}


@settings(deadline=None, max_examples=30)
@given(EVENTS, st.lists(st.integers(1, 6), max_size=25))
def test_cuts_give_the_same_events_and_state(events, sizes):
    """One batch, batches of one and anything between are the same once all pages were dropped."""
    whole, pieces = stage(), stage()

    whole.cut(events, [])
    pieces.cut(events, sizes)

    assert pieces.outputs == whole.outputs
    assert pieces.entries == pieces.changelog
    assert pieces.entries == whole.entries


@settings(deadline=None, max_examples=30)
@given(EVENTS, st.integers(0, 40), st.integers(0, 40))
def test_what_is_delivered_again_changes_nothing(events, start, length):
    """Crawls and readings that come twice give nothing again, as their state was written."""
    once, twice = stage(), stage()
    messages = [once.incoming(event) for event in events]

    once.deliver(messages)
    twice.deliver(messages[: start + length])
    again = [m for m in messages[start : start + length] if m.header("ce_type") != CrawlTick.TYPE]
    assert twice.deliver(again) == []
    twice.deliver(messages[start + length :])

    assert [event for _, event in twice.outputs] == [event for _, event in once.outputs]
    assert twice.entries == once.entries


@settings(deadline=None, max_examples=40)
@given(EVENTS, lists_of(CRAWLS, CRAWLS, READINGS), st.integers(0, 60))
def test_a_stop_while_the_state_is_written_loses_and_doubles_nothing(before, batch, kept):
    """The first part of a batch's changelog records, then the whole batch again: the same ids, the same state at the end.

    A tick or a new deadline that comes again behind a crawl is news that is true then: it may close a posting one event earlier.
    """
    once, stopped = stage(), stage()
    for harness in (once, stopped):
        harness.feed(*before)
    messages = [once.incoming(event) for event in batch]
    recovered = {key: value for (_, key), value in stopped.entries.items()}

    known = len(stopped.producer.published)
    once.deliver(messages)
    stopped.deliver(messages)
    records = [m for m in stopped.producer.published[known:] if m.topic == stopped.state.changelog][:kept]
    lost = {key: None for (_, key) in stopped.entries} | recovered
    stopped.state.partition(0).apply(lost | {m.key.decode(): m.value for m in records}, 0)
    stopped.deliver(messages)

    assert event_ids(stopped) == event_ids(once)
    assert stopped.entries == once.entries


@settings(deadline=None, max_examples=30)
@given(EVENTS)
def test_a_posting_never_goes_back_in_time(events):
    """The versions of its events grow, opening and closing alternate, and no state is left of crawls that ended."""
    harness = stage()
    harness.feed(*events)
    by_posting: dict[str, list] = {}
    for event in told(harness):
        by_posting.setdefault(f"{event.board} {event.posting_id}", []).append(event)

    for events_of in by_posting.values():
        assert [event.version for event in events_of] == sorted({event.version for event in events_of})
        assert [event.kind == "closed" for event in events_of] == [number % 2 == 1 for number in range(len(events_of))]
    newest = max((e.finished_at for e in events if isinstance(e, CrawlReport) and e.board == "acme"), default=None)
    assert newest is None or not [k for _, k in harness.entries if k.startswith("lever:acme\x1epages") and newest == day(12)]
