"""Who hires."""

import pytest

from schemas.derived import Origin
from schemas.posting import EmployerName, NameOrigin
from streams.enrich.employer import enrich
from streams.normalize.employer import employer_key
from tests.builders import make_posting
from tests.work import calls_of


def company(resources, **said):
    """The company of a posting with `said`, under the key that its name gives."""
    name = said.get("employer", "Acme Works, Inc.")
    key = said.pop("employer_key", employer_key("x", name))
    return enrich(make_posting(**{"employer": name, "employer_key": key, **said}), resources)["company"]


def test_the_name_is_shown_without_its_form(resources):
    """The advertised one stays beside it."""
    found = company(resources).name

    assert (found.value, found.raw, found.origin) == ("Acme Works", "Acme Works, Inc.", Origin.FIELD)


@pytest.mark.parametrize(
    ("said", "domain"),
    [
        ({"employer_alternatives": [EmployerName(name="zebra.example", origin=NameOrigin.SITE)]}, "zebra.example"),
        (
            {
                "employer_alternatives": [
                    EmployerName(name="mail.example", origin=NameOrigin.CONTACT),
                    EmployerName(name="site.example", origin=NameOrigin.SITE),
                ]
            },
            "site.example",
        ),
        ({"url": "https://careers.acmeworks.com/jobs/1"}, "acmeworks.com"),
        ({"apply_url": "https://acme.co.uk/jobs/1"}, "acme.co.uk"),
        ({"url": "https://boards.greenhouse.io/acmeworks/jobs/1"}, None),
        ({"url": "https://zebra.com/acmeworks/1"}, None),
        ({"description": "Write to jobs@acmeworks.io."}, "acmeworks.io"),
        ({"description": "See https://www.AcmeWorks.com/jobs and apply."}, "acmeworks.com"),
        ({"description": "At AcmeWorks.com we build pumps."}, "acmeworks.com"),
        ({"description": "See https://getacmeworks.com/jobs"}, "getacmeworks.com"),
        ({"description": "We like acmeworks.It is good."}, None),
        ({"description": "See notacmeworks.com and my-acmeworks.com."}, None),
        ({"description": "See https://zebra.com and write to me@zebra.com."}, None),
        ({"description": "Write to acmeworks@gmail.com."}, None),
        ({"employer": "AcmeWorks.com Services LLC"}, "acmeworks.com"),
        ({"employer": "x.ai, Inc."}, "x.ai"),
        ({"employer": "A.C.M.E. Works"}, None),
        ({"employer": "Acmeworks.Net Developer", "description": "See https://zebra.com/jobs."}, "acmeworks.net"),
        ({"description": "Write to jobs@acmepumps.com."}, "acmepumps.com"),
        ({"employer": "Acme Mining Institute", "description": "See https://data.ami.org/x."}, "ami.org"),
        ({"description": "We hire.\nWrite to jobs@acmepumps.com or https://acmefans.com/jobs."}, None),
        ({"employer": "Zebra Health Group", "description": "Write to jobs@healthgroup.com."}, None),
    ],
)  # fmt: skip
def test_the_domain_is_its_own(resources, said, domain):
    """Of its pages, its mail, an address like its name; systems, boards and others' addresses are not."""
    found = company(resources, **({"url": None, "apply_url": None, "description": ""} | said))

    assert (found.domain.value if found and found.domain else None) == domain


