"""Truths read in the texts: what title or text of a posting state, or that they state nothing.

`data/read_*.jsonl` have ids and values, no text. The reader was a language model (ADR 0025).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, Truth
from pipeline.evaluation.postings import postings
from pipeline.evaluation.sets import Row, without_fields
from schemas.posting import DeduplicatedPosting
from streams.enrich.contract import posting_of

Shown = Callable[[DeduplicatedPosting], DeduplicatedPosting]
# What a less certain reading says is no measure.
_LEAST_SURE = 2


def labels(name: str) -> list[Row]:
    """Return the lines of `data/read_<name>.jsonl` that the reader was sure of; data/README.md has their shape."""
    lines = files("pipeline.evaluation.data").joinpath(f"read_{name}.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row.get("sure", _LEAST_SURE) >= _LEAST_SURE]


def read_cases(data: Path, *, name: str, form: Callable[[Any], Any], shown: Shown = without_fields) -> Iterator[Case]:
    """Yield a case for each posting with a label of which `form` makes a truth, none where that is None.

    Sets come as they first do among the labels; a page that is in a set twice counts once. `shown` is what enrichers see of a
    posting. Raises DataAbsent.
    """
    of_sets: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for label in labels(name):
        of_sets[label["set"]][label["id"]] = label
    for set_, found in of_sets.items():
        for posting in _labelled(data, set_, found):
            label = found.pop(key_of(posting.posting_id), {})
            truth = form(label["truth"]) if label else None
            if truth is not None:
                yield Case(label.get("case", posting.posting_id), shown(posting), truth)


def _labelled(data: Path, name: str, found: Row) -> Iterator[DeduplicatedPosting]:
    return (posting for _, posting in postings(data, name, lambda id_: key_of(id_) in found))


def unplaced(posting: DeduplicatedPosting) -> DeduplicatedPosting:
    """Show title and text only."""
    return without_fields(posting, placed=False)


def untitled(posting: DeduplicatedPosting) -> DeduplicatedPosting:
    """Show the text only."""
    return posting_of(posting.posting_id, description=posting.description)


def as_stated(posting: DeduplicatedPosting) -> DeduplicatedPosting:
    """Show all that a posting states."""
    return posting


def read_truth(name: str, form: Callable[[list[str]], Any]) -> Truth:
    """Return what was read of a field; `form` makes a truth of the words of a line, of which a silent posting has none."""
    about = "read in the texts by a language model, which wrote the reader too; precision counts postings that state nothing"
    return Truth("read in the texts", about, partial(read_cases, name=name, form=form))


def key_of(id_: str) -> str:
    """Return the id as labels have it: addresses of pages by their last part."""
    return id_.rpartition("/")[2]
