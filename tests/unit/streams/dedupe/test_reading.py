"""What is taken from the texts of ads."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.dedupe import texts as texts_module
from streams.dedupe.kinds import KINDS, LEVEL_OF, WORKER_OF
from streams.dedupe.reading import ROLE_WORDS, SENTENCES, Text, read_texts
from streams.dedupe.texts import hashes_of
from streams.dedupe.word_table import word_table
from tests.conftest import ROOT
from tests.unit.streams.dedupe.ads import DUTIES, LAW, ROLE

TEXTS = [
    "",
    "We hire.",
    ROLE,
    LAW,
    f"{LAW}\n{ROLE}",
    DUTIES,
    "Acme | iOS, Android\nRails engineers, a senior Go developer.",
    "– • –",
    "Köln • Zürich",
]


def read(text: str) -> Text:
    """What one text says."""
    return read_texts([text])[0]


def codes(packed: bytes) -> list[int]:
    """Codes as they are kept."""
    return np.frombuffer(packed, "<u4").tolist()


def code_of(word: str) -> int:
    """A word's code: 24 bits of its hash, and its rarity."""
    [found] = hashes_of([word.encode()])
    table = word_table()
    return int(found >> np.uint64(40)) << 8 | int(table.rarity[table.look_up(np.array([found]))[0]])


def named(bits: int) -> set[str]:
    """The kinds of work behind bits."""
    return {kind for at, kind in enumerate(KINDS) if bits >> at & 1}


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=40)), max_size=8),
    at_once=st.sampled_from([1, 200, 1 << 16]),
)
def test_a_text_says_the_same_alone_and_among_others(texts: list[str], at_once: int):
    """However texts are taken together; none is lost, and their order is kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts_module, "_AT_ONCE", at_once)
        together = read_texts(texts)

    assert together == [read(text) for text in texts]


@settings(max_examples=40, deadline=None)
@given(text=st.text("abcé .\n•A", max_size=60))
def test_what_is_kept_is_that_of_a_set(text: str):
    """Codes are ascending and each once."""
    found = read(text)

    for listed in (codes(found.role), codes(found.workers), list(found.places), list(found.sentences), list(found.roles)):
        assert listed == sorted(set(listed))


def test_the_role_leaves_out_what_the_law_demands():
    """Sentences about the employer and the law say nothing about the role, wherever they stand."""
    plain = read(ROLE)

    assert plain.role
    for text in (f"{LAW}\n{ROLE}", f"{ROLE} {LAW}", f"{LAW} {ROLE} {LAW}"):
        assert (read(text).role, read(text).role_signature) == (plain.role, plain.role_signature)


def test_a_text_that_says_nothing_of_a_role_is_taken_whole():
    """Else all of them would be alike; a text beside it changes nothing."""
    _, found = read_texts([ROLE, LAW])

    assert codes(found.role) == sorted({code_of(word) for word in LAW.lower().replace(",", "").replace(".", "").split()})


def test_glued_sentences_are_cut():
    """A copy that lost its line breaks has the role of the original."""
    assert read(f"{ROLE}{LAW}").role == read(ROLE).role


DUTIES = [
    "Balance infusion pumps overnight",
    "Reconcile quarterly invoices against delivery notes from six warehouses",
    "You calibrate spectrometers, document deviations and train laboratory interns",
    "Weld stainless pipework following isometric drawings",
    "Draft tender documents for municipal bridge renovations and answer bidders",
]


def test_sentences_are_known_again_whatever_is_changed_around_them():
    """Other marks, articles and order leave them as they are; those about the law are none of the role, short ones anybody's."""
    listed = read("\n".join(f"• {duty}" for duty in DUTIES))
    told = read(
        f"{LAW} " + ". ".join(f"The {duty.lower().replace(',', ' and')}" for duty in reversed(DUTIES)).replace(". t", ". T")
    )
    telling = {read(duty).sentences for duty in DUTIES}

    assert len(listed.sentences) == SENTENCES
    assert listed.sentences == tuple(sorted(code for found in telling for code in found))[:SENTENCES]
    assert listed.sentences == told.sentences
    assert read("You are a team player. Weld pipework. Be happy.").sentences == ()


def test_the_rarest_words_of_a_role_are_kept():
    """Of many, as many as there is room for: those that few ads have."""
    table = word_table()
    common = [line.split("\t")[0] for line in _rows() if line.split("\t")[2] and float(line.split("\t")[2]) > 0][:300]
    rare = [f"zyx{number}" for number in range(ROLE_WORDS - 1)]
    found = codes(read(" ".join((*common, *rare))).role)

    assert len(common) == 300
    assert len(found) == ROLE_WORDS
    assert {code_of(word) for word in rare} < set(found)
    assert max(code & 0xFF for code in found) == table.rarity[-1]


def _rows() -> Iterable[str]:
    return (ROOT / "streams" / "dedupe" / "data" / "words.tsv").read_text().rstrip("\n").split("\n")


