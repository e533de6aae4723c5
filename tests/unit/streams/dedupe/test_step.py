"""What the dedupe step publishes and writes for one event."""

import pickle
from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.cluster import ClusterAssigned, Difference, MatchMethod
from schemas.message import Incoming
from schemas.posting import DeduplicatedPosting, PostingMoved
from schemas.raw import RawPosting
from schemas.topics import CANONICAL, CLUSTER, DEDUPLICATED
from streams.dedupe.arrived import Arrived, look
from streams.dedupe.content import Ad, Content, contents_of
from streams.dedupe.step import build_step
from streams.step import GROUP_END, Received, Rejected
from tests.builders import make_raw_posting
from tests.harness import Harness
from tests.unit.streams.dedupe.group import (
    NOW,
    DictState,
    Stage,
    as_events,
    as_message,
    assignments,
    deduplicated,
    moved,
    posting,
    text,
)


def test_a_posting_alone_is_published_with_a_cluster_of_its_own():
    """Every posting is published once by its own key, beside it its first assignment, and that it stands for its cluster."""
    outcome = Stage().feed(posting("a"))

    assert [emit.topic for emit in outcome.emits] == [DEDUPLICATED, CLUSTER, CANONICAL]
    assert {emit.event.key for emit in outcome.emits} == {"lever:acme:a"}
    assert (deduplicated(outcome).cluster_id, deduplicated(outcome).is_canonical) == ("lever:acme:a", True)
    assert outcome.word == "canonical"


def test_what_is_published_passes_the_validation_that_it_was_spared():
    """The fields copied from the posting make a valid event that is the posting otherwise."""
    sent = posting("a", title="Nurse")

    event = deduplicated(Stage().feed(sent))

    assert DeduplicatedPosting.model_validate_json(event.model_dump_json()) == event
    assert {**event.model_dump(), **sent.model_dump()} == event.model_dump()


def test_a_repost_says_what_it_repeats_and_why():
    """The same content under another id is an exact match, and says so in words."""
    stage = Stage().feed_all([posting("a")])

    outcome = stage.feed(posting("b", day=1))

    match = deduplicated(outcome).match
    assert (match.method, match.similarity, match.matched_posting_id) == (MatchMethod.EXACT, 1.0, "lever:acme:a")
    assert match.reason == "Title, text and places are the same as those of lever:acme:a."
    assert [event.match for event in assignments(outcome)] == [match]


def test_an_unchanged_assignment_is_not_published_again():
    """An edit that leaves a posting where it was publishes the posting, and what it says now."""
    stage = Stage().feed_all([posting("a")])

    outcome = stage.feed(posting("a", version=1, description=text(changed=3)))

    assert [emit.topic for emit in outcome.emits] == [DEDUPLICATED, CANONICAL]


def test_a_replay_publishes_the_assignment_again_and_later():
    """A rebuilt warehouse gets it, with a time that grows even while the clock stands."""
    stage = Stage().feed_all([posting("a")])
    before = stage.assigned["lever:acme:a"]

    [after] = assignments(stage.feed(posting("a"), replay_id="r1"))

    assert after.assigned_at == before.assigned_at + timedelta(milliseconds=1)
    assert after.model_copy(update={"assigned_at": before.assigned_at}) == before


def test_the_time_of_an_assignment_never_goes_back():
    """A clock that was set back still gives the newest assignment the greatest time."""
    stage = Stage()
    stage.feed(posting("a"), now=NOW + timedelta(hours=1))

    [event] = assignments(stage.feed(posting("a"), replay_id="r1", now=NOW))

    assert event.assigned_at > NOW + timedelta(hours=1)


