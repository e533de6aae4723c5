"""What was read in headings, and how it is compared."""

import json
from collections import Counter

import pytest

from pipeline.evaluation import read_places
from pipeline.evaluation.base import Marks
from pipeline.evaluation.fields import place_lists
from pipeline.evaluation.fields.remote_scope import in_words
from pipeline.evaluation.read_places import LABELS, read_headings
from schemas.derived import RemoteScope

COMMENTS = "postings/hn_whoishiring_2015_2017.jsonl.xz"


def test_the_file_of_labels_holds_ids_and_places_only():
    """No text of a posting; every place has a country, and every city its coordinates."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    places = [place for label in labels for place in label["places"] or ()]

    assert Counter(label["drawn"] for label in labels) == {"any": 200, "remote": 100, "scope": 70}
    assert {key for label in labels for key in label} == {"id", "drawn", "places", "scope"}
    assert all(len(place["country"]) == 2 for place in places)
    assert all({"latitude", "longitude", "geonames_id"} < place.keys() for place in places if "city" in place)


def test_a_labelled_comment_is_read_as_the_stage_reads_it(write, monkeypatch, tmp_path):
    """With the places that its heading has after normalize; others are left out."""
    rows = [{"id": id_, "month": "2015-01", "time": 1420070400, "text": "Acme | Engineer | Berlin | Remote"} for id_ in (1, 2)]
    labels = tmp_path / "read.jsonl"
    labels.write_text(json.dumps({"id": "hn:2015-01:1", "drawn": "any", "places": [{"country": "DE"}], "scope": None}))
    monkeypatch.setattr(read_places, "LABELS", labels)

    [(id_, posting, found)] = read_headings(write(COMMENTS, rows))

    assert (id_, [place.raw for place in posting.locations]) == ("hn:2015-01:1", ["Berlin"])
    assert (found.places, found.scope) == (({"country": "DE"},), None)


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


def test_a_scope_in_words_has_its_span():
    """As the labels have it."""
    scope = RemoteScope(countries=["US"], regions=["Europe"], earliest_utc_offset=-8, latest_utc_offset=1)

    assert in_words(scope) == {"US", "Europe", "UTC-8..+1"}
