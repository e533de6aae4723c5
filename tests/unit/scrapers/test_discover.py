"""The source and board behind an address or a page."""

import pytest

from scrapers.boards import Board
from scrapers.discover import boards_in

ADDRESSES = [
    ("https://boards.greenhouse.io/acme/jobs/123?gh_jid=1", "greenhouse:acme"),
    ("https://job-boards.eu.greenhouse.io/acme", "greenhouse:acme"),
    ("https://boards.greenhouse.io/embed/job_board/js?for=acme", "greenhouse:acme"),
    ("https://jobs.lever.co/acme-inc/5f2e", "lever:acme-inc"),
    ("https://jobs.eu.lever.co/acme-inc/5f2e", "lever:acme-inc/eu"),
    ("https://api.eu.lever.co/v0/postings/acme?mode=json", "lever:acme/eu"),
    ("https://jobs.ashbyhq.com/Acme%20Labs/42", "ashby:Acme Labs"),
    ("https://careers.smartrecruiters.com/Acme/it", "smartrecruiters:Acme"),
    ("https://apply.workable.com/acme/j/0A1B", "workable:acme"),
    ("https://acme.recruitee.com/o/nurse", "recruitee:acme"),
    ("https://acme.wd5.myworkdayjobs.com/en-US/External_Site/job/Bonn/Nurse_R1", "workday:acme.wd5/External_Site"),
    ("https://careers-acme.icims.com/jobs/7/nurse/job", "icims:careers-acme"),
    ("https://acme.bamboohr.com/careers/7", "bamboohr:acme"),
    ("https://acme.applytojob.com/apply/A1/nurse", "jazzhr:acme"),
    ("https://acme.breezy.hr/p/0a-nurse", "breezy:acme"),
    ("https://www.comeet.com/jobs/acme/12.345/nurse/6E.909", "comeet:acme/12.345"),
    ("https://acme.eightfold.ai/careers?pid=7", "eightfold:acme"),
    ("https://acme.hrmdirect.com/employment/job-opening.php?req=7", "hrmdirect:acme"),
    ("https://jobs.jobvite.com/acme/job/oX1", "jobvite:acme"),
    ("https://www.governmentjobs.com/careers/acmecounty/jobs/7", "neogov:acmecounty"),
    ("https://acme.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/7", "oracle:acme.fa.us2/CX_1"),
    (
        "https://recruiting.paylocity.com/Recruiting/Jobs/All/00000000-0000-4000-8000-000000000007/Acme",
        "paylocity:00000000-0000-4000-8000-000000000007",
    ),
    ("https://acme.jobs.personio.de/job/7", "personio:acme"),
    ("https://acme.pinpointhq.com/en/postings/7", "pinpoint:acme"),
    ("https://ats.rippling.com/en-GB/acme/jobs/7", "rippling:acme"),
    ("https://acme.teamtailor.com/jobs/7-nurse", "teamtailor:acme"),
    ("https://acme.applicantpro.com/jobs/3141592.html", "careers:acme.applicantpro.com"),
    ("https://acme.isolvedhire.com/jobs/7", "careers:acme.isolvedhire.com"),
    ("https://app.joinhomebase.com/hiring/acme-cafe", "careers:app.joinhomebase.com"),
    (
        "https://recruiting2.ultipro.com/ACM1000/JobBoard/00000000-0000-4000-8000-000000000007/OpportunityDetail",
        "ukg:recruiting2.ultipro.com/ACM1000/00000000-0000-4000-8000-000000000007",
    ),
    (
        "https://acme.rec.pro.ukg.net/ACM1000/JobBoard/00000000-0000-4000-8000-000000000007",
        "ukg:acme.rec.pro.ukg.net/ACM1000/00000000-0000-4000-8000-000000000007",
    ),
]


@pytest.mark.parametrize(("address", "board"), ADDRESSES)
def test_an_address_names_its_board(address: str, board: str) -> None:
    """As the vendors write them."""
    assert [str(found) for found in boards_in(address)] == [board]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/careers",
        "https://www.recruitee.com/pricing",
        "https://www.joinhomebase.com/pricing",
        "https://notjobs.lever.co.example.com/acme",
    ],
)
def test_another_address_names_none(address: str) -> None:
    """A vendor's own site is no board."""
    assert boards_in(address) == []


def test_a_page_names_the_boards_that_it_links_to_each_once() -> None:
    """In links, scripts and JSON, in the order of the page."""
    page = """<a href="https://jobs.lever.co/acme/1">Nurse</a><a href="https://jobs.lever.co/acme/2">Cook</a>
    <script>{"url": "https:\\/\\/boards.greenhouse.io\\/embed\\/job_board?b=1&amp;for=acmelabs"}</script>"""
    assert boards_in(page) == [Board("lever", "acme"), Board("greenhouse", "acmelabs")]
