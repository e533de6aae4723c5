"""HTML and XML answers as plain values."""

from collections.abc import Iterator
from typing import Any

import pytest
from lxml.html import fromstring

from scrapers import markup
from scrapers.markup import embedded_json, html, job_posting, words, xml_elements

PAGE = """<html><script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "Organization", "name": "Acme"}, {"@type": ["JobPosting"], "title": "Nurse", "description": "two
lines"}]}</script></html>"""


def test_the_job_posting_of_a_page_is_found_in_a_graph() -> None:
    """Line breaks within a string are no reason to lose it."""
    assert job_posting(PAGE) == {"@type": ["JobPosting"], "title": "Nurse", "description": "two\nlines"}


@pytest.mark.parametrize("page", ["<p>none</p>", '<script type="application/ld+json">{broken</script>'])
def test_a_page_without_a_job_posting_has_none(page: str) -> None:
    """Broken data is none."""
    assert job_posting(page) is None


@pytest.mark.parametrize(
    "script",
    [
        '<!--\n{"@type": "JobPosting"}\n-->',
        '//<![CDATA[\n{"@type": "JobPosting"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "JobPosting"} /*]]>*/',
        '{"@type": "JobPosting"};',
    ],
)
def test_a_script_may_be_hidden_from_readers_of_html_or_xml(script: str) -> None:
    """By a comment or a section around it."""
    assert job_posting(f'<script type="application/ld+json">{script}</script>') == {"@type": "JobPosting"}


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "JobPosting", "title": "Cook",}',
        '[{"@type": "JobPosting", "title": "Cook", "skills": ["a",\n], }\n,]',
        "{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;Cook&quot;}",
    ],
)
def test_json_that_a_template_spoilt_is_read(script: str) -> None:
    """Careers pages are templates, and such a page counted as one without a posting."""
    found = job_posting(f'<script type="application/ld+json">{script}</script>')

    assert found is not None
    assert found["title"] == "Cook"


@pytest.mark.parametrize("kind", ["http://schema.org/JobPosting", "https://schema.org/JobPosting", "schema:JobPosting"])
def test_a_type_may_be_an_address(kind: str) -> None:
    """As JSON-LD allows."""
    assert job_posting(f'<script type="application/ld+json">{{"@type": "{kind}"}}</script>') == {"@type": kind}


def test_a_posting_may_be_what_its_page_is_about() -> None:
    """Within the page's own description; such a page counted as one that is none of a posting, and nothing told so."""
    script = '{"@type": "WebPage", "mainEntity": {"@type": "JobPosting", "title": "Cook"}}'
    marked = (
        '<div itemscope itemtype="https://schema.org/WebPage"><p itemprop="mainEntity" itemscope'
        ' itemtype="https://schema.org/JobPosting"><b itemprop="title">Cook</b></p></div>'
    )

    for page in (f'<script type="application/ld+json">{script}</script>', marked):
        assert job_posting(page) == {"@type": "JobPosting", "title": "Cook"}


def test_an_item_that_a_posting_only_refers_to_is_part_of_it() -> None:
    """Plug-ins describe the employer once a page, and its postings name no other."""
    about = '{"@type": "Organization", "@id": "#acme", "name": "Acme"}'
    script = '{"@type": "JobPosting", "title": "Cook", "hiringOrganization": {"@id": "#acme"}, "jobLocation": {"@id": "#x"}}'
    for page in (
        f'<script type="application/ld+json">{{"@graph": [{script}, {about}]}}</script>',
        f'<script type="application/ld+json">{script}</script><script type="application/ld+json">{about}</script>',
    ):
        found = job_posting(page)

        assert found is not None
        assert (found["hiringOrganization"]["name"], found["jobLocation"]) == ("Acme", {"@id": "#x"})


@pytest.mark.parametrize("kinds", ["https://schema.org/JobPosting/", "https://schema.org/JobPosting https://schema.org/Product"])
def test_marked_up_postings_are_found_by_any_wording_of_their_type(kinds: str) -> None:
    """An address may end in a slash, and an item have several types."""
    found = job_posting(f'<div itemscope itemtype="{kinds}"><b itemprop="title">Cook</b></div>')

    assert found is not None
    assert found["title"] == "Cook"


