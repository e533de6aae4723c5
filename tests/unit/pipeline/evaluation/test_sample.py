"""A natural sample: who is drawn, and that what nobody has read is never right."""

import json

import pytest

from pipeline.evaluation import read
from pipeline.evaluation.base import Drawn, Marks, mark_drawn
from pipeline.evaluation.read import unplaced
from pipeline.evaluation.sample import drawn_cases
from streams.dedupe.pairs import halves_of

SET = "afriworket_et_2026"
IDS = [f"https://jobs.example.com/{number}" for number in range(40)]
REPORTED = [id_ for id_ in IDS if halves_of([id_]) == [1]]


@pytest.fixture
def draw(write, monkeypatch, tmp_path):
    """Draws from a set of pages, with labels of the sample and, before it, of the field `x`."""

    def drawn(pages, most, *, labelled=(), before=()):
        for name, labels in (("x", before), ("x_drawn", labelled)):
            (tmp_path / f"read_{name}.jsonl").write_text("\n".join(json.dumps({"set": SET, **label}) for label in labels))
        monkeypatch.setattr(read, "files", lambda _: tmp_path)
        data = write(f"postings/{SET}.jsonl.xz", pages)
        return list(drawn_cases(data, name="x", most={SET: most}, form=tuple, shown=unplaced))

    return drawn


def page(id_, text=None):
    """A page with a text of its own."""
    return {"detail_url": id_, "title": "Nurse", "full_description": id_ if text is None else text}


def last(id_):
    """The id as labels have it."""
    return id_.rpartition("/")[2]


def test_so_many_of_half_one_are_drawn_and_the_same_ones_always(draw):
    """A larger sample holds the smaller one, and all there are where the set has fewer."""
    pages = list(map(page, IDS))
    few, more, every = ([case.id for case in draw(pages, most)] for most in (3, 6, 100))

    assert (len(few), len(more), sorted(every)) == (3, 6, sorted(REPORTED))
    assert more[:3] == few
    assert [case.id for case in draw(pages[::-1], 3)] == few


def test_a_text_is_drawn_once_and_belongs_to_its_first_posting(draw):
    """So is an id; a posting without a text says nothing."""
    one, other, third = REPORTED[:3]
    pages = [page(one, "We pay."), page(other, "We pay."), page(one, "We pay more."), page(third, " ")]

    assert [case.id for case in draw(pages, 10)] == [one]


def test_a_text_that_half_0_has_by_another_id_is_not_reported(draw):
    """The enricher was tuned on it, by the label that it has."""
    tuned = next(str(number) for number in range(10) if halves_of([str(number)]) == [0])
    first, second = REPORTED[:2]
    cases = draw([page(first), page(second)], 2, before=[{"id": last(first), "truth": [], "case": tuned}])

    assert {case.id for case in cases} == {tuned, second}


def test_what_was_read_of_a_drawn_text_is_its_truth(draw):
    """Labels of before count, that of the sample goes first, one that was guessed is none."""
    ids = REPORTED[:4]
    before = [
        {"id": last(ids[0]), "truth": [1]},
        {"id": last(ids[1]), "truth": [2]},
        {"id": last(ids[2]), "truth": [3], "sure": 1},
    ]
    cases = draw(list(map(page, ids)), 4, before=before, labelled=[{"id": last(ids[1]), "truth": [4]}])

    assert {case.id: case.truth.accepted for case in cases} == {ids[0]: (1,), ids[1]: (4,), ids[2]: None, ids[3]: None}


@pytest.mark.parametrize(
    ("accepted", "said", "marks"),
    [
        ((20, 30), 30, Marks(0, 0, 1, 1)),
        ((20, 30), 40, Marks(0, 0, 1, 0)),
        ((), 20, Marks(0, 0, 1, 0)),
        (None, 20, Marks(0, 0, 1, 0)),
        (None, None, Marks(0, 0, 0, 0)),
        ((20,), None, Marks(0, 0, 0, 0)),
    ],
)
def test_an_answer_on_what_nobody_read_is_wrong(accepted, said, marks):
    """And where nothing is said nothing is missed: it was not read."""
    assert mark_drawn(Drawn(accepted), said, int.__eq__) == marks


def test_a_list_of_errors_tells_what_was_not_read():
    """Apart from texts that state nothing."""
    assert [str(Drawn(accepted)) for accepted in ((1, 2), (), None)] == ["1 or 2", "nothing", "not read"]
