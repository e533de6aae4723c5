"""Mirrors are a function of the set of canonical postings."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.mirror import CanonicalPosting
from streams.mirror.across import similarity
from tests.unit.streams.dedupe.group import text
from tests.unit.streams.mirror.loop import Loop, mirrors_in, statement

BERLIN, PARIS = "Berlin, Germany", "Paris, France"
TEXTS = [text(), text(), text(changed=4), text(changed=8), text(changed=12), text(changed=40), text("sell"), "A short text."]


@st.composite
def statements(draw: st.DrawFn) -> list[CanonicalPosting]:
    """Some postings, each with what was said of it in turn; some stand for nobody any more, or belong to another employer."""
    return [
        statement(
            f"p{number}", day=draw(st.integers(0, 2)), version=version, canonical=draw(st.integers(0, 4)) > 0,
            employer=draw(st.sampled_from(["acme", "globex", "initech"])),
            place=draw(st.sampled_from([BERLIN, BERLIN, PARIS, None])),
            title=draw(st.sampled_from(["Nurse", "Nurse", "Nurse", "Senior Nurse", "We are hiring!"])),
            description=draw(st.sampled_from(TEXTS)),
            requisition_id=draw(st.sampled_from([None, None, None, "R1", "R2"])),
        )
        for number in range(draw(st.integers(2, 6)))
        for version in range(draw(st.integers(1, 3)))
    ]  # fmt: skip


def by_definition(said: Sequence[CanonicalPosting]) -> dict[str, tuple[str, float]]:
    """For each canonical posting the oldest older one of another employer that advertises the same job."""
    newest = {event.posting_id: event for event in sorted(said, key=lambda event: event.version)}
    canonical = sorted((e for e in newest.values() if e.sketch), key=lambda e: (e.first_fetched_at, e.posting_id))
    found = {}
    for position, event in enumerate(canonical):
        for older in canonical[:position]:
            alike = similarity(event.sketch, older.sketch)
            if alike is not None and older.employer_key != event.employer_key:
                found[event.posting_id] = (older.posting_id, alike)
                break
    return found


@settings(max_examples=300, deadline=None)
@given(said=statements(), seed=st.integers(0, 1 << 32))
def test_any_order_any_batches_and_any_stops_give_the_mirrors_of_the_set(said, seed):
    """Statements in any order and more than once, over workers that stop between any two writes, end in what is defined."""
    random = Random(seed)
    arriving = random.sample(said, len(said)) + random.choices(said, k=2)

    loop = Loop().feed(*arriving, random=random)

    assert loop.mirrors == by_definition(said)


@settings(max_examples=50, deadline=None)
@given(said=statements())
def test_statements_one_after_the_other_give_the_mirrors_of_what_was_said_so_far(said):
    """Every answer that changes is published, withdrawals as well, and none that has not changed."""
    loop = Loop()
    for count, event in enumerate(said, 1):
        loop.feed(event)
        assert loop.mirrors == by_definition(said[:count])

    per_posting: dict[str, list[object]] = {}
    for event in sorted(loop.told, key=lambda event: event.found_at):
        per_posting.setdefault(event.posting_id, [None]).append(
            event.mirror_of and (event.mirror_of, event.mirror_employer_key, event.similarity)
        )
    assert all(one != other for told in per_posting.values() for one, other in pairwise(told))


@settings(max_examples=100, deadline=None)
@given(
    said=statements(),
    employers=st.lists(st.sampled_from(["acme", "globex"]), min_size=6, max_size=6),
    seed=st.integers(0, 1 << 32),
)
def test_a_rebuild_ends_in_the_mirrors_of_what_is_said_by_then(said, employers, seed):
    """What was told before is taken back where it holds no more: here every posting may have another employer by then."""
    random = Random(seed)
    before = Loop().feed(*said)
    employer = {event.posting_id: employers[int(event.posting_id[-1])] for event in said}
    by_then = [event.model_copy(update={"employer_key": employer[event.posting_id]}) for event in said]

    loop = Loop().carry_over(before.messages).feed(*by_then, random=random)

    assert mirrors_in([*before.told, *loop.told]) == by_definition(by_then)


def test_the_oldest_posting_of_another_employer_is_named():
    """Not the nearest, not one of its own employer, and not a younger one."""
    said = [
        statement("a", employer="acme", day=0, description=text(changed=8)),
        statement("b", employer="globex", day=1),
        statement("c", employer="globex", day=2),
        statement("d", employer="initech", day=3),
    ]

    mirrors = Loop().feed(*reversed(said)).mirrors

    assert {id_[-1]: of[-1] for id_, (of, _) in mirrors.items()} == {"b": "a", "c": "a", "d": "a"}


def test_a_withdrawn_original_leaves_its_copies_to_the_next():
    """Who stands for nobody any more is nobody's original, and the last of all has none."""
    loop = Loop().feed(*(statement(name, employer=name, day=day) for day, name in enumerate("abc")))

    loop.feed(statement("a", employer="a", canonical=False, version=1))
    assert {id_[-1]: of[-1] for id_, (of, _) in loop.mirrors.items()} == {"c": "b"}

    loop.feed(statement("b", employer="b", day=1, canonical=False, version=1))
    assert loop.mirrors == {}
    assert [(event.mirror_of, event.similarity) for event in loop.told if event.posting_id[-1] == "c"][-1] == (None, None)
