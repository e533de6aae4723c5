"""Why Kafka does not answer, and what to do about it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from confluent_kafka import KafkaError, KafkaException

from pipeline.cli.exits import Unreachable
from pipeline.setting import PREFIX
from runtime.cause import cause_of
from runtime.config import KafkaConfig

_START = f"Start it by `./jobstream stack up`, or set {PREFIX}KAFKA_ADDRESS."
_LOOK = f"Look at {PREFIX}KAFKA_SECURITY and what belongs to it: `./jobstream settings`."
_REFUSALS = {KafkaError._AUTHENTICATION, KafkaError._SSL}  # noqa: SLF001 - confluent_kafka's public names


def unreachable(config: KafkaConfig, error: Any, said: Sequence[KafkaError] = ()) -> Unreachable:
    """Return the condition with its cause; `said` is what the client said by itself."""
    cause = cause_of(error, said) if isinstance(error, KafkaException) else error
    known = isinstance(cause, KafkaError)
    why = cause.str() if known else "no answer in time"
    refused = known and cause.code() in _REFUSALS
    does, remedy = ("refuses this client", _LOOK) if refused else ("does not answer", _START)
    return Unreachable(f"Kafka at {config.bootstrap} {does} ({why}). {remedy}")


class BrokerRefused(Exception):  # noqa: N818 - the broker's verdict
    """Kafka works and does not do all that it was asked to; the message says why, and what to do. Everything before is done."""


@contextmanager
def refused(what: str, remedy: str) -> Iterator[None]:
    """Raise BrokerRefused, in a sentence, where the broker refuses to do `what`."""
    try:
        yield
    except KafkaException as error:
        raise BrokerRefused(f"Kafka does not {what}: {error.args[0].str()} {remedy}") from error
