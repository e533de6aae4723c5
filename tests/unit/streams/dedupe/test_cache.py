"""Employers are held in memory within a bound, and read from the state again without a difference."""

from streams.dedupe.cache import held_clusters
from tests.unit.streams.dedupe.group import Stage, posting


def test_an_employer_that_was_dropped_is_read_again():
    """With room for three members, ten employers of two postings give the clusters that they give with room for all."""
    events = [posting(f"p{n}", day=n, employer_key=f"e{n % 10}", place=None) for n in range(40)]

    small, ample = Stage(held_clusters(members=3, recent=1)).feed_all(events), Stage().feed_all(events)

    assert small.clusters == ample.clusters
    assert small.state.entries == ample.state.entries


def test_memory_is_bounded():
    """However many employers come by, no more members are held than there is room for."""
    cache = held_clusters(members=8, recent=1)
    Stage(cache).feed_all(posting(f"p{n}", employer_key=f"e{n}") for n in range(100))

    assert sum(len(clusters) for clusters in cache._held.values()) <= 8


def test_a_large_employer_in_use_is_not_read_again_and_again():
    """One that is larger than all the room stays while it is among those used last."""
    cache = held_clusters(members=8, recent=2)
    stage = Stage(cache).feed_all(
        posting(f"large{n}", day=n, employer_key="large", place=f"{chr(97 + n)}ville") for n in range(20)
    )
    held = cache._held["large"]

    stage.feed_all([posting("p1", employer_key="small"), posting("large20", day=20, employer_key="large")])

    assert cache._held["large"] is held
