"""Text as sources give it, as plain text."""

import html
import math
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from schemas.text import clean

_BLOCK = re.compile(
    r"<(?=/?(?:address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|legend|li|main|nav|ol|option|p|pre|section|summary|table|td|th|tr|ul)\b)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_HIDDEN = re.compile(r"<(?:script|style|template|noscript|svg|iframe|object)\b", re.IGNORECASE)
_HIDDEN_TAGS = ["script", "style", "template", "noscript", "svg", "iframe", "object"]
# Fewer can't be nested so deeply that it matters.
_MANY_TAGS = 2_000
_DEEPEST = 500
# What has no end, or whose end may be left out, opens no level.
_NESTS = re.compile(
    r"</?(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|td|th|tr|track|wbr)\b)[a-zA-Z][^<>]*>",
    re.IGNORECASE,
)
# Entities of control characters, which decode to what `clean` takes out.
_CONTROL = re.compile(
    r"&#(?:0*(?:\d|[12]\d|3[01]|12[7-9]|1[3-5]\d)|[xX]0*(?:[01]?[0-9a-fA-F]|7[fF]|[89][0-9a-fA-F]|200[bB]|2060|[fF][eE][fF]{2}))(?![0-9a-fA-F])"
)
_COMMON_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"))
# Without its semicolon one may be a parameter of an address: `&copy=2`.
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_GAPS = re.compile(r"\n{3,}")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a space-separated list."""
    return frozenset(words.split())


def text_of(value: Any) -> str | None:
    """Return a scalar as one line of clean text, entities decoded; None for what is empty or no scalar."""
    if isinstance(value, str):
        return " ".join(clean(unescaped(value)).split()) or None
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else str(value)) if math.isfinite(value) else None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def unescaped(text: str) -> str:
    """Return one line of text with the entities that its source left in it: "R&amp;D" is a title in many pages' JSON-LD."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text and ";" in text else text


def html_text(*parts: Any) -> str:
    """Return HTML or plain text as plain text: blocks on lines of their own, entities decoded, scripts gone.

    Parts that are no text are left out; paragraphs are separated by one newline, parts by an empty line.
    """
    read = (_plain(part) for part in parts if isinstance(part, str))
    return "\n\n".join(part for part in read if part)


def escaped_html_text(value: Any) -> str:
    """Return HTML that its source escaped once more, as plain text."""
    if not isinstance(value, str):
        return ""
    # nearly all of its entities are these four, and replacing them is ten times faster than looking each one up
    for entity, letter in _COMMON_ENTITIES:
        value = value.replace(entity, letter)
    return html_text(html.unescape(value))


def any_html_text(value: Any) -> str:
    """Return HTML, HTML that its source may have escaped once more, or plain text, as plain text."""
    is_escaped = isinstance(value, str) and "<" not in value and "&lt;" in value
    return escaped_html_text(value) if is_escaped else html_text(value)


def paragraphs(text: str) -> str:
    """Return `text` with spaces collapsed and at most one empty line in a row."""
    return _GAPS.sub("\n\n", "\n".join([" ".join(line.split()) for line in text.split("\n")])).strip()


def _plain(text: str) -> str:
    text = clean(text)
    if _MARKUP.search(text):
        return _lines(_rendered(text))
    return paragraphs(clean(html.unescape(text)) if "&" in text else text)


def _rendered(text: str) -> str:
    # the newlines of HTML are spaces; those of a text with a stray tag are lines
    marked, blocks = _BLOCK.subn("\x1f<", text)
    if blocks:
        text = marked.replace("\n", " ").replace("\x1f", "\n")
    if text.count("<") > _MANY_TAGS:
        text = _flattened(text)
    parser = LexborHTMLParser(text)
    if _HIDDEN.search(text):
        parser.strip_tags(_HIDDEN_TAGS)
    body = parser.body
    plain = body.text() if body is not None else ""
    return clean(plain) if _CONTROL.search(text) else plain


def _flattened(text: str) -> str:
    """Return HTML without the tags that are nested more deeply than any page is: the parser's time grows with depth squared."""
    depth, at, kept = 0, 0, list[str]()
    for tag in _NESTS.finditer(text):
        is_closing = text[tag.start() + 1] == "/"
        deepest = depth if is_closing else depth + 1
        depth = max(depth - 1, 0) if is_closing else deepest
        if deepest > _DEEPEST:
            kept.append(text[at : tag.start()])
            at = tag.end()
    return "".join(kept) + text[at:]


def _lines(text: str) -> str:
    """Return `text` without empty lines: HTML opens and closes a block more often than a reader would."""
    return "\n".join([line for line in [" ".join(line.split()) for line in text.split("\n")] if line])
