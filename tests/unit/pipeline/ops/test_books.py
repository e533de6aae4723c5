"""The books balance by identity."""

from dataclasses import replace

import pytest

from pipeline.ops.books import buried_facts, close, compare, facts_of, read_changelog
from pipeline.ops.dlq import unearth
from schemas.base import epoch_ms
from schemas.codec import encode
from schemas.dead_letter import DeadLetter, bury
from schemas.lifecycle import PostingOpened
from schemas.message import Incoming
from schemas.posting import PostingMoved
from schemas.topics import DEDUPLICATED, EMBEDDED, ENRICHED, LIFECYCLE, MIRROR, NORMALIZED, RAW, STATUS
from streams.normalize.books import Books, books_key
from tests.builders import FEB, JAN, MAR, as_incoming, make_enriched, make_posting, raw_message
from tests.warehouse_data import make_embedded, make_mirror
from warehouse.survey import MIRRORED, REVISED

OPEN = Books(first_offset=0, next_offset=10, unchanged=3, normalized=4, late=2, dead_letters=1)
REVISION = ("lever:acme:p1", epoch_ms(JAN), REVISED)
OPENING = ("lever:acme:p1", epoch_ms(FEB), "opened")
MIRRORING = ("lever:acme:p1", epoch_ms(MAR), MIRRORED)


class FakeWarehouse:
    """Holds some facts and counts what it was asked."""

    engine = "clickhouse"

    def __init__(self, *there) -> None:
        self.there, self.asked = set(there), []

    def missing(self, facts):
        self.asked.append(set(facts))
        return set(facts) - self.there


def letter(topic: str, **about) -> DeadLetter:
    """Why a message died."""
    return DeadLetter("enrich", "refused", "", topic, 0, 0, MAR, **about)


def opened() -> PostingOpened:
    """The opening of the posting."""
    return PostingOpened(
        posting_id="lever:acme:p1",
        source="lever",
        board="acme",
        at=FEB,
        sequence=1,
        crawl_id="c",
        first_seen_at=FEB,
        last_seen_at=FEB,
    )


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


def test_what_a_warehouse_lacks_is_a_problem():
    """Named with a posting."""
    accounting = close({0: OPEN}, {0: 0}, {0: 10}, {"clickhouse": {REVISION, OPENING, MIRRORING}, "timescaledb": set()})
    assert accounting.problems == ("clickhouse lacks 1 revisions, 1 lifecycle events and 1 mirrors, lever:acme:p1 among them",)
    assert accounting.missing["clickhouse"] == [
        f"lever:acme:p1 mirrored @ {epoch_ms(MAR)}",
        f"lever:acme:p1 opened @ {epoch_ms(FEB)}",
        f"lever:acme:p1 revised @ {epoch_ms(JAN)}",
    ]


def test_the_newest_books_of_a_partition_count():
    """The changelog holds every batch; other keys are no books."""
    records = [
        Incoming("c", 0, n, key.encode(), value)
        for n, (key, value) in enumerate(
            [(books_key(0), Books(0, 1, normalized=1).encode()), ("p:lever", b"1{}"), (books_key(0), OPEN.encode())]
        )
    ]
    assert read_changelog(records) == {0: OPEN}


def test_books_of_a_worker_that_had_lost_its_partition_do_not_count():
    """They lie behind those of its heir, whose epoch is later; of another changelog partition they say nothing."""
    late, heirs = Books(0, 1, normalized=1), Books(0, 2, normalized=2)
    told = [(0, 5, heirs, b"8"), (0, 6, late, b"7"), (1, 0, OPEN, b"7")]
    records = [
        Incoming("c", at, offset, books_key(at).encode(), books.encode(), (("epoch", epoch),))
        for at, offset, books, epoch in told
    ]
    assert read_changelog(records) == {0: heirs, 1: OPEN}


def test_revisions_are_those_of_postings():
    """PostingMoved is about no revision of its own."""
    moved = PostingMoved(posting_id="lever:acme:p1", employer_key="a", new_employer_key="b", revised_at=FEB, processed_at=FEB)
    events = [make_posting(), moved]
    messages = [as_incoming(encode(event, NORMALIZED.name, made_by="normalize")) for event in events]
    assert list(facts_of(messages)) == [REVISION]


