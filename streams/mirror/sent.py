"""What mirror tells itself, as JSON: four to eight messages for a posting, so they are not made as objects before."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pydantic_core import to_json

from schemas.base import from_epoch_ms
from schemas.codec import Written, iso
from schemas.mirror import CanonicalPosting, PostingSighted, SightingAnswered
from streams.mirror.across import trace_of
from streams.mirror.bucket import Answer
from streams.mirror.sighting import Sighting


def sightings_of(event: CanonicalPosting, ask: int, buckets: Sequence[str], left: Sequence[str]) -> Iterator[Written]:
    """Yield a PostingSighted for each bucket that the posting has left, and for each that it is in."""
    said = {
        "posting_id": event.posting_id,
        "ask": ask,
        "sightings": len(left) + len(buckets),
        "employer_key": event.employer_key,
        "first_fetched_at": None,
        "trace": None,
        "revised_at": event.revised_at,
    }
    time = iso(event.revised_at)
    if left:
        yield from _sighted(left, to_json(said), event.posting_id, ask, time)
    if buckets and event.sketch is not None:
        said |= {"first_fetched_at": event.first_fetched_at, "trace": trace_of(event.sketch)}
        yield from _sighted(buckets, to_json(said), event.posting_id, ask, time)


def _sighted(buckets: Sequence[str], said: bytes, posting_id: str, ask: int, time: str) -> Iterator[Written]:
    for bucket in buckets:
        value = b'{"bucket":"%b",%b' % (bucket.encode(), said[1:])
        yield Written(PostingSighted.TYPE, posting_id, f"{bucket}:{ask}", bucket, time, value)


def answered(posting: Sighting | PostingSighted, answer: Answer | None, bucket: str, sequence: int, now: datetime) -> Written:
    """Return the SightingAnswered that says what `bucket` knows of `posting`; `sequence` is the offset that led to it."""
    posting_id, ask = posting.posting_id, posting.ask
    value = to_json({
        "posting_id": posting_id,
        "bucket": bucket,
        "ask": ask,
        "sightings": posting.sightings,
        "sequence": sequence,
        "original": answer and {
            "posting_id": answer.posting_id,
            "employer_key": answer.employer_key,
            "first_fetched_at": from_epoch_ms(answer.first_ms),
            "similarity": answer.similarity,
        },
        "answered_at": now,
    })  # fmt: skip
    return Written(SightingAnswered.TYPE, posting_id, f"{bucket}:{ask}:{sequence}", posting_id, iso(now), value)
