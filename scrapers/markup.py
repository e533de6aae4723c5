"""What HTML and XML answers hold, as plain values: cells of a listing, elements of a feed, a page's schema.org JobPosting."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

from extruct.utils import parse_html
from extruct.w3cmicrodata import MicrodataExtractor
from lxml import etree
from parsel import Selector, SelectorList

from scrapers.answers import first_json

_LINKED_DATA = "//script[contains(translate(@type, 'LD+JSON', 'ld+json'), 'ld+json')]/text()"
_MICRODATA = "schema.org/JobPosting"
# of one item to the properties of another; a page has some, and could have thousands to thousands
_MOST_REFERENCES = 20
# a type may be written as the address that it stands for
_JOB_POSTING = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)?JobPosting")
_DECLARED = re.compile(r"^\s*<\?xml\b[^>]{0,200}\?>")
_SPACE = re.compile(r"\s+")
_LAST_COMMA = re.compile(r",\s*([}\]])")
# What no XML document may hold, as itself or by its number: texts pasted from Word have vertical tabs.
_NO_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
    "|&#(?:0*(?:[0-8]|1[124-9]|2\\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef]|d[89a-f][0-9a-f]{2}));",
    re.IGNORECASE,
)
# what hides a script from readers of HTML or XML that know none: its JSON begins behind it
_HIDING = re.compile(r"\s*(?:(?:/\*|//)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?\s*)?")


def html(text: str) -> Selector:
    """Return the tree of an HTML page; raises TypeError when `text` is none."""
    if not isinstance(text, str):
        raise TypeError(f"{type(text).__name__} is no HTML")
    return Selector(text=text, type="html")


def words(selector: Selector | SelectorList[Selector]) -> str | None:
    """Return the text in a selection, on one line; None where there is none."""
    return _SPACE.sub(" ", " ".join(selector.xpath(".//text()").getall())).strip() or None


def job_posting(text: str) -> dict[str, Any] | None:
    """Return the first schema.org JobPosting of an HTML page, untouched: its JSON-LD, else its microdata; None without one.

    Microdata gets the form of JSON-LD. Where JSON-LD only refers to an item of the page, as to its Organization, the item stands.
    """
    linked = [_loads(script) for script in html(text).xpath(_LINKED_DATA).getall()]
    found = next(_postings(linked), None)
    if found is not None:
        return _with_items(found, linked)
    if _MICRODATA not in text:
        return None
    # the text was decoded before: the extractor refuses one that declares its encoding, as XHTML does
    tree = parse_html(_DECLARED.sub("", text), encoding="UTF-8")
    _bound_references(tree)
    items = _Microdata().extract_items(tree, None)
    return next(_postings([_linked(item) for item in items]), None)


def beside_job_posting(
    row: Any, answer: str | None, read: Callable[[Selector], Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """Return a row of a listing and the JobPosting of its page beside each other: the `merge` of a source with such pages.

    Of a page without one, what `read` finds in it stands beside them.
    """
    posting = None if answer is None else job_posting(answer)
    found = read(html(answer)) if read and answer is not None and posting is None else {}
    return {"listing": row, "posting": posting, **{name: value for name, value in found.items() if value}}


def embedded_json(text: str, opening: str) -> Any:
    """Return the JSON value that follows the words `opening` in a page's script.

    Raises ValueError when the words are not there, or no JSON follows them.
    """
    at = text.find(opening)
    if at < 0:
        raise ValueError(f"the page has no {opening!r}")
    return first_json(text, text.index("{", at + len(opening)))


def xml_elements(text: str, tag: str, *, within: str) -> list[dict[str, Any]]:
    """Return each element `tag` of an XML document whose root is `within`, as a mapping.

    A child is under its tag without namespace, several of one tag are a list; an element with children or attributes is a
    mapping of its own (attributes as `@name`, its text as `text`), another one its text. What XML can't hold is left out:
    a letter of one posting would cost all others of its board.
    Raises TypeError or ValueError when it is no such document: an error page must not look like an empty feed.
    """
    if not isinstance(text, str):
        raise TypeError(f"{type(text).__name__} is no XML")
    # the text was decoded before: what it declares itself to be is over
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, recover=False, huge_tree=False)
    try:
        # many sites' plug-ins write an empty line before the declaration, which XML does not allow
        root = etree.fromstring(_NO_XML.sub("", text).lstrip("\ufeff \r\n\t").encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not XML: {error}") from error
    if _name(root) != within:
        raise ValueError(f"its root is {_name(root)!r}, not {within!r}")
    return [_mapping(element) for element in root.iter() if _name(element) == tag]


def _own_properties(item: Any) -> Iterator[Any]:
    """Yield the elements that are a property of `item` and of no item within it, in their order."""
    waiting = list(reversed(item))
    while waiting:
        element = waiting.pop()
        if element.get("itemprop") is not None:
            yield element
        if element.get("itemscope") is None:
            waiting.extend(reversed(element))


class _Microdata(MicrodataExtractor):  # type: ignore[misc]
    """The library's own, whose expression for this compares all properties with all within items: two minutes for 78 kB."""

    _xp_prop = staticmethod(_own_properties)


def _bound_references(tree: Any) -> None:
    """Leave the first references of a page, each once an item: all that one leads to is read for every reference to it."""
    room = _MOST_REFERENCES
    for element in tree.iterfind(".//*[@itemref]"):
        named = list(dict.fromkeys(element.get("itemref").split()))[:room]
        room -= len(named)
        element.set("itemref", " ".join(named))


def _loads(script: str) -> Any:
    hiding = _HIDING.match(script)
    at = hiding.end() if hiding else 0
    try:
        return first_json(script, at)
    except ValueError:
        return _repaired(script[at:])


def _repaired(script: str) -> Any:
    """Return what a script means that a template wrote with entities for its quotes, or a comma behind the last of a list."""
    whole = script if '"' in script else unescape(script)
    try:
        return first_json(_LAST_COMMA.sub(r"\1", whole), 0)
    except ValueError:
        return None


def _linked(value: Any) -> Any:
    if isinstance(value, list):
        return [_linked(item) for item in value]
    if not isinstance(value, Mapping) or "properties" not in value:
        return value
    properties = {name: _linked(item) for name, item in value["properties"].items()}
    kinds = value.get("type")
    names = [str(kind).rstrip("/").rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return {"@type": names if names[1:] else names[0], **properties}


def _postings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _postings(item)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(_JOB_POSTING.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield dict(value)
        yield from _postings(value.get("@graph"))
        yield from _postings(value.get("mainEntity"))


def _with_items(posting: dict[str, Any], linked: Any) -> dict[str, Any]:
    if not any(map(_is_reference, posting.values())):
        return posting
    items = {str(item["@id"]): item for item in _items(linked) if "@id" in item and not _is_reference(item)}
    return {name: items.get(str(part["@id"]), part) if _is_reference(part) else part for name, part in posting.items()}


def _is_reference(value: Any) -> bool:
    return isinstance(value, Mapping) and value.keys() == {"@id"}


def _items(linked: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(linked, list):
        for item in linked:
            yield from _items(item)
    elif isinstance(linked, Mapping):
        yield linked
        yield from _items(linked.get("@graph"))


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _mapping(element: Any) -> dict[str, Any]:
    found: dict[str, Any] = {f"@{name}": value for name, value in element.attrib.items()}
    for child in element:
        if not isinstance(child.tag, str):
            continue
        value = _mapping(child) if len(child) or child.attrib else child.text
        name = _name(child)
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    if not len(element) and element.text:
        found["text"] = element.text
    return found
