"""Texts taken together say what each says alone, and what the plain way of cutting words says."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from streams.dedupe import texts as texts_module
from streams.dedupe.texts import hashes_of, split_texts, words

LONG = "hexakosioihexekontahexaphobia" * 2
TRICKY = [
    "", " ", "a", "Ünïcode ßtraße, ÉCOLE", "it’s “fine” – really\u00a0so…", "• one\n▪ two * three · four", "İstanbul ﬁ ſ K Å",
    LONG, f"{LONG}a {LONG}b", "x" * 32, "x" * 33, "12345678 123456789", "\ufeffBOM \ufe0f ☎️ 電話、はい。",
    "C++/C#\tR&D", "\n\n.\n", "9 lives",
]  # fmt: skip
ALPHABET = "abzAZ019éßЖ語 \n\t.,;!?*-•▪·’“–…\u00a0\ufe0f\ufeff\u3001\u25ab\u2192\u212a\u0130"
TEXT = st.one_of(st.sampled_from(TRICKY), st.text(ALPHABET, max_size=60), st.text(max_size=30))


def one_by_one(found: Sequence[str]) -> list[list[int]]:
    """The hashes of each text's words, cut in the plain way."""
    return [hashes_of(words(text)).tolist() if words(text) else [] for text in found]


def together(found: Sequence[str]) -> list[list[int]]:
    """The hashes of each text's words, as batches give them."""
    return [
        batch.hashes[first:last].tolist()
        for batch in split_texts(found)
        for first, last in zip(batch.bounds[:-1].tolist(), batch.bounds[1:].tolist(), strict=True)
    ]


def begins(text: str) -> tuple[list[bytes], list[bytes]]:
    """The words of a text that begin a line, and those that begin a sentence."""
    [found] = split_texts([text])
    named = np.array(words(text))
    return named[found.new_line].tolist(), named[found.new_sentence].tolist()


@settings(max_examples=150, deadline=None)
@given(found=st.lists(TEXT, max_size=8), at_once=st.sampled_from([1, 16, 1 << 16]))
@example(found=TRICKY, at_once=1 << 16)
def test_a_batch_has_the_words_that_each_text_has_alone(found: list[str], at_once: int):
    """Whatever stands beside a text, and however many are taken at once: no word is lost, split, or joined across texts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts_module, "_AT_ONCE", at_once)
        assert together(found) == one_by_one(found)


@pytest.mark.parametrize("spare", [-1, 0, 1])
def test_texts_around_the_size_of_a_batch_lose_nothing(spare: int):
    """One that fills a batch, one that is just over it, one that is larger than any batch, and empty ones between."""
    limit = texts_module._AT_ONCE
    half = ("word " * limit)[: limit // 2 + spare]
    found = [half, "", half, "a", "b c" * limit, "", "d"]

    assert together(found) == one_by_one(found)
    assert len(list(split_texts(found))) > 1


def test_no_texts_are_no_batch():
    """Nothing is yielded for nothing."""
    assert list(split_texts([])) == []


@settings(max_examples=60, deadline=None)
@given(found=st.lists(TEXT, min_size=1, max_size=6))
def test_lines_and_sentences_don_t_depend_on_the_batch(found: list[str]):
    """A text begins a line and a sentence, whatever the one before ended with."""
    for row in ("new_line", "new_sentence", "lengths"):
        alone = [value for text in found for batch in split_texts([text]) for value in getattr(batch, row).tolist()]
        assert [value for batch in split_texts(found) for value in getattr(batch, row).tolist()] == alone


def test_a_word_has_the_length_of_its_bytes():
    """In lower case, as they are normalized."""
    [found] = split_texts(["École of İzmir"])

    assert found.lengths.tolist() == [len(word) for word in words("École of İzmir")]


@pytest.mark.parametrize(
    ("text", "lines", "sentences"),
    [
        ("We build.You test.\n• Apply now", [b"we", b"apply"], [b"we", b"you", b"apply"]),
        ("Node.js and e.g. this; That! Why? Yes", [b"node"], [b"node", b"that", b"why", b"yes"]),
        ("one • two ▪ three · four * five", [b"one"], [b"one", b"two", b"three", b"four", b"five"]),
        ("a\n\n\nb\r\nc", [b"a", b"b", b"c"], [b"a", b"b", b"c"]),
        ("One, Two: Three (Four) – Five", [b"one"], [b"one"]),
        ("It ends… Éclat. Ça va", [b"it"], [b"it"]),
    ],
    ids=["glued", "full stops within", "bullets", "newlines", "other punctuation", "capitals beyond ASCII"],
)
def test_where_lines_and_sentences_begin(text: str, lines: list[bytes], sentences: list[bytes]):
    """At a newline; a sentence at a bullet, too, and at a full stop before a capital of A to Z, be it glued to it or not."""
    assert begins(text) == (lines, sentences)


def test_typographic_punctuation_separates_as_ascii_does():
    """A copy with curly quotes, dashes, hard spaces and bullets has the same words."""
    assert words("it’s “fine” – really\u00a0so…") == words('it\'s "fine" - really so...')
    assert words("▪care•for·patients") == words("* care * for * patients")


def test_case_changes_no_word():
    """Beyond ASCII neither."""
    assert together(["ÉCOLE Straße NURSE"]) == together(["école straße nurse"])


def test_different_words_have_different_hashes():
    """Short ones of every length, such as differ in one byte only, and long ones with another beginning, end or length."""
    found = [b"a" * size for size in range(1, 60)] + [b"a" * at + b"b" + b"a" * (31 - at) for at in range(32)]
    found += [b"b" + b"a" * 50, b"a" * 50 + b"b", *(b"%d" % number for number in range(5000))]

    assert len(set(hashes_of(found).tolist())) == len(found)


def test_a_hash_is_the_same_everywhere():
    """What no process, machine or run changes: a state made yesterday can be compared. Another scheme needs another name."""
    found = hashes_of([b"a", b"nurse", b"12345678", b"123456789", LONG.encode(), "école".encode()])

    assert found.tolist() == [
        3971792317811785933, 15510465824962581000, 2795819602769205799,
        3114817670237038163, 16472611025125525223, 4296408317936198508,
    ]  # fmt: skip
