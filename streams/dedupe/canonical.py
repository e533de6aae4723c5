"""What the stage says of canonical postings to whoever compares employers: that they are, with what content, or no longer."""

from base64 import b64encode

from schemas.base import from_epoch_ms
from schemas.mirror import CanonicalPosting, Sketch
from streams.dedupe.content import Content
from streams.dedupe.decide import VERIFIER
from streams.dedupe.member import Entry, Member
from streams.dedupe.minhash import SCHEME

# What made a sketch: signatures by the one, words by the vocabulary of the other.
SKETCH_SCHEME = f"{SCHEME} {VERIFIER}"


def sketch_of(content: Content) -> Sketch:
    """Return what postings of two employers are compared by."""
    return Sketch(
        text_length=content.text.size,
        signature=b64encode(content.text.signature).decode(),
        title=list(content.title),
        level=[content.ranks, content.steps],
        places=list(content.cities),
        requisition=content.requisition,
    )


def statement_of(before: Entry | None, after: Entry, employer_key: str, *, repeated: bool) -> CanonicalPosting | None:
    """Return what is to be said now that the state holds `after` in place of `before`; None when it was said.

    `repeated`: say it once more, as a replay does.
    """
    was, now = _canonical(before), _canonical(after)
    if not repeated and (was is None if now is None else was is not None and _says_the_same(was, now)):
        return None
    revised_ms, processed_ms = after.version
    return CanonicalPosting(
        posting_id=after.posting_id,
        source=after.posting_id.partition(":")[0],
        employer_key=employer_key,
        is_canonical=now is not None,
        first_fetched_at=None if now is None else from_epoch_ms(now.first_fetched_ms),
        sketch=None if now is None else sketch_of(now.content),
        scheme=SKETCH_SCHEME,
        revised_at=from_epoch_ms(revised_ms),
        processed_at=from_epoch_ms(processed_ms),
        assigned_at=from_epoch_ms(after.assigned_ms) if isinstance(after, Member) else None,
    )


def _canonical(entry: Entry | None) -> Member | None:
    return entry if isinstance(entry, Member) and entry.is_canonical else None


def _says_the_same(one: Member, other: Member) -> bool:
    return one.first_fetched_ms == other.first_fetched_ms and sketch_of(one.content) == sketch_of(other.content)
