"""The shared sets as truths: every loader on the set that it reads, where that is present."""

from itertools import islice
from pathlib import Path

import pytest

from pipeline.evaluation.base import Case, DataAbsent, Field, Truth
from pipeline.evaluation.fields import FIELDS
from streams.enrich.resources import Resources

FIRST = 40
# No recorded answer that states pay says it in its text, too.
EMPTY = {"ats_recorded, in the text"}
TRUTHS = [(field, truth) for field in FIELDS for truth in field.truths]


@pytest.mark.parametrize(("field", "truth"), TRUTHS, ids=[f"{field.name}-{truth.data_set}" for field, truth in TRUTHS])
def test_a_set_gives_postings_with_what_is_true_of_them(field: Field, truth: Truth, shared_data: Path, resources: Resources):
    """Each has an id and a truth that an answer can be marked by; no answer is right where there is none."""
    cases: list[Case] = list(islice(truth.cases(shared_data), FIRST))

    assert bool(cases) != (truth.data_set in EMPTY)
    assert all(case.id for case in cases)
    for case in cases:
        marks = field.mark(case.truth, field.plain(case.posting, resources))
        assert 0 <= marks.found <= marks.expected
        assert 0 <= marks.right <= marks.answered


@pytest.mark.parametrize(("field", "truth"), TRUTHS, ids=[f"{field.name}-{truth.data_set}" for field, truth in TRUTHS])
def test_a_set_that_is_absent_is_named(field: Field, truth: Truth, tmp_path: Path):
    """So that its row says so."""
    with pytest.raises(DataAbsent):
        list(truth.cases(tmp_path))