def test_length_and_size_are_those_of_the_words():
    """Bytes in UTF-8 with one between two words: what is shorter than a teaser is told by them."""
    assert [(found.length, found.size) for found in read_texts(["", "We  care!", "Über uns"])] == [(0, 0), (2, 7), (2, 9)]


def test_digest_is_that_of_the_words_in_their_order():
    """Case and punctuation don't count."""
    one, same, other = (found.digest for found in read_texts(["We care, a lot", "WE CARE – a lot…", "a lot we care"]))

    assert one == same != other


def test_kinds_of_work_are_counted():
    """However many words say the same kind; more than a byte holds are 255."""
    found = read("Backend and back-end, iOS. " + "data " * 300)
    counts = dict(zip(KINDS, found.kinds, strict=True))

    assert (counts["back"], counts["ios"], counts["data"], counts["nurse"]) == (2, 1, 255, 0)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Acme | iOS and Android for whoever reads on until the end of it\nWe do security in a line of more than ten words.",
            {"ios", "android"},
        ),
        ("\n\nWe make things\n• Python\n• Ruby on Rails\n", {"python", "ruby"}),
        ("", set()),
    ],
    ids=["first line", "short lines", "empty"],
)
def test_listed_are_the_kinds_of_the_first_line_and_of_short_ones(text: str, kinds: set[str]):
    """A list of roles is made of them. The first line of one text is no line of the next."""
    _, found = read_texts(["sales", text])

    assert named(found.listed) == kinds


def workers(text: str) -> list[int]:
    """The codes of a text's workers, without the rarity of the word before."""
    return [code >> 8 for code in codes(read(text).workers)]


def test_workers_are_told_apart_by_the_word_before():
    """All words of a kind of work count as one, and so do all that name one worker; a filler between is stepped over."""
    assert workers("We seek backend engineers") == workers("a back-end developer") == workers("Back senior developers!") != []
    assert workers("Rails engineers") != workers("Go engineers")
    assert len(workers("Rails engineers, Go engineers, Rails developers and a Rails designer")) == 3
    assert workers("We care") == []


def test_a_worker_of_whom_nothing_more_is_said_is_a_plain_one():
    """At the beginning of a line, and behind fillers; of little weight."""
    assert read("Engineers").workers == read("We hire\nan engineer").workers == read("a senior engineer").workers
    assert [code & 0xFF for code in codes(read("Engineers").workers)] == [8]


def test_a_thousand_workers_are_kept():
    """Each takes four bytes, and an entry has to hold them."""
    assert len(read(" ".join(f"zyx{number} engineer" for number in range(1500))).workers) == 4 * 1000


def test_a_worker_is_not_told_by_the_text_before():
    """One text ends with "Rails", the next begins with "engineers"."""
    assert read_texts(["We like Rails", "engineers"])[1] == read("engineers")


def wanted(text: str) -> set[tuple[str, str]]:
    """Who is wanted: workers, by one of their names, with the kind of work beside."""
    names = {number: word.decode() for word, number in reversed(WORKER_OF.items())}
    return {(names[role // 64], KINDS[role % 64] if role % 64 < len(KINDS) else "") for role in read(text).roles}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Acme | Senior Android Engineer | Berlin", {("engineer", "android")}),
        ("Acme\nFront-End or iOS developers", {("engineer", "front"), ("engineer", "ios")}),
        ("Acme\nRails developers and designers", {("engineer", "ruby"), ("designer", "design")}),
        ("Acme\nWe are looking for a scientist who likes to do what has not been done by anybody", {("scientist", "science")}),
        ("Acme\nWe are looking for programmers who like to do what has not been done by anybody", {("engineer", "")}),
        ("Acme\nOur team of Android engineers has built what you will find in every shop of the country", set()),
        ("Acme\nYou know Rails.\nEngineers", {("engineer", "")}),
    ],
)
def test_roles_are_read_where_it_is_said_who_is_wanted(text: str, roles: set[tuple[str, str]]):
    """In the first line, in short sentences and in those that ask, with the special kinds in the four words before."""
    assert wanted(text) == roles


def test_levels_are_those_beside_a_worker():
    """A senior engineer is wanted, a senior living is not."""
    levels = [read(f"Acme\n{line}").levels for line in ("Junior or senior engineer", "Sr. engineer", "Senior living", "Engineer")]

    assert levels == [1 << LEVEL_OF[b"junior"] | 1 << LEVEL_OF[b"senior"], 1 << LEVEL_OF[b"sr"], 0, 0]


def test_places_are_the_known_ones():
    """Of all words of a text, wherever they stand."""
    assert set(read("Join us in Berlin, Seattle or elsewhere").places) == {code_of("berlin"), code_of("seattle")}


def test_a_text_of_nothing_says_nothing():
    """It has neither signature."""
    assert read("– • –") == Text(read("").digest, 0, 0, b"", b"", 0, b"", bytes(len(KINDS)), b"", 0, (), (), (), 0)