@settings(deadline=None)
@given(merged=st.permutations(["acme"] * 4 + ["globex"] * 2), again=st.booleans(), wait=st.integers(1, 50))
def test_the_employer_that_a_posting_has_now_is_in_force_whichever_of_the_two_is_behind(merged, again, wait):
    """A new normalizer may know another employer for the same revision; the old one's group hears of it in its turn."""
    here = posting("p", day=1)
    there = here.model_copy(update={"employer_key": "globex", "processed_at": here.processed_at + timedelta(days=9)})
    streams = {
        "acme": iter([posting("x", day=2, description=text("sell")), here, posting("older"), moved(there)]),
        "globex": iter([there, posting("y", day=3, employer_key="globex")]),
    }
    step, state, now, told = build_step(), DictState(), NOW, []
    for employer in merged:
        now += timedelta(minutes=wait)
        message = as_message(next(streams[employer]))
        # a stop before the state was written sends it once more, by a later clock
        for state_then in (DictState(dict(state.entries)), state) if again else (state,):
            step.forget()
            [found] = step.look([message])
            told += assignments(as_events(step(Received(found, message, None, now), state_then)))
            now += timedelta(minutes=again)

    of_p = [event for event in told if event.posting_id == here.posting_id]
    assert max(of_p, key=lambda event: event.version).employer_key == "globex"


def test_an_older_revision_is_published_with_the_cluster_in_force_and_changes_nothing():
    """A replayed January carries today's cluster, and no entry is written."""
    stage = Stage().feed_all([posting("a"), posting("b", day=1, version=5)])
    entries = dict(stage.state.entries)

    outcome = stage.feed(posting("b", day=1, version=0, description=text("sell")))

    assert (outcome.word, deduplicated(outcome).cluster_id) == ("not_newer", "lever:acme:a")
    assert deduplicated(outcome).description == text("sell")
    assert (stage.state.entries, assignments(outcome)) == (entries, [])


def test_a_new_version_of_the_same_content_is_remembered():
    """What was processed again later is not taken for older, and nobody else is written."""
    stage = Stage().feed_all([posting("a"), posting("b", day=1)])
    again = posting("b", day=1).model_copy(update={"processed_at": NOW})
    writes = stage.state.writes

    stage.feed(again)

    assert stage.state.writes == writes + 1
    assert stage.feed(posting("b", day=1, description=text("sell"))).word == "not_newer"


def test_a_redelivered_event_writes_nothing():
    """The same event again gives the same posting, and the state stays."""
    stage = Stage().feed_all([posting("a")])
    writes = stage.state.writes

    assert deduplicated(stage.feed(posting("a"))).cluster_id == "lever:acme:a"
    assert stage.state.writes == writes


def test_a_posting_of_an_unknown_employer_is_compared_with_none():
    """Each is a group of its own, and says why it is alone."""
    stage = Stage()
    for name in "ab":
        outcome = stage.feed(posting(name, employer_key=f"posting:lever:acme:{name}", employer=None))

    assert (outcome.word, deduplicated(outcome).match.reason) == (
        "canonical",
        "Its employer is not known, so it is compared with none.",
    )


def test_what_arrives_late_where_a_posting_has_left_is_no_member():
    """The revision is published for the warehouses, its cluster is decided under its new employer."""
    sent = posting("a")
    stage = Stage().feed_all([moved(sent)])

    outcome = stage.feed(sent)

    assert (outcome.word, assignments(outcome)) == ("moved_away", [])
    assert deduplicated(outcome).cluster_id == "lever:acme:a"
    assert [cluster for cluster, _ in stage.feed_all([posting("b", day=1)]).clusters.values()] == ["lever:acme:b"]


def test_a_posting_that_came_back_outlives_its_old_move():
    """A move that is older than the member is no longer true."""
    stage = Stage().feed_all([posting("a", version=2), posting("b", day=1)])

    assert stage.feed(moved(posting("a", version=1))).word == "not_newer"
    assert stage.clusters["lever:acme:b"][0] == "lever:acme:a"


def test_a_move_that_is_delivered_again_writes_nothing():
    """Repeating it leaves outputs and state as they are."""
    stage = Stage().feed_all([posting("a"), moved(posting("a"))])
    writes = stage.state.writes

    assert (stage.feed(moved(posting("a"))).emits, stage.state.writes) == ((), writes)


def test_state_keys_contain_the_employer_key():
    """An employer's entries are one group of the table."""
    assert list(Stage().feed_all([posting("a")]).state.entries) == [f"acme{GROUP_END}lever:acme:a"]


def test_an_event_of_another_stage_is_refused():
    """It becomes a dead letter with a reason, and the stage goes on."""
    with pytest.raises(Rejected, match="dedupe reads no RawPosting"):
        Stage().feed(make_raw_posting())


