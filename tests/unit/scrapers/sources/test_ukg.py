"""What a posting's page holds."""

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import UnreadableAnswer

UKG = load_source("ukg")
ROW = {"Id": "0000-1", "Title": "Welder"}
PAGE = (
    '<html><script>var opportunity = new US.Opportunity.CandidateOpportunityDetail({"Id": "0000-1", "FullTime": true});</script>'
)


def test_the_opportunity_is_read_out_of_the_page_s_script() -> None:
    """The opportunity is read out of the page's script."""
    assert UKG.raw_row(ROW, PAGE) == {"listing": ROW, "detail": {"Id": "0000-1", "FullTime": True}}


def test_a_page_without_an_opportunity_is_no_posting_s_page() -> None:
    """The crawl counts it as a detail that failed: a login page is no posting without a text."""
    with pytest.raises(UnreadableAnswer, match="CandidateOpportunityDetail"):
        UKG.raw_row(ROW, "<html><h1>Sign in</h1></html>")


def test_a_page_that_says_that_it_is_closed_shows_no_posting() -> None:
    """It stands there for a while longer."""
    assert UKG.raw_row(ROW, PAGE.replace('"FullTime": true', '"OpportunityIsClosed": true')) is None
    assert UKG.raw_row(ROW, PAGE.replace('"FullTime": true', '"OpportunityIsClosed": false')) is not None


def test_a_page_is_asked_for_at_its_board() -> None:
    """A page is asked for at its board."""
    assert UKG.detail_request is not None
    asked = UKG.detail_request("recruiting.example.com/ACM1000ACME/1111-2222", ROW)

    assert (asked.address, asked.reads) == (
        "https://recruiting.example.com/ACM1000ACME/JobBoard/1111-2222/OpportunityDetail?opportunityId=0000-1",
        "text",
    )
