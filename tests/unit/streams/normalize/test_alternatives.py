"""What else an employer is called, and which of its names makes the key."""

from typing import Any

import pytest

from schemas.raw import RawPosting
from streams.normalize.base import load_normalizers, read
from tests.builders import JAN

NORMALIZERS = load_normalizers()


def names(source: str, row: dict[str, Any], **around: Any) -> tuple[str, list[tuple[str, str]]]:
    """The key and the alternatives of a row."""
    fields = {"board": "acme", "source_id": "1", "context": {}} | around
    reading = read(RawPosting(source=source, row=row, fetched_at=JAN, **fields), NORMALIZERS)
    return reading.employer_key, [(other.name, other.origin.value) for other in reading.employer_alternatives]


def posting(**organization: Any) -> dict[str, Any]:
    """A page of a careers site."""
    return {"posting": {"@type": "JobPosting", "title": "Cook", "hiringOrganization": organization}}


def test_every_other_name_is_kept_with_where_it_is_from():
    """The legal entity of a Workday board, its entry in the list of boards, its tenant and its own site."""
    row = {
        "listing": {"title": "Welder"},
        "detail": {
            "jobPostingInfo": {"title": "Welder", "externalUrl": "https://acme.wd5.myworkdayjobs.com/Jobs/1"},
            "hiringOrganization": {"name": "Acme Widgets GmbH", "url": "https://www.acmewidgets.com"},
        },
    }

    assert names("workday", row, board="acmeco.wd5/Jobs", context={"employer": "Acme Widgets"}) == (
        "acmewidgets",
        [("Acme Widgets GmbH", "field"), ("acmewidgets.com", "site"), ("acmeco", "tenant")],
    )


def test_a_board_is_known_by_its_own_pages():
    """But not by the pages of its system."""
    job = {"title": "Cook", "company_name": "Acme, Inc."}
    own, hosted = (
        names("greenhouse", job | {"absolute_url": f"https://{host}/1"}) for host in ("acmeworks.com", "greenhouse.io")
    )

    assert own == ("acme", [("acme", "tenant"), ("acmeworks.com", "site")])
    assert hosted == ("acme", [("acme", "tenant")])


def test_a_site_of_many_employers_says_nothing_of_one():
    """Its board and its pages are its own; a contact address is the employer's."""
    row = {
        "headline": "Kock",
        "employer": {"name": "Acme AB", "workplace": "Acme Lab", "email": "jobb@acme.se", "url": "acme.nu"},
    }

    assert names("jobtech", row | {"webpage_url": "https://arbetsformedlingen.se/1"}, context={"employer": "ACME AB"}) == (
        "acme", [("Acme Lab", "field"), ("acme.nu", "site"), ("acme.se", "contact")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "board", "key"),
    [
        (posting(name="Acme Clinics", sameAs="https://zebra.com"), "jobs.widgets.com", "acmeclinics"),
        (posting(sameAs="https://zebra.com"), "jobs.widgets.com", "zebra"),
        (posting(name="Confidential", sameAs="https://www.linkedin.com/company/x"), "jobs.widgets.com", "widgets"),
        (posting(), "careers-acme", "careersacme"),
        (posting(), "acme.wd5/Jobs", "acmewd5jobs"),
        (posting(), "acme.teamtailor.com", "acmeteamtailor"),
    ],
)
def test_the_key_is_of_the_name_then_the_board_then_a_domain(row: dict[str, Any], board: str, key: str):
    """A board that is only an address comes last."""
    assert names("careers", row, board=board)[0] == key


def test_names_of_nobody_and_long_ones_are_left_out():
    """And there are eight at most."""
    row = posting(name="Acme", legalName="Confidential", sameAs="x" * 300 + ".com")

    assert names("careers", row, board="jobs.widgets.com", context={"employer": "N/A"}) == ("acme", [("widgets.com", "site")])
