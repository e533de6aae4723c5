"""What every enricher of the chain promises; a new one is tested by being in it."""

import pytest

from schemas.posting import DeduplicatedPosting, EnrichedPosting
from streams.enrich.chain import ENRICHERS
from streams.enrich.resources import Resources, load_resources
from tests.builders import make_deduplicated

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
def test_it_writes_its_fields_and_no_other(enricher, resources):
    """Every one of them, also where nothing is known."""
    assert set(enricher.enrich(make_deduplicated(), resources)) == set(enricher.fields)


@enrichers
def test_from_nothing_it_derives_nothing(enricher, resources):
    """A posting without text and fields has nulls and empty lists."""
    nothing = make_deduplicated(title="", description="", employer=None)

    assert not any(enricher.enrich(nothing, resources).values())


@enrichers
def test_it_gives_the_same_answer_twice_and_leaves_the_posting_alone(enricher, resources):
    """It is a pure function of posting and resources."""
    posting = make_deduplicated(title="Senior Nurse, Berlin", description="Acme | Berlin, Germany | Remote | $90k-$100k\nPython.")
    before = posting.model_copy(deep=True)

    assert enricher.enrich(posting, resources) == enricher.enrich(posting, resources)
    assert posting == before


def test_each_field_has_one_enricher():
    """Names are used once, and together the chain fills all that an enriched posting adds."""
    fields = [field for enricher in ENRICHERS for field in enricher.fields]

    assert len(fields) == len(set(fields))
    assert len({enricher.name for enricher in ENRICHERS}) == len(ENRICHERS)
    assert set(fields) >= NEW_FIELDS
