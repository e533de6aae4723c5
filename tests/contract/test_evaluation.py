"""What is derived is measured, or is named as not measured; the page is about the enrichers in force."""

import pytest

from pipeline.evaluation.fields import FIELDS, NOT_MEASURED
from schemas.posting import EnrichedPosting
from streams.enrich.chain import ENRICHERS, VERSIONS
from tests.conftest import ROOT

DERIVED = sorted({field for enricher in ENRICHERS for field in enricher.fields} | {"enriched_by"})


@pytest.mark.parametrize("name", DERIVED)
def test_a_derived_field_is_measured_or_has_a_reason(name):
    """A new enricher comes with a truth in pipeline/evaluation/fields, or says there why none is known."""
    assert name in {field.of for field in FIELDS} | set(NOT_MEASURED)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_measured_field_is_one_that_its_enricher_writes(field):
    """By its name or as a part of it, with sets that are told apart and say what counts as truth."""
    assert field.enricher in ENRICHERS
    assert field.of in field.enricher.fields
    assert field.name.partition(":")[0] == field.of
    assert field.truths
    assert len({truth.data_set for truth in field.truths}) == len(field.truths)
    assert all(truth.about and not truth.about.endswith(".") for truth in field.truths)


def test_what_is_not_measured_is_a_field_or_a_part_of_one():
    """With the reason, and not measured after all."""
    assert {name.partition(":")[0] for name in NOT_MEASURED} <= set(EnrichedPosting.model_fields)
    assert not {field.name for field in FIELDS} & set(NOT_MEASURED)
    assert all(NOT_MEASURED.values())


def test_the_page_is_about_the_enrichers_in_force():
    """After a new version: `./jobstream evaluate enrich --write`."""
    page = (ROOT / "docs" / "accuracy.md").read_text("utf-8")

    assert f"Enrichers: {', '.join(f'{name} {version}' for name, version in sorted(VERSIONS.items()))}." in page
