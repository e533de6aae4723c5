"""Columns find every posting that may be related, and postings come and go in them."""

import random
from collections.abc import Iterable, Iterator, Mapping

import pytest

from streams.dedupe.columns import Columns
from streams.dedupe.content import Content
from streams.dedupe.decide import Kin, relate
from streams.dedupe.member import Member, pack, rows_of
from streams.dedupe.packing import Packed, pack_content
from streams.dedupe.reader import Label, Told
from streams.dedupe.traits import may_be_related, traits_of
from tests.unit.streams.dedupe.group import content_of
from tests.unit.streams.dedupe.kinds_of_ads import KINDS, content_of_kind

# More than the first rows of the columns, so that they grow.
CONTENTS = {f"p{number}": content_of_kind(kind) for number, kind in enumerate(random.Random(11).sample(KINDS, 100))}
AGES = {name: number // 3 for number, name in enumerate(CONTENTS)}
Relations = Mapping[str, Mapping[str, Label]]


def member_of(name: str, first_ms: int, content: Content) -> Member:
    """A posting with this content, not placed yet."""
    return Member(name, first_ms, (0, 0), Packed(pack_content(content)))


def put(columns: Columns, name: str, first_ms: int, content: Content) -> None:
    """Let a posting come, or come again with this content."""
    columns.put(name, member_of(name, first_ms, content), traits_of(content), first_ms)


def made(ages: Mapping[str, int], contents: Mapping[str, Content]) -> Columns:
    """Columns of postings of these ages, none of them canonical."""
    members = {name: member_of(name, first_ms, contents[name]) for name, first_ms in ages.items()}
    columns = Columns(members, rows_of(list(map(pack, members.values()))))
    for name in ages:
        columns.mark(name, canonical=False, kin=None)
    return columns


def columns_of(contents: Mapping[str, Content]) -> Columns:
    """Columns made of half of these contents, to which the others come; none is canonical, three are of each millisecond."""
    ages = {name: AGES.get(name, 0) for name in contents}
    whole = len(ages) // 2
    columns = made(dict(list(ages.items())[:whole]), contents)
    for name in list(ages)[whole:]:
        put(columns, name, ages[name], contents[name])
    return columns


def found_for(columns: Columns, name: str) -> tuple[list[str], list[str]]:
    """The older canonical postings, those that it may be a variant of by age."""
    copies, variants = columns.older_canonicals(name)
    return copies, list(variants)


@pytest.fixture(scope="module")
def related() -> Relations:
    """Who is what to whom."""
    return {name: dict(_related(content)) for name, content in CONTENTS.items()}


def _related(content: Content) -> Iterator[tuple[str, Label]]:
    for name, other in CONTENTS.items():
        kin = relate(content, other, name)
        if kin:
            yield name, kin.label


def among(found: Mapping[str, Label], label: Label, names: Iterable[str]) -> set[str]:
    """Those of the names that are a copy, or a variant."""
    return {name for name in names if found.get(name) is label}


def test_the_contents_are_related_in_every_way(related: Relations):
    """Else the tests below would say nothing."""
    counts = [sum(label is wanted for found in related.values() for label in found.values()) for wanted in Label]

    assert min(counts[0] - len(CONTENTS), counts[1], len(CONTENTS) ** 2 - sum(counts)) > 100


def test_no_older_canonical_posting_is_missed(related: Relations):
    """Every copy is among those that it may be a copy of, every variant among the others, which come by age."""
    columns = columns_of(CONTENTS)
    for name in CONTENTS:
        columns.mark(name, canonical=True, kin=None)

    for name, found in related.items():
        older = {other for other in CONTENTS if AGES[other] <= AGES[name]}
        copies, variants = found_for(columns, name)

        assert among(found, Label.COPY, older) <= set(copies) <= older
        assert among(found, Label.VARIANT, older) <= set(variants) <= older
        assert [AGES[other] for other in variants] == sorted(AGES[other] for other in variants)


@pytest.mark.parametrize("has_kin", [False, True], ids=["no kin", "kin as old"])
def test_no_younger_posting_without_an_older_kin_is_missed(related: Relations, has_kin: bool):
    """Neither one that has no kin, nor one whose kin is as old: which of them is older, the columns don't know."""
    columns = columns_of(CONTENTS)

    for name, found in related.items():
        for other in CONTENTS:
            columns.mark(other, canonical=False, kin=name if has_kin else None)
        younger = {other for other in CONTENTS if AGES[other] >= AGES[name]}

        assert set(found) & younger <= set(columns.younger(name)) <= younger


def test_of_younger_postings_with_an_older_kin_its_variants_are_found_where_they_may_be_copies(related: Relations):
    """Who is a copy of an older posting stays it."""
    columns = columns_of(CONTENTS)
    of_age = {age: name for name, age in AGES.items()}

    for name, found in related.items():
        younger = {other for other in CONTENTS if AGES[other] >= AGES[name] > 0}
        for canonical in (True, False):
            for other in CONTENTS:
                columns.mark(other, canonical=canonical, kin=of_age[max(0, AGES[name] - 1)])
            if AGES[name]:
                wanted = among(found, Label.COPY, younger) if canonical else set()
                listed = set(columns.younger(name))
                assert wanted <= listed
                assert canonical or not listed


def test_who_is_related_may_be_so_by_its_traits(related: Relations):
    """A copy or a variant is never left out, and most of what is neither is."""
    traits = {name: traits_of(content) for name, content in CONTENTS.items()}
    pairs = [(name, other) for name in CONTENTS for other in CONTENTS]

    kept = {(name, other) for name, other in pairs if may_be_related(traits[name], traits[other])}

    assert kept >= {(name, other) for name, found in related.items() for other in found}
    assert len(kept) < len(pairs) * 0.9


def test_the_columns_leave_most_of_what_is_not_related_out(related: Relations):
    """Else they would be of no use."""
    columns = columns_of(CONTENTS)

    found = sum(len(columns.younger(name)) for name in CONTENTS)

    assert found < len(CONTENTS) ** 2 / 3


def test_a_posting_that_was_dropped_is_not_found_and_its_row_is_used_again():
    """Who comes next finds the rest, and is found."""
    columns = columns_of(dict.fromkeys("abc", content_of()))

    columns.drop("b")
    put(columns, "d", 0, content_of())

    assert sorted(columns.younger("d")) == ["a", "c", "d"]
    assert len(columns._ids) == 3


def test_another_content_of_a_posting_takes_the_place_of_the_first():
    """It is no longer canonical, and is found by what it says now."""
    columns = columns_of({"a": content_of(), "b": content_of(), "c": content_of(description="We drive lorries.")})
    columns.mark("a", canonical=True, kin=None)

    put(columns, "a", 7, content_of(description="We drive lorries."))

    assert found_for(columns, "b") == ([], [])
    assert (columns.younger("b"), sorted(columns.younger("c"))) == (["b"], ["a", "c"])


def test_only_canonical_postings_are_found_where_they_are_asked_for():
    """Followers found no cluster."""
    columns = columns_of(dict.fromkeys("abc", content_of()))

    columns.mark("a", canonical=True, kin=None)
    columns.mark("b", canonical=True, kin=None)
    columns.mark("b", canonical=False, kin="a")

    assert found_for(columns, "c") == (["a"], ["a"])


def test_a_posting_of_before_1970_is_older_than_all():
    """A feed's null date, 0001-01-01, is a time like any other."""
    columns = made({"a": -62_135_596_800_000, "b": 0}, dict.fromkeys("ab", content_of()))
    for name in "ab":
        columns.mark(name, canonical=True, kin=None)

    copies, variants = columns.older_canonicals("b")

    assert (sorted(copies), list(variants)) == (["a", "b"], ["a", "b"])
    assert columns.younger("a") == ["a", "b"]


def test_columns_know_the_places_that_table_values_say():
    """Founders, a copy and a variant with the age of their kin, and one whose kin is there no more."""
    held = Packed(pack_content(content_of()))
    kin = {
        "a": None,
        "b": Kin("a", Label.COPY, exact=True, similarity=1.0, told=Told()),
        "c": Kin("a", Label.VARIANT, exact=False, similarity=0.5, told=Told()),
        "d": Kin("gone", Label.VARIANT, exact=False, similarity=0.5, told=Told()),
    }
    members = [Member(name, at, (0, 0), held, 0, is_placed=True, kin=of) for at, (name, of) in enumerate(kin.items())]

    loaded, marked = (
        Columns({member.posting_id: pack(member) for member in members}, rows_of([pack(member) for member in members])),
        made(dict.fromkeys("abcd", 0), dict.fromkeys("abcd", content_of())),
    )
    for member in members:
        marked.put(member.posting_id, member, member.traits, member.first_fetched_ms)
        marked.mark(member.posting_id, canonical=member.is_canonical, kin={"b": "a", "c": "a"}.get(member.posting_id))

    for name in "abcd":
        assert found_for(loaded, name) == found_for(marked, name)
        assert loaded.younger(name) == marked.younger(name)
        assert loaded.kindred(name) == marked.kindred(name) == (["b", "c"] if name == "a" else [])