def test_half_characters_of_a_script_are_left_out() -> None:
    """Text that was cut within an emoji: one such posting kept its whole board from being published and reported."""
    page = r"""<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook \ud83d"}</script>"""

    assert job_posting(page) == {"@type": "JobPosting", "title": "Cook "}
    assert embedded_json(r'data = {"a": "x\udc00", "b": "\ud83d\ude00"}', "data =") == {"a": "x", "b": "\U0001f600"}


def test_a_script_that_is_nested_too_deeply_is_none() -> None:
    """It must not end the crawl of its board."""
    deep = "[" * 100_000

    assert job_posting(f'<script type="application/ld+json">{deep}</script>') is None
    with pytest.raises(ValueError, match="nested"):
        embedded_json(f'data = {{"a": {deep}', "data =")


def test_microdata_of_a_page_that_declares_its_encoding_is_read() -> None:
    """As XHTML does."""
    page = """<?xml version="1.0" encoding="ISO-8859-1"?><html><div itemscope itemtype="https://schema.org/JobPosting">
    <h1 itemprop="title">Köchin</h1></div></html>"""

    assert job_posting(page) == {"@type": "JobPosting", "title": "Köchin"}


def test_a_job_posting_in_microdata_is_found_too() -> None:
    """In the form of JSON-LD."""
    page = """<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Nurse</h1>
    <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Acme</b></span>
    <span itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">
    <span itemprop="address">Bonn</span></span></div>"""
    assert job_posting(page) == {
        "@type": "JobPosting", "title": "Nurse", "hiringOrganization": {"@type": "Organization", "name": "Acme"},
        "jobLocation": {"@type": "Place", "address": "Bonn"},
    }  # fmt: skip


MADE_OF_NOTHING = '<div itemscope itemtype="https://schema.org/JobPosting" itemref="%s"></div>'


