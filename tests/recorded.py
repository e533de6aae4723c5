"""Recorded answers of the six systems, and a vendor's server that gives them."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scrapers.sources import load_source
from scrapers.urls import led_to
from tests.integration.scrapers.vendor import Answer, Vendor

SYSTEMS = ("ashby", "greenhouse", "lever", "recruitee", "smartrecruiters", "workable")
# an export in which the recorded rows stand beside what somebody made of them
EXPORT = "greatminds_normalised_with_raw.json"


def recorded(folder: Path) -> dict[str, Any]:
    """Return board -> payload for every file of the six systems; a board is named like its file."""
    files = [path for system in SYSTEMS for path in sorted((folder / system).glob("*.json"))]
    return {f"{path.parent.name}:{path.stem.replace('.', '-')}": _payload_of(path) for path in files}


def serve(vendor: Vendor, board: str, payload: Any) -> list[dict[str, Any]]:
    """Let `vendor` answer as the board did; return the rows. Details were not recorded: an answer with a text stands in."""
    source_name, _, name = board.partition(":")
    source = load_source(source_name)
    asked = source.first_page(name)
    page = source.read(asked, payload)
    vendor.answers[led_to("", asked.url).removeprefix("https:/")] = [Answer(payload)]
    for row in page.postings if source.detail_request else ():
        url = source.detail_request(name, row).url
        text = {"jobDescription": {"text": "<p>Care for residents.</p>"}}
        vendor.answers[url.removeprefix("https:/")] = [Answer({**row, "jobAd": {"sections": text}})]
    return list(page.postings)


def named(boards: Iterable[str], path: Path) -> Path:
    """Write a boards file that names an employer for each of `boards`."""
    tables: dict[str, list[str]] = {}
    for board in boards:
        source, _, name = board.partition(":")
        tables.setdefault(source, []).append(f'{name} = "Named Here"')
    path.write_text("\n".join("\n".join([f"[{source}]", *lines]) for source, lines in tables.items()))
    return path


def _payload_of(path: Path) -> Any:
    found = json.loads(path.read_text())
    return {"offers": [row["raw_data"] for row in found]} if path.name == EXPORT else found
