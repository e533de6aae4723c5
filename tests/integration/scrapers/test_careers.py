"""An employer's own careers pages, from the sitemap to what is published."""

from tests.integration.scrapers.conftest import Find, Run
from tests.integration.scrapers.vendor import Answer, Vendor

HTML = {"Content-Type": "text/html; charset=utf-8"}
MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://acme.example/careers/nurse-7</loc></url><url><loc>https://acme.example/careers/</loc></url>
<url><loc>https://acme.example/careers/gone</loc></url></urlset>"""
NURSE = """<script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse", "description": "Care"}</script>"""


def test_pages_with_a_job_posting_are_published(vendor: Vendor, run: Run, published: Find) -> None:
    """A page without one, or one that is gone, is none; the crawl is complete all the same."""
    vendor.answers["/acme.example/sitemap.xml"] = [Answer(MAP.encode(), headers={"Content-Type": "application/xml"})]
    vendor.answers["/acme.example/careers/nurse-7"] = [Answer(NURSE.encode(), headers=HTML)]
    vendor.answers["/acme.example/careers/"] = [Answer(b"<h1>Work with us</h1>", headers=HTML)]
    code, outcome = run("crawl", "careers:acme.example", "--json").finish()
    found = published("careers:acme.example")

    assert (code, outcome["published"]) == (0, 1)
    assert [(raw.source_id, raw.row["posting"]["title"]) for raw in found.raw] == [("/careers/nurse-7", "Nurse")]
    assert [report.outcome for report in found.reports] == ["complete"]


def test_a_page_in_place_of_a_sitemap_is_a_failed_crawl(vendor: Vendor, run: Run, published: Find) -> None:
    """It must not look like an employer without postings."""
    vendor.answers["/lost.example/sitemap.xml"] = [Answer(b"<html><p>Page not found</p></html>", headers=HTML)]
    code, _ = run("crawl", "careers:lost.example", "--json").finish()
    [report] = published("careers:lost.example").reports

    assert (code, report.outcome) == (1, "failed")
    assert "not an answer of careers" in (report.reason or "")
