"""What single words say."""

import pytest

from streams.dedupe.word_table import read_table, word_table

TABLE = read_table(["\t5\t\t", "analyst\t2\t1.0\t", "analysts\t3\t\t", "religion\t1\t-2.0\t", "oslo\t4\t\tp"])


def test_a_word_that_is_not_in_the_table_is_as_rare_as_any():
    """Its weight is the table's own for unknown words."""
    assert TABLE.weight([b"analyst", b"zyx"]) == 7


def test_a_stem_is_as_frequent_as_its_words_together():
    """So it is less rare than each of them."""
    assert TABLE.stem_weight([b"analys"]) == pytest.approx(1.687, abs=0.001)


def test_a_sentence_leans_to_one_side():
    """The sum decides; unknown words lean a little towards the role."""
    assert TABLE.speaks_of_the_role([b"analyst", b"religion", b"zyx"]) is False
    assert TABLE.speaks_of_the_role([b"analyst", b"zyx"]) is True


def test_the_shipped_table_tells_places_and_leanings():
    """Cities are places, "python" speaks of a role, "religion" does not."""
    table = word_table()

    assert {b"berlin", b"seattle"} <= table.places
    assert table.role[b"religion"] < 0 < table.role[b"python"]
