"""What every event shares."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Annotated, ClassVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict


def to_instant(moment: datetime) -> datetime:
    """Return `moment` in UTC, cut to milliseconds: what a Kafka timestamp, both warehouses and JSON hold alike."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    spare = moment.microsecond % 1000
    return moment.replace(microsecond=moment.microsecond - spare) if spare else moment


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
# An instant in UTC with millisecond precision. Naive datetimes are refused.
Instant = Annotated[AwareDatetime, AfterValidator(to_instant)]


# A stage makes the times of a posting, and that of its batch, a few times each.
_MOMENTS = 1024


def epoch_ms(moment: datetime) -> int:
    """Return `moment` as milliseconds since 1970-01-01 UTC, exact."""
    return (moment - _EPOCH) // _MILLISECOND


@lru_cache(_MOMENTS)
def from_epoch_ms(milliseconds: int) -> datetime:
    """Return milliseconds since 1970-01-01 UTC as an instant, exact."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


class Value(BaseModel):
    """An immutable part of an event. Unknown fields are ignored, so that an older reader reads a newer event."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Event(Value):
    """A fact on a topic. `TYPE` is its CloudEvents type, `<domain>.<entity>.<state>.v<major>`."""

    TYPE: ClassVar[str]

    @property
    def subject(self) -> str:
        """The posting or board that the event is about (`ce_subject`)."""
        raise NotImplementedError

    @property
    def identity(self) -> str:
        """What makes the event this one and no other, beside type and subject; part of `ce_id`."""
        raise NotImplementedError

    @property
    def occurred_at(self) -> datetime:
        """When the fact became true (`ce_time`): event time, never processing time."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """The Kafka key."""
        return self.subject
