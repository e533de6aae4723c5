"""The verifier across employers: whether postings of two employers advertise one job.

Agencies and boards put words of their own around an ad, shorten it and call the job by a longer name; most keep sentences of
what is to be done. So postings meet by sentences about the role, and are compared by the words about it, by titles and by what
may contradict. A verdict depends on the two sketches and on ACROSS, on nothing else. docs/adr/0019-copies-across-employers.md has
the arithmetic, docs/dedupe-accuracy.md what it gets right.
"""

from base64 import b64decode
from collections.abc import Iterator
from typing import NamedTuple

from schemas.mirror import Sketch, Trace
from streams.dedupe.compare import ranks_differ
from streams.dedupe.content import FORM
from streams.dedupe.minhash import ROLE_PERMUTATIONS, same_minima

# A frozen set of rules has a name; another rule or threshold has another one.
ACROSS = "across-2"

# Shorter texts collide between employers who write to one template. Normalized bytes.
MINIMUM_TEXT = 600
# How much of what the shorter one says about the role has to be in both: where titles are the same or share two words, and where
# they share one.
SHARED, SHARED_BY_A_WORD = 0.7, 0.85
# How many minima have to be the same, however short one of them is: of fewer, the share is told by too few.
LEAST_SAME = 23
_WORDS_OF_ONE_JOB = 2


class Told(NamedTuple):
    """What of a posting others are compared with in a bucket: see `Trace`."""

    fingerprint: bytes
    weight: int
    title: frozenset[int]
    ranks: int
    steps: int
    places: frozenset[int]
    countries: frozenset[int]
    states: int
    requisition: int


def buckets_of(sketch: Sketch) -> tuple[str, ...]:
    """Return the buckets in which a posting meets its copies; none for a teaser, or where the title names no job."""
    if not sketch.title or sketch.text_length < MINIMUM_TEXT:
        return ()
    return tuple(f"{sentence:08x}" for sentence in sketch.sentences)


def trace_of(sketch: Sketch) -> Trace:
    """Return what is compared within a bucket."""
    return Trace(
        fingerprint=sketch.signature, weight=sketch.weight, title=sketch.title, level=sketch.level, places=sketch.places,
        countries=sketch.countries, states=sketch.states, requisition=sketch.requisition,
    )  # fmt: skip


def told_in(trace: Trace) -> Told:
    """Return a trace as it is compared."""
    ranks, steps = trace.level or (0, 0)
    return Told(
        b64decode(trace.fingerprint), trace.weight, frozenset(trace.title), ranks, steps, frozenset(trace.places),
        frozenset(trace.countries), trace.states, trace.requisition,
    )  # fmt: skip


def alike(one: Told, other: Told) -> float | None:
    """Return how much of what the shorter posting says about the role is in both, estimated; None where they are other jobs."""
    found = _contained(one, other)
    # first what tells most pairs apart
    needed = _needed(one.title, other.title) if found else None
    if needed is None or found < needed or next(_contradictions(one, other), None):
        return None
    return found


def _needed(one: frozenset[int], other: frozenset[int]) -> float | None:
    """Return how much has to be in both, by two titles; None where these have no word in common."""
    shared = one & other
    if not shared:
        return None
    return SHARED if len(shared) >= _WORDS_OF_ONE_JOB or one == other else SHARED_BY_A_WORD


def _contradictions(one: Told, other: Told) -> Iterator[str]:
    """Yield in what two postings contradict: `requisition`, `level`, `place`.

    A place that is no large city may lie in or beside the other's: then only the state and the country tell. An agency numbers
    requisitions otherwise than its client, so only two of one form contradict.
    """
    stated = one.requisition and other.requisition and one.requisition != other.requisition
    if stated and one.requisition & FORM == other.requisition & FORM:
        yield "requisition"
    if ranks_differ(one.ranks, other.ranks) or (one.steps and other.steps and not one.steps & other.steps):
        yield "level"
    listed = (one.places, other.places), (one.countries, other.countries)
    elsewhere = any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in listed)
    if elsewhere or (one.states and other.states and not one.states & other.states):
        yield "place"


def _contained(one: Told, other: Told) -> float:
    """Return the share by the similarity J of two sets: J / (1 + J) of both weights is in both. 0 where too little tells it."""
    if not one.weight or not other.weight:
        return 0.0
    same = same_minima(one.fingerprint, other.fingerprint)
    both = same / (ROLE_PERMUTATIONS + same) * (one.weight + other.weight)
    return min(1.0, both / min(one.weight, other.weight)) if same >= LEAST_SAME else 0.0


def similarity(one: Sketch, other: Sketch) -> float | None:
    """Return how similar two sketches are, as `alike` does; None also when they meet in no bucket."""
    if set(buckets_of(one)).isdisjoint(buckets_of(other)):
        return None
    return alike(told_in(trace_of(one)), told_in(trace_of(other)))


class Verdict(NamedTuple):
    """What tells whether two postings of two employers advertise one job, and whether they do.

    `sentences` counts those of the few kept that are in both: without one they are never compared, nor where one is `too_short`.
    `share` of what the shorter one says about the role is in both, `needed` has to be; None where titles share no word.
    """

    is_copy: bool
    too_short: bool
    sentences: int
    share: float
    needed: float | None
    contradictions: tuple[str, ...]


def judge(one: Sketch, other: Sketch) -> Verdict:
    """Return what tells whether two sketches are of one job, as the stage `mirror` judges."""
    mine, theirs = told_in(trace_of(one)), told_in(trace_of(other))
    return Verdict(
        is_copy=similarity(one, other) is not None,
        too_short=min(one.text_length, other.text_length) < MINIMUM_TEXT,
        sentences=len(set(one.sentences).intersection(other.sentences)),
        share=_contained(mine, theirs),
        needed=_needed(mine.title, theirs.title),
        contradictions=tuple(_contradictions(mine, theirs)),
    )
