"""The truths about occupations, and how codes are compared."""

import json

import pytest

from pipeline.evaluation.base import Marks
from pipeline.evaluation.fields.occupation import FIELDS, mark_any, mark_first, plain, titles
from pipeline.evaluation.sets import JOBTECH
from streams.enrich.contract import posting_of

SET = "labels/isco_job_titles_train.csv"


def truth(data_set):
    """The truth of a set, whichever of the fields has it."""
    return next(truth for field in FIELDS for truth in field.truths if truth.data_set == data_set)


def title(job_title, code):
    """Return a row of the set of titles."""
    return {"ISCO": code, "job_title": job_title}


def test_a_title_is_one_case_with_all_its_groups(write):
    """However it is written; the set leaves out the first digit of the armed forces."""
    data = write(SET, [title("Night Baker", "7512"), title("night-baker", "5223"), title("Gunner", "310"), title("!", "1111")])

    cases = {case.posting.title: case.truth for case in titles(data)}

    assert cases == {"night baker": {"7512", "5223"}, "gunner": {"0310"}}


def test_titles_outside_the_list_stand_apart(write):
    """Those of the list are easy."""
    data = write(SET, [title("lawyer", "2611"), title("lorem ipsum worker", "9629")])

    (case,) = truth("isco_job_titles, no label of ESCO").cases(data)

    assert case.posting.title == "lorem ipsum worker"


def test_categories_of_programming_are_one_group(write):
    """A category that is wider is no truth."""
    titles = (("Java Wizard", "Backend"), ("Boss", "Other"))
    rows = [{"position": title, "main_category": category, "description": "Text"} for title, category in titles]

    (case,) = truth("nofluffjobs_pl_2022").cases(write("postings/nofluffjobs_pl_2022.csv.xz", rows))

    assert (case.posting.title, case.truth) == ("Java Wizard", {"25"})


def test_swedish_ads_have_the_group_of_their_own_classification(tmp_path):
    """Its first digit is ISCO's."""
    for at, name in enumerate(JOBTECH):
        path = tmp_path / "fixtures" / "ats" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        hit = {"id": at, "headline": "Kock", "occupation_group": {"legacy_ams_taxonomy_id": "5120"}}
        path.write_text(json.dumps({"hits": [hit]}), "utf-8")

    cases = list(truth("jobtech_se").cases(tmp_path))

    assert {(case.posting.title, *case.truth) for case in cases} == {("Kock", "5120")}
    assert len({case.id for case in cases}) == len(JOBTECH)


@pytest.mark.parametrize(
    ("level", "said", "marks"),
    [
        (1, ("2512", "7512"), Marks(1, 1, 1, 1)),
        (1, ("25",), Marks(1, 1, 1, 1)),
        (2, ("2512",), Marks(1, 1, 1, 1)),
        (2, ("2411",), Marks(1, 0, 1, 0)),
        (4, ("2511", "2512"), Marks(1, 0, 1, 0)),
        (4, ("25",), Marks(1, 0, 0, 0)),
        (2, ("2",), Marks(1, 0, 0, 0)),
        (1, None, Marks(1, 0, 0, 0)),
    ],
)
def test_the_likeliest_group_is_compared_at_its_level(level, said, marks):
    """A wider group is no answer there."""
    assert mark_first(level)(frozenset({"2512"}), said) == marks


def test_one_of_three_unit_groups_is_enough():
    """A wider group is none of them."""
    assert mark_any(frozenset({"2512"}), ("2411", "2512")) == Marks(1, 1, 1, 1)
    assert mark_any(frozenset({"2512"}), ("2411",)) == Marks(1, 0, 1, 0)
    assert mark_any(frozenset({"2512"}), ("25",)) == Marks(1, 0, 0, 0)
    assert mark_any(frozenset({"2512"}), None) == Marks(1, 0, 0, 0)


def test_the_plain_method_knows_labels_word_for_word(resources):
    """And nothing beside them."""
    assert plain(posting_of("1", title="Lawyer"), resources) == ("2611",)
    assert plain(posting_of("1", title="Senior Lawyer, Berlin"), resources) is None
