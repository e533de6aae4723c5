"""What the step makes of each message, and of those that come late or twice."""

from collections.abc import Iterable

import pytest

from schemas.base import Event, epoch_ms
from schemas.codec import tombstone
from schemas.mirror import CanonicalPosting, Original, PostingMirrored, PostingSighted, SightingAnswered
from schemas.topics import ANSWERED, CANONICAL, MIRROR, SIGHTED
from streams.dedupe.reading import SENTENCES
from streams.mirror.across import ACROSS
from streams.mirror.heard import unpack
from streams.mirror.said import entries_of
from streams.mirror.step import build_step
from tests.builders import JAN, as_incoming, make_posting
from tests.harness import NOW, Harness
from tests.unit.streams.dedupe.group import text
from tests.unit.streams.mirror.loop import Loop, statement

A = "lever:acme:a"


@pytest.fixture
def harness() -> Harness:
    """The stage behind the real seam; all partitions are one."""
    return Harness(build_step())


def sightings(harness: Harness, said: CanonicalPosting) -> list[PostingSighted]:
    """What the owner of a posting sends to its buckets."""
    return [event for _, event in harness.feed(said) if isinstance(event, PostingSighted)]


def answers(harness: Harness, events: Iterable[Event]) -> list[SightingAnswered]:
    """What buckets answer."""
    return [event for sighting in events for _, event in harness.feed(sighting) if isinstance(event, SightingAnswered)]


def answer(sighting: PostingSighted, sequence: int, original: str | None, similarity: float = 0.9) -> SightingAnswered:
    """What a bucket might say."""
    found = (
        Original(posting_id=original, employer_key="globex", first_fetched_at=JAN, similarity=similarity) if original else None
    )
    return SightingAnswered(
        posting_id=sighting.posting_id, bucket=sighting.bucket, ask=sighting.ask, sightings=sighting.sightings, sequence=sequence,
        original=found, answered_at=NOW,
    )  # fmt: skip


def told(harness: Harness) -> list[tuple[str | None, float | None]]:
    """Every answer published."""
    return [(event.mirror_of, event.similarity) for _, event in harness.outputs if isinstance(event, PostingMirrored)]


def test_a_canonical_posting_asks_in_every_bucket(harness):
    """Each sighting goes to the owner of its bucket; nothing is published before one has answered."""
    published = harness.feed(statement("a"))

    assert [topic for topic, _ in published] == [SIGHTED.name] * SENTENCES
    assert len({event.key for _, event in published}) == SENTENCES
    assert told(harness) == []


def test_what_is_published_says_why(harness):
    """The oldest original that any bucket has found, its employer, how much of the text is in both, and by which rules."""
    asked = sightings(harness, statement("a"))
    harness.feed(answer(asked[0], 5, "x:y:younger"))
    older = answer(asked[-1], 5, "x:y:older", 0.75)
    older = older.model_copy(update={"original": older.original.model_copy(update={"first_fetched_at": JAN.replace(year=2025)})})

    [(topic, event)] = harness.feed(older)

    assert topic == MIRROR.name
    assert (event.posting_id, event.source, event.mirror_of, event.mirror_employer_key) == (A, "lever", "x:y:older", "globex")
    assert (event.similarity, event.verifier) == (0.75, ACROSS)
    assert event.reason == (
        "The titles have words in common, neither level, place nor requisition contradicts, and about 75% of what the shorter "
        "ad says about the role is in x:y:older too."
    )


def test_each_original_that_a_first_ask_finds_is_published_where_it_is_the_oldest(harness):
    """Buckets that know none are silent, so nobody waits for them; a younger one that is found later changes nothing."""
    asked = sightings(harness, statement("a"))

    for each, original in zip(asked, ["x:y:old", "x:y:young", "x:y:older"], strict=False):
        found, year = answer(each, 5, original), {"x:y:older": 2023, "x:y:old": 2024, "x:y:young": 2025}[original]
        dated = found.original.model_copy(update={"first_fetched_at": JAN.replace(year=year)})
        harness.feed(found.model_copy(update={"original": dated}))

    assert told(harness) == [("x:y:old", 0.9), ("x:y:older", 0.9)]


