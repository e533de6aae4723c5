"""docker-compose.yml offers what the embedded stack does, on the same ports."""

import re
from typing import Any

import pytest
import yaml

from pipeline.settings import Settings
from pipeline.stack.kafka.config import MESSAGE_MAX_BYTES
from pipeline.stack.parts import PARTS
from tests.conftest import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def test_the_services_are_the_parts_of_the_stack() -> None:
    """Settings alone choose between the two."""
    assert set(COMPOSE["services"]) == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_a_service_has_a_pinned_image_a_health_check_and_a_volume(name: str) -> None:
    """What runs is the same everywhere, is waited for, and keeps its data."""
    service = COMPOSE["services"][name]
    tag = service["image"].partition(":")[2]

    assert re.fullmatch(r"\d+\.\d+\.\d+[\w.-]*", tag)
    assert service["healthcheck"]["test"][0] == "CMD"
    assert [volume.partition(":")[0] for volume in service["volumes"]] == [name]
    assert name in COMPOSE["volumes"]


@pytest.mark.parametrize("name", PARTS)
def test_a_service_is_on_loopback_at_the_port_of_the_settings(name: str) -> None:
    """The default port is that of the embedded part, and the same setting moves it."""
    default = getattr(Settings, f"{name}_port")
    (mapping,) = COMPOSE["services"][name]["ports"]

    assert mapping.startswith(f"127.0.0.1:${{JOBSTREAM_{name.upper()}_PORT:-{default}}}:")


def test_kafka_tells_clients_the_address_that_is_published() -> None:
    """A client that was sent elsewhere could never connect."""
    kafka = COMPOSE["services"]["kafka"]
    published = kafka["ports"][0].rpartition(":")[0]

    assert f"HOST://{published}" in kafka["environment"]["KAFKA_ADVERTISED_LISTENERS"].split(",")
    assert kafka["environment"]["KAFKA_MESSAGE_MAX_BYTES"] == MESSAGE_MAX_BYTES
