"""The sources: a file each, and its name is the source's one word."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from scrapers.sources.base import Source

_NO_SOURCES = {"base"}


_HAS = ("SOURCE_ID", "first_page", "read_page")
_WITH_DETAILS = ("detail_request", "merge")


class UnknownSource(Exception):  # noqa: N818 - a condition
    """There is no such source; the message lists those there are."""


class SourceIncomplete(Exception):  # noqa: N818 - a condition
    """The file of a source lacks what one has to have; the message names it."""


def source_names() -> list[str]:
    """Return the words of all sources that can be crawled, sorted."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    return sorted(module.name for module in found if module.name not in _NO_SOURCES)


@cache
def load_source(name: str) -> Source:
    """Return the source of that word.

    Raises UnknownSource, SourceIncomplete.
    """
    if name not in source_names():
        raise UnknownSource(f"There is no source {name!r}. Sources: {', '.join(source_names())}.")
    module = importlib.import_module(f"{__name__}.{name}")
    # a detail that nothing merges would be asked for and thrown away, with the text of the posting
    has = _HAS + (_WITH_DETAILS if any(hasattr(module, word) for word in _WITH_DETAILS) else ())
    lacking = [word for word in has if not hasattr(module, word)]
    if lacking:
        raise SourceIncomplete(f"scrapers/sources/{name}.py lacks {', '.join(lacking)}: docs/adding-a-source.md, section 1.")
    return Source(
        name,
        module.first_page,
        module.read_page,
        module.SOURCE_ID,
        getattr(module, "detail_request", None),
        getattr(module, "merge", None),
        getattr(module, "PAGES", ()),
        getattr(module, "KEYS", ()),
        getattr(module, "sign", None),
    )
