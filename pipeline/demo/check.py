"""Whether the warehouses hold what the world planted. Pure: truth and findings in, verdicts out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from pipeline.demo.world import Truth

Pair = tuple[str, str]
_SHOWN = 3
# what is null in the warehouse for a field that was broken on purpose
NULL_WHEN_BROKEN = {"date": "posted_at", "place": "country", "salary": "salary_minimum"}


@dataclass(frozen=True, slots=True)
class Found:
    """What one warehouse holds: a row's fields per posting id, revisions per posting id, cluster per posting id."""

    postings: Mapping[str, Mapping[str, Any]]
    revisions: Mapping[str, int]
    clusters: Mapping[str, str]
    outcomes: Mapping[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that must hold. `wrong` names what does not, empty when all is well."""

    name: str
    planted: int
    wrong: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong

    def sentence(self) -> str:
        """Return the verdict for people; the first few wrong ones are named."""
        if self.holds:
            return f"{self.name}: all {self.planted}"
        more = f" and {len(self.wrong) - _SHOWN} more" if len(self.wrong) > _SHOWN else ""
        return f"{self.name}: {len(self.wrong)} of {self.planted} WRONG: {', '.join(self.wrong[:_SHOWN])}{more}"


def check(truth: Truth, engine: str, found: Found) -> list[Verdict]:
    """Return what holds in the warehouse `engine`."""
    reposts, mirrored = _ordered(truth.reposts), _mirrored(found)
    return [
        Verdict(f"{engine}: postings", len(truth.seen), _differences(truth.seen, set(found.postings))),
        Verdict(f"{engine}: revisions", len(truth.seen), tuple(_wrong_revisions(truth, found))),
        Verdict(f"{engine}: planted copies merged", len(truth.copies), tuple(_apart(truth.copies, found.clusters))),
        Verdict(f"{engine}: variants linked, not merged", len(truth.variants), tuple(_wrong_variants(truth.variants, found))),
        Verdict(f"{engine}: nothing else merged", len(truth.copies), _unplanted(truth.copies, found.clusters)),
        Verdict(f"{engine}: an agency's reposts found", len(reposts), _listed(reposts - mirrored, "≠")),
        Verdict(f"{engine}: no other reposts found", len(reposts), _listed(mirrored - reposts, "=")),
        Verdict(f"{engine}: unreadable fields null", len(truth.unreadable), tuple(_wrong_fields(truth, found))),
        Verdict(f"{engine}: boards reported", len(_expected_outcomes(truth)), tuple(_wrong_outcomes(truth, found))),
    ]


def check_dead(truth: Truth, dead: Mapping[str, str]) -> Verdict:
    """Return whether exactly the planted postings are dead letters; `dead` = posting id -> reason."""
    wrong = _differences({f"{i}={r}" for i, r in truth.dead.items()}, {f"{i}={r}" for i, r in dead.items()})
    return Verdict("dead letters", len(truth.dead), wrong)


def _merged_pairs(clusters: Mapping[str, str]) -> set[Pair]:
    """Return every pair of postings that share a cluster, the smaller id first."""
    members: dict[str, list[str]] = {}
    for posting_id, cluster in clusters.items():
        members.setdefault(cluster, []).append(posting_id)
    return {pair for ids in members.values() for pair in combinations(sorted(ids), 2)}


def _differences(expected: set[str], found: set[str]) -> tuple[str, ...]:
    missing = [f"{each} is missing" for each in sorted(expected - found)]
    return (*missing, *(f"{each} should not be there" for each in sorted(found - expected)))


def _wrong_revisions(truth: Truth, found: Found) -> Iterator[str]:
    expected = Counter(truth.seen) + Counter(truth.edited.keys())
    for posting_id, count in expected.items():
        if found.revisions.get(posting_id) != count:
            yield f"{posting_id} has {found.revisions.get(posting_id, 0)} of {count}"


def _apart(pairs: Iterable[Pair], clusters: Mapping[str, str]) -> Iterator[str]:
    for one, other in pairs:
        if one not in clusters or clusters[one] != clusters.get(other):
            yield f"{one} ≠ {other}"


def _wrong_variants(pairs: Iterable[Pair], found: Found) -> Iterator[str]:
    """Yield the pairs that share a cluster or of which neither is a variant: others of their template may be older than both."""
    for one, other in pairs:
        if one in found.clusters and found.clusters[one] == found.clusters.get(other):
            yield f"{one} = {other}"
        elif not any(found.postings.get(each, {}).get("variant_of") for each in (one, other)):
            yield f"{one} and {other} are variants of none"


def _unplanted(copies: Iterable[Pair], clusters: Mapping[str, str]) -> tuple[str, ...]:
    return _listed(_merged_pairs(clusters) - _merged_pairs(_closed(copies)), "=")


def _listed(pairs: Iterable[Pair], sign: str) -> tuple[str, ...]:
    return tuple(f"{one} {sign} {other}" for one, other in sorted(pairs))


def _mirrored(found: Found) -> set[Pair]:
    """Return every posting that copies one of another employer, with that."""
    return _ordered((posting_id, row["mirror_of"]) for posting_id, row in found.postings.items() if row["mirror_of"])


def _ordered(pairs: Iterable[Pair]) -> set[Pair]:
    """Return the pairs, the smaller id first."""
    return {(min(pair), max(pair)) for pair in pairs}


def _closed(copies: Iterable[Pair]) -> dict[str, str]:
    """Return a cluster per posting: a copy of a copy belongs to the same one."""
    cluster: dict[str, str] = {}
    for one, other in copies:
        keep, drop = cluster.get(one, one), cluster.get(other, other)
        cluster.update({one: keep, other: keep}, **{each: keep for each, named in cluster.items() if named == drop})
    return cluster


def _wrong_fields(truth: Truth, found: Found) -> Iterator[str]:
    for posting_id, broken in truth.unreadable.items():
        row = found.postings.get(posting_id)
        if row is None:
            yield f"{posting_id} is missing"
        elif broken == "nul" and "\x00" in row["description"]:
            yield f"{posting_id} holds NUL bytes"
        elif broken in NULL_WHEN_BROKEN and row[NULL_WHEN_BROKEN[broken]] is not None:
            yield f"{posting_id} has {NULL_WHEN_BROKEN[broken]} {row[NULL_WHEN_BROKEN[broken]]}"


def _expected_outcomes(truth: Truth) -> dict[str, str]:
    return dict.fromkeys(truth.failed_boards, "failed") | dict.fromkeys(truth.empty_boards, "complete")


def _wrong_outcomes(truth: Truth, found: Found) -> Iterator[str]:
    for board, outcome in _expected_outcomes(truth).items():
        last = (found.outcomes.get(board) or ["no report"])[-1]
        if last != outcome:
            yield f"{board} reported {last}, not {outcome}"
