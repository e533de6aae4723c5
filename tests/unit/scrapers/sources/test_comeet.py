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


def test_a_position_keeps_its_id_when_an_office_closes() -> None:
    """What is left may be a row of an office; it was another posting, and the one before it closed."""
    before = [{"uid": "A-1", "location": {"city": "Bonn"}}, {"uid": "A-2", "location": {"city": "Oslo"}}]

    assert [COMEET.id_of(row) for row in (*listed(*before), *listed(before[1]), *listed({"uid": "A"}))] == ["A", "A", "A"]
    assert COMEET.id_of({"name": "no uid"}) is None


def test_a_position_for_the_employer_s_own_people_is_no_part_of_the_board() -> None:
    """The answer holds it, and says so."""
    assert listed({"uid": "A", "is_internal": True}, {"uid": "B", "is_internal": False}) == [{"uid": "B", "is_internal": False}]
