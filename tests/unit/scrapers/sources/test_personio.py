"""Texts of Personio, of which a feed has those of one language."""

from collections.abc import Mapping
from typing import Any

from scrapers.sources import load_source
from scrapers.sources.base import PageRequest

PERSONIO = load_source("personio")


def feed(**texts: str) -> str:
    """A feed with a position per number, each with its text; "" = it is not written in the language of the feed."""
    positions = "".join(
        f"<position><id>{number[1:]}</id><name>Welder {number[1:]}</name><jobDescriptions>"
        + (f"<jobDescription><name>Tasks</name><value><![CDATA[{text}]]></value></jobDescription>" if text else "")
        + "</jobDescriptions></position>"
        for number, text in texts.items()
    )
    return f"<workzag-jobs>{positions}</workzag-jobs>"


def walk(feeds: Mapping[str, str]) -> tuple[list[tuple[Any, Any]], list[str]]:
    """Walk a board; return (id, text) of its rows, and the languages that were asked for."""
    asked: PageRequest | None = PERSONIO.first_page("acme")
    rows, languages = list[tuple[Any, Any]](), list[str]()
    while asked is not None:
        language = str(asked.query.get("language", ""))
        page = PERSONIO.read(asked, feeds[language])
        languages.append(language)
        rows += [(row["id"], ((row["jobDescriptions"] or {}).get("jobDescription") or {}).get("value")) for row in page.postings]
        asked = page.following
    return rows, languages


def test_a_position_has_the_text_of_the_first_language_that_it_is_written_in() -> None:
    """English where there is one, else the account's own; nothing is asked for once every text is there."""
    feeds = {
        "en": feed(n1="Weld.", n2="", n3=""),
        "": feed(n1="Schweiße.", n2="", n3="Löte."),
        "de": feed(n1="", n2="Nagle.", n3=""),
    }

    assert walk(feeds) == ([("1", "Weld."), ("3", "Löte."), ("2", "Nagle.")], ["en", "", "de"])


def test_a_board_that_is_all_in_english_is_asked_once() -> None:
    """As is an empty one."""
    assert walk({"en": feed(n1="Weld.")}) == ([("1", "Weld.")], ["en"])
    assert walk({"en": feed()}) == ([], ["en"])


def test_a_position_without_any_text_is_listed_all_the_same() -> None:
    """Once every language was asked for; so is one that went away in between."""
    silent = feed(n1="", n2="")
    feeds = dict.fromkeys(("en", "", "de", "fr", "es", "it", "nl"), silent) | {"pt": feed(n1="")}

    assert walk(feeds)[0] == [("1", None), ("2", None)]
