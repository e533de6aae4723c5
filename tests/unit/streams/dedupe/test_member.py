"""An entry of the table holds all that clusters are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.posting import Location
from streams.dedupe.decide import Kin, relate
from streams.dedupe.member import Member, Moved, pack, unpack
from streams.dedupe.reader import DIFFERENCES, Label, PlaceTold, TitleTold, Told
from tests.unit.streams.dedupe.group import member

TOLD = st.builds(
    Told,
    st.sampled_from(TitleTold),
    st.sampled_from(PlaceTold),
    st.sets(st.sampled_from(DIFFERENCES)).map(lambda names: tuple(name for name in DIFFERENCES if name in names)),
)
KIN = st.builds(
    Kin,
    st.sampled_from(["lever:acme:a", "x:ÿ:😀"]),
    st.sampled_from([Label.COPY, Label.VARIANT]),
    st.booleans(),
    st.floats(0, 1),
    TOLD,
)
HELD = member().held


@pytest.mark.parametrize("other", [{}, {"place": "Paris"}, {"title": "Senior Nurse", "place": None}])
def test_an_entry_read_again_is_what_was_written(other: dict[str, str]):
    """Content, version, order, assignment and kin survive."""
    first, second = member(requisition_id="R1"), member("b", assigned_ms=42, day=1, version=3, **other)
    second = second.placed(relate(second.content, first.content, first.posting_id))

    assert second.kin is not None
    assert unpack(second.posting_id, pack(second)) == second
    assert unpack(first.posting_id, pack(first.placed(None))) == first.placed(None)


@given(kin=KIN, times=st.tuples(*[st.integers(0, 1 << 50)] * 4))
def test_every_kin_survives(kin: Kin, times: tuple[int, int, int, int]):
    """With its reason to the letter; times are whole milliseconds."""
    first, revised, processed, assigned = times
    entry = Member("b", first, (revised, processed), HELD, assigned, is_placed=True, kin=kin)

    assert unpack("b", pack(entry)) == entry


def test_a_copy_is_in_the_cluster_of_its_kin_and_a_variant_in_its_own():
    """Who is not placed founded none."""
    alone = member()
    copy = alone.placed(Kin("z", Label.COPY, exact=False, similarity=1, told=Told()))
    variant = alone.placed(Kin("z", Label.VARIANT, exact=False, similarity=1, told=Told()))

    assert [(entry.cluster_id, entry.is_canonical) for entry in (copy, variant, alone.placed(None), alone)] == [
        ("z", False),
        (alone.posting_id, True),
        (alone.posting_id, True),
        (alone.posting_id, False),
    ]


def test_a_posting_that_has_left_is_kept_as_a_header():
    """Only when it left has to be known."""
    moved = Moved("a", (7, 8), 9)
    assert unpack("a", pack(moved)) == moved
    assert len(pack(moved)) < 32


def test_an_ordinary_entry_takes_less_than_a_kibibyte():
    """A title, five places, a requisition, a text of any length, and a kin."""
    places = [Location(raw=f"City number {chr(97 + n)}, Germany") for n in range(5)]
    fields = {"locations": places, "requisition_id": "R1", "description": "many words " * 5000, "title": "Nurse " * 9}
    kin = Kin("lever:acme:another-posting", Label.COPY, exact=False, similarity=0.9, told=Told())

    assert len(pack(member(**fields).placed(kin))) < 1024


def test_the_order_is_that_of_first_sight():
    """By id where two were seen in one millisecond."""
    entries = [member("c", day=1), member("b", day=2), member("a", day=2)._replace(version=(0, 0))]

    assert [entry.posting_id[-1] for entry in sorted(entries, key=lambda entry: entry.order)] == ["c", "a", "b"]
