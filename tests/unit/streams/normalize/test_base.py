"""Which normalizers there are."""

import sys
from types import SimpleNamespace

import pytest

from streams.normalize.base import NormalizerIncomplete, load_normalizers


def test_a_normalizer_that_lacks_a_part_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other source is read then either, so who added it has to see which one it is."""
    monkeypatch.setitem(sys.modules, "streams.normalize.sources.lever", SimpleNamespace(normalize=None, ONE_EMPLOYER=True))
    with pytest.raises(NormalizerIncomplete, match=r"sources/lever\.py lacks VERSION: docs/adding-a-source\.md, section 2"):
        load_normalizers()
