"""A bucket answers by the set of its postings, however that came about."""

from hypothesis import given
from hypothesis import strategies as st

from streams.mirror.across import Told, alike
from streams.mirror.bucket import Bucket
from streams.mirror.cache import held_buckets
from streams.mirror.sighting import Entry, Gone, Sighting, pack, unpack
from streams.step import GROUP_END
from tests.unit.streams.dedupe.group import DictState

TEXT = bytes(64)
TEXTS = [TEXT, bytes(55) + b"\1" * 9, bytes(30) + b"\1" * 34]

tells = st.builds(
    Told,
    fingerprint=st.sampled_from(TEXTS), weight=st.just(100),
    title=st.sampled_from([frozenset({1, 2}), frozenset({2, 3}), frozenset({1, 2, 3})]),
    ranks=st.sampled_from([0, 0, 8]), steps=st.sampled_from([0, 0, 1, 2]), places=st.frozensets(st.integers(1, 3), max_size=2),
    countries=st.sampled_from([frozenset[int](), frozenset({4}), frozenset({5})]), states=st.sampled_from([0, 0, 1, 2, 3]),
    requisition=st.sampled_from([0, 0, 7, 8]),
)  # fmt: skip
sightings = st.builds(
    Sighting,
    posting_id=st.sampled_from("abcdef"), ask=st.just(1), sightings=st.just(4), first_ms=st.integers(0, 3),
    employer_key=st.sampled_from("xyz"), told=tells,
)  # fmt: skip
entries = st.one_of(sightings, sightings, sightings, st.builds(Gone, posting_id=st.sampled_from("abcdef"), ask=st.just(1)))


def by_definition(held: dict[str, Entry]) -> dict[str, tuple[str, float] | None]:
    """The oldest older copy of each posting."""
    there = sorted((entry for entry in held.values() if isinstance(entry, Sighting)), key=lambda entry: entry.order)
    found: dict[str, tuple[str, float] | None] = {}
    for position, entry in enumerate(there):
        others = (other for other in there[:position] if other.employer_key != entry.employer_key)
        copies = ((other.posting_id, share) for other in others if (share := alike(entry.told, other.told)) is not None)
        found[entry.posting_id] = next(copies, None)
    return found


def told(bucket: Bucket, posting: Sighting) -> tuple[str, float] | None:
    """What the bucket says of a posting."""
    answer = bucket.answer(posting)
    return None if answer is None else (answer.posting_id, answer.similarity)


@given(st.lists(entries, max_size=12))
def test_it_answers_by_definition_and_names_whoever_is_concerned(arriving):
    """After every change, and no other posting is named than those whose answer is another now."""
    bucket, held = Bucket(), {}
    for entry in arriving:
        before = by_definition(held)
        concerned = {other.posting_id for other in bucket.put(entry)}
        held[entry.posting_id] = entry
        after = by_definition(held)
        assert {id_: told(bucket, held[id_]) for id_ in after} == after
        moved = {id_ for id_ in after.keys() & before.keys() if after[id_] != before[id_]} - {entry.posting_id}
        # an original that is older or of another employer than before is another answer, though its id is the same
        assert moved <= concerned <= after.keys() - {entry.posting_id}


@given(entries)
def test_an_entry_is_read_back_as_it_was_written(entry):
    """Whole; of a posting that has left, only its ask is kept."""
    assert unpack(entry.posting_id, pack(entry)) == entry


def sighting(name: str) -> Sighting:
    """A posting of an employer of its own."""
    return Sighting(name, 1, 4, ord(name), name, Told(TEXT, 100, frozenset({1}), 0, 0, frozenset(), frozenset(), 0, 0))


def test_a_bucket_is_read_from_the_state_once():
    """Then it is held, until there is no room for it, or it is cleared."""
    state = DictState()
    state.put(f"b{GROUP_END}a", pack(sighting("a")))
    cache = held_buckets(postings=4, at_least=1)
    held = cache.group("b", state)
    assert held.get("a") == sighting("a")

    assert cache.group("b", state) is held
    for name in "cdefgh":
        cache.group(name, state)
        cache.group(name, state).put(sighting("a")._replace(employer_key=name))

    assert cache.group("b", state) is not held
    again = cache.group("b", state)
    cache.clear()
    assert cache.group("b", state) is not again
