"""Paging of USAJobs."""

from scrapers.sources import load_source
from scrapers.sources.usajobs import PAGE_SIZE


def test_without_a_total_a_full_page_has_one_behind_it() -> None:
    """Else a search of more than a page was complete after the first, and the rest of its postings closed."""
    usajobs = load_source("usajobs")
    first = usajobs.first_page("2210")
    pages = [
        usajobs.read(
            first, {"SearchResult": {"SearchResultItems": [{"MatchedObjectId": str(number)} for number in range(count)]}}
        )
        for count in (PAGE_SIZE, PAGE_SIZE - 1)
    ]

    assert [page.following is not None for page in pages] == [True, False]