def test_every_lifecycle_event_is_a_fact():
    """A posting may open and close in one instant: the kind is part of it."""
    assert list(facts_of([as_incoming(encode(opened(), LIFECYCLE.name, made_by="lifecycle"))])) == [OPENING]


def test_every_mirror_is_a_fact():
    """That a posting is no copy any more is one, too."""
    mirror = make_mirror(make_enriched(), None, found_at=MAR)
    assert list(facts_of([as_incoming(encode(mirror, MIRROR.name, made_by="mirror"))])) == [MIRRORING]


@pytest.mark.parametrize("kind", ["", "jobs.nonsense.v9", PostingOpened.TYPE])
@pytest.mark.parametrize("value", [b"\xff{not json", b"[]", b"{}", b"null", b"", None])
def test_what_can_t_be_read_tells_no_fact(kind, value):
    """Who reads the topic made a dead letter of it; `doctor` goes on."""
    poison = Incoming(LIFECYCLE.name, 0, 0, b"poison", value, (("ce_type", kind.encode()),))
    opening = as_incoming(encode(opened(), LIFECYCLE.name, made_by="lifecycle"))

    assert list(facts_of([poison, opening, poison])) == [OPENING]


def test_a_revision_in_the_warehouse_is_not_missing():
    """However often it was emitted."""
    assert compare([REVISION, REVISION], [FakeWarehouse(REVISION)], set()) == {"clickhouse": set()}


def test_a_revision_in_a_later_dead_letter_is_not_missing():
    """It is accounted for, and the operator sees it in `dlq list`."""
    assert compare([REVISION], [FakeWarehouse()], {REVISION}) == {"clickhouse": set()}


def test_a_revision_that_is_nowhere_is_missing():
    """In the warehouse that lacks it."""
    assert compare([REVISION], [FakeWarehouse()], set()) == {"clickhouse": {REVISION}}


def test_facts_are_compared_in_parts():
    """Memory is bounded, and no part is left out."""
    warehouse = FakeWarehouse()
    facts = [(f"p{n}", n, REVISED) for n in range(45_000)]
    compare(facts, [warehouse], set(facts))
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
    assert buried_facts([unearth(as_incoming(bury(message, letter(topic, **about))))]) == found


def test_a_posting_without_a_vector_explains_no_missing_revision():
    """A letter of embed, or of the sink about a vector: the posting's revision is in both warehouses all the same."""
    said = {"posting_id": "lever:acme:p1", "revised_at": JAN}
    embedded = as_incoming(encode(make_embedded(make_enriched(), 1.0), EMBEDDED.name, made_by="embed"))
    posting = as_incoming(encode(make_enriched(), DEDUPLICATED.name, made_by="dedupe"))
    dead = [
        bury(embedded, letter(EMBEDDED.name, **said)),
        bury(posting, replace(letter(DEDUPLICATED.name, **said), stage="embed")),
    ]

    assert buried_facts([unearth(as_incoming(each)) for each in dead]) == set()


def test_a_lifecycle_event_that_a_sink_could_not_write_is_explained():
    """By the payload of its letter, from either topic."""
    for topic in (LIFECYCLE.name, STATUS.name):
        dead = bury(as_incoming(encode(opened(), topic, made_by="lifecycle")), letter(topic, posting_id="lever:acme:p1"))
        assert buried_facts([unearth(as_incoming(dead))]) == {OPENING}


def test_a_mirror_that_a_sink_could_not_write_is_explained():
    """By the payload of its letter."""
    mirror = make_mirror(make_enriched(), None, found_at=MAR)
    dead = bury(as_incoming(encode(mirror, MIRROR.name, made_by="mirror")), letter(MIRROR.name, posting_id="lever:acme:p1"))
    assert buried_facts([unearth(as_incoming(dead))]) == {MIRRORING}


def test_a_letter_whose_payload_says_nothing_explains_nothing():
    """What is missing stays missing."""
    dead = bury(Incoming(ENRICHED.name, 0, 0, b"k", b"{"), letter(ENRICHED.name))
    assert buried_facts([unearth(as_incoming(dead)), unearth(raw_message())]) == set()
