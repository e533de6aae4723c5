"""An employer's clusters are a function of the set of its postings' newest revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import Event
from schemas.posting import Match, Posting
from streams.dedupe.decide import ALONE, verify
from streams.dedupe.member import Member, member_of, version_of
from tests.unit.streams.dedupe.group import Stage, moved, posting, text

BERLIN, PARIS = "Berlin, Germany", "Paris, France"
TEXTS = [text(), text(), text(changed=8), text(changed=20), text(changed=35), text(changed=55), text("sell"), "A short text.", ""]
TITLES = ["Nurse", "Nurse", "Nurse", "Nurse, Intensive Care", "Senior Nurse", "Driver", "We are hiring!"]


@st.composite
def revisions(draw: st.DrawFn) -> list[Event]:
    """Some postings with their revisions; some have moved away, for good or to come back."""
    events: list[Event] = []
    for number in range(draw(st.integers(1, 7))):
        for version in range(draw(st.integers(1, 3))):
            event = posting(
                f"p{number}", day=draw(st.integers(0, 3)), version=version + 4,
                place=draw(st.sampled_from([BERLIN, BERLIN, PARIS, None])),
                title=draw(st.sampled_from(TITLES)), description=draw(st.sampled_from(TEXTS)),
                requisition_id=draw(st.sampled_from([None, None, None, "R1", "R2"])),
            )  # fmt: skip
            # revisions of one posting are told apart by their version, whatever day they say was the first
            event = event.model_copy(update={"revised_at": event.revised_at.replace(day=10 + version)})
            events.append(moved(event) if draw(st.integers(0, 7)) == 0 else event)
    return events


def newest(events: Sequence[Event]) -> list[Member]:
    """What is there in the end: the newest revision of every posting that has not moved away, in order."""
    latest: dict[str, Event] = {}
    for event in events:
        known = latest.get(event.subject)
        if known is None or version_of(event) > version_of(known):
            latest[event.subject] = event
    return sorted((member_of(event) for event in latest.values() if isinstance(event, Posting)), key=lambda m: m.order)


def by_definition(events: Sequence[Event]) -> dict[str, Match]:
    """The clusters as ARCHITECTURE defines them, in the plainest way."""
    canonicals: list[Member] = []
    matches: dict[str, Match] = {}
    for member in newest(events):
        found = (verify(member.content, c.content, c.posting_id) for c in canonicals)
        matches[member.posting_id] = match = next((match for match in found if match), ALONE)
        if match is ALONE:
            canonicals.append(replace(member, match=match))
    return matches


@pytest.fixture(scope="module", params=[False, True], ids=["cached", "forgotten between any two events"])
def forgetful(request: pytest.FixtureRequest) -> bool:
    """Whether the cache is dropped all the time."""
    return bool(request.param)


@pytest.fixture(scope="module", params=[1, 24], ids=["columns", "one by one"], autouse=True)
def _small(request: pytest.FixtureRequest) -> Iterator[None]:
    """Which way an employer's members are searched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streams.dedupe.index.SMALL", request.param)
        yield


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_order_of_arrival_gives_the_clusters_of_the_set(forgetful: bool, data: st.DataObject):
    """Edits, moves and late revisions in any order end in the clusters that the definition gives for what is there."""
    events = data.draw(revisions())
    stage = Stage()
    for event in data.draw(st.permutations(events)):
        stage.feed(event)
        if forgetful:
            stage.step.forget()

    expected = by_definition(events)

    assert {id_: match for id_, (_, match) in stage.clusters.items() if id_ in expected} == expected


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_the_state_does_not_depend_on_what_is_cached(data: st.DataObject):
    """Dropping the cache between any two events changes no output and no entry."""
    events = data.draw(revisions())
    kept, forgetful = Stage(), Stage()
    for event in events:
        one, other = kept.feed(event), forgetful.feed(event)
        assert one == other
        if data.draw(st.booleans()):
            forgetful.step.forget()

    assert kept.state.entries == forgetful.state.entries


def test_a_posting_joins_the_oldest_cluster_that_it_verifies_against():
    """Two canonicals that don't verify against each other may both take a posting; the older one gets it."""
    first = posting("a", day=0, place=BERLIN)
    second = posting("b", day=1, place=PARIS)
    both = posting("c", day=2, place=None)

    stage = Stage().feed_all([both, second, first])

    assert stage.clusters["lever:acme:c"][0] == "lever:acme:a"
    assert stage.clusters["lever:acme:b"][0] == "lever:acme:b"


def test_an_older_posting_that_arrives_late_becomes_the_founder():
    """The cluster takes the id of the oldest posting, and those who were there are told."""
    stage = Stage().feed_all([posting("b", day=1), posting("c", day=2)])

    stage.feed(posting("a", day=0))

    assert {cluster for cluster, _ in stage.clusters.values()} == {"lever:acme:a"}


def test_a_founder_that_moves_away_leaves_its_cluster_to_the_next():
    """The others found a cluster of their own, and nothing is published for the one that has moved."""
    founder = posting("a", day=0)
    stage = Stage().feed_all([founder, posting("b", day=1), posting("c", day=2)])
    before = stage.assigned["lever:acme:a"]

    stage.feed(moved(founder))

    assert [stage.clusters[f"lever:acme:{name}"][0] for name in "bc"] == ["lever:acme:b"] * 2
    assert stage.assigned["lever:acme:a"] is before


def test_a_founder_that_is_edited_lets_go_of_whom_it_no_longer_resembles():
    """Another text under the same id is another job, and the others stay together without it."""
    stage = Stage().feed_all([posting("a", day=0), posting("b", day=1), posting("c", day=2)])

    stage.feed(posting("a", day=0, version=1, description=text("sell")))

    assert [stage.clusters[f"lever:acme:{name}"][0][-1] for name in "abc"] == ["a", "b", "b"]


def test_who_followed_a_founder_that_now_follows_another_is_placed_again():
    """A posting without a place joins the newly found older one in Berlin; its follower in Paris can't go with it."""
    stage = Stage().feed_all([posting("b", day=1, place=None), posting("c", day=2, place=PARIS)])
    assert stage.clusters["lever:acme:c"][0] == "lever:acme:b"

    stage.feed(posting("a", day=0, place=BERLIN))

    assert [stage.clusters[f"lever:acme:{name}"][0][-1] for name in "abc"] == ["a", "a", "c"]
