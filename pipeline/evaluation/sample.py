"""A natural sample: texts drawn by their hashes alone, of which only those are read of which the enricher says something.

What an enricher says nothing of can't be false, so the share of false answers of all that was drawn takes no more reading.
"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.evaluation.base import Case, Drawn
from pipeline.evaluation.postings import postings
from pipeline.evaluation.read import Shown, key_of, labels
from pipeline.evaluation.sets import Row
from schemas.posting import DeduplicatedPosting
from streams.dedupe.pairs import halves_of


def drawn_cases(
    data: Path, *, name: str, most: Mapping[str, int], form: Callable[[Any], tuple[Any, ...]], shown: Shown
) -> Iterator[Case]:
    """Yield a case for each text that is drawn of half 1: so many of each set as `most` says, or all that it has.

    What was read of them is in `data/read_<name>_drawn.jsonl`, or in `read_<name>.jsonl` where they were labelled before; a text
    that half 0 has by another id stays there. `form` makes the answers of a label, `shown` is what enrichers see of a posting.
    Raises DataAbsent.
    """
    known: dict[tuple[str, str], Row] = {
        (label["set"], label["id"]): label for file in (name, f"{name}_drawn") for label in labels(file)
    }
    for set_, number in most.items():
        for posting in _drawn(data, set_, number):
            label = known.get((set_, key_of(posting.posting_id)), {})
            accepted = form(label["truth"]) if label else None
            yield Case(label.get("case", posting.posting_id), shown(posting), Drawn(accepted))


def _drawn(data: Path, set_: str, number: int) -> list[DeduplicatedPosting]:
    """Return the `number` postings of half 1 with the smallest hashes, of those with a text; each id and each text once."""
    by_id: dict[str, DeduplicatedPosting] = {}
    for _, posting in postings(data, set_):
        if posting.description.strip():
            by_id.setdefault(posting.posting_id, posting)
    by_text: dict[tuple[str, str], DeduplicatedPosting] = {}
    for posting in by_id.values():
        by_text.setdefault((posting.title, posting.description), posting)
    return sorted(filter(_is_reported, by_text.values()), key=_place)[:number]


def _is_reported(posting: DeduplicatedPosting) -> bool:
    return halves_of([posting.posting_id]) == [1]


def _place(posting: DeduplicatedPosting) -> bytes:
    return sha256(f"natural:{posting.posting_id}".encode()).digest()
