"""Values that processes are built from; the composition root makes them from the settings."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KafkaConfig:
    """How to reach Kafka. `extra` holds client settings in librdkafka's names (TLS, SASL)."""

    bootstrap: str
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkerConfig:
    """What a stage's process is built from. `instance` tells processes of one stage apart: each has a state directory."""

    stage: str
    kafka: KafkaConfig
    state_dir: Path
    partitions: int = 12
    batch_size: int = 1000
    batch_within_s: float = 0.2
    unexpected_error_limit: int = 20
    resume: bool = False
    instance: str = "1"
    # after a kill, the group waits this long for the dead member
    session_timeout_s: float = 10.0


@dataclass(frozen=True, slots=True)
class DatabaseConfig:
    """How to reach a warehouse. `host` and `port` of TimescaleDB, or of ClickHouse's HTTP interface."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    database: str
    sslmode: str = "disable"
