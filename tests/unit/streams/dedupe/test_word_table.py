"""What single words say."""

import numpy as np
import pytest

from streams.dedupe import word_table as module
from streams.dedupe.kinds import KIND_OF, KINDS, WORKER_OF
from streams.dedupe.texts import hashes_of
from streams.dedupe.word_table import NO_KIND, WordTable, read_table, word_table

ROWS = ["\t5\t\t", "analyst\t2\t1.0\t", "analysts\t3\t\t", "religion\t1\t-2.0\t", "oslo\t4\t\tp"]
TABLE = read_table(ROWS)


def entry(word: str, table: WordTable = TABLE) -> int:
    """Where a table has what it says of a word."""
    return int(table.look_up(hashes_of([word.encode()]))[0])


def test_a_word_that_is_not_in_the_table_is_as_rare_as_any():
    """Its rarity is the table's own for unknown words, in sixteenths; it leans a little towards the role."""
    assert [TABLE.rarity[entry(word)] for word in ("analyst", "zyx")] == [2 * 16, 5 * 16]
    assert [TABLE.leaning[entry(word)] for word in ("analyst", "analysts", "religion", "zyx")] == [100, 20, -200, 20]
    assert [TABLE.is_place[entry(word)] for word in ("oslo", "analyst", "zyx")] == [True, False, False]


def test_a_stem_is_as_frequent_as_its_words_together():
    """So it is less rare than each of them; one that no word has is as rare as any other word."""
    assert TABLE.stem_rarity(b"analys") == round(16 * 1.687)
    assert TABLE.stem_rarity(b"zyx") == 5 * 16


def test_kinds_of_work_and_workers_are_known_without_a_row():
    """The table's rows are counted words; those of `kinds` are known to it anyhow."""
    assert TABLE.kind[entry("backend")] == KIND_OF[b"backend"] == KINDS.index("back")
    assert TABLE.worker[entry("engineers")] == WORKER_OF[b"engineers"]
    assert TABLE.is_filler[entry("senior")]
    assert (TABLE.kind[entry("zyx")], TABLE.worker[entry("zyx")]) == (NO_KIND, NO_KIND)


def test_every_word_of_the_shipped_table_is_found_and_no_other_is():
    """Whichever of the two places a word has; a strange hash may share one of them with a word."""
    table = word_table()
    words = [
        line.partition("\t")[0].encode()
        for line in module.files("streams.dedupe.data").joinpath("words.tsv").read_text().split("\n")
    ]
    known = [word for word in words if word]
    last = len(table.rarity) - 1
    keys = hashes_of(known)
    strange = np.concatenate((keys ^ np.uint64(1 << 12), hashes_of([b"zyx%d" % number for number in range(1000)])))

    assert table.look_up(keys).tolist() == list(range(len(known)))
    assert set(table.look_up(strange[~np.isin(strange, keys)]).tolist()) == {last}


def test_rarities_fit_into_the_last_byte_of_a_code():
    """More would spill into the bits of the word."""
    assert 0 < word_table().rarity.min() <= word_table().rarity.max() <= 255


def test_a_table_with_more_words_than_places_is_refused(monkeypatch: pytest.MonkeyPatch):
    """The message says what to do; nothing is lost in silence."""
    monkeypatch.setattr(module, "_SLOT_BITS", 5)

    with pytest.raises(ValueError, match="use more than 5 bits"):
        read_table(ROWS)


def test_the_shipped_table_tells_places_and_leanings():
    """Cities are places, "python" speaks of a role, "religion" does not."""
    table = word_table()

    assert {b"berlin", b"seattle"} <= table.places
    assert table.leaning[entry("religion", table)] < 0 < table.leaning[entry("python", table)]