@settings(max_examples=20, deadline=None)
@given(sizes=st.lists(st.integers(1, 6), max_size=12))
def test_any_cut_into_batches_gives_the_same_outputs_and_state(sizes: list[int]):
    """Batches are a matter of speed: topics and table hold the same whatever their sizes."""
    events = [posting(f"p{n % 5}", day=n % 4, version=n // 5, place=["Berlin", None, "Paris"][n % 3]) for n in range(15)]
    events[7:7] = [moved(events[2])]
    whole, cut = Harness(build_step()), Harness(build_step())
    whole.feed(*events)

    cut.cut(events, sizes)

    assert (cut.outputs, cut.entries) == (whole.outputs, whole.entries)


def test_what_is_read_ahead_is_the_same_alone_and_among_others():
    """In any process, after a journey between two."""
    events = [posting(f"p{n}", day=n, description=text(changed=n * 9), requisition_id="R1") for n in range(4)]
    sent = [as_message(event) for event in [*events, moved(events[0]), make_raw_posting()]]
    broken = Incoming("t", 0, 0, b"k", b"{", sent[0].headers)

    found = look([*sent, broken])

    assert str(found.pop()) == "not_json: Invalid JSON: EOF while parsing an object at line 1 column 1"
    assert found == [one for message in sent for one in look([message])] == pickle.loads(pickle.dumps(found))
    assert [type(one) for one in found] == [Arrived] * 4 + [PostingMoved, RawPosting]


def test_texts_of_a_batch_are_read_once(monkeypatch: pytest.MonkeyPatch):
    """All together, and none of them again; what the step can't use is not read."""
    sizes: list[int] = []

    def counted(ads: Sequence[Ad]) -> list[Content]:
        sizes.append(len(ads))
        return contents_of(ads)

    monkeypatch.setattr("streams.dedupe.arrived.contents_of", counted)
    events = [posting("a"), posting("b", day=1), moved(posting("a"))]

    Harness(build_step()).feed(*events)

    assert sizes == [2]


def test_a_variant_founds_a_cluster_and_names_its_kin():
    """It is published as canonical, with what it is a variant of and in what it differs, in both topics."""
    stage = Stage().feed_all([posting("a")])

    outcome = stage.feed(posting("b", day=1, place="Paris, France"))

    event, [assigned] = deduplicated(outcome), assignments(outcome)
    assert event.variant is not None
    assert (event.cluster_id, event.is_canonical, event.match.method) == ("lever:acme:b", True, MatchMethod.NONE)
    assert (event.variant.variant_of, event.variant.differences) == ("lever:acme:a", [Difference.PLACE])
    assert (assigned.variant, assigned.cluster_id, outcome.word) == (event.variant, "lever:acme:b", "canonical")


def test_a_copy_of_a_variant_is_no_variant():
    """It is in the variant's cluster, whose canonical posting says what it is a variant of."""
    stage = Stage().feed_all([posting("a"), posting("b", day=1, place="Paris, France")])

    event = deduplicated(stage.feed(posting("c", day=2, place="Paris, France")))

    assert (event.cluster_id, event.is_canonical, event.variant) == ("lever:acme:b", False, None)


def test_whoever_becomes_a_variant_is_told():
    """An older posting of the same template comes late; the younger one keeps its cluster."""
    stage = Stage().feed_all([posting("b", day=1, place="Paris, France")])

    outcome = stage.feed(posting("a"))

    told = {event.posting_id: event for event in assignments(outcome)}
    assert told.keys() == {"lever:acme:a", "lever:acme:b"}
    assert told["lever:acme:b"].variant is not None
    assert told["lever:acme:b"].is_canonical


def test_a_restarted_stage_goes_on_where_it_was():
    """Clusters are read from the state again, with the reasons of old."""
    harness = Harness(build_step())
    harness.feed(posting("a"), posting("b", day=1))

    again = harness.restart(build_step).feed(posting("b", day=1), replay_id="r1")

    first = [event for _, event in harness.outputs if isinstance(event, ClusterAssigned) and event.posting_id.endswith("b")]
    assert [event.match for topic, event in again if topic != CANONICAL.name] == [first[0].match] * 2
