"""The lists of ISCO-08 and ESCO as they are shipped."""

from itertools import pairwise

import pytest

from bench.occupation_material import chosen_units
from streams.enrich.data.build_occupations import DROPPED
from streams.enrich.occupations.names import OccupationList, load_occupations
from streams.enrich.text import words_of

MAJOR_GROUPS, SUB_MAJOR_GROUPS, UNIT_GROUPS = 10, 43, 436


@pytest.fixture(scope="module")
def listed() -> OccupationList:
    """The lists, loaded."""
    return load_occupations()


def test_all_of_isco_08_is_there(listed):
    """Unit groups come in the order of their codes, and the wider groups of each have names."""
    assert [sum(len(code) == size for code in listed.groups) for size in (1, 2, 4)] == [
        MAJOR_GROUPS,
        SUB_MAJOR_GROUPS,
        UNIT_GROUPS,
    ]
    assert all(one < other for one, other in pairwise(listed.units))
    assert {unit[:size] for unit in listed.units for size in (1, 2, 3, 4)} == set(listed.groups)


def test_every_occupation_has_a_unit_group(listed):
    """Told, or chosen by reading; none is guessed now."""
    occupations = {each for found in listed.named.values() for each in found}

    assert {each.unit for each in occupations} <= set(listed.units)
    assert {each.sure for each in occupations} == {0.75, 0.95}


def test_a_unit_group_that_was_chosen_by_reading_is_less_sure(listed):
    """Than one that titles tell."""
    occupations = {each for found in listed.named.values() for each in found}

    assert {each.esco_id: each.unit for each in occupations if each.sure == 0.75}.items() <= chosen_units().items()


def test_an_occupation_has_its_own_label_to_itself(listed):
    """Whatever others use it as an alternative."""
    assert [each.label for each in listed.named["lawyer"]] == ["lawyer"]
    assert all(each.preferred for found in listed.named.values() for each in found if any(e.preferred for e in found))


def test_an_example_of_isco_goes_before_what_esco_says(listed):
    """No occupation of another group has the name."""
    for words, units in listed.examples.items():
        assert {each.unit for each in listed.named.get(words, ())} <= set(units)


def test_a_word_of_many_jobs_is_no_label(listed):
    """ESCO has `analyst` for one of systems."""
    assert DROPPED.isdisjoint(listed.named)


def test_every_title_is_in_folded_words(listed):
    """As titles are looked up."""
    assert all(words == words_of(words) != "" for words in [*listed.named, *listed.examples])


def test_an_example_of_isco_stands_for_its_group(listed):
    """Also where another group names it as this one's."""
    assert listed.examples["baker"] == ("7512",)
    assert "3213" in listed.examples["pharmaceutical technician"]
