"""A lifecycle worker that is killed while it writes a batch's state, and the one that carries the batch again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import Event
from schemas.codec import event_id
from schemas.crawl import CrawlOutcome
from schemas.topics import HEALTH, LIFECYCLE
from streams.lifecycle.step import build_step
from tests.torn import Cuts, TornStage
from tests.unit.streams.lifecycle.crawls import crawl, day, ids, reading, tick

NUMBERS = list(range(6))
some = st.lists(st.sampled_from(NUMBERS), unique=True, max_size=6)


@st.composite
def lives(draw: st.DrawFn) -> list[Event]:
    """What happens to a board's postings: crawls of every outcome, readings with and without deadlines, time that passes."""
    events: list[Event] = []
    for number in range(draw(st.integers(2, 9))):
        at = day(number + (60 if number > 6 else 0))
        kind = draw(st.sampled_from(["crawl", "crawl", "crawl", "reading", "reading", "tick"]))
        if kind == "crawl":
            outcome = draw(st.sampled_from([CrawlOutcome.COMPLETE, CrawlOutcome.COMPLETE, *CrawlOutcome]))
            told = outcome in (CrawlOutcome.COMPLETE, CrawlOutcome.PARTIAL)
            gone = draw(some) if outcome is CrawlOutcome.PARTIAL else []
            events += crawl(at, ids(*draw(some)) if told else [], outcome, gone=ids(*gone))
        elif kind == "tick":
            events.append(tick(at))
        else:
            deadline = draw(st.none() | st.sampled_from([day(1.5), day(3.5), day(6.5)]))
            posting_id = ids(draw(st.sampled_from(NUMBERS)))[0]
            events.append(reading(posting_id, deadline, revised_at=at, processed_at=at))
    return events


def told(stage: TornStage, topic: str) -> dict[str, Event]:
    """What was told, by the ids of the events: those that come again have the same."""
    return {event_id(event): event for event in stage.published(topic)}


@settings(max_examples=300, deadline=None)
@given(events=lives(), cuts=st.lists(st.tuples(st.integers(1, 6), st.none() | st.integers(0, 14)), max_size=4))
def test_whatever_of_a_batch_was_written_postings_open_and_close_as_with_an_undisturbed_worker(events: list[Event], cuts: Cuts):
    """No turn more and none less, and all is known that would be."""
    torn, whole = TornStage(build_step).carry(events, cuts), TornStage(build_step).carry(events)

    assert told(torn, LIFECYCLE.name) == told(whole, LIFECYCLE.name)
    assert told(torn, HEALTH.name) == told(whole, HEALTH.name)
    assert dict(torn.state.partition(0)) == dict(whole.state.partition(0))
