"""Values that processes are built from; the composition root makes them from the settings."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ssl import SSLContext


@dataclass(frozen=True, slots=True)
class KafkaSecurity:
    """How a client and Kafka make sure of each other. `protocol` and `mechanism` are called as in Kafka's documentation.

    `ca`, `certificate` and `key` are PEM files: who signed the brokers' certificates (None: whoever the system trusts), and this
    client's own where brokers ask for one. The key has no passphrase.
    """

    protocol: str = "PLAINTEXT"
    mechanism: str = "PLAIN"
    user: str = ""
    password: str = field(default="", repr=False)
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    @property
    def has_tls(self) -> bool:
        """Whether connections are encrypted, and the brokers' names compared with their certificates."""
        return self.protocol.endswith("SSL")

    @property
    def has_sasl(self) -> bool:
        """Whether the client logs in."""
        return self.protocol.startswith("SASL")

    def tls(self) -> "SSLContext":
        """Return what Python's own clients are given for TLS. Raises OSError where a file can't be read or is no such thing."""
        from ssl import create_default_context  # noqa: PLC0415 - most have none, and every command would wait

        context = create_default_context(cafile=self.ca)
        if self.certificate:
            context.load_cert_chain(self.certificate, self.key)
        return context


@dataclass(frozen=True, slots=True)
class KafkaConfig:
    """How to reach Kafka."""

    bootstrap: str
    security: KafkaSecurity = field(default_factory=KafkaSecurity)

    def client(self) -> dict[str, Any]:
        """Return what every client of librdkafka is given for that, in its names."""
        known = self.security
        settings: dict[str, Any] = {"bootstrap.servers": self.bootstrap, "security.protocol": known.protocol}
        if known.has_sasl:
            settings |= {"sasl.mechanism": known.mechanism, "sasl.username": known.user, "sasl.password": known.password}
        if known.has_tls:
            files = {"ssl.ca.location": known.ca, "ssl.certificate.location": known.certificate, "ssl.key.location": known.key}
            settings |= {name: str(path) for name, path in files.items() if path}
        return settings


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
    """How to reach a warehouse. `host` and `port` of TimescaleDB, or of ClickHouse's HTTP interface.

    With the `sslmode` verify-full its certificate has to be signed by `ca`, a PEM file, or by whom the system trusts.
    """

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    database: str
    sslmode: str = "disable"
    ca: Path | None = None
