"""Words beside which a costly pattern is tried."""

import pytest

from streams.enrich.cues import Cue, cues
from streams.enrich.skill_list import SkillForm


@pytest.mark.parametrize("skill", ["PHP", "CAD"])
def test_a_cue_takes_no_skill_away(resources, skill):
    """PHP and CAD are currencies too: each list has its hit."""
    assert any(isinstance(hit.payload, SkillForm) for hit in resources.named(f"You know {skill} and more."))


def test_a_cue_is_found_in_the_pass_of_all(resources):
    """Whatever its case, with what may stand beside it."""
    found = [
        hit.payload for hit in resources.named("Salary in EUR. DEADLINE soon. Posted today.") if isinstance(hit.payload, Cue)
    ]

    assert found == [Cue.PAY, Cue.PAY, Cue.DEADLINE, Cue.POSTED]


def test_no_phrase_is_two_cues():
    """So that none replaces another."""
    phrases = [phrase for phrase, _ in cues()]

    assert len(phrases) == len(set(phrases))


def test_round_thousands_are_a_cue_of_pay(resources):
    """From 20 to 399; 401(k) is a plan."""
    found = [hit.start for hit in resources.named("[40-70k], 120K+, 19k, 401k") if hit.payload is Cue.PAY]

    assert found == [4, 10]