@pytest.mark.parametrize(
    "page",
    [
        "<div itemscope>" * 50 + MADE_OF_NOTHING % "r" + "<b itemprop='a'>x</b>" * 4_000,
        "<div id='r'>" + "<b itemprop='a'>x</b>" * 1_000 + "</div>" + MADE_OF_NOTHING % "r" * 1_000,
        "<div id='r'>" + "<b itemprop='a'>x</b>" * 1_000 + "</div>" + MADE_OF_NOTHING % ("r " * 1_000),
    ],
    ids=["items in items", "items that share properties", "an item that names its properties again and again"],
)
def test_microdata_that_would_take_minutes_is_read_at_once(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of less than 100 kB could hold up a crawl and all boards of it: what twenty references lead to is the most."""
    read, seen = markup._Microdata._extract_property, list[Any]()

    def counted(self: Any, node: Any, **told: Any) -> Any:
        seen.append(node)
        return read(self, node, **told)

    monkeypatch.setattr(markup._Microdata, "_extract_property", counted)
    job_posting(page)

    assert 0 < len(seen) <= 20_000


def test_the_properties_of_items_in_items_are_looked_for_once() -> None:
    """No element is asked by an item that it is not a property of, but for the items that an item has."""
    page = fromstring("<div itemscope>" * 50 + "<b itemprop='a'>x</b>" * 400 + "</div>" * 50)
    items, asked = [page, *page.iterfind(".//*[@itemscope]")], list[Any]()

    class Watched:
        """An element that notes who is asked for an attribute."""

        def __init__(self, element: Any) -> None:
            self._element = element

        def get(self, name: str) -> str | None:
            asked.append(self._element)
            found: str | None = self._element.get(name)
            return found

        def __iter__(self) -> Iterator["Watched"]:
            return iter([Watched(child) for child in self._element])

        def __reversed__(self) -> Iterator["Watched"]:
            return iter([Watched(child) for child in reversed(self._element)])

    found = [len(list(markup._own_properties(Watched(item)))) for item in items]

    assert found == [*[0] * 49, 400]
    assert len(asked) == 2 * (49 + 400)


def test_an_item_may_have_properties_elsewhere_on_the_page() -> None:
    """Those of an item within it are none of its own."""
    page = """<div itemscope itemtype="https://schema.org/JobPosting" itemref="place"><!-- x --><p itemprop="title">Nurse</p>
    <div itemprop="hiringOrganization" itemscope><b itemprop="name">Acme</b></div></div>
    <div id="place"><b itemprop="jobLocation">Bonn</b></div>"""

    assert job_posting(page) == {
        "@type": "JobPosting", "title": "Nurse", "jobLocation": "Bonn", "hiringOrganization": {"@type": "None", "name": "Acme"},
    }  # fmt: skip


def test_the_words_of_an_element_are_one_line() -> None:
    """Nothing is nothing."""
    row = html("<td> Ward <b>3</b>\n</td><td></td>").xpath("//td")
    assert [words(cell) for cell in row] == ["Ward 3", None]


def test_json_in_a_script_is_read_to_its_end() -> None:
    """What comes behind it does not matter; a page without it is another page."""
    assert embedded_json('window.pageData = {"Jobs": [{"a": "};"}]}; more', "window.pageData =") == {"Jobs": [{"a": "};"}]}
    with pytest.raises(ValueError, match="pageData"):
        embedded_json("<p>Sorry</p>", "window.pageData =")


def test_elements_of_a_feed_are_mappings() -> None:
    """Without namespaces; repeated children are a list, attributes have their mark."""
    feed = """<?xml version="1.0" encoding="utf-8"?><rss xmlns:t="urn:t"><channel><item><t:id k="1">7</t:id>
    <place><city>Bonn</city></place><tag>a</tag><tag>b</tag><tag>c</tag><!-- x --></item></channel></rss>"""
    assert xml_elements(feed, "item", within="rss") == [
        {"id": {"@k": "1", "text": "7"}, "place": {"city": "Bonn"}, "tag": ["a", "b", "c"]}
    ]


@pytest.mark.parametrize(("answer", "error"), [("<html><body/></html>", ValueError), ("no feed", ValueError), ({}, TypeError)])
def test_what_is_no_feed_is_refused(answer: object, error: type[Exception]) -> None:
    """An error page must not look like an empty feed."""
    with pytest.raises(error):
        xml_elements(answer, "item", within="rss")  # type: ignore[arg-type]


def test_an_entity_of_a_feed_is_not_resolved() -> None:
    """A feed reads no file."""
    feed = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><item><a>&x;</a></item></rss>'
    assert xml_elements(feed, "item", within="rss") == [{"a": {}}]


@pytest.mark.parametrize("declared", ["utf-8", "ISO-8859-1", "UTF-16"])
def test_a_feed_is_read_as_the_text_that_it_was_decoded_to(declared: str) -> None:
    """What it declares itself to be was heeded when its bytes became text."""
    feed = f'<?xml version="1.0" encoding="{declared}"?><jobs><job><title>Köchin</title></job></jobs>'
    assert xml_elements(feed, "job", within="jobs") == [{"title": "Köchin"}]


def test_an_empty_line_before_the_declaration_is_no_fault() -> None:
    """Plug-ins of careers sites write one, and the whole sitemap was refused."""
    page = '\n <?xml version="1.0" encoding="UTF-8"?><urlset><url><loc>https://example.com/jobs/1</loc></url></urlset>'

    assert xml_elements(page, "url", within="urlset") == [{"loc": "https://example.com/jobs/1"}]


@pytest.mark.parametrize(
    "letter", ["\x0b", "\x00", "\x1f", "\ud800", "\uffff", "&#11;", "&#x0B;", "&#xb;", "&#25;", "&#031;", "&#xD800;", "&#xFFFE;"]
)
def test_a_letter_that_xml_cannot_hold_costs_no_board(letter: str) -> None:
    """Texts pasted from Word have vertical tabs, and feeds hand them on."""
    feed = f"<jobs><job><title>Night{letter} nurse</title><text><![CDATA[<p>Care{letter}</p>]]></text></job></jobs>"

    assert xml_elements(feed, "job", within="jobs") == [{"title": "Night nurse", "text": "<p>Care</p>"}]


@pytest.mark.parametrize("reference", ["&#9;", "&#10;", "&#xd;", "&#32;", "&#x100;", "&#176;"])
def test_what_xml_can_hold_is_kept(reference: str) -> None:
    """Tabs, line ends and letters by their number."""
    [job] = xml_elements(f"<jobs><job><title>a{reference}b</title></job></jobs>", "job", within="jobs")

    assert len(job["title"]) == 3
