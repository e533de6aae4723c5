"""What was read in texts: files of labels, and the postings that they are about."""

import json
from importlib.resources import files

import pytest

from pipeline.evaluation import read
from pipeline.evaluation.fields import place_lists
from pipeline.evaluation.postings import SETS
from pipeline.evaluation.read import as_stated, labels, read_cases
from pipeline.evaluation.sets import FILES

COMMENTS = "postings/hn_whoishiring_2015_2017.jsonl.xz"
COMMENT = {"id": 1, "month": "2015-01", "time": 1420070400, "text": "Acme | Engineer | Berlin | Remote"}
FILES_OF_LABELS = sorted(path.name for path in files("pipeline.evaluation.data").iterdir() if path.name.endswith(".jsonl"))
PAIRS, WORDINGS = "read_employers.jsonl", "read_wordings.jsonl"


@pytest.fixture
def label(monkeypatch, tmp_path):
    """Writes lines of a file of labels named `x`."""

    def written(*lines):
        (tmp_path / "read_x.jsonl").write_text("\n".join(map(json.dumps, lines)))
        monkeypatch.setattr(read, "files", lambda _: tmp_path)

    return written


def lines_of(name):
    """The lines of a file as they are."""
    return list(map(json.loads, files("pipeline.evaluation.data").joinpath(name).read_text("utf-8").splitlines()))


@pytest.mark.parametrize("name", [name for name in FILES_OF_LABELS if name not in {PAIRS, WORDINGS}])
def test_a_file_of_labels_holds_ids_and_values_only(name):
    """No text; each posting once, of a set that is known."""
    rows = lines_of(name)

    assert {key for row in rows for key in row} <= {"set", "id", "truth", "sure", "case", "drawn"}
    assert all({"set", "id", "truth"} <= row.keys() for row in rows)
    assert {row["set"] for row in rows} <= SETS.keys()
    assert len({(row["set"], row["id"]) for row in rows}) == len(rows)
    assert max(len(json.dumps(row["truth"])) for row in rows) < 2000


def test_pairs_of_employers_are_rows_or_ids_without_names():
    """Each pair once, of sets that are known; an id where the name is read in a posting."""
    pairs = lines_of(PAIRS)

    assert {key for pair in pairs for key in pair} == {"a", "b", "truth", "case", "sure"}
    sides = [pair[side] for pair in pairs for side in "ab"]
    assert all(side.keys() in ({"set", "row"}, {"set", "id"}) for side in sides)
    assert {side["set"] for side in sides if "row" in side} <= FILES.keys()
    assert {side["set"] for side in sides if "id" in side} <= SETS.keys()
    assert len({json.dumps([pair["a"], pair["b"]]) for pair in pairs}) == len(pairs)


def test_wordings_are_told_by_their_hashes():
    """Each once, of sets that are known."""
    rows = lines_of(WORDINGS)

    assert {key for row in rows for key in row} == {"set", "case", "truth"}
    assert {row["set"] for row in rows} <= FILES.keys() | {"jobtech_se", "ats_places"}
    assert len({row["case"] for row in rows}) == len(rows)
    assert all("latitude" in place for row in rows for place in row["truth"]["places"] if "city" in place)


def test_every_place_that_was_read_has_a_country():
    """And every city its coordinates."""
    places = [place for label in labels("places") for place in label["truth"]["places"] or ()]

    assert all(len(place["country"]) == 2 for place in places)
    assert all({"latitude", "longitude", "geonames_id"} < place.keys() for place in places if "city" in place)


def test_languages_are_codes_of_ten_languages_and_more():
    """Two of a text at the most."""
    codes = [label["truth"]["main"] for label in labels("language")]

    assert len({code for each in codes for code in each}) >= 10
    assert all(len(code) == 2 for each in codes for code in each)
    assert max(map(len, codes)) == 2


def test_a_labelled_posting_is_a_case(write, label):
    """Without what it states in fields; postings without a label are left out, and so are labels without a posting."""
    label({"set": "hn_2015_2017", "id": "hn:2015-01:1", "truth": ["a"]}, {"set": "hn_2015_2017", "id": "gone", "truth": []})
    data = write(COMMENTS, [COMMENT, COMMENT | {"id": 2}])

    [case] = read_cases(data, name="x", form=frozenset)

    assert (case.id, case.truth) == ("hn:2015-01:1", {"a"})
    assert [place.raw for place in case.posting.locations] == ["Berlin"]
    assert case.posting.stated_work_mode is None


def test_headings_are_shown_as_they_state_them(write, label):
    """With all that the stage normalize reads in them."""
    label({"set": "hn_2015_2017", "id": "hn:2015-01:1", "truth": {"places": [{"country": "DE"}], "scope": []}})

    [case] = read_cases(write(COMMENTS, [COMMENT]), name="x", form=lambda truth: truth["places"], shown=as_stated)

    assert (case.posting.employer, case.posting.stated_work_mode) == ("Acme", "Remote")


def test_a_label_may_name_the_id_that_decides_its_half(write, label):
    """Texts that were drawn by another id stay in the half that they were drawn for."""
    label({"set": "hn_2015_2017", "id": "hn:2015-01:1", "truth": [], "case": "1"})

    assert [case.id for case in read_cases(write(COMMENTS, [COMMENT]), name="x", form=tuple)] == ["1"]


def test_the_address_of_a_page_is_known_by_its_last_part(write, label):
    """Its posting and its half are told by all of it."""
    label({"set": "afriworket_et_2026", "id": "7", "truth": []})
    page = {"detail_url": "https://jobs.example.com/7", "title": "Nurse", "full_description": None}

    [case] = read_cases(write("postings/afriworket_et_2026.jsonl.xz", [page, page]), name="x", form=tuple)

    assert case.id == "https://jobs.example.com/7"


@pytest.mark.parametrize(("sure", "cases"), [(1, 0), (2, 1), (3, 1)])
def test_what_is_no_more_than_a_guess_is_not_measured(write, label, sure, cases):
    """A line that does not say how sure it is was sure."""
    label({"set": "hn_2015_2017", "id": "hn:2015-01:1", "truth": [], "sure": sure})

    assert len(list(read_cases(write(COMMENTS, [COMMENT]), name="x", form=tuple))) == cases


@pytest.mark.parametrize(
    ("places", "scope", "countries"),
    [
        ([{"country": "DE"}], [], {"DE"}),
        ([], [], set()),
        ([{"country": "DE"}], ["EU"], None),
        ([{"country": "DE"}], None, None),
        (None, [], None),
    ],
)
def test_countries_are_told_where_none_binds_remote_work(places, scope, countries):
    """And where the reader could tell both."""
    assert place_lists.countries_read({"places": places, "scope": scope}) == countries
