"""The source and board behind an address or a page."""

import pytest

from scrapers.boards import Board
from scrapers.discover import boards_in

ADDRESSES = [
    ("https://boards.greenhouse.io/acme/jobs/123?gh_jid=1", "greenhouse:acme"),
    ("https://job-boards.eu.greenhouse.io/acme", "greenhouse:acme"),
    ("https://boards.greenhouse.io/embed/job_board/js?for=acme", "greenhouse:acme"),
    ("https://jobs.lever.co/acme-inc/5f2e", "lever:acme-inc"),
    ("https://jobs.ashbyhq.com/Acme%20Labs/42", "ashby:Acme Labs"),
    ("https://careers.smartrecruiters.com/Acme/it", "smartrecruiters:Acme"),
    ("https://apply.workable.com/acme/j/0A1B", "workable:acme"),
    ("https://acme.recruitee.com/o/nurse", "recruitee:acme"),
]


@pytest.mark.parametrize(("address", "board"), ADDRESSES)
def test_an_address_names_its_board(address: str, board: str) -> None:
    """As the vendors write them."""
    assert [str(found) for found in boards_in(address)] == [board]


@pytest.mark.parametrize(
    "address", ["https://example.com/careers", "https://www.recruitee.com/pricing", "https://notjobs.lever.co.example.com/acme"]
)
def test_another_address_names_none(address: str) -> None:
    """A vendor's own site is no board."""
    assert boards_in(address) == []


def test_a_page_names_the_boards_that_it_links_to_each_once() -> None:
    """In links, scripts and JSON, in the order of the page."""
    page = """<a href="https://jobs.lever.co/acme/1">Nurse</a><a href="https://jobs.lever.co/acme/2">Cook</a>
    <script>{"url": "https:\\/\\/boards.greenhouse.io\\/embed\\/job_board?b=1&amp;for=acmelabs"}</script>"""
    assert boards_in(page) == [Board("lever", "acme"), Board("greenhouse", "acmelabs")]
