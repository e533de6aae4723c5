"""iCIMS: what a card of a listing holds."""

from typing import Any

import pytest

from scrapers.sources import icims

LABEL = '<span class="sr-only field-label">{}</span>'


def row_of(head: str = "", tags: str = "") -> dict[str, Any]:
    """The row of a card with `head` above its title and `tags` below it."""
    card = (
        f'<li class="iCIMS_JobCardItem"><div class="header left">{head}</div>'
        '<a href="/jobs/7/baker/job" class="iCIMS_Anchor"><span class="sr-only field-label">Title</span><h3>Baker</h3></a>'
        f"<dl>{tags}</dl></li>"
    )
    [row] = icims.read_page(icims.first_page("acme"), card).postings
    return row


@pytest.mark.parametrize("name", ["Job Locations", "Location", "Locations"])
def test_a_card_has_its_place_under_any_name_of_it(name: str) -> None:
    """Employers name the field."""
    assert row_of(LABEL.format(name) + " <span> US-TX-Austin</span>")["location"] == "US-TX-Austin"


def test_a_field_without_a_value_keeps_no_page_from_being_read() -> None:
    """It has a name only; the board's crawl failed."""
    tags = (
        '<div class="iCIMS_JobHeaderTag"><dt>Category</dt></div>'
        '<div class="iCIMS_JobHeaderTag"><dt><span class="field-label">Location</span></dt><dd><span>US</span></dd></div>'
    )

    assert row_of(tags=tags)["fields"] == {"Category": None, "Location": "US"}


def test_older_portals_have_their_postings_in_divisions() -> None:
    """Without its cards such a listing looked like an empty board, which closes every posting."""
    cards = "".join(
        f'<div class="row"><div class="col-xs-6 header left">{LABEL.format("Location")}<span>US-TX-Waco</span></div>'
        f'<div class="title"><a href="/jobs/{number}/cook/job" class="iCIMS_Anchor"><h3>Cook</h3></a></div></div>'
        for number in (8, 9)
    )
    page = f'<body class="iCIMS_ListingsPage"><div class="container-fluid iCIMS_JobsTable">{cards}</div></body>'

    rows = icims.read_page(icims.first_page("acme"), page).postings
    assert [(row["id"], row["title"], row["location"]) for row in rows] == [
        ("8", "Cook", "US-TX-Waco"),
        ("9", "Cook", "US-TX-Waco"),
    ]


def test_a_text_in_sections_is_told_once() -> None:
    """Their headings stand above them; those that an employer wrote stand within."""
    inner = '<h2 class="iCIMS_InfoMsg">Ovens</h2><div class="iCIMS_Expandable_Text">Two</div>'
    page = (
        '<h2 class="iCIMS_InfoMsg iCIMS_InfoField_Job">Overview</h2><div class="iCIMS_InfoMsg iCIMS_InfoMsg_Job">'
        f'<div class="iCIMS_Expandable_Container"><div class="iCIMS_Expandable_Text"><p>Bake</p>{inner}</div></div></div>'
    )

    text = icims.merge({"id": "7"}, page)["description"]
    assert [text.count(word) for word in ("Overview", "Bake", "Ovens", "Two")] == [1, 1, 1, 1]
