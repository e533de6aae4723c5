"""Systems that are read through their pages: from a page as such a site publishes it to the posting.

A case is a directory `tests/fixtures/pages/<system>/`: `sitemap.xml` and `posting.html`, both made here.
"""

from datetime import UTC, datetime
from pathlib import Path

from schemas.derived import Period
from schemas.raw import RawPosting
from scrapers.sources import load_source
from streams.normalize.base import load_normalizers, read
from streams.normalize.fields import Content
from tests.builders import JAN
from tests.conftest import ROOT

PAGES = ROOT / "tests" / "fixtures" / "pages"
CAREERS = load_source("careers")


def content_of(system: str, board: str) -> Content:
    """What is read from the system's page, which is the last that its sitemap names; the others are no postings."""
    folder: Path = PAGES / system
    page = CAREERS.read(CAREERS.first_page(board), (folder / "sitemap.xml").read_text())
    *others, listed = page.postings
    row = CAREERS.raw_row(listed, (folder / "posting.html").read_text())
    raw = RawPosting(source="careers", board=board, source_id=CAREERS.id_of(row), fetched_at=JAN, row=row)
    reading = read(raw, load_normalizers())

    assert [CAREERS.raw_row(other, "<h1>Open positions</h1>") for other in others] == [None] * len(others)
    assert reading.unreadable == {}
    return reading.content


def test_a_posting_of_applicantpro_is_read_whole() -> None:
    """Its country has three letters, and its description is HTML."""
    content = content_of("applicantpro", "acme.applicantpro.com")
    [place], pay = content.locations, content.stated_salary

    assert (content.title, content.employer, content.requisition_id) == ("Maintenance Technician", "Acme Mills", "3141592")
    assert content.description == "Keep the looms running.\nSecond shift"
    assert (place.raw, place.city, place.region, place.country) == ("Sidney, NE, USA", "Sidney", "NE", "US")
    assert pay is not None
    assert (pay.minimum, pay.maximum, pay.currency, pay.period) == (24.5, 29, "USD", Period.HOUR)
    assert (content.posted_at, content.valid_through) == (
        datetime(2026, 1, 2, tzinfo=UTC),
        datetime(2026, 3, 31, 23, 59, tzinfo=UTC),
    )
    assert content.updated_at == datetime(2026, 1, 3, 13, 49, 50, tzinfo=UTC)
    assert content.url == "https://acme.applicantpro.com/jobs/3141592.html"


def test_a_posting_of_homebase_is_read_whole() -> None:
    """It lies in a list, its description is escaped once more, and its pay is one number."""
    content = content_of("homebase", "app.joinhomebase.com")
    [place], pay = content.locations, content.stated_salary

    assert (content.title, content.employer, content.description) == ("Barista", "Acme Café", "Pull shots & greet guests.")
    assert (place.raw, place.country, content.stated_employment_type) == ("Portland, OR, US", "US", "PART_TIME, FULL_TIME")
    assert pay is not None
    assert (pay.minimum, pay.maximum, pay.period) == (17, 17, Period.HOUR)
    assert content.posted_at == datetime(2026, 1, 4, 18, 20, tzinfo=UTC)
    assert content.url == "https://app.joinhomebase.com/hiring/acme-cafe/jobs/271828-barista"
