"""How languages are compared with those that were told by reading."""

import pytest

from pipeline.evaluation.base import Marks, mark_one
from pipeline.evaluation.fields.language import mark_others


@pytest.mark.parametrize(
    ("accepted", "said", "marks"),
    [
        ({"en"}, "en", Marks(1, 1, 1, 1)),
        ({"en", "fr"}, "fr", Marks(1, 1, 1, 1)),
        ({"en"}, None, Marks(1, 0, 0, 0)),
        (set(), None, Marks(0, 0, 0, 0)),
        (set(), "en", Marks(0, 0, 1, 0)),
    ],
)
def test_a_text_too_short_to_tell_asks_for_nothing(accepted, said, marks):
    """And whoever says something of it is wrong."""
    assert mark_one(frozenset(accepted), said) == marks


@pytest.mark.parametrize(
    ("every", "said", "marks"),
    [
        ({"en"}, ("en",), Marks(0, 0, 0, 0)),
        ({"en"}, ("en", "sv"), Marks(0, 0, 1, 0)),
        ({"en", "fr"}, ("en", "fr"), Marks(1, 1, 1, 1)),
        ({"en", "fr"}, ("fr", "en", "nl"), Marks(1, 1, 2, 1)),
        ({"en", "fr"}, ("en",), Marks(1, 0, 0, 0)),
        ({"en", "fr"}, None, Marks(1, 0, 0, 0)),
    ],
)
def test_other_languages_are_those_beside_the_main_one(every, said, marks):
    """Whichever of two is the main one."""
    assert mark_others(frozenset(every), said) == marks
