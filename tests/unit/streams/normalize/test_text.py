"""Text of sources as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.normalize.text import any_html_text, escaped_html_text, html_text, text_of


@pytest.mark.parametrize(
    ("given_html", "plain"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<ul><li>Kafka</li><li>SQL</li></ul>After", "Kafka\nSQL\nAfter"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("a <b>bold</b><i>est</i> word", "a boldest word"),
        ("<div><div><p>deep</p></div></div>", "deep"),
        ("<p>a\nline\n  broken</p>", "a line broken"),
        ("plain\n\n\n\ntext\nwith lines", "plain\n\ntext\nwith lines"),
        ("plain &amp; simple", "plain & simple"),
        ("<p>R&amp;D &nbsp; caf&eacute;</p>", "R&D café"),
        ("<p>x</p><script>steal()</script><style>p{}</style><p>y</p>", "x\ny"),
        ("<p title='a>b'>attribute</p>", "attribute"),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("salary < 50 and > 40", "salary < 50 and > 40"),
        ("write &lt;at&gt; us<p>now", "write <at> us\nnow"),
        ("<p>nul\x00 and &#0;&#1; &#x200b;</p>", "nul and \ufffd"),
        ("&#x1;plain&#8203;", "plain"),
        ("<p>half \ud83d pair</p>", "half pair"),
        ("<h2>Title</h2>text<table><tr><td>a</td><td>b</td></tr></table>", "Title\ntext\na\nb"),
        ("<details><summary>Pay</summary>Good</details><center>We</center>You", "Pay\nGood\nWe\nYou"),
        ("<table><caption>Shifts</caption><tr><td>a</td></tr></table>", "Shifts\na"),
        ("", ""),
    ],
)
def test_html_becomes_plain_text(given_html, plain):
    """Blocks are lines, entities are letters, scripts and control characters are gone."""
    assert html_text(given_html) == plain


def test_parts_are_apart():
    """Parts stand an empty line apart; what is no text is left out."""
    assert html_text("<p>a</p>", None, 7, "", "b") == "a\n\nb"


def test_html_escaped_once_more():
    """Greenhouse escapes its HTML: it is unescaped before its tags are read."""
    assert escaped_html_text("&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;p&gt;x&lt;/p&gt;") == "R&D\nx"
    assert escaped_html_text(None) == ""


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("&lt;p class=&quot;x&quot;&gt;R&amp;amp;D&lt;/p&gt;&lt;p&gt;&amp;pound;30k&lt;/p&gt;", "R&D\n£30k"),
        ("<p>write &lt;p&gt; tags</p>", "write <p> tags"),
        ("pay &lt; 50 &amp; more\n\nnow", "pay < 50 & more\n\nnow"),
        ("plain", "plain"),
        (None, ""),
    ],
)
def test_html_that_may_be_escaped_once_more(told, plain):
    """Who keeps others' postings in a table may have escaped their HTML, and does not say so."""
    assert any_html_text(told) == plain


def test_a_scalar_is_one_line():
    """Numbers are text; lists, objects and truth values are not."""
    assert [text_of(v) for v in (" a\n b ", 7, 1.5, "", " ", None, True, [], {})] == ["a b", "7", "1.5", *[None] * 6]


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_can_be_written_to_a_database(text):
    """Whatever comes in, what goes out is UTF-8 without NUL and control characters."""
    plain = html_text("<p>" + text, text)

    assert plain == plain.encode().decode()
    assert not any(c < " " and c != "\n" for c in plain)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("R&amp;D &lt;Lead&gt; O&#39;Neil &#x26; Co&nbsp;KG", "R&D <Lead> O'Neil & Co KG"),
        ("R&D; Q&A;", "R&D; Q&A;"),
        ("AT&T &unknown; &#0;x", "AT&T &unknown; \ufffdx"),
        ("https://acme.test/?a=1&copy=2&amp;b=3", "https://acme.test/?a=1&copy=2&b=3"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_entities_of_one_line_are_letters(written, read):
    """Many pages escape their JSON-LD and feeds their titles; what has no semicolon may be a part of an address."""
    assert text_of(written) == read


@pytest.mark.parametrize("tag", ["div", "section", "ul"])
def test_no_nesting_takes_long(tag):
    """The parser took 40 seconds for so many, four times that for twice as many; no other posting was read meanwhile."""
    levels = 60_000
    text = f"<{tag}>" * levels + "<p>Cook &amp; bake</p>" + f"</{tag}>" * levels + "<p>Apply</p>"

    assert html_text(text) == "Cook & bake\nApply"


def test_many_tags_side_by_side_are_no_nesting():
    """Also where their ends are left out."""
    assert html_text("<ul>" + "<li><b>x</b><br>" * 5_000 + "</ul><script>y</script>").split() == ["x"] * 5_000