def test_a_bucket_that_knows_no_copy_is_silent_at_first(harness):
    """Whoever asks again, or leaves, is answered all the same: it may have something to take back. The same again is not."""
    first = sightings(harness, statement("a"))
    edited = sightings(harness, statement("a", version=1, description=text(changed=60)))
    gone = sightings(harness, statement("a", version=2, canonical=False))

    silent, found, again = (answers(harness, asked) for asked in (first, [*edited, *gone], [*edited, *gone]))

    assert (silent, again) == ([], [])
    assert [(event.bucket, event.ask, event.original) for event in found] == [(e.bucket, e.ask, None) for e in (*edited, *gone)]


def test_an_older_answer_changes_nothing(harness):
    """The offset of the sighting that led to an answer tells which is the newest of a bucket."""
    asked = sightings(harness, statement("a"))
    harness.feed(*(answer(each, 7, "x:y:new") for each in asked))

    harness.feed(*(answer(each, 6, None) for each in asked))

    assert told(harness) == [("x:y:new", 0.9)]


def test_an_answer_to_an_older_ask_changes_nothing(harness):
    """What was asked about has another text now."""
    old = sightings(harness, statement("a"))
    new = sightings(harness, statement("a", version=1, description=text(changed=2)))
    harness.feed(*(answer(each, 1, "x:y:new") for each in new))

    harness.feed(*(answer(each, 9, "x:y:old") for each in old))

    assert told(harness) == [("x:y:new", 0.9)]


def test_an_answer_may_come_before_the_state_knows_the_ask(harness):
    """The worker was stopped after its sightings were published: it hears, and tells, before the statement comes again."""
    asked = sightings(Harness(build_step()), statement("a"))
    harness.feed(*(answer(each, 1, "x:y:z") for each in asked))
    assert told(harness) == [("x:y:z", 0.9)]

    assert [(event.bucket, event.ask) for _, event in harness.feed(statement("a"))] == [(each.bucket, 1) for each in asked]
    assert told(harness) == [("x:y:z", 0.9)]


def test_which_input_is_read_first_changes_nothing_that_is_told():
    """What was published before a stop is published again, though a statement that takes it back was read first after it."""
    tells = []
    for statement_first in (False, True):
        harness = Harness(build_step())
        asked = sightings(harness, statement("a"))
        found, gone = [answer(each, 1, "x:y:z") for each in asked], statement("a", version=1, canonical=False)
        if not statement_first:
            harness.feed(*found)
        leaving = sightings(harness, gone)
        harness.feed(*(found if statement_first else []), *(answer(each, 2, None) for each in leaving))
        tells.append(told(harness))

    assert tells == [[("x:y:z", 0.9), (None, None)]] * 2


def test_an_old_sighting_does_not_come_back(harness):
    """Neither in place of a newer one, nor after the posting has left the bucket."""
    said = statement("a", employer="globex")
    old = sightings(harness, said)
    gone = sightings(harness, statement("a", employer="globex", version=1, canonical=False))
    answers(harness, [*old, *gone, *old])

    assert answers(harness, sightings(harness, statement("b", day=1))) == []


def test_an_older_statement_changes_nothing(harness):
    """The employer that a posting has left may be heard later than the one that has it now."""
    now = statement("a", employer="globex", version=1)
    left = statement("a", version=1, canonical=False).model_copy(update={"assigned_at": None})
    harness.feed(now)

    assert harness.feed(left) == []
    assert harness.feed(statement("a")) == []


def test_a_statement_that_changes_no_content_asks_nothing(harness):
    """Its version is remembered all the same."""
    harness.feed(statement("a"))

    assert harness.feed(statement("a", version=2)) == []
    assert harness.feed(statement("a", version=1, title="Driver")) == []


def test_a_replay_asks_again(harness):
    """A bucket that has lost something learns it again; who has answered before answers the new ask."""
    harness.feed(statement("a"))

    published = harness.feed(statement("a", version=1), replay_id="r1", topic=CANONICAL)

    assert [event.ask for _, event in published] == [2] * SENTENCES


