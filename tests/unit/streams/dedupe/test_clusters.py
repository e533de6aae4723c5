"""An employer's clusters are a function of the set of its postings' newest revisions."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.base import Event
from schemas.cluster import Match, Variant
from schemas.posting import Posting
from streams.dedupe.arrived import version_of
from streams.dedupe.clusters import Clusters
from streams.dedupe.decide import ALONE, Kin, relate
from streams.dedupe.index import EmployerIndex
from streams.dedupe.member import Member, Moved, pack
from streams.dedupe.packing import Packed, pack_content
from streams.dedupe.reader import Label
from tests.unit.streams.dedupe.group import Stage, as_member, moved, posting, text
from tests.unit.streams.dedupe.kinds_of_ads import BERLIN, PARIS, Kind, content_of_kind, fields_of, kinds

NAMES = [f"p{number}" for number in range(12)]


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, Kind | None, int]]:
    """What happens to some postings: each comes, is edited, seems older or younger than before, or leaves (no kind)."""
    names = st.sampled_from(NAMES[: draw(st.integers(1, len(NAMES)))])
    return draw(st.lists(st.tuples(names, kinds | kinds | kinds | st.none(), st.integers(0, 3)), min_size=1, max_size=24))


@st.composite
def revisions(draw: st.DrawFn) -> list[Event]:
    """Some postings with their revisions; some have moved away, for good or to come back."""
    events: list[Event] = []
    for number in range(draw(st.integers(1, 7))):
        for version in range(draw(st.integers(1, 3))):
            event = posting(f"p{number}", day=draw(st.integers(0, 3)), version=version + 4, **fields_of(draw(kinds)))
            # revisions of one posting are told apart by their version, whatever day they say was the first
            event = event.model_copy(update={"revised_at": event.revised_at.replace(day=10 + version)})
            events.append(moved(event) if draw(st.integers(0, 7)) == 0 else event)
    return events


def newest(events: Sequence[Event]) -> list[Member]:
    """What is there in the end: the newest revision of every posting that has not moved away."""
    latest: dict[str, Event] = {}
    for event in events:
        known = latest.get(event.subject)
        if known is None or version_of(event) > version_of(known):
            latest[event.subject] = event
    return [as_member(event) for event in latest.values() if isinstance(event, Posting)]


def by_definition(members: Sequence[Member]) -> dict[str, Kin | None]:
    """The clusters as ARCHITECTURE defines them, in the plainest way."""
    canonicals: list[Member] = []
    found: dict[str, Kin | None] = {}
    for member in sorted(members, key=lambda member: member.order):
        kin = [kin for kin in (relate(member.content, c.content, c.posting_id) for c in canonicals) if kin]
        copy = next((one for one in kin if one.label is Label.COPY), None)
        found[member.posting_id] = copy or next(iter(kin), None)
        if copy is None:
            canonicals.append(member)
    return found


def published(kin: Kin | None) -> tuple[Match, Variant | None]:
    """How a posting's place reads."""
    if kin is None:
        return ALONE, None
    return (kin.match(), None) if kin.label is Label.COPY else (ALONE, kin.variant())


@pytest.fixture(scope="module", params=[False, True], ids=["cached", "forgotten between any two events"])
def forgetful(request: pytest.FixtureRequest) -> bool:
    """Whether the cache is dropped all the time."""
    return bool(request.param)


