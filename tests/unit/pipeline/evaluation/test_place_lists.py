"""How lists of places and scopes are compared."""

import pytest

from pipeline.evaluation.base import Marks
from pipeline.evaluation.fields import place_lists, wordings
from pipeline.evaluation.fields.remote_scope import in_words
from schemas.derived import RemoteScope


def test_lists_of_points_are_compared_by_distance():
    """Potsdam is found as Berlin, Leipzig is missed, Paris is wrong."""
    berlin, potsdam, leipzig, paris = (52.52, 13.41), (52.40, 13.06), (51.34, 12.37), (48.86, 2.35)

    assert place_lists.mark_all_near((potsdam, leipzig), [berlin, paris]) == Marks(2, 1, 2, 1)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (("new york city", "New York"), 1),
        (("newark", "New York"), 0),
        (("new york city", "New Jersey"), 0),
        (("", "New York"), 0),
    ],
)
def test_a_city_is_compared_by_name_within_its_state(said, right):
    """`New York` and `New York City` are one; a state alone is not its city."""
    assert place_lists.mark_names(frozenset({("new york", "New York")}), [said]).right == right


def test_a_list_of_places_is_one_wording(write):
    """Joined by one of four separators; a list with a place of which neither state nor country is known is left out."""
    docs = [{"id": "1", "locations": ["Austin, TX", "London, UK"]}, {"id": "2", "locations": ["Austin, TX", "Remote"]}]
    events = [{"op": "add", "doc": doc} for doc in docs]

    [case] = place_lists.LISTS.truths[0].cases(write("streams/simplify_summer2025_events.jsonl.xz", events))

    assert case.truth == {("austin", "Texas"), ("london", "GB")}
    assert case.posting.locations[0].raw.startswith("Austin, TX")


def test_a_wording_is_found_by_its_hash(write, monkeypatch):
    """Once, however often it is there, and with the cities that the reader was sure of."""
    told = {"places": [{"city": "Austin", "country": "US", "latitude": 30.267, "longitude": -97.743}]}
    unsure = {"places": [{"country": "US"}], "cities": "unsure"}
    read = [
        {"set": "fpna_jobs_2026", "case": wordings.key_of(wording), "truth": truth}
        for wording, truth in (("Austin", told), ("Springfield", unsure), ("Elsewhere", told))
    ]
    monkeypatch.setattr(wordings, "labels", lambda _: read)
    rows = [{"location": "Austin"}, {"location": "Austin", "locations": ["Springfield"]}, {"location": None}]
    data = write("postings/fpna_jobs_2026.jsonl.xz", rows)

    by_countries, by_cities = ([*field.truths[0].cases(data)] for field in (wordings.COUNTRIES, wordings.CITIES))

    assert [(case.posting.locations[0].raw, case.truth) for case in by_countries] == [("Austin", {"US"}), ("Springfield", {"US"})]
    assert [case.truth for case in by_cities] == [((30.267, -97.743),)]


def test_a_scope_in_words_has_its_span():
    """As the labels have it."""
    scope = RemoteScope(countries=["US"], regions=["Europe"], earliest_utc_offset=-8, latest_utc_offset=1)

    assert in_words(scope) == {"US", "Europe", "UTC-8..+1"}
