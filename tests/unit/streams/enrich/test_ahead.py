"""Postings enriched ahead of their turns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.posting import DeduplicatedPosting
from streams.enrich import ahead
from streams.enrich.ahead import Ahead
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS, enrich, enrich_all
from tests.builders import make_deduplicated

POSTINGS = [make_deduplicated(source_id=f"p{n}", title=f"Nurse {n}", description="x" * 10 * n) for n in range(9)]


class Counted:
    """Enriches nothing, and keeps which postings it saw at once."""

    def __init__(self) -> None:
        self.seen: list[list[str]] = []

    def __call__(self, postings):
        self.seen.append([posting.source_id for posting in postings])
        return [ValueError(posting.title) if posting.title == "bad" else posting.title for posting in postings]


def test_postings_of_a_batch_are_enriched_together(monkeypatch):
    """As many as may be at once, and none of them twice."""
    monkeypatch.setattr(ahead, "AT_ONCE", 4)
    made = Counted()
    batch = Ahead(made)
    batch.expect(POSTINGS)

    assert [batch.enriched(posting) for posting in POSTINGS] == [posting.title for posting in POSTINGS]
    assert [len(several) for several in made.seen] == [4, 4, 1]


def test_long_texts_are_not_held_many_at_a_time(monkeypatch):
    """After the first, only as much text as may be at once."""
    monkeypatch.setattr(ahead, "MOST_TEXT", 100)
    made = Counted()
    batch = Ahead(made)
    batch.expect(POSTINGS)

    assert [batch.enriched(posting) for posting in POSTINGS] == [posting.title for posting in POSTINGS]
    assert made.seen == [["p0", "p1", "p2", "p3", "p4"], ["p5"], ["p6"], ["p7"], ["p8"]]


def test_what_was_not_expected_is_enriched_alone():
    """So is an equal posting that is another object."""
    made = Counted()
    batch = Ahead(made)
    batch.expect(POSTINGS)

    batch.enriched(POSTINGS[2].model_copy())

    assert made.seen == [["p2"]]


def test_an_exception_is_raised_in_its_postings_turn():
    """The others of the batch know nothing of it."""
    bad = make_deduplicated(source_id="bad", title="bad")
    batch = Ahead(Counted())
    batch.expect([POSTINGS[0], bad, POSTINGS[1]])

    assert batch.enriched(POSTINGS[0]) == "Nurse 0"
    with pytest.raises(ValueError, match="bad"):
        batch.enriched(bad)
    assert batch.enriched(POSTINGS[1]) == "Nurse 1"


def _refuses(posting: DeduplicatedPosting, _):
    if posting.title == "bad":
        raise ValueError("bad")
    return {"skills": []}


def test_one_enricher_fails_for_one_posting_only(resources):
    """The others come as they would alone."""
    chain = (*ENRICHERS[:3], Enricher("failing", "1", ("skills",), _refuses), *ENRICHERS[3:])
    bad = make_deduplicated(source_id="bad", title="bad")

    first, failed, last = enrich_all([POSTINGS[0], bad, POSTINGS[1]], resources, chain)

    assert [first, last] == [enrich(posting, resources, chain) for posting in POSTINGS[:2]]
    assert isinstance(failed, ValueError)
    with pytest.raises(ValueError, match="bad"):
        enrich(bad, resources, chain)


def test_postings_together_are_enriched_as_each_alone(resources, monkeypatch):
    """Whatever order they are asked for in, and whatever part of the batch was expected."""
    texts = ("Senior Python developer, Berlin | $120k | REMOTE (US only)", "5 years of Go, 401(k), visa sponsorship", "")
    postings = [make_deduplicated(source_id=f"p{n}", title=texts[n % 3], description=texts[n // 3]) for n in range(9)]
    alone = {id(posting): enrich(posting, resources) for posting in postings}
    monkeypatch.setattr(ahead, "AT_ONCE", 4)

    @settings(deadline=None, max_examples=30)
    @given(st.lists(st.sampled_from(postings)), st.permutations(postings))
    def holds(expected, asked):
        batch = Ahead(lambda several: enrich_all(several, resources))
        batch.expect(expected)
        assert [batch.enriched(posting) for posting in asked] == [alone[id(posting)] for posting in asked]

    holds()
