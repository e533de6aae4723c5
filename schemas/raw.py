"""A posting as a source gave it."""

from datetime import datetime
from typing import Any, ClassVar

from pydantic import Field

from schemas.base import Event, Instant
from schemas.text import clean

# It is a key of rows: TimescaleDB's index holds 2,704 bytes of one, and twenty rows that it refuses stop its sink.
LONGEST_ID_BYTES = 2_000


def posting_id_of(source: str, board: str, source_id: str | None) -> str | None:
    """Return `source:board:source_id`, the same wherever and whenever it is fetched; None without a source id.

    Control characters, which databases refuse, are no part of it. What is longer than `LONGEST_ID_BYTES` is no id, either.
    """
    found = clean(source_id or "").strip()
    posting_id = clean(f"{source}:{board}:") + found
    return posting_id if found and len(posting_id.encode()) <= LONGEST_ID_BYTES else None


class RawPosting(Event):
    """One posting, as received. Every interpretation of `row` happens downstream."""

    TYPE: ClassVar[str] = "jobs.posting.raw.v1"

    source: str = Field(min_length=1, description="The vendor: name of source file, normalizer and fixtures.")
    board: str = Field(min_length=1, description="One employer's listing on the source, or the name of an imported set.")
    source_id: str | None = Field(None, description="The posting's id on its board; null when the row holds none.")
    fetched_at: Instant = Field(description="When the source showed this content.")
    row: Any = Field(description="The posting exactly as the source sent it: a JSON value, or text.")
    context: dict[str, Any] = Field(
        default_factory=dict, description="What the answer said about all its postings (employer name of the board, list page)."
    )
    url: str | None = Field(None, description="Where the answer was fetched from, without secrets.")
    crawl_id: str | None = Field(None, description="The crawl or import that published it.")

    @property
    def posting_id(self) -> str | None:
        """See `posting_id_of`."""
        return posting_id_of(self.source, self.board, self.source_id)

    @property
    def subject(self) -> str:
        return self.posting_id or f"{self.source}:{self.board}"

    @property
    def identity(self) -> str:
        return self.fetched_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.fetched_at
