"""docs/sources.md says what every source is and which fields its normalizer fills; it is made from the code and its fixtures.

Run pytest with `JOBSTREAM_WRITE_GOLDEN=1` to write it anew.
"""

import importlib
import inspect
import json
import os
from collections import Counter
from dataclasses import fields
from urllib.parse import urlsplit

from scrapers.boards import load_boards
from scrapers.discover import boards_in
from scrapers.imports import importable
from scrapers.sources import load_source, source_names
from scrapers.sources.careers import SYSTEMS
from streams.normalize.fields import Content
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "sources.md"
FIXTURES = ROOT / "tests" / "fixtures"
EXAMPLES = {"ApplicantPro": "acme.applicantpro.com", "Homebase": "app.joinhomebase.com"}
FIELDS = [field.name for field in fields(Content) if field.name != "title"]
HEAD = """# Sources

Made from the code: `JOBSTREAM_WRITE_GOLDEN=1 pytest tests/contract/test_sources_page.py`. "Known from" is where the endpoint and
its fields were taken from; what says "not yet seen live" was met in a description only.
[Adding a source](adding-a-source.md) shows how one is written; `./jobstream sources test NAME --payload FILE` shows what comes
of one. [Fields by source](source-fields.md) says what recorded answers fill, here and in two other packages.

| source | is | host | known boards | a request per posting | known from |
|---|---|---|---|---|---|
"""
SYSTEMS_HEAD = """
## Systems that are read through their pages

No listing of these is known, so they are boards of `careers`: a sitemap, and the schema.org JobPosting of each page.
`./jobstream sources discover` finds the board behind an address of theirs.

| system | board | known |
|---|---|---|
"""
MATRIX = """
## Fields

A mark: the normalizer fills the field when the answer holds it, as its fixtures show. Every posting has a title.

"""


def paragraphs(name: str) -> tuple[str, str]:
    """The first sentence of a source's docstring, and what follows "Source:"."""
    text = inspect.cleandoc(importlib.import_module(f"scrapers.sources.{name}").__doc__ or "")
    first = text.split("\n\n")[0].replace("\n", " ")
    source = text.partition("Source:")[2].replace("\n", " ").strip().rstrip(".")
    return first.rstrip("."), source


def row_of(name: str, boards: Counter[str]) -> str:
    """A line of the table of sources."""
    source, (first, known) = load_source(name), paragraphs(name)
    host = urlsplit(source.first_page("BOARD").url).netloc
    details = "yes" if source.detail_request else "no"
    return f"| `{name}` | {first} | `{host}` | {boards[name]} | {details} | {known} |"


def filled_by(name: str) -> set[str]:
    """The fields that some fixture of a source shows filled."""
    outputs = [json.loads(path.read_text()) for path in (FIXTURES / name).glob("*/output.json")]
    return {field for output in outputs for field, value in output.items() if value not in (None, "", [], {})}


def render() -> str:
    """The page."""
    boards = Counter(board.source for board in load_boards())
    names = sorted({*source_names(), *importable()})
    table = "\n".join(row_of(name, boards) for name in source_names())
    head = "| source | " + " | ".join(field.removeprefix("stated_").replace("_", " ") for field in FIELDS) + " |"
    marks = {name: filled_by(name) for name in names}
    lines = [f"| `{name}` | " + " | ".join("●" if field in marks[name] else "" for field in FIELDS) + " |" for name in names]
    systems = "\n".join(f"| {system} | `careers:{EXAMPLES[system]}` | {known} |" for system, (_, known) in SYSTEMS.items())
    return (
        HEAD
        + table
        + "\n"
        + SYSTEMS_HEAD
        + systems
        + "\n"
        + MATRIX
        + "\n".join([head, "|---" * (len(FIELDS) + 1) + "|", *lines])
        + "\n"
    )


def test_the_page_of_sources_is_that_of_the_code() -> None:
    """Written anew when a source is added."""
    if os.environ.get("JOBSTREAM_WRITE_GOLDEN") == "1":
        PAGE.write_text(render())

    assert PAGE.read_text() == render()


def test_every_source_says_what_it_is_and_where_it_is_known_from() -> None:
    """In its docstring."""
    assert [name for name in source_names() if not all(paragraphs(name))] == []


def test_a_system_that_is_read_through_its_pages_is_discovered() -> None:
    """The board that the page names is the one that its address gives."""
    found = {system: [str(board) for board in boards_in(f"https://{board}/jobs/7.html")] for system, board in EXAMPLES.items()}

    assert found == {system: [f"careers:{EXAMPLES[system]}"] for system in SYSTEMS}
