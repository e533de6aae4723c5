"""What the stage says of canonical postings to whoever compares employers: that they are, with what content, or no longer."""

from pydantic_core import to_json

from schemas.base import from_epoch_ms
from schemas.codec import Written, iso
from schemas.mirror import CanonicalPosting, statement_version
from streams.dedupe.member import Entry, Member
from streams.dedupe.sketch import SKETCH_SCHEME, sketch_of


def statement_of(
    before: Entry | None, after: Entry, employer_key: str, *, repeated: bool, sketch: bytes | None = None
) -> Written | None:
    """Return the CanonicalPosting that says that the state holds `after` in place of `before`; None when it was said.

    `repeated`: say it once more, as a replay does. `sketch` is the JSON of that of `after`, where it is known.
    """
    was, now = _canonical(before), _canonical(after)
    if not repeated and (was is None if now is None else was is not None and _says_the_same(was, now)):
        return None
    shown = b"null" if now is None else sketch or to_json(sketch_of(now.content))
    revised_ms, processed_ms = after.version
    revised_at, assigned_ms = from_epoch_ms(revised_ms), after.assigned_ms if isinstance(after, Member) else None
    rest = to_json({
        "posting_id": after.posting_id,
        "source": after.posting_id.partition(":")[0],
        "employer_key": employer_key,
        "is_canonical": now is not None,
        "first_fetched_at": None if now is None else from_epoch_ms(now.first_fetched_ms),
        "scheme": SKETCH_SCHEME,
        "revised_at": revised_at,
        "processed_at": from_epoch_ms(processed_ms),
        "assigned_at": None if assigned_ms is None else from_epoch_ms(assigned_ms),
    })  # fmt: skip
    value = b"".join((b'{"sketch":', shown, b",", rest[1:]))
    identity = str(statement_version(revised_ms, processed_ms, assigned_ms or 0))
    return Written(CanonicalPosting.TYPE, after.posting_id, identity, after.posting_id, iso(revised_at), value)


def _canonical(entry: Entry | None) -> Member | None:
    return entry if isinstance(entry, Member) and entry.is_canonical else None


def _says_the_same(one: Member, other: Member) -> bool:
    if one.first_fetched_ms != other.first_fetched_ms:
        return False
    return one.held == other.held or sketch_of(one.content) == sketch_of(other.content)
