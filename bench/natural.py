"""The natural streams through the stage's step, in memory and in the order of arrival, and random pairs of them to read.

usage: python -m bench.natural draw OUT [SEED]
       python -m bench.natural report

`draw` writes random merges (a posting and the canonical one of its cluster) and near misses (canonical postings kept apart though
close, the third of them with the greatest chance of a copy), mingled and without their verdict, with both texts: keep OUT out of
the repository. `report` tells what the verifier in force makes of the pairs that were read, `data/natural_pairs.jsonl`: ids,
label and how sure.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from bench.common import emit
from bench.signatures import BATCH, Memory, assigned_in, incoming, looked_at, normalized_by
from bench.train_verifier import SETS
from bench.train_words import POSTINGS
from schemas.cluster import ClusterAssigned
from schemas.posting import Posting
from schemas.raw import RawPosting
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings
from streams.dedupe.compare import is_near
from streams.dedupe.content import Content, ad_of, contents_of
from streams.dedupe.decide import VERIFIER
from streams.dedupe.reader import Label, judge
from streams.dedupe.step import NO_EMPLOYER_KEY, build_step
from streams.normalize.step import build_step as build_normalize
from streams.step import Outcome

READ = Path(__file__).parent / "data" / "natural_pairs.jsonl"
STREAMS = {
    "Hacker News": ("hn_whoishiring_2015_2017.jsonl",),
    "zapply": ("zapply_2026.jsonl",),
    "LinkedIn, Indeed": tuple(f"{board}_{job}_ca_2019.csv" for board in ("linkedin", "indeed") for job in ("da", "ds")),
}
MERGES, MISSES, SEED = 200, 100, 20_261_128
# Of near misses, those with the greatest chance: one in so many.
_CLOSEST = 3
_GUESS = 1
_NORMAL_95 = 1.96

Ids = tuple[str, str]
Labels = Mapping[Ids, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream that has gone through: its postings by id, how many have an employer, and pairs of (posting, older canonical)."""

    postings: Mapping[str, Posting]
    members: int
    merges: Sequence[Ids]
    misses: Sequence[Ids]


def run(files: Sequence[str]) -> Stream:
    """Return what became of the postings of `files`, taken in the order in which they were fetched."""
    postings: dict[str, Posting] = {}
    clusters: dict[str, ClusterAssigned] = {}
    for batch, outcomes in deduplicated(files):
        postings |= batch
        clusters |= {event.posting_id: event for outcome in outcomes for event in assigned_in(outcome)}
    placed = {name: found for name, found in clusters.items() if not found.employer_key.startswith(NO_EMPLOYER_KEY)}
    merges = [(name, found.cluster_id) for name, found in placed.items() if not found.is_canonical]
    canonical = [postings[name] for name, found in placed.items() if found.is_canonical]
    return Stream(postings, len(placed), sorted(merges), _misses(canonical))


def deduplicated(files: Sequence[str]) -> Iterator[tuple[dict[str, Posting], list[Outcome]]]:
    """Yield the postings of `files`, some at a time in the order in which they were fetched, and what dedupe makes of them."""
    raws = sorted((raw for file in files for raw in _raws(file)), key=lambda raw: raw.fetched_at)
    normalize, books, dedupe, state = build_normalize(), Memory(), build_step(), Memory()
    for at in range(0, len(raws), BATCH):
        batch = list(normalized_by(normalize, raws[at : at + BATCH], books))
        outcomes = [dedupe(received, state) for received in looked_at(dedupe, incoming(batch))]
        yield {event.posting_id: event for event in batch if isinstance(event, Posting)}, outcomes


def _raws(file: str) -> Iterator[RawPosting]:
    source, columns = SETS[file]
    wanted = Import(load_spec(source, columns), file.partition(".")[0] if source == "generic" else None, datetime.now(UTC))
    yield from (raw for _, raw in read_postings(read_rows(POSTINGS / f"{file}.xz"), wanted, Findings()))


def _misses(canonical: Sequence[Posting]) -> list[Ids]:
    """Return for each canonical posting the older one that it is closest to, for the third that is closest."""
    contents = contents_of([ad_of(posting) for posting in canonical])
    groups: defaultdict[str, list[tuple[datetime, str, Content]]] = defaultdict(list)
    for posting, content in zip(canonical, contents, strict=True):
        groups[posting.employer_key].append((posting.first_fetched_at, posting.posting_id, content))
    found: list[tuple[float, Ids]] = []
    for group in groups.values():
        group.sort(key=lambda member: member[:2])
        for at, (_, name, content) in enumerate(group):
            near = [
                (judge(content, other).probability, (name, older)) for _, older, other in group[:at] if is_near(content, other)
            ]
            found += [max(near)] if near else []
    found.sort(reverse=True)
    return [ids for _, ids in found[: len(found) // _CLOSEST]]


def draw(out: Path, seed: int) -> None:
    """Write the pairs to read to `out`, one JSON object a line."""
    streams = {name: run(files) for name, files in STREAMS.items()}
    generator = Random(seed)
    merges = [(name, ids) for name, stream in streams.items() for ids in stream.merges]
    misses = [(name, ids) for name, stream in streams.items() for ids in stream.misses]
    drawn = generator.sample(merges, MERGES) + generator.sample(misses, MISSES)
    generator.shuffle(drawn)
    with out.open("w", encoding="utf-8") as file:
        for name, ids in drawn:
            sides = (streams[name].postings[posting_id].model_dump(mode="json") for posting_id in ids)
            row = {"a": ids[0], "b": ids[1], "set": name, "sides": [shown(side) for side in sides]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def shown(posting: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a reader of a pair is shown of a posting."""
    fields = ("title", "employer", "requisition_id", "first_fetched_at", "url", "description")
    return {name: posting[name] for name in fields} | {"places": [place["raw"] for place in posting["locations"]]}


def report() -> None:
    """Print the counts of the pairs that were read, by what the verifier in force makes of them."""
    read = labels_in(READ)
    tables, of_merges, of_misses = {}, Counter[str](), Counter[str]()
    for name, files in STREAMS.items():
        stream = run(files)
        merged, missed = (count(read, pairs) for pairs in (stream.merges, stream.misses))
        tables[name] = {"members": stream.members, "merged": len(stream.merges), "merges": merged, "near_misses": missed}
        of_merges += merged
        of_misses += missed
    wrong = of_merges[Label.VARIANT] + of_merges[Label.DIFFERENT]
    sure = wrong + of_merges[Label.COPY]
    rate = {"wrong": wrong, "of": sure, "share": round(wrong / sure, 4), "interval_95": wilson(wrong, sure)}
    emit("natural", {"verifier": VERIFIER, "streams": tables, "merged_wrongly": rate, "near_misses": of_misses})


def labels_in(path: Path) -> Labels:
    """Return the pairs that were read, by their ids."""
    return {(row["a"], row["b"]): row for row in map(json.loads, path.read_text("utf-8").splitlines())}


def count(read: Labels, pairs: Sequence[Ids]) -> Counter[str]:
    """Return how many of `pairs` have each label; those that no more than a guess is known of are `guess`."""
    rows = (read[ids] for ids in pairs if ids in read)
    return Counter("guess" if row["sure"] == _GUESS else row["label"] for row in rows)


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share. Source: Wilson, "Probable inference", 1927."""
    z, share = _NORMAL_95, count / of
    middle, width = share + z * z / (2 * of), z * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    return round((middle - width) / (1 + z * z / of), 4), round((middle + width) / (1 + z * z / of), 4)


if __name__ == "__main__":
    if sys.argv[1:] == ["report"]:
        report()
    else:
        draw(Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else SEED)
