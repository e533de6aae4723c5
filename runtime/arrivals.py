"""Reading what is there without waiting for more."""

from typing import Any


def arrivals(consumer: Any, limit: int, within_s: float) -> list[Any]:
    """Return what has arrived at a confluent_kafka `consumer`, at most `limit` messages; wait at most `within_s` for the first.

    Its own `consume` waits until it has `limit` of them or the time is over: who reads three messages waits all the time.
    """
    first = consumer.poll(within_s)
    return [] if first is None else [first, *consumer.consume(limit - 1, 0.0)]
