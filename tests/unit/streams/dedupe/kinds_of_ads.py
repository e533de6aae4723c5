"""Postings for property tests: copies and variants of one another, and different jobs, in no order that relates them."""

from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from schemas.posting import Location
from streams.dedupe.content import Content
from tests.unit.streams.dedupe.group import content_of, text

BERLIN, PARIS = "Berlin, Germany", "Paris, France"
_HEADING = "Acme | Nurse | Berlin, Paris, Germany, France | iOS, Android\n"
_TEXTS = [
    text(), text(), text(changed=8), text(changed=20), text(changed=35), text(changed=55), text("sell"), text("sell", changed=30),
    f"{text()} 3 years", f"{text()} 7 years",
    f"{_HEADING}{text(changed=20)}", f"{_HEADING}{text('sell')}",
    f"{text()} Rome", f"{text()} Seattle", text(size=40), "A short text.", "",
]  # fmt: skip
_TITLES = [
    "Nurse",
    "Nurse",
    "Nurse",
    "Nurse, Intensive Care",
    "Senior Nurse",
    "Nurse I",
    "Nurse II",
    "Nurse, Berlin",
    "Driver",
    "We are hiring!",
]
_PLACES = [(BERLIN,), (BERLIN,), (PARIS,), (), ("Remote", "Berlin"), ("Remote", "Paris"), ("Remote, France",)]
_REQUISITIONS = [None, None, None, "R1", "R2"]
Kind = tuple[str, str, tuple[str, ...], str | None]
KINDS: list[Kind] = sorted(set(product(_TITLES, _TEXTS, _PLACES, _REQUISITIONS)), key=str)
kinds: st.SearchStrategy[Kind] = st.tuples(*map(st.sampled_from, (_TITLES, _TEXTS, _PLACES, _REQUISITIONS)))


def fields_of(kind: Kind) -> dict[str, Any]:
    """The fields of a posting of this kind."""
    title, description, places, requisition_id = kind
    locations = [Location(raw=place) for place in places]
    return {"title": title, "description": description, "locations": locations, "requisition_id": requisition_id}


@cache
def content_of_kind(kind: Kind) -> Content:
    """The content of a posting of this kind."""
    return content_of(**fields_of(kind))
