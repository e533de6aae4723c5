"""That what was found about people in a posting is not to be kept."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from schemas.base import Event, Instant


class ContactsErased(Event):
    """The contacts found in a posting are erased: no revision of it carries any again, replayed or new."""

    TYPE: ClassVar[str] = "jobs.contacts.erased.v1"

    posting_id: str
    erased_at: Instant = Field(description="When it was asked for.")

    @property
    def subject(self) -> str:
        return self.posting_id

    @property
    def identity(self) -> str:
        return self.erased_at.isoformat()

    @property
    def occurred_at(self) -> datetime:
        return self.erased_at
