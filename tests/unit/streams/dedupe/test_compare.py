"""The parts of a comparison."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.dedupe.ad import Ad
from streams.dedupe.compare import compare
from tests.unit.streams.dedupe.test_ad import LAW, ROLE, ad

TITLES = ["Nurse", "Senior Nurse", "Driver", "Nurse II", ""]
PLACES = [(), ("Berlin, Germany",), ("Paris, France", "Berlin"), ("Remote",)]
TEXTS = [ROLE, f"{ROLE} {LAW}", LAW, "We drive lorries to Oslo and Rome.", ""]
ADS = st.builds(
    ad, st.sampled_from(TITLES), st.sampled_from(["Acme", "Globex", ""]), st.sampled_from(PLACES), st.sampled_from(TEXTS)
)


@settings(max_examples=30, deadline=None)
@given(one=ADS, other=ADS)
def test_a_comparison_is_symmetric(one: Ad, other: Ad):
    """Neither ad is the original."""
    assert compare(one, other) == compare(other, one)


def parts(*fields: Mapping[str, object]) -> Mapping[str, float]:
    """The comparison of two ads with these fields."""
    one, other = (ad(**found) for found in fields)  # type: ignore[arg-type]
    return compare(one, other)


def test_the_law_makes_no_role_alike():
    """Two jobs that share only the legal part share nothing about the role."""
    found = parts({"text": f"You drive lorries to Oslo.\n{LAW}"}, {"text": f"{ROLE}\n{LAW}"})

    assert found["role_text"] < 0.2 < found["text"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Berlin, Germany",), ("Berlin",), True),
        (("San Francisco Bay Area",), ("San Francisco, CA, US",), True),
        (("385 East Boulevard, Pasadena, CA",), ("Pasadena, CA, US",), True),
        (("Paris", "Rome"), ("Rome, Italy",), True),
        (("United States",), ("United States",), True),
        (("Seattle, WA",), ("Tacoma, WA",), False),
    ],
)
def test_places_are_compared_by_city(one: tuple[str, ...], other: tuple[str, ...], same: bool):
    """A region in common is no place in common."""
    found = parts({"places": one}, {"places": other})

    assert (found["place_same"], found["place_contradicts"]) == (float(same), float(not same))


def test_no_place_tells_nothing():
    """An ad without a place neither shares nor contradicts one."""
    found = parts({"places": ()}, {"places": ("Berlin",)})

    assert (found["place_same"], found["place_contradicts"]) == (0, 0)


def test_titles_contradict_only_where_each_says_what_the_other_does_not():
    """A wider title says more, and another specialty contradicts."""
    wider, other = (
        parts({"title": "Analyst"}, {"title": "Tax Analyst"}),
        parts({"title": "Tax Analyst"}, {"title": "Risk Analyst"}),
    )

    assert wider["title_contradicts"] == 0 < wider["title_says_more"]
    assert other["title_contradicts"] > 0


def test_a_rank_on_one_side_differs():
    """A "senior" beside a plain title is another level, as far as ranks lie apart."""
    found = parts({"title": "Nurse"}, {"title": "Principal Nurse"})

    assert (found["rank_differs"], found["rank_steps"]) == (1, 3)


def test_a_stated_requisition_outweighs_numbers_in_the_text():
    """The same requisition under texts with other numbers does not contradict."""
    one, other = {"text": "No. 4711", "requisition_id": "R-1"}, {"text": "No. 4712", "requisition_id": "r 1"}

    assert parts(one, other)["requisition_contradicts"] == 0
    assert parts({"text": "No. 4711"}, {"text": "No. 4712"})["requisition_contradicts"] == 1
