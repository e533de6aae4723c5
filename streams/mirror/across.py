"""The verifier across employers: whether postings of two employers advertise one job.

Agencies and aggregators change little but the employer's name. So precision goes first, by more than within an employer: the same
words in both titles, the same level, most of the text, and nothing that contradicts. A verdict depends on the two sketches and on
ACROSS, on nothing else. docs/adr/0019-copies-across-employers.md has the arithmetic.
"""

from base64 import b64decode, b64encode

import numpy as np
from xxhash import xxh3_64_hexdigest

from schemas.mirror import Sketch, Trace
from streams.dedupe.minhash import PERMUTATIONS, minima

# A frozen set of rules has a name; another rule or threshold has another one.
ACROSS = "across-1"

# Shorter texts collide between employers who write to one template. Normalized bytes.
MINIMUM_TEXT = 600
SIMILARITY = 0.8
# Two postings meet when title and level are the same, and the minima of one band: by a chance of 1 - (1 - J**2)**4, which is
# .98 at a similarity J of .8 and 1.00 from .9 on.
BANDS = 4
ROWS = 2
_PART = b"\x1f"


def buckets_of(sketch: Sketch) -> tuple[str, ...]:
    """Return the buckets in which a posting meets its copies; none for a teaser, or where the title names no job."""
    if not sketch.title or sketch.text_length < MINIMUM_TEXT:
        return ()
    words = (b",".join(b"%d" % word for word in sorted(found)) for found in (sketch.title, sketch.level))
    named = _PART.join(words)
    bands = minima(b64decode(sketch.signature))[: BANDS * ROWS].reshape(BANDS, ROWS)
    return tuple(f"{band}-{xxh3_64_hexdigest(named + _PART + rows.tobytes())}" for band, rows in enumerate(bands))


def trace_of(sketch: Sketch) -> Trace:
    """Return what is compared within a bucket."""
    low = minima(b64decode(sketch.signature)).astype(np.uint8)
    return Trace(fingerprint=b64encode(low.tobytes()).decode(), places=sketch.places, requisition=sketch.requisition)


def alike(one: bytes, other: bytes) -> float:
    """Return the share of two fingerprints that is equal: the estimated similarity, and a 256th of the rest by chance."""
    same = np.frombuffer(one, np.uint8) == np.frombuffer(other, np.uint8)
    return int(np.count_nonzero(same)) / PERMUTATIONS


def contradict(places: tuple[frozenset[int], frozenset[int]], requisitions: tuple[int, int]) -> bool:
    """Return whether two postings state other places, or other requisitions."""
    one, other = places
    return bool(one and other and one.isdisjoint(other)) or (0 not in requisitions and requisitions[0] != requisitions[1])


def similarity(one: Sketch, other: Sketch) -> float | None:
    """Return how similar the texts of two sketches are; None when they meet in no bucket or advertise another job."""
    if set(buckets_of(one)).isdisjoint(buckets_of(other)):
        return None
    mine, theirs = (b64decode(trace_of(sketch).fingerprint) for sketch in (one, other))
    places = frozenset(one.places), frozenset(other.places)
    found = alike(mine, theirs)
    return None if found < SIMILARITY or contradict(places, (one.requisition, other.requisition)) else found
