"""Employers are held in memory within a bound, and read from the state again without a difference."""

from streams.dedupe.cache import ClusterCache
from tests.unit.streams.dedupe.group import Stage, posting


def test_an_employer_that_was_dropped_is_read_again():
    """With room for three members, ten employers of two postings give the clusters that they give with room for all."""
    events = [posting(f"p{n}", day=n, employer_key=f"e{n % 10}", place=None) for n in range(40)]

    small, ample = Stage(ClusterCache(members=3)).feed_all(events), Stage().feed_all(events)

    assert small.clusters == ample.clusters
    assert small.state.entries == ample.state.entries


def test_memory_is_bounded():
    """However many employers come by, no more members are held than there is room for."""
    cache = ClusterCache(members=8)
    Stage(cache).feed_all(posting(f"p{n}", employer_key=f"e{n}") for n in range(100))

    assert sum(len(clusters.index) for clusters in cache._held.values()) <= 8
