"""Sitemaps that name sitemaps, and which pages of one are about jobs."""

import pytest

from scrapers.sources import load_source
from scrapers.sources.base import PageRequest
from scrapers.sources.careers import MOST_MAPS

CAREERS = load_source("careers")
SITE = "https://acme.test"


def walked(sitemaps: dict[str, str], most: int = 20) -> list[str]:
    """Return the addresses that are asked for, in order, as a spider walks them; so many at most."""
    asked: list[str] = []
    following: PageRequest | None = CAREERS.first_page("acme.test")
    while following is not None and len(asked) < most:
        asked.append(following.address)
        following = CAREERS.read(following, sitemaps[following.address.removeprefix(SITE)]).following
    return asked


def index(*paths: str) -> str:
    """Return a list of sitemaps."""
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{SITE}{path}</loc></sitemap>' for path in paths)}</sitemapindex>"


PAGES = "<urlset><url><loc>https://acme.test/jobs/1</loc></url></urlset>"


def test_each_sitemap_is_read_once() -> None:
    """In the order in which they are named, lists within lists too."""
    maps = {"/sitemap.xml": index("/jobs-a.xml", "/jobs-b.xml"), "/jobs-a.xml": index("/jobs-c.xml", "/jobs-b.xml")}
    assert walked({**maps, "/jobs-b.xml": PAGES, "/jobs-c.xml": PAGES}) == [
        f"{SITE}/sitemap.xml", f"{SITE}/jobs-a.xml", f"{SITE}/jobs-b.xml", f"{SITE}/jobs-c.xml",
    ]  # fmt: skip


def test_a_list_of_sitemaps_that_names_itself_comes_to_an_end() -> None:
    """Itself, or one that names it: the host would be asked for ever."""
    maps = {"/sitemap.xml": index("/sitemap.xml", "/jobs-a.xml"), "/jobs-a.xml": index("/sitemap.xml", "/jobs-a.xml")}
    assert walked(maps) == [f"{SITE}/sitemap.xml", f"{SITE}/jobs-a.xml"]


def test_lists_without_an_end_are_left_and_the_listing_says_so() -> None:
    """A server can make up a new list for each that is read."""
    asked, following, page = 0, CAREERS.first_page("acme.test"), None
    while following is not None and asked < 2 * MOST_MAPS:
        asked += 1
        page = CAREERS.read(following, index(f"/jobs-{asked}.xml"))
        following = page.following

    assert (asked, page and page.partial) == (MOST_MAPS, "it has more than 2,000 sitemaps")


PATHS = (
    "jobs/1 careers/1 karriere/1 stellenangebote/1 nl/vacatures/1 vagas/1 carreiras/1 trabajo/1 lavora-con-noi/1 nos-offres/1 "
    "kariera/1 praca/1 stillinger/1 tyopaikat/1 rekrytering/1 recrutement/1 en/roles/1 requisitions/1"
    " job-posting-1 ausschreibung/1 lediga-tjanster/1 open-positions/1"
)


@pytest.mark.parametrize("path", PATHS.split())
def test_pages_about_jobs_are_known_by_a_word_in_their_address(path: str) -> None:
    """A site that names its postings otherwise than another page about jobs lost them all, and its crawl was complete."""
    pages = "".join(f"<url><loc>{SITE}/{each}</loc></url>" for each in ("about-our-careers", path, "products/controller"))
    found = CAREERS.read(CAREERS.first_page("acme.test"), f"<urlset>{pages}</urlset>").postings

    assert [row["loc"] for row in found] == [f"{SITE}/about-our-careers", f"{SITE}/{path}"]
