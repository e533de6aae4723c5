"""How the rows of one posting are joined."""

from itertools import permutations
from typing import Any

from scrapers.sources import load_source

RIPPLING = load_source("rippling")


def row(uuid: str | None, place: str | None) -> dict[str, Any]:
    """A row of a listing."""
    return {"uuid": uuid, "name": "Welder", "workLocation": place and {"label": place, "id": place}}


def test_rows_of_one_uuid_are_the_same_posting_in_any_order() -> None:
    """Their places are listed beside the first one's own, each once."""
    rows = [row("u", "Oslo"), row("u", "Bonn"), row("u", None), row("u", "Oslo")]
    found = [RIPPLING.read(RIPPLING.first_page("acme"), list(order)).postings for order in permutations(rows)]

    assert all(postings == found[0] for postings in found)
    assert [[place["label"] for place in posting["workLocations"]] for posting in found[0]] == [["Bonn", "Oslo"]]


def test_rows_without_a_uuid_stay_apart() -> None:
    """Rows without a uuid stay apart."""
    rows = [row(None, "Oslo"), row("", "Bonn"), row(None, "Oslo"), "odd"]

    assert RIPPLING.read(RIPPLING.first_page("acme"), rows).postings == rows


def test_a_raw_row_holds_both_answers() -> None:
    """A raw row holds both answers, and one that does already stays."""
    raw = RIPPLING.raw_row(row("u", "Oslo"), {"uuid": "u"})

    assert raw == {"listing": row("u", "Oslo"), "detail": {"uuid": "u"}}
    assert (RIPPLING.raw_row(raw), RIPPLING.id_of(raw)) == (raw, "u")
