"""What every enricher of the chain promises; a new one is tested by being in it."""

import pytest

from schemas.posting import DeduplicatedPosting, EnrichedPosting
from streams.enrich.chain import ENRICHERS
from streams.enrich.contract import broken_promises
from streams.enrich.resources import Resources, load_resources

NEW_FIELDS = set(EnrichedPosting.model_fields) - set(DeduplicatedPosting.model_fields) - {"enriched_by"}
enrichers = pytest.mark.parametrize("enricher", ENRICHERS, ids=lambda e: e.name)


@pytest.fixture(scope="module")
def resources() -> Resources:
    """What the enrichers look things up in."""
    return load_resources()


@enrichers
def test_it_has_a_name_a_version_and_fields(enricher):
    """Its name is its module's, its fields are those of the event."""
    assert enricher.enrich.__module__ == f"streams.enrich.{enricher.name}"
    assert enricher.version.isdigit()
    assert enricher.fields
    assert set(enricher.fields) <= set(EnrichedPosting.model_fields)


@enrichers
def test_it_keeps_what_all_promise(enricher, resources):
    """Its fields and no others, nulls from nothing, the same answer twice, the posting left alone, valid values."""
    assert list(broken_promises(enricher, resources)) == []


def test_each_field_has_one_enricher():
    """Names are used once, and together the chain fills all that an enriched posting adds."""
    fields = [field for enricher in ENRICHERS for field in enricher.fields]

    assert len(fields) == len(set(fields))
    assert len({enricher.name for enricher in ENRICHERS}) == len(ENRICHERS)
    assert set(fields) >= NEW_FIELDS
