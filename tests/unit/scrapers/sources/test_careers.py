"""Sitemaps that name sitemaps."""

from scrapers.sources import load_source

CAREERS = load_source("careers")


def index(*addresses: str) -> str:
    """Return a list of sitemaps."""
    return "<sitemapindex>" + "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses) + "</sitemapindex>"


def test_each_sitemap_is_asked_once() -> None:
    """A list that names itself, or one that names it back, would be read for ever."""
    first = CAREERS.first_page("acme.test")
    second = CAREERS.read(first, index(first.url, "https://acme.test/jobs.xml", "https://acme.test/jobs.xml")).following
    assert second is not None

    assert second.url == "https://acme.test/jobs.xml"
    assert CAREERS.read(second, index(first.url, second.url)).following is None
