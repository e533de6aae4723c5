"""What dedupe says of canonical postings: a reader that keeps the greatest version knows exactly those that are."""

from base64 import b64decode
from collections.abc import Iterable, Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import Event
from schemas.mirror import CanonicalPosting, Sketch
from schemas.posting import Posting, PostingMoved
from streams.dedupe.canonical import SKETCH_SCHEME, sketch_of
from streams.dedupe.reader import Label
from streams.dedupe.stated_places import known_cities
from streams.step import Outcome
from tests.unit.streams.dedupe.group import Stage, content_of, moved, posting, text
from tests.unit.streams.dedupe.test_clusters import by_definition, newest, revisions

A, B = "lever:acme:a", "lever:acme:b"


def said(outcome: Outcome) -> list[CanonicalPosting]:
    """What an event led to."""
    return [emit.event for emit in outcome.emits if isinstance(emit.event, CanonicalPosting)]


def believed(statements: Iterable[CanonicalPosting]) -> dict[str, Sketch]:
    """The canonical postings as a reader knows them."""
    latest = {event.posting_id: event for event in sorted(statements, key=lambda event: event.version)}
    return {posting_id: event.sketch for posting_id, event in latest.items() if event.sketch is not None}


def expected(events: Sequence[Event]) -> dict[str, Sketch]:
    """The canonical postings by the definition of clusters."""
    members = newest(events)
    kin = by_definition(members)
    canonical = [m for m in members if (found := kin[m.posting_id]) is None or found.label is not Label.COPY]
    return {member.posting_id: sketch_of(member.content) for member in canonical}


@settings(max_examples=60, deadline=None)
@given(events=revisions(), seed=st.integers(0, 1 << 32))
def test_whoever_keeps_the_greatest_version_knows_the_canonical_postings(events, seed):
    """After every event, in whatever order what was said arrives; and nothing is said that was said before."""
    stage, told = Stage(), []
    for count, event in enumerate(events, 1):
        told += said(stage.feed(event))
        assert believed(Random(seed).sample(told, len(told))) == expected(events[:count])

    versions = [(event.posting_id, event.version) for event in told]
    assert len(set(versions)) == len(versions)


def test_a_posting_says_what_it_is_compared_by():
    """Its employer and age, its sketch, and what made that."""
    sent = posting("a", requisition_id="R1")

    [event] = said(Stage().feed(sent))

    assert (event.posting_id, event.source, event.employer_key, event.is_canonical) == (A, "lever", "acme", True)
    assert (event.first_fetched_at, event.scheme) == (sent.first_fetched_at, SKETCH_SCHEME)
    content = content_of("a", requisition_id="R1")
    assert b64decode(event.sketch.signature) == content.text.role_signature
    assert (tuple(event.sketch.sentences), event.sketch.weight) == (content.text.sentences, content.text.role_weight)
    assert (event.sketch.text_length, event.sketch.requisition) == (content.text.size, content.requisition)
    assert tuple(event.sketch.title) == content.title
    assert event.sketch.level == [content.ranks, content.steps]
    assert tuple(event.sketch.places) == tuple(name for name in content.cities if name in known_cities()) != ()
    assert (tuple(event.sketch.countries), event.sketch.states) == (content.countries, 0)


def test_a_follower_says_nothing():
    """It stands for nobody."""
    stage = Stage().feed_all([posting("a")])

    assert said(stage.feed(posting("b", day=1))) == []


def test_a_founder_that_is_found_to_follow_takes_it_back():
    """An older posting arrives late: it stands for the cluster, and the one that did no longer does."""
    stage = Stage().feed_all([posting("b", day=1)])

    told = said(stage.feed(posting("a", day=0)))

    assert {event.posting_id: event.is_canonical for event in told} == {A: True, B: False}


def test_the_same_content_again_says_nothing():
    """A later revision that differs in nothing that is compared."""
    stage = Stage().feed_all([posting("a")])

    assert said(stage.feed(posting("a", version=1))) == []


def test_a_replay_says_it_again():
    """A canonical posting with its sketch, a follower that it is none."""
    stage = Stage().feed_all([posting("a"), posting("b", day=1)])

    [first] = said(stage.feed(posting("a"), replay_id="r1"))
    [second] = said(stage.feed(posting("b", day=1), replay_id="r1"))

    assert (first.is_canonical, second.is_canonical) == (True, False)


def test_what_a_left_employer_says_comes_before_what_the_new_one_says():
    """Both speak of one version of the posting, from two partitions: whichever arrives first, the new employer's is in force."""
    before = posting("a")
    after = posting("a", version=1, employer_key="globex", employer="Globex")
    left, taken = Stage().feed_all([before]), Stage()

    [gone] = said(left.feed(leaving(before, after)))
    [here] = said(taken.feed(after))

    assert (gone.is_canonical, here.is_canonical) == (False, True)
    assert gone.version < here.version


def leaving(before: Posting, after: Posting) -> PostingMoved:
    """What the old group hears when `after` is the newest revision."""
    return moved(before).model_copy(update={"revised_at": after.revised_at, "processed_at": after.processed_at})


def test_a_founder_that_moves_away_is_taken_back():
    """The next one stands for those that are left."""
    stage = Stage().feed_all([posting("a", day=0), posting("b", day=1, description=text(changed=3))])

    told = said(stage.feed(moved(posting("a", day=0, version=2))))

    assert {event.posting_id: event.is_canonical for event in told} == {A: False, B: True}
