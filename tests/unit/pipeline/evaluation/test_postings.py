"""The registry of sets as postings."""

import pytest

from pipeline.evaluation.base import DataAbsent
from pipeline.evaluation.postings import SETS, postings
from pipeline.evaluation.sets import FILES, rows

ZAPPLY = FILES["zapply_2026"]


@pytest.mark.parametrize("name", SETS)
def test_every_set_says_when_it_is_absent(tmp_path, name):
    """Each is known by a name of its own."""
    with pytest.raises(DataAbsent, match="is not in"):
        list(postings(tmp_path, name))


def test_a_stream_has_the_rows_that_it_adds(write):
    """Without those that change or leave."""
    events = [{"op": "add", "doc": {"id": "1"}}, {"op": "remove", "doc": {"id": "1"}}]

    assert list(rows(write(FILES["simplify_newgrad"], events), "simplify_newgrad")) == [{"id": "1"}]


def test_of_several_texts_of_a_posting_the_last_counts(write):
    """As it stands now."""
    texts = [{"seen": 1767225600, "text": "Old"}, {"seen": 1767312000, "text": "<p>New &amp; long</p>"}]

    [(_, posting)] = postings(write(ZAPPLY, [{"id": "1", "title": "Nurse", "descriptions": texts}]), "zapply_2026")

    assert (posting.posting_id, posting.title, posting.description) == ("zapply:zapply:1", "Nurse", "New & long")


def test_a_text_without_its_title_is_a_posting_all_the_same(write):
    """The stage normalize refuses it, and a reader has read it."""
    data = write(ZAPPLY, [{"id": "1", "descriptions": [{"seen": 1767225600, "text": "Care"}]}, {"id": "2"}])

    [(_, posting)] = postings(data, "zapply_2026")

    assert (posting.title, posting.description) == ("", "Care")


def test_only_wanted_postings_are_read(write):
    """By their ids."""
    row = {"job_id": "1", "title": "Nurse", "description": "Care", "location": ""}
    data = write(FILES["linkedin_arshka_2024"], [row, row | {"job_id": "2"}])

    assert [posting.posting_id for _, posting in postings(data, "linkedin_arshka_2024", {"2"}.__contains__)] == ["2"]
