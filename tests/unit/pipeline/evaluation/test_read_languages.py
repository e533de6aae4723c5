"""Texts told by reading, found by their hashes."""

import pytest

from pipeline.evaluation import read_languages
from pipeline.evaluation.base import Marks
from pipeline.evaluation.fields.language import mark_main, mark_others
from pipeline.evaluation.read_languages import Read, hash_of, read_texts


def test_texts_are_found_in_their_sets_by_what_they_are(monkeypatch, tmp_path):
    """The list holds no text; one that it does not know, and one that changed, are left out."""
    texts = ["Hej", "Hello", "?"]
    monkeypatch.setattr(read_languages, "_TEXTS", {"a": lambda _: iter([*texts, "Hej", "new"])})
    lines = [f"a\t{hash_of('Hej')}\tsv en\tsv en", f"a\t{hash_of('Hello')}\ten\t?", f"a\t{hash_of('?')}\t\t", "a\tgone\tde\tde"]
    (tmp_path / "read_languages.tsv").write_text("\n".join(lines))
    monkeypatch.setattr(read_languages, "files", lambda _: tmp_path)

    assert list(read_texts(tmp_path)) == [
        Read("Hej", frozenset({"sv", "en"}), frozenset({"sv", "en"})),
        Read("Hello", frozenset({"en"}), None),
        Read("?", frozenset(), frozenset()),
    ]


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
    assert mark_main(frozenset(accepted), said) == marks


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


def test_the_list_has_hashes_and_codes_and_nothing_else():
    """Of ten languages and more, two hundred texts and more."""
    text = read_languages.files("pipeline.evaluation.data").joinpath("read_languages.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]

    assert len(rows) > 200
    assert len({code for _, _, main, _ in rows for code in main.split()}) >= 10
    assert all(len(digest) == 12 and len(main) <= 5 and len(every) <= 5 for _, digest, main, every in rows)
    assert {name for name, *_ in rows} == set(read_languages._TEXTS)
