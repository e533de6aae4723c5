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
