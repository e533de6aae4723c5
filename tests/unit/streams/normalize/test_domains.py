"""Domains that are an employer's own."""

import pytest

from streams.normalize.domains import domain_name, employer_domain, is_address


@pytest.mark.parametrize(
    ("value", "domain"),
    [
        ("https://www.acme.com/careers?x=1", "acme.com"),
        ("http://jobs.acme.co.uk:8080", "acme.co.uk"),
        ("acme.com", "acme.com"),
        ("WWW.Acme.COM/jobs", "acme.com"),
        ("jobs@mail.acme.se", "acme.se"),
        ("mailto:jobs@acme.com.br", "acme.com.br"),
        ("https://löwe.example", "löwe.example"),
        ("https://careers.acme.xn--p1ai/", "acme.xn--p1ai"),
        ("https://user@acme.com/", "acme.com"),
    ],
)
def test_a_domain_is_read(value: str, domain: str):
    """Of URLs, hosts and mail addresses, down to what was registered."""
    assert employer_domain(value) == domain


@pytest.mark.parametrize(
    "value",
    [
        "https://boards.greenhouse.io/acme/jobs/1", "https://acme.wd5.myworkdayjobs.com/Jobs", "https://acme.teamtailor.com",
        "https://www.linkedin.com/company/acme", "https://www.reed.co.uk/jobs/1", "acme@gmail.com", "jobs@yahoo.co.uk",
        "acme.github.io", "acme.wd5/Jobs", "Acme Inc.", "10.0.0.1", "localhost", "", None, 7, ["acme.com"], "a." * 5000,
    ],
)  # fmt: skip
def test_what_is_not_an_employers_is_no_domain_of_it(value: object):
    """Systems, job boards, anybody's mail and pages; what is no address."""
    assert employer_domain(value) is None


def test_an_address_is_told_from_an_id():
    """A board's id may be its host."""
    assert [is_address(board) for board in ("careers.acme.com/global/en", "acme.wd5/Jobs", "acme", "cbha.fa.us2/CX")] == [
        True, False, False, False,
    ]  # fmt: skip


def test_a_short_label_is_no_name():
    """Others have it under another ending."""
    assert (domain_name("widgets.com"), domain_name("acme.co.uk")) == ("widgets", "acme.co.uk")
