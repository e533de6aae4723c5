"""The identity of a posting."""

import pytest

from schemas.raw import LONGEST_ID_BYTES, posting_id_of


@pytest.mark.parametrize(
    ("source_id", "found"),
    [("7", "lever:acme:7"), (" a b\n", "lever:acme:a b"), ("7\x00\u200b", "lever:acme:7"), (" \x01", None), (None, None)],
)
def test_what_a_database_refuses_is_no_part_of_an_id(source_id, found):
    """So that a crawl page, a posting and its row name the same posting."""
    assert posting_id_of("lever", "acme", source_id) == found


def test_what_is_longer_than_a_key_may_be_is_no_id():
    """An index refuses it, and a sink of which all rows are refused stops: a board must not stop a warehouse."""
    room = LONGEST_ID_BYTES - len("lever:acme:")

    assert posting_id_of("lever", "acme", "x" * room) == "lever:acme:" + "x" * room
    assert posting_id_of("lever", "acme", "x" * (room + 1)) is None
    assert posting_id_of("lever", "acme", "ü" * (room // 2 + 1)) is None
