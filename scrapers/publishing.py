"""From a crawl or an import to Kafka: nothing is given up while Kafka is away."""

from collections.abc import Sequence
from typing import Protocol

from runtime.logs import logger
from runtime.producer import BrokerUnavailable, Published
from schemas.base import Event
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.raw import RawPosting
from schemas.topics import CRAWL, RAW

log = logger(__name__)


class Publishes(Protocol):
    """What AckProducer does."""

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]: ...


def publish_surely(producer: Publishes, messages: Sequence[Outgoing]) -> list[Published]:
    """Return where each message lies, after Kafka acknowledged all of them, however long that takes.

    Raises Interrupted when the producer was told to stop waiting.
    """
    while True:
        try:
            return producer.publish(messages)
        except BrokerUnavailable as error:
            log.warning("kafka is away, the batch is sent again", cause=str(error), messages=len(messages))


def as_messages(events: Sequence[Event], made_by: str) -> list[Outgoing]:
    """Return raw postings for their topic, and pages and reports of crawls for theirs."""
    return [encode(event, RAW.name if isinstance(event, RawPosting) else CRAWL.name, made_by=made_by) for event in events]
