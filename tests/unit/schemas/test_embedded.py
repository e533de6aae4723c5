"""Vectors on the wire."""

import pytest

from schemas.vector import DIMENSIONS, pack, unpack


def test_a_vector_comes_back():
    """As half floats, which hold three digits."""
    vector = [(at - 128) / 1000 for at in range(DIMENSIONS)]

    assert unpack(pack(vector)) == pytest.approx(vector, abs=1e-4)
    assert len(pack(vector)) == 684


@pytest.mark.parametrize("packed", ["", "AAAA", "no base64!", pack([0.0] * DIMENSIONS)[:-4]])
def test_anything_else_is_refused(packed):
    """A sink makes a dead letter of it."""
    with pytest.raises(ValueError):
        unpack(packed)
