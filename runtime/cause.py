"""Why a client of librdkafka got no answer: what it said by itself tells more than that time is over."""

from collections.abc import Sequence

from confluent_kafka import KafkaError, KafkaException

_NO_CAUSE = KafkaError._ALL_BROKERS_DOWN  # noqa: SLF001 - confluent_kafka's public name


def cause_of(error: KafkaException, said: Sequence[KafkaError]) -> KafkaError:
    """Return the first error that the client gave its `error_cb`, else the one that it raised."""
    return next((each for each in said if each.code() != _NO_CAUSE), error.args[0])
