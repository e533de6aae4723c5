"""Comeet: what its rows lose, and what they gain."""

import json

from scrapers.sources import load_source

COMEET = load_source("comeet")
TOKEN = "0123ABCD"


def listed(*rows: dict[str, object]) -> list[dict[str, object]]:
    """What a page with `rows` gives."""
    page = f'COMPANY_DATA = {{"token": "{TOKEN}"}};\nCOMPANY_POSITIONS_DATA = {json.dumps(rows)};'
    return list(COMEET.read(COMEET.first_page("acme/12.345"), page).postings)


def test_no_row_holds_the_token() -> None:
    """Wherever it is an address of the API; what is no address stays."""
    api = "https://www.comeet.co/careers-api/2.0/company/12.345/positions/A"
    [row] = listed({"uid": "A", "position_url": f"{api}?token={TOKEN}", "name": "token=free"})

    assert row == {"uid": "A", "position_url": api, "name": "token=free"}


def test_a_position_in_several_offices_is_one_posting_in_any_order() -> None:
    """It has the places of all, its own first."""
    rows = [{"uid": "A-2", "location": {"city": "Oslo"}}, {"uid": "A", "location": {"city": "Bonn"}}, {"uid": "B"}]
    joined = {"uid": "A", "location": {"city": "Bonn"}, "locations": [{"city": "Bonn"}, {"city": "Oslo"}]}

    assert listed(*rows) == [joined, {"uid": "B"}]
    assert joined in listed(*reversed(rows))


def test_rows_without_an_id_are_not_joined() -> None:
    """They become dead letters, each for itself."""
    assert listed({"name": "a"}, {"name": "b"}) == [{"name": "a"}, {"name": "b"}]