@pytest.fixture(scope="module", params=[0, 3, 24], ids=["columns", "columns later", "one by one"], autouse=True)
def _small(request: pytest.FixtureRequest) -> Iterator[None]:
    """Which way an employer's members are searched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streams.dedupe.index.SMALL", request.param)
        yield


def apply(clusters: Clusters, name: str, kind: Kind | None, day: int) -> list[Member]:
    """Let something happen to a posting; return whom that placed otherwise."""
    known = clusters.index.get(name)
    version = (known.version[0] + 1, 0) if known else (1, 0)
    if kind is None:
        return clusters.remove(Moved(name, version)) if known else []
    held = Packed(pack_content(content_of_kind(kind)))
    return clusters.put(Member(name, day, version, held))


def places_of(clusters: Clusters) -> dict[str, Kin | None]:
    """The kin of every member."""
    found = (clusters.index.get(name) for name in NAMES)
    return {member.posting_id: member.kin for member in found if member}


def read_again(clusters: Clusters) -> Clusters:
    """The clusters of the same entries, as a restarted process reads them."""
    members = (clusters.index.get(name) for name in reversed(NAMES))
    values = {member.posting_id: pack(member) for member in members if member}
    return Clusters(EmployerIndex(values.items()))


@settings(max_examples=80, deadline=None)
@given(happened=changes())
def test_after_every_change_the_clusters_are_those_of_the_set(forgetful: bool, happened: list[tuple[str, Kind | None, int]]):
    """Whatever came, was edited, turned out older or left before; and exactly those are told whose place is another."""
    clusters = Clusters(EmployerIndex())
    for name, kind, day in happened:
        before = places_of(clusters)
        changed = apply(clusters, name, kind, day)
        members = [member for other in NAMES if (member := clusters.index.get(other))]

        after = by_definition(members)

        assert places_of(clusters) == after
        assert all(member.is_placed for member in members)
        assert [member.order for member in changed] == sorted(member.order for member in changed)
        differ = {other for other, kin in after.items() if other not in before or before[other] != kin}
        assert {member.posting_id for member in changed} == differ | ({name} if kind else set())
        if forgetful:
            clusters = read_again(clusters)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_order_of_arrival_gives_the_clusters_of_the_set(forgetful: bool, data: st.DataObject):
    """Edits, moves and late revisions in any order end in the clusters that the definition gives."""
    events = data.draw(revisions())
    stage = Stage()
    for event in data.draw(st.permutations(events)):
        stage.feed(event)
        if forgetful:
            stage.step.forget()

    expected = {name: published(kin) for name, kin in by_definition(newest(events)).items()}

    assert {name: (match, stage.variants[name]) for name, (_, match) in stage.clusters.items() if name in expected} == expected


@settings(max_examples=20, deadline=None)
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


def test_the_generated_postings_are_related_in_every_way():
    """Exact and near copies, variants of all sorts, different jobs, and copies of one that are no copies of one another."""
    listed = [
        content_of_kind((title, description, place, requisition))
        for title, description, place, requisition in product(
            ["Nurse", "Senior Nurse"], [text(), text(changed=35), text("sell")], [(BERLIN,), (PARIS,), ()], [None, "R1", "R2"]
        )
    ]
    found = [[relate(one, other, "x") for other in listed] for one in listed]
    copies = [{at for at, kin in enumerate(row) if kin and kin.label is Label.COPY} for row in found]

    assert {kin.label if kin else None for row in found for kin in row} == {Label.COPY, Label.VARIANT, None}
    assert {kin.exact for row in found for kin in row if kin} == {True, False}
    assert {kin.told.differences for row in found for kin in row if kin} >= {("place",), ("level",), ("requisition",)}
    assert any(copies[other] - row for at, row in enumerate(copies) for other in row)


def test_a_posting_joins_the_oldest_cluster_that_it_is_a_copy_of():
    """Two canonicals that are no copies of each other may both take a posting; the older one gets it."""
    first = posting("a", day=0, place=BERLIN)
    second = posting("b", day=1, place=PARIS)
    both = posting("c", day=2, place=None)

    stage = Stage().feed_all([both, second, first])

    assert stage.clusters["lever:acme:c"][0] == "lever:acme:a"
    assert stage.clusters["lever:acme:b"][0] == "lever:acme:b"


def kin_of(stage: Stage) -> Mapping[str, str]:
    """Whose copy (capital) or variant each posting is, its own name for neither."""
    return {
        name[-1]: cluster[-1].upper() if cluster != name else variant.variant_of[-1] if variant else ""
        for name, (cluster, _) in stage.clusters.items()
        for variant in [stage.variants[name]]
    }


def test_a_variant_is_that_of_the_oldest_canonical_posting():
    """It founds a cluster of its own, and is told when an older one is found."""
    events = [posting("c", day=2, place="Rome, Italy"), posting("b", day=1, place=PARIS), posting("a", day=0, place=BERLIN)]

    assert [kin_of(Stage().feed_all(events[:count])) for count in (1, 2, 3)] == [
        {"c": ""},
        {"c": "b", "b": ""},
        {"c": "a", "b": "a", "a": ""},
    ]


def test_to_be_a_copy_goes_before_being_a_variant():
    """Of a younger posting rather than a variant of an older one, also where the younger one comes later."""
    events = [posting("a", day=0, place=BERLIN), posting("c", day=2, place=PARIS), posting("b", day=1, place=PARIS)]

    assert kin_of(Stage().feed_all(events[:2])) == {"a": "", "c": "a"}
    assert kin_of(Stage().feed_all(events)) == {"a": "", "c": "B", "b": "a"}


def test_who_is_a_variant_of_one_that_becomes_a_copy_is_a_variant_of_that_ones_founder():
    """Only canonical postings have variants."""
    events = [posting("b", day=1, place=BERLIN), posting("c", day=2, place=PARIS), posting("a", day=0, place=BERLIN)]

    assert kin_of(Stage().feed_all(events)) == {"a": "", "b": "A", "c": "a"}


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

    assert kin_of(stage) == {"a": "", "b": "A", "c": "a"}


def test_a_founder_that_turns_out_younger_is_left_for_one_between():
    """A copy keeps its founder only as long as none is older, also where the founder's time alone has changed."""
    events = [posting("a", day=0, place=BERLIN), posting("c", day=3, place=None), posting("a", day=2, version=1, place=BERLIN)]
    stage = Stage().feed_all(events)
    assert kin_of(stage) == {"a": "", "c": "A"}

    stage.feed(posting("b", day=1, place=PARIS))

    assert kin_of(stage) == {"a": "b", "b": "", "c": "B"}