@pytest.mark.parametrize(
    ("description", "domain"),
    [
        ("We build pumps.\nWrite to jobs@zebra.com.", "zebra.com"),
        ("We build pumps.\nApply at https://www.zebra.com/about/careers.", "zebra.com"),
        ("We build pumps.\nApply at https://jobs.zebra.co.uk/1.", "zebra.co.uk"),
        ("We build pumps (https://zebra.com).\nRead https://lion.com.", "zebra.com"),
        ("We build pumps.\nWrite to jobs@zebra.com, see https://lion.com/jobs.", None),
        ("We build pumps.\nRead https://zebra.com.", None),
        ("At Zebrapumps (Oslo) we build pumps.\nRead https://zebrapumps.com, https://lion.com.", "zebrapumps.com"),
        (
            "We build pumps.\nRead https://techcrunch.com/jobs, write to me@gmail.com, apply at https://boards.greenhouse.io/jobs",
            None,
        ),
        ("We build pumps.\nSee http://www.zebrapu.../jobs", None),
        ("We build pumps.\nWrite to jobs@zebra.com.We answer.", None),
        ("We build pumps.\nWrite to name-at-zebra.com@zebra.com.", "zebra.com"),
    ],
)
def test_where_no_employer_is_named_its_own_address_tells(resources, description, domain):
    """One of its mail, of a page about working there, of the first line or named in the beginning; not one that is cited."""
    found = company(resources, employer=None, employer_key="posting:x", url=None, description=description)

    assert (found.domain.value if found and found.domain else None) == domain


@pytest.mark.parametrize(
    ("description", "domain"),
    [
        ("Write to jobs@zebra.com.", "zebra.com"),
        ("Write to jobs [at] zebra.com", "zebra.com"),
        ("Write to jobs AT zebra.com", "zebra.com"),
        ("Write to jobs at zebra.com", "zebra.com"),
        ("Write to jobs at zebra dot co dot uk", "zebra.co.uk"),
        ("Write to jobs[at]zebra-pumps[dot]com", "zebra-pumps.com"),
        ("Write to jobs at dot.", None),
        ("Worked at zebra.com before?", None),
    ],
)
def test_who_hires_writes_its_own_address(resources, description, domain):
    """In posts by employers it need not be like the name; elsewhere it may be a client's."""
    said = {"url": None, "description": f"We build pumps.\n{description}"}
    found = company(resources, source="hn", **said)

    assert (found.domain.value if found.domain else None) == domain
    assert company(resources, **said).domain is None


def test_a_domain_of_the_text_says_so(resources):
    """With its words as they stand there."""
    found = company(resources, url=None, apply_url=None, description="See www.AcmeWorks.com").domain

    assert (found.raw, found.origin) == ("AcmeWorks.com", Origin.TEXT)


@pytest.mark.parametrize(
    ("stated", "minimum", "maximum"),
    [
        ("501 to 1000 employees", 501, 1000),
        ("51-200", 51, 200),
        ("10,001+ employees", 10_001, None),
        ("more than 5.000", 5_000, None),
        ("less than 10", None, 10),
        ("120", 120, 120),
        ("1 001 - 5 000", 1_001, 5_000),
    ],
)
def test_a_size_has_two_ends(resources, stated, minimum, maximum):
    """One of them may be open."""
    size = company(resources, stated_company_size=stated).size

    assert (size.value.minimum, size.value.maximum, size.raw) == (minimum, maximum, stated)


@pytest.mark.parametrize("stated", ["Unknown", "", "-1", "0", "99999999999"])
def test_what_is_no_size_is_none(resources, stated):
    """Nor what no company has; Glassdoor writes -1 for unknown."""
    assert company(resources, stated_company_size=stated).size is None


def test_an_industry_is_the_sources(resources):
    """In its words."""
    assert company(resources, stated_industry="Aerospace & Defense").industry.value == "Aerospace & Defense"


def test_of_nobody_nothing_is_known(resources):
    """No name, no address, nothing stated."""
    assert company(resources, employer=None, employer_key="posting:x", url=None, apply_url=None) is None


@pytest.mark.parametrize(
    "text", ["@" * 2_000_000, "acmeworks." * 200_000, "www.a" * 400_000, "https://" + "a." * 1_000_000, "1" * 2_000_000]
)
def test_of_a_long_text_a_few_addresses_are_looked_at(resources, text):
    """And no more; work of an expression that grew with the square would not end within the limit of a test."""
    half, whole = (calls_of(lambda read=read: company(resources, description=read)) for read in (text[: len(text) // 2], text))

    assert whole < 1.1 * half + 1_000
