"""Postings are enriched some at a time, and each as it would be alone."""

import pytest

from schemas.codec import encode
from schemas.posting import DeduplicatedPosting
from streams.enrich import step
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS, EnricherFailed, enrich, enrich_all
from streams.enrich.step import EnrichStep, in_groups
from streams.looking import LookFailed
from tests.builders import as_incoming, make_deduplicated

POSTINGS = [make_deduplicated(source_id=f"p{n}", title=f"Nurse {n}", description="x" * 10 * n) for n in range(9)]


def sizes(postings) -> list[int]:
    """How many are in each group."""
    return [len(group) for group in in_groups(postings)]


def test_groups_are_bounded_in_number_and_in_text(monkeypatch):
    """After the first of a group, only as much text as may be at once."""
    assert (sizes(POSTINGS), sizes([])) == ([9], [])
    monkeypatch.setattr(step, "AT_ONCE", 4)
    assert sizes(POSTINGS) == [4, 4, 1]
    monkeypatch.setattr(step, "MOST_TEXT", 100)
    assert sizes(POSTINGS) == [4, 2, 1, 1, 1]
    assert [posting for group in in_groups(POSTINGS) for posting in group] == POSTINGS


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
    assert str(failed) == "failing 1: ValueError: bad"
    with pytest.raises(EnricherFailed, match="failing 1: ValueError: bad"):
        enrich(bad, resources, chain)


def test_who_fails_is_named_and_the_others_are_found(resources):
    """As a reader sends it; what is no posting passes as it is."""
    chain = (*ENRICHERS[:3], Enricher("failing", "1", ("skills",), _refuses))
    bad = make_deduplicated(source_id="bad", title="bad")
    sent = [as_incoming(encode(event, "t", made_by="test")) for event in (POSTINGS[0], bad, POSTINGS[1])]

    first, failed, last = EnrichStep(resources, chain).look(sent)

    assert [found.posting_id for found in (first, last)] == [posting.posting_id for posting in POSTINGS[:2]]
    assert isinstance(failed, LookFailed)
    assert (failed.detail, failed.event.posting_id) == ("EnricherFailed: failing 1: ValueError: bad", bad.posting_id)
    assert "_refuses" in failed.trace


def test_postings_together_are_enriched_as_each_alone(resources):
    """Whatever stands beside them."""
    texts = ("Senior Python developer, Berlin | $120k | REMOTE (US only)", "5 years of Go, 401(k), visa sponsorship", "")
    postings = [make_deduplicated(source_id=f"p{n}", title=texts[n % 3], description=texts[n // 3]) for n in range(9)]

    assert enrich_all(postings, resources) == [enrich(posting, resources) for posting in postings]
    assert enrich_all(postings[::-1], resources)[::-1] == [enrich(posting, resources) for posting in postings]
