"""The books balance by identity."""

import pytest

from pipeline.ops.books import buried_revisions, close, compare, read_changelog, revisions_of
from pipeline.ops.dlq import unearth
from schemas.base import epoch_ms
from schemas.codec import encode
from schemas.dead_letter import DeadLetter, bury
from schemas.message import Incoming
from schemas.posting import PostingMoved
from schemas.topics import ENRICHED, NORMALIZED, RAW
from streams.normalize.books import Books, books_key
from tests.builders import FEB, JAN, MAR, as_incoming, make_enriched, make_posting, raw_message

OPEN = Books(first_offset=0, next_offset=10, unchanged=3, normalized=4, late=2, dead_letters=1)
REVISION = ("lever:acme:p1", epoch_ms(JAN))


class FakeWarehouse:
    """Holds some revisions and counts what it was asked."""

    engine = "clickhouse"

    def __init__(self, *there) -> None:
        self.there, self.asked = set(there), []

    def missing(self, revisions):
        self.asked.append(set(revisions))
        return set(revisions) - self.there


def letter(topic: str, **about) -> DeadLetter:
    """Why a message died."""
    return DeadLetter("enrich", "refused", "", topic, 0, 0, MAR, **about)


def test_outcomes_that_add_up_are_balanced():
    """Every offset has one."""
    accounting = close({0: OPEN}, {0: 0}, {0: 10}, {"clickhouse": set()})
    assert accounting.balanced
    assert (accounting.raw, accounting.unchanged, accounting.normalized, accounting.late, accounting.dead_letters) == (
        10, 3, 4, 2, 1,
    )  # fmt: skip


def test_partitions_add_up():
    """The totals are over all raw partitions."""
    assert close({0: OPEN, 1: OPEN}, {0: 0, 1: 0}, {0: 10, 1: 10}, {}).raw == 20


def test_an_offset_without_an_outcome_is_a_problem():
    """One posting vanished."""
    lost = Books(first_offset=0, next_offset=11, unchanged=3, normalized=4, late=2, dead_letters=1)
    assert close({2: lost}, {2: 0}, {2: 11}, {}).problems == ("raw partition 2: the outcomes do not add up to 11 offsets",)


def test_what_was_never_read_before_the_first_is_a_problem():
    """The group began behind the beginning of the topic."""
    late = Books(first_offset=5, next_offset=15, unchanged=3, normalized=4, late=2, dead_letters=1)
    accounting = close({0: late}, {0: 2}, {0: 15}, {})
    assert (accounting.skipped, accounting.balanced) == (3, False)


def test_what_retention_removed_is_no_problem():
    """The topic begins behind the first offset in the books."""
    assert close({0: OPEN}, {0: 7}, {0: 10}, {}).balanced


def test_what_is_not_read_yet_is_counted_and_no_problem():
    """Also in a partition that has no books yet."""
    accounting = close({0: OPEN}, {0: 0, 1: 2}, {0: 14, 1: 5}, {})
    assert (accounting.unread, accounting.balanced) == (7, True)


def test_a_revision_that_a_warehouse_lacks_is_a_problem():
    """Named with its posting."""
    accounting = close({0: OPEN}, {0: 0}, {0: 10}, {"clickhouse": {REVISION}, "timescaledb": set()})
    assert accounting.problems == ("clickhouse lacks 1 revisions, lever:acme:p1 among them",)


def test_the_newest_books_of_a_partition_count():
    """The changelog holds every batch; other keys are no books."""
    records = [
        Incoming("c", 0, n, key.encode(), value)
        for n, (key, value) in enumerate(
            [(books_key(0), Books(0, 1, normalized=1).encode()), ("p:lever", b"1{}"), (books_key(0), OPEN.encode())]
        )
    ]
    assert read_changelog(records) == {0: OPEN}


def test_revisions_are_those_of_postings():
    """PostingMoved is about no revision of its own."""
    moved = PostingMoved(posting_id="lever:acme:p1", employer_key="a", new_employer_key="b", revised_at=FEB, processed_at=FEB)
    events = [make_posting(), moved]
    messages = [as_incoming(encode(event, NORMALIZED.name, made_by="normalize")) for event in events]
    assert list(revisions_of(messages)) == [REVISION]


def test_a_revision_in_the_warehouse_is_not_missing():
    """However often it was emitted."""
    assert compare([REVISION, REVISION], [FakeWarehouse(REVISION)], set()) == {"clickhouse": set()}


def test_a_revision_in_a_later_dead_letter_is_not_missing():
    """It is accounted for, and the operator sees it in `dlq list`."""
    assert compare([REVISION], [FakeWarehouse()], {REVISION}) == {"clickhouse": set()}


def test_a_revision_that_is_nowhere_is_missing():
    """In the warehouse that lacks it."""
    assert compare([REVISION], [FakeWarehouse()], set()) == {"clickhouse": {REVISION}}


def test_revisions_are_compared_in_parts():
    """Memory is bounded, and no part is left out."""
    warehouse = FakeWarehouse()
    revisions = [(f"p{n}", n) for n in range(45_000)]
    compare(revisions, [warehouse], set(revisions))
    assert [len(asked) for asked in warehouse.asked] == [20_000, 20_000, 5_000]


@pytest.mark.parametrize(
    ("topic", "about", "found"),
    [
        (ENRICHED.name, {"posting_id": "lever:acme:p1", "revised_at": JAN}, {REVISION}),
        (ENRICHED.name, {}, {REVISION}),
        (RAW.name, {"posting_id": "lever:acme:p1", "revised_at": JAN}, set()),
    ],
)
def test_a_letter_names_its_revision_by_header_or_payload(topic, about, found):
    """One of normalize names none: no revision was made."""
    message = as_incoming(encode(make_enriched(), topic, made_by="enrich"))
    assert buried_revisions([unearth(as_incoming(bury(message, letter(topic, **about))))]) == found


def test_a_letter_whose_payload_says_nothing_explains_nothing():
    """What is missing stays missing."""
    dead = bury(Incoming(ENRICHED.name, 0, 0, b"k", b"{"), letter(ENRICHED.name))
    assert buried_revisions([unearth(as_incoming(dead)), unearth(raw_message())]) == set()
