"""What normalize reads of a raw posting before its turn: all that the posting says, as JSON that goes from process to process."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pydantic_core import to_json

from schemas.codec import Written, iso
from schemas.lifecycle import CONTENT_FIELDS
from schemas.message import Incoming
from schemas.posting import Posting
from schemas.raw import RawPosting
from streams.looking import LookFailed, decoded
from streams.normalize.base import Normalizer, Reading, read
from streams.step import Rejected

# What the state tells of a posting, and no raw posting does.
_OF_STATE = {"revision", "revised_at", "processed_at", "first_fetched_at"}


class Arrived(NamedTuple):
    """A raw posting as the step takes it: `posting` is the JSON of what it shows, without what the state adds.

    `employer_key` is whose it is by what it says; `filled` and `unreadable` are names of fields.
    """

    posting_id: str
    source: str
    board: str
    fetched_at: datetime
    normalizer: str
    content_hash: str
    employer_key: str
    valid_through: datetime | None
    filled: list[str]
    unreadable: list[str]
    posting: bytes

    def written(self, *, revision: int, revised_at: datetime, processed_at: datetime, first_fetched_at: datetime) -> Written:
        """Return the posting that it is published as."""
        added = to_json({
            "revision": revision,
            "revised_at": revised_at,
            "processed_at": processed_at,
            "first_fetched_at": first_fetched_at,
        })  # fmt: skip
        value = b"".join((self.posting[:-1], b",", added[1:]))
        return Written(Posting.TYPE, self.posting_id, revised_at.isoformat(), self.employer_key, iso(self.fetched_at), value)


class Refused(NamedTuple):
    """A raw posting that no posting can be made of, and why; it has its turn all the same."""

    posting_id: str | None
    source: str
    error: Rejected | LookFailed


def look(messages: Sequence[Incoming], normalizers: Mapping[str, Normalizer]) -> list[Any]:
    """Return each raw posting as arrived or refused; any other event, or why there is none, as it is."""
    return [arrival_of(event, normalizers) if isinstance(event, RawPosting) else event for event in decoded(messages)]


def arrival_of(raw: RawPosting, normalizers: Mapping[str, Normalizer]) -> Arrived | Refused:
    """Return a raw posting as arrived or refused; whatever fails, the posting has its turn."""
    try:
        reading = read(raw, normalizers)
        posting = _posting(raw, reading, normalizers[raw.source].name)
    except Rejected as error:
        return Refused(raw.posting_id, raw.source, error)
    except Exception as error:  # noqa: BLE001 - raised again where the message has its turn, and counted then
        return Refused(raw.posting_id, raw.source, LookFailed.of(error, raw))
    return Arrived(
        posting.posting_id,
        posting.source,
        posting.board,
        posting.fetched_at,
        posting.normalizer,
        posting.content_hash,
        posting.employer_key,
        posting.valid_through,
        [name for name in CONTENT_FIELDS if name not in posting.unreadable and getattr(posting, name)],
        sorted(posting.unreadable),
        posting.__pydantic_serializer__.to_json(posting, exclude=_OF_STATE),
    )


def _posting(raw: RawPosting, reading: Reading, normalizer: str) -> Posting:
    """Return the posting as it would be if nothing were known of it."""
    return Posting(
        posting_id=reading.posting_id,
        source=raw.source,
        board=raw.board,
        source_id=reading.source_id,
        revision=1,
        revised_at=raw.fetched_at,
        processed_at=raw.fetched_at,
        first_fetched_at=raw.fetched_at,
        fetched_at=raw.fetched_at,
        content_hash=reading.content_hash,
        normalizer=normalizer,
        employer_key=reading.employer_key,
        employer_alternatives=reading.employer_alternatives,
        stated_industry=reading.industry,
        stated_company_size=reading.company_size,
        unreadable=reading.unreadable,
        **{name: getattr(reading.content, name) for name in CONTENT_FIELDS},
    )
