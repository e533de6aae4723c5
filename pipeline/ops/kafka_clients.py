"""How a command's clients reach Kafka: in no group, and quietly."""

from typing import Any

from pipeline.ops.kafka_security import kafka_security
from pipeline.settings import Settings
from runtime.config import KafkaConfig

TIMEOUT_S = 4.0
# a command that only reads belongs to no group; librdkafka wants a name all the same
NO_GROUP = "jobstream-reader"
_LARGEST_FETCH = 64 * (1 << 20)


def kafka_config(settings: Settings) -> KafkaConfig:
    """Return how `settings` reach Kafka. Raises SettingRefused where they contradict each other or name no file."""
    return KafkaConfig(settings.kafka, kafka_security(settings))


def quiet(config: KafkaConfig) -> dict[str, Any]:
    """Return the settings of a client that prints nothing by itself; what matters comes back as an error."""
    return {**config.client(), "client.id": "jobstream-cli", "log_level": 0}


def reading(config: KafkaConfig) -> dict[str, Any]:
    """Return the settings of a consumer that commits nothing and is told where a partition ends."""
    return {
        **quiet(config),
        "group.id": NO_GROUP,
        "enable.auto.commit": False,
        "enable.partition.eof": True,
        "auto.offset.reset": "earliest",
        "fetch.max.bytes": _LARGEST_FETCH,
        "max.partition.fetch.bytes": 4 * (1 << 20),
        "queued.max.messages.kbytes": 65_536,
    }
