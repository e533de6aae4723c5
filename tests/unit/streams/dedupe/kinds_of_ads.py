"""Postings for property tests: copies and variants of one another, and different jobs, in no order that relates them."""

from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from streams.dedupe.content import Content
from tests.unit.streams.dedupe.group import content_of, text

BERLIN, PARIS = "Berlin, Germany", "Paris, France"
_TEXTS = [
    text(), text(), text(changed=8), text(changed=20), text(changed=35), text(changed=55), text("sell"), text("sell", changed=30),
    f"{text()} 3 years", f"{text()} 7 years", text(size=40), "A short text.", "",
]  # fmt: skip
_TITLES = ["Nurse", "Nurse", "Nurse", "Nurse, Intensive Care", "Senior Nurse", "Nurse I", "Nurse II", "Driver", "We are hiring!"]
_PLACES = [BERLIN, BERLIN, PARIS, None]
_REQUISITIONS = [None, None, None, "R1", "R2"]
_NAMES = ("title", "description", "place", "requisition_id")

Kind = tuple[str, str, str | None, str | None]
KINDS: list[Kind] = sorted(set(product(_TITLES, _TEXTS, _PLACES, _REQUISITIONS)), key=str)
kinds: st.SearchStrategy[Kind] = st.tuples(*map(st.sampled_from, (_TITLES, _TEXTS, _PLACES, _REQUISITIONS)))


def fields_of(kind: Kind) -> dict[str, Any]:
    """The fields of a posting of this kind."""
    return dict(zip(_NAMES, kind, strict=True))


@cache
def content_of_kind(kind: Kind) -> Content:
    """The content of a posting of this kind."""
    return content_of(**fields_of(kind))
