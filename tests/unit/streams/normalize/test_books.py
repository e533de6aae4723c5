"""The books of normalize."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.posting import Posting
from streams.normalize.books import Books, books_key, enter, read_books
from streams.normalize.step import build_step
from streams.step import Settled
from tests.builders import FEB, JAN, make_raw_posting, raw_message
from tests.harness import Harness

KINDS = st.sampled_from(["Nurse", "Senior nurse", ""])
EVENTS = st.builds(
    lambda source_id, days, title: make_raw_posting(source_id=source_id, fetched_at=JAN + timedelta(days=days), title=title),
    st.sampled_from(["p1", "p2"]),
    st.integers(0, 6),
    KINDS,
)


def books_of(harness: Harness, partition: int = 0) -> Books:
    """The books of a raw partition."""
    key = books_key(partition)
    found = read_books(key, harness.entries[partition, key])
    assert found is not None
    return found[1]


def test_every_raw_posting_has_one_outcome():
    """Outcomes add up to next_offset - first_offset."""
    harness = Harness(build_step())
    harness.feed(make_raw_posting(), make_raw_posting(fetched_at=FEB), make_raw_posting(title=""))
    harness.feed(make_raw_posting(title="Head nurse"), make_raw_posting(source_id="p2"))

    books = books_of(harness)

    assert books == Books(first_offset=0, next_offset=5, unchanged=1, normalized=2, late=1, dead_letters=1)
    assert books.balanced


def test_the_books_start_where_reading_starts():
    """A first offset above zero, after retention, is no loss."""
    assert enter(None, [Settled(raw_message(offset=41), "normalized")]) == Books(41, 42, normalized=1)


def test_replays_are_not_in_the_books():
    """What comes through the replay topic was counted when it was raw."""
    harness = Harness(build_step())
    harness.feed(make_raw_posting())
    harness.feed(make_raw_posting(), replay_id="r1")

    assert books_of(harness) == Books(0, 1, normalized=1)


def test_what_is_read_twice_is_entered_once():
    """Only offsets from next_offset on count."""
    harness = Harness(build_step())
    messages = [harness.incoming(make_raw_posting(source_id=f"p{n}")) for n in range(3)]
    harness.deliver(messages[:2])
    harness.deliver(messages)

    assert books_of(harness) == Books(0, 3, normalized=3)


def test_only_replays_make_no_books():
    """A partition from which nothing raw was read has no books."""
    harness = Harness(build_step())
    harness.feed(make_raw_posting(), replay_id="r1")

    assert (0, books_key(0)) not in harness.entries


def test_each_partition_has_its_books():
    """Books are kept per raw partition."""
    harness = Harness(build_step())
    harness.feed(make_raw_posting(), partition=3)
    harness.feed(make_raw_posting(source_id="p2"), partition=4)

    assert books_of(harness, 3) == books_of(harness, 4) == Books(0, 1, normalized=1)


def test_other_entries_of_the_table_are_no_books():
    """A reader of the changelog can tell books from postings, erased books and books of another format."""
    value = Books(0, 1, normalized=1).encode()

    assert read_books("books:7", value) == (7, Books(0, 1, normalized=1))
    assert read_books("lever:acme:p1", value) is None
    assert read_books("books:7", None) is None
    assert read_books("books:7", b"0" + value[1:]) is None


def test_a_missing_outcome_is_seen():
    """Books in which an offset has no outcome are not balanced."""
    assert not Books(0, 2, normalized=1).balanced


@settings(deadline=None, max_examples=100)
@given(st.lists(EVENTS, max_size=20), st.lists(st.integers(1, 5), max_size=20), st.booleans())
def test_any_way_of_cutting_gives_the_same_outputs_state_and_books(events, sizes, restarted):
    """Batches are invisible, and so is a restart between them."""
    whole, pieces = Harness(build_step()), Harness(build_step())

    whole.cut(events, [])
    pieces.cut(events[:7], sizes)
    if restarted:
        pieces.restart(build_step)
    pieces.cut(events[7:], sizes)

    assert pieces.outputs == whole.outputs
    assert pieces.entries == whole.entries
    if events:
        assert books_of(whole).balanced
        assert books_of(whole).next_offset == len(events)


@settings(deadline=None, max_examples=100)
@given(st.lists(EVENTS, max_size=12))
def test_a_replay_of_everything_leaves_every_revision_as_it_was(events):
    """Without a new parser a replay emits, per revision, what is known already."""
    harness = Harness(build_step(), limit=1000)
    harness.feed(*events)
    known = {(p.posting_id, p.revised_at): (p.title, p.revision) for _, p in harness.outputs if isinstance(p, Posting)}

    replayed = harness.feed(*events, replay_id="r1")

    assert {(p.posting_id, p.revised_at): (p.title, p.revision) for _, p in replayed if isinstance(p, Posting)} == known
