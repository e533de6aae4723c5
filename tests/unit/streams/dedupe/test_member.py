"""An entry of the table holds all that clusters are made of, in its own format only."""

import struct

import pytest

from schemas.posting import Location
from streams.dedupe.decide import ALONE, verify
from streams.dedupe.member import Moved, member_of, pack, unpack
from tests.unit.streams.dedupe.group import posting


def test_an_entry_read_again_is_what_was_written():
    """Content, version, order, assignment and reason survive."""
    first, second = member_of(posting("a", requisition_id="R1")), member_of(posting("b", day=1), assigned_ms=42)
    second = second.placed(verify(second.content, first.content, first.posting_id) or ALONE)

    assert unpack(second.posting_id, pack(second)) == second
    assert unpack(first.posting_id, pack(first.placed(ALONE))) == first.placed(ALONE)


def test_a_posting_that_has_left_is_kept_as_a_header():
    """Only when it left has to be known."""
    moved = Moved("a", (7, 8), 9)
    assert unpack("a", pack(moved)) == moved
    assert len(pack(moved)) < 32


@pytest.mark.parametrize("change", [{0: 99}, {1: 1, 2: 2, 3: 3, 4: 4}], ids=["format", "scheme or verifier"])
def test_an_entry_of_another_format_or_scheme_is_not_read(change: dict[int, int]):
    """It is made again when its posting comes again."""
    value = bytearray(pack(member_of(posting("a")).placed(ALONE)))
    for at, byte in change.items():
        struct.pack_into("B", value, at, byte)

    assert unpack("a", bytes(value)) is None


def test_an_ordinary_entry_takes_less_than_a_kibibyte():
    """A title, five places, a requisition and a text of any length."""
    places = [Location(raw=f"City number {chr(97 + n)}, Germany") for n in range(5)]
    member = member_of(posting("a", locations=places, requisition_id="R1", description="many words " * 5000, title="Nurse " * 9))

    assert len(pack(member.placed(ALONE))) < 1024
