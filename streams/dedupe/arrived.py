"""What dedupe reads of a posting before its turn: all that its place depends on, as bytes that go from process to process."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pydantic_core import to_json

from schemas.base import epoch_ms, from_epoch_ms
from schemas.codec import iso
from schemas.message import Incoming
from schemas.posting import Posting, PostingMoved
from streams.dedupe.content import ad_of, contents_of
from streams.dedupe.packing import pack_content
from streams.dedupe.sketch import sketch_of
from streams.looking import decoded


class Arrived(NamedTuple):
    """A posting as the step takes it. `content` is packed, `sketch` the JSON of its sketch; times are milliseconds since 1970.

    `identity` and `time` are those of the event that it is published as.
    """

    posting_id: str
    source: str
    employer_key: str
    first_fetched_ms: int
    fetched_ms: int
    version: tuple[int, int]
    content: bytes
    sketch: bytes
    identity: str
    time: str

    @property
    def revised_at(self) -> datetime:
        """When its content was first seen."""
        return from_epoch_ms(self.version[0])

    @property
    def fetched_at(self) -> datetime:
        """When it was fetched."""
        return from_epoch_ms(self.fetched_ms)


def version_of(event: Posting | PostingMoved) -> tuple[int, int]:
    """Return (revised_at, processed_at) in milliseconds."""
    return epoch_ms(event.revised_at), epoch_ms(event.processed_at)


def look(messages: Sequence[Incoming]) -> list[Any]:
    """Return each posting as arrived, texts read many at once; any other event, or why there is none, as it is."""
    found = decoded(messages)
    places = [place for place, event in enumerate(found) if isinstance(event, Posting)]
    contents = contents_of([ad_of(found[place]) for place in places])
    for place, content in zip(places, contents, strict=True):
        posting: Posting = found[place]
        found[place] = Arrived(
            posting.posting_id,
            posting.source,
            posting.employer_key,
            epoch_ms(posting.first_fetched_at),
            epoch_ms(posting.fetched_at),
            version_of(posting),
            pack_content(content),
            to_json(sketch_of(content)),
            posting.identity,
            iso(posting.occurred_at),
        )
    return found
