"""Words are cut one by one as the tokenizer cuts the whole text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.embed.pieces import _WORDS, Pieces
from streams.embed.weights import load_tokenizer

WHOLE = load_tokenizer()
PIECES = Pieces(load_tokenizer())
BYTE = re.compile(r"<0x[0-9A-F]{2}>")
APART = {"<s>", "</s>", "<unk>"}


def whole(text: str) -> list[int]:
    """What the tokenizer makes of the whole text."""
    return WHOLE.encode(text, add_special_tokens=False).ids


def test_no_piece_joins_what_is_cut_apart():
    """Of all that the tokenizer knows: else a text would be cut otherwise than a word at a time."""
    known = [piece for piece in WHOLE.get_vocab() if not BYTE.fullmatch(piece) and piece not in APART]

    assert [piece for piece in known if len(_WORDS.findall(piece)) > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "Senior Développeur (m/f/d) – 100%\n\n• Python, Go & C++;  REST-APIs",
        "  two  spaces   three \t tab\n x ",
        "m², 20²). ½ x²y ³",
        "<s> marks </s> in a<unk>text <s></s>",
        "\u2581mark \u2581\u2581 a\u2581b",
        "日本語のエンジニア 20代 e\u0301te\u0301 😀👩‍💻",
        "https://example.com/jobs?id=42&x_y=1#top it's",
        "",
        " ",
    ],
)
def test_a_text_has_the_pieces_of_the_tokenizer(text):
    """Whatever it is made of, at the second time, too."""
    assert [PIECES(text), PIECES(text)] == [whole(text)] * 2


@given(
    st.lists(
        st.one_of(
            st.sampled_from([" ", "  ", "\n", "²", "<s>", "</s>", "\u2581", "ab", "É", "7", ",", "'s", "."]), st.text(max_size=4)
        )
    )
)
def test_any_text_has_the_pieces_of_the_tokenizer(parts):
    """Of letters, marks, spaces and anything else."""
    text = "".join(parts)
    assert PIECES(text) == whole(text)
