"""Rows of Jobvite, whose pages are of several kinds."""

import pytest

from scrapers.sources import load_source

TABLE = """<tr><td class="jv-job-list-name"><a href="/acme/job/o1">Welder</a></td>
<td class="jv-job-list-location">Lyon, France</td><td class="jv-job-list-type">Full-Time</td></tr>"""
IN_THE_LINK = """<tr><td class="jv-job-list-name"><a href="/acme/job/o1"><div class="title">Welder</div>
<div class="jv-job-list-location">Lyon, France</div><div class="jv-job-list-type">Full-Time</div></a></td></tr>"""
ITEM = """<li class="jv-job-list-item"><a class="jv-job-list-name" href="/acme/job/o1">Welder</a>
<span class="jv-job-list-location">Lyon, France</span><span class="jv-job-list-type">Full-Time</span>
<a href="/acme/job/o1/apply">Apply</a></li>"""


@pytest.mark.parametrize("row", [f"<table>{TABLE}</table>", f"<table>{IN_THE_LINK}</table>", f"<ul>{ITEM}</ul>"])
def test_title_and_place_of_a_row_are_told_apart(row: str) -> None:
    """In whichever elements a page has them; a title does not end with its place."""
    jobvite = load_source("jobvite")
    page = jobvite.read(jobvite.first_page("acme"), f"<html><body>{row}</body></html>")

    url = "https://jobs.jobvite.com/acme/job/o1"
    assert page.postings == [{"id": "o1", "title": "Welder", "location": "Lyon, France", "type": "Full-Time", "url": url}]


PAGE = """<p class="jv-job-detail-meta">Plant<span class="jv-inline-separator"></span> Lyon; Nice</p>
<div class="jv-job-detail-description"><p>Weld.</p></div>"""
LINKED = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Welder"}</script>'


def test_a_page_without_a_job_posting_gives_its_text() -> None:
    """Pages of some employers have none; one without a text is no posting's."""
    jobvite, row = load_source("jobvite"), {"id": "o1"}

    text = '<div class="jv-job-detail-description"><p>Weld.</p></div>'
    page = {"description": text, "meta": ["Plant", "Lyon; Nice"]}
    assert jobvite.raw_row(row, PAGE) == {"listing": row, "posting": None, "page": page}
    assert jobvite.raw_row(row, PAGE + LINKED) == {"listing": row, "posting": {"@type": "JobPosting", "title": "Welder"}}
    assert jobvite.raw_row(row, "<p>closed</p>") == jobvite.raw_row(row) == {"listing": row, "posting": None}
