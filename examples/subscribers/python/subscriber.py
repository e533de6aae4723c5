"""A service that follows every job posting. It needs `jobstream` (which is pydantic and the schemas) and a Kafka client."""

import sys

from confluent_kafka import Consumer, Message

from schemas.codec import DecodeError, decode
from schemas.message import Incoming
from schemas.posting import EnrichedPosting

versions: dict[str, int] = {}


def follow(bootstrap: str, group: str) -> None:
    """Print every new version of every posting, once, until Ctrl-C."""
    # committed every five seconds is what was handled: a commit a message is slower than reading, and holds up heartbeats
    settings = {
        "bootstrap.servers": bootstrap,
        "group.id": group,
        "auto.offset.reset": "earliest",
        "enable.auto.offset.store": False,
    }
    consumer = Consumer(settings)
    consumer.subscribe(["jobs.posting.enriched"])
    try:
        while True:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error() is not None:  # the client tries again by itself; a topic that is not there is an error, too
                print(message.error(), file=sys.stderr)
                continue
            handle(message)
            consumer.store_offsets(message)
    finally:
        consumer.close()  # the last of it is committed, and another process of the group goes on at once


def handle(message: Message) -> None:
    """Act on one message; what is not newer than what was seen of its posting changes nothing."""
    headers = tuple(message.headers() or ())
    incoming = Incoming(message.topic(), message.partition(), message.offset(), message.key(), message.value(), headers)
    try:
        event = decode(incoming)
    except DecodeError as error:  # someone else's, or of a newer version than this service knows
        print(f"{message.topic()}:{message.partition()}:{message.offset()} left out: {error}", file=sys.stderr)
        return
    if isinstance(event, EnrichedPosting) and event.version > versions.get(event.posting_id, -1):
        versions[event.posting_id] = event.version
        print(event.posting_id, event.title, event.employer, sep="\t", flush=True)


if __name__ == "__main__":
    follow(sys.argv[1], sys.argv[2])