@pytest.mark.parametrize(
    "fields", [{"title": "We are hiring!"}, {"description": "A short text."}, {"description": ""}, {"title": ""}]
)
def test_a_teaser_asks_nowhere(harness, fields):
    """Nor does a title that names no job: text alone is no evidence across employers."""
    assert harness.feed(statement("a", **fields)) == []


def test_a_sketch_of_another_scheme_is_not_compared(harness):
    """Its hashes mean something else; what was published of the posting is taken back."""
    asked = sightings(harness, statement("a"))
    harness.feed(*(answer(each, 1, "x:y:z") for each in asked))

    leaving = sightings(harness, statement("a", version=1).model_copy(update={"scheme": "another"}))
    assert [event.trace for event in leaving] == [None] * SENTENCES
    harness.feed(*(answer(each, 2, None) for each in leaving))

    assert told(harness)[-1] == (None, None)


def test_an_edit_publishes_nothing_until_all_have_answered(harness):
    """A copy that stays a copy is not taken back in between."""
    asked = sightings(harness, statement("a"))
    harness.feed(*(answer(each, 1, "x:y:z") for each in asked))
    asked = sightings(harness, statement("a", version=1, description=text(changed=60)))
    assert len(asked) == asked[0].sightings > SENTENCES

    harness.feed(*(answer(each, 2, None) for each in asked[1:]))
    assert told(harness) == [("x:y:z", 0.9)]
    harness.feed(answer(asked[0], 2, "x:y:z", 0.8))
    assert told(harness) == [("x:y:z", 0.9), ("x:y:z", 0.8)]


def test_a_rebuild_takes_back_what_holds_no_more():
    """What was told is known before the first statement, and is not told again where it still holds."""
    said = [
        *(statement(f"{job}1", employer="globex", description=text(f"task{job}x")) for job in "ab"),
        *(statement(f"{job}2", day=1, description=text(f"task{job}x")) for job in "ab"),
    ]
    before = Loop().feed(*said)
    assert set(before.mirrors) == {"lever:acme:a2", "lever:acme:b2"}

    # by now the employers of one pair are known to be one
    loop = Loop().carry_over(before.messages).feed(said[0].model_copy(update={"employer_key": "acme"}), *said[1:])

    assert [(event.posting_id, event.mirror_of) for event in loop.told] == [("lever:acme:a2", None)]
    assert loop.told[0].found_at > max(event.found_at for event in before.told)


@pytest.mark.parametrize("now", [{"canonical": False}, {"title": "We are hiring!"}])
def test_a_rebuild_takes_back_what_was_told_of_a_posting_that_asks_nowhere_now(now):
    """It leaves a bucket of nobody, which answers."""
    before = Loop().feed(statement("a", employer="globex"), statement("b", day=1))

    loop = Loop().carry_over(before.messages).feed(statement("b", day=1, **now))

    assert [(event.posting_id, event.mirror_of) for event in loop.told] == [("lever:acme:b", None)]


def test_what_was_taken_back_before_a_rebuild_is_nothing_to_take_back():
    """The newest message of a posting is in force, whatever order a topic that was not compacted yet has; its time is kept."""
    before = Loop().feed(statement("a", employer="globex"), statement("b", day=1))
    before.feed(statement("a", employer="globex", version=1, canonical=False))
    assert [event.mirror_of for event in before.told] == ["lever:acme:a", None]

    [(_, key, value)] = entries_of([*before.messages[::-1], as_incoming(tombstone(MIRROR.name, "lever:acme:b"))])

    heard = unpack(value)
    assert (key, heard.said, heard.said_ms) == ("heard:lever:acme:b", None, epoch_ms(before.told[1].found_at))


def test_answers_grow_when_the_clock_stands():
    """Two answers within one millisecond are told apart by `found_at`."""
    loop = Loop().feed(statement("a", employer="globex"), statement("b", day=1))
    loop.feed(statement("a", employer="globex", version=1, canonical=False))

    first, second = (event.found_at for event in loop.told)
    assert first < second


def test_another_event_is_a_dead_letter(harness):
    """The step reads three kinds of event."""
    harness.feed(make_posting(), topic=ANSWERED)

    assert [letter.reason for letter in harness.dead] == ["unexpected_event"]
