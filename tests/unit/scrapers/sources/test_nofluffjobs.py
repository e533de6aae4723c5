"""Postings of No Fluff Jobs that are listed once per place."""

from typing import Any

from scrapers.sources import load_source


def row(city: str, reference: str | None = "AAAA") -> dict[str, Any]:
    """A row of the list."""
    place = {"country": {"code": "POL", "name": "Poland"}, "city": city}
    return {"id": f"developer-acme-{city}", "reference": reference, "title": "Developer", "location": {"places": [place]}}


def test_rows_that_share_a_reference_are_one_posting_at_all_their_places() -> None:
    """In whatever order they come; what has no reference is like nothing else."""
    source = load_source("nofluffjobs")
    pages = [
        source.read(source.first_page("pl"), {"postings": rows, "totalCount": 4})
        for rows in (
            [row("Poznan"), row("Gdynia"), row("Lodz", "BBBB"), row("Opole", None)],
            [row("Gdynia"), row("Poznan"), row("Lodz", "BBBB"), row("Opole", None)],
        )
    ]

    assert pages[0].postings == pages[1].postings
    assert pages[0].expected == 3
    assert [source.id_of(posting) for posting in pages[0].postings] == [
        f"developer-acme-{c}" for c in ("Gdynia", "Lodz", "Opole")
    ]
    assert [place["city"] for place in pages[0].postings[0]["location"]["places"]] == ["Gdynia", "Poznan"]
