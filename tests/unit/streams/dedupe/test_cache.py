"""Employers are held in memory within a bound, and read from the state again without a difference."""

from streams.dedupe.cache import held_clusters
from tests.unit.streams.dedupe.group import Stage, posting


def test_an_employer_that_was_dropped_is_read_again():
    """With room for three members, ten employers of two postings give the clusters that they give with room for all."""
    events = [posting(f"p{n}", day=n, employer_key=f"e{n % 10}", place=None) for n in range(40)]

    small, ample = Stage(held_clusters(members=3, at_least=1)).feed_all(events), Stage().feed_all(events)

    assert small.clusters == ample.clusters
    assert small.state.entries == ample.state.entries


def test_memory_is_bounded():
    """However many employers come by, no more members are held than there is room for."""
    cache = held_clusters(members=8, at_least=1)
    Stage(cache).feed_all(posting(f"p{n}", employer_key=f"e{n}") for n in range(100))

    assert sum(len(held.group) for held in cache._held.values()) <= 8


def test_a_large_employer_in_use_is_not_read_again_and_again():
    """One that is larger than all the room stays beside another one."""
    cache = held_clusters(members=8, at_least=2)
    stage = Stage(cache).feed_all(
        posting(f"large{n}", day=n, employer_key="large", place=f"{chr(97 + n)}ville") for n in range(20)
    )
    held = cache._held["large"].group

    stage.feed_all([posting("p1", employer_key="small"), posting("large20", day=20, employer_key="large")])

    assert cache._held["large"].group is held


def test_a_few_large_employers_are_all_held():
    """Fewer than stay at least are never dropped, whatever their sizes."""
    cache = held_clusters(members=8, at_least=8)
    stage = Stage(cache)
    for n in range(10):
        stage.feed_all(posting(f"p{n}", day=n, employer_key=f"large{of}", place=f"{chr(97 + n)}ville") for of in range(6))

    assert len(cache._held) == 6


def test_an_employer_that_is_asked_for_often_stays():
    """However many others come by once each; when it is asked for no more, it goes in the end."""
    cache = held_clusters(members=8, at_least=1)
    stage = Stage(cache)
    for n in range(5):
        stage.feed_all([posting(f"often{n}", day=n, employer_key="often"), posting("p1", employer_key=f"once{n}")])
    stage.feed_all(posting("p1", employer_key=f"other{n}") for n in range(10))
    assert "often" in cache._held

    stage.feed_all(posting("p1", employer_key=f"more{n}") for n in range(100))

    assert "often" not in cache._held
