"""A Kafka that asks for TLS, a login, or both: every client of ours gets in, and who may not is told why."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka.admin import AdminClient, ScramCredentialInfo, ScramMechanism, UserScramCredentialUpsertion

from pipeline.ops import topics
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import Settings, environment
from pipeline.stack import Stack
from pipeline.stack.kafka import part
from pipeline.stack.kafka.config import server_properties
from pipeline.stack.ports import free_ports
from runtime.election import Election
from runtime.producer import AckProducer
from runtime.transaction import TransactionalProducer
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.topics import NORMALIZED, PLAN, RAW
from tests.builders import make_raw_posting
from tests.certificates import Authority
from tests.conftest import ROOT
from tests.engines import make_settings

NOWHERE = "127.0.0.1:1"
WITHIN_S = 120
USER, PASSWORD = "jobstream", "a password of tests"
LISTENERS = {"tls": "SSL", "login": "SASL_PLAINTEXT", "both": "SASL_SSL"}


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Settings]]:
    """Settings that reach one broker by each of its listeners; `tls` asks clients for a certificate."""
    folder = tmp_path_factory.mktemp("secured")
    ports = dict(zip(LISTENERS, free_ports(len(LISTENERS)), strict=True))
    authority = Authority(folder)
    server, client = authority.issue("broker"), authority.issue("client")
    settings = make_settings(folder / "var", kafka_address="", timescaledb_address=NOWHERE, clickhouse_address=NOWHERE)
    stack = Stack(settings)
    with pytest.MonkeyPatch.context() as patch:
        more = _listening(settings.kafka_port, settings.kafka_controller_port, ports, server.both, authority.ca)
        patch.setattr(part, "server_properties", lambda *given: server_properties(*given) + more)
        try:
            stack.up()
            _add_user(settings)
            topics.apply(settings)
            trusts = {"kafka_ca": authority.ca}
            logs_in = {"kafka_user": USER, "kafka_password": PASSWORD}
            ways: dict[str, dict[str, Any]] = {
                "tls": {**trusts, "kafka_certificate": client.certificate, "kafka_key": client.key},
                "login": logs_in,
                "both": {**trusts, **logs_in, "kafka_sasl_mechanism": "SCRAM-SHA-512"},
            }
            yield {
                name: settings.but(kafka_address=f"127.0.0.1:{ports[name]}", kafka_security=protocol, **ways[name])
                for name, protocol in LISTENERS.items()
            }
        finally:
            stack.down()


def _listening(port: int, controller: int, ports: dict[str, int], certificate: Path, ca: Path) -> str:
    """Return what makes the embedded broker listen in each way, beside how it does."""
    more = {name.upper(): f"{name.upper()}://127.0.0.1:{its}" for name, its in ports.items()}
    plain = f"PLAINTEXT://127.0.0.1:{port}"
    protocols = ",".join(f"{name.upper()}:{protocol}" for name, protocol in LISTENERS.items())
    login = "org.apache.kafka.common.security.plain.PlainLoginModule required"
    scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
    lines = {
        "listeners": ",".join([plain, f"CONTROLLER://127.0.0.1:{controller}", *more.values()]),
        "advertised.listeners": ",".join([plain, *more.values()]),
        "listener.security.protocol.map": f"PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,{protocols}",
        "ssl.keystore.type": "PEM", "ssl.keystore.location": certificate,
        "ssl.truststore.type": "PEM", "ssl.truststore.location": ca,
        "listener.name.tls.ssl.client.auth": "required",
        "listener.name.login.sasl.enabled.mechanisms": "PLAIN",
        "listener.name.login.plain.sasl.jaas.config": f'{login} user_{USER}="{PASSWORD}";',
        "listener.name.both.sasl.enabled.mechanisms": "SCRAM-SHA-512",
        "listener.name.both.scram-sha-512.sasl.jaas.config": scram,
    }  # fmt: skip
    return "".join(f"{name}={value}\n" for name, value in lines.items())


def _add_user(settings: Settings) -> None:
    admin = AdminClient({"bootstrap.servers": settings.kafka})
    known = UserScramCredentialUpsertion(USER, ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD.encode())
    admin.alter_user_scram_credentials([known])[USER].result(30)


@pytest.mark.parametrize(("way", "starts"), [("tls", 1), ("login", 1), ("both", 2)])
def test_a_stage_works_and_comes_back(secured: dict[str, Settings], way: str, starts: int) -> None:
    """A worker reads, writes, and after a stop reads its state again."""
    settings = secured[way].but(var_dir=secured[way].var_dir / way)
    cluster = Cluster(kafka_config(settings))
    for number in range(starts):
        _publish(settings, f"{way}-{number}")
        with subprocess.Popen([*JOBSTREAM, "worker", "normalize"], cwd=ROOT, env=environment(settings)) as worker:
            _wait_for(cluster, f"{way}-{number}")
            worker.terminate()
        assert worker.returncode == 0


@pytest.mark.parametrize("way", LISTENERS)
def test_the_scheduler_leads_and_writes(secured: dict[str, Settings], way: str) -> None:
    """Elections and transactions are clients of their own."""
    config = kafka_config(secured[way])
    member, producer = Election(config, f"test-{way}", PLAN.name), TransactionalProducer(config, f"test-{way}")
    until = time.monotonic() + WITHIN_S
    while not member.leads(0.1):
        assert time.monotonic() < until
    producer.publish([Outgoing(PLAN.name, way.encode(), b"{}")])
    member.close()
    producer.close()

    assert way.encode() in {message.key for message in read_all(Cluster(config), [PLAN.name])}


@pytest.mark.parametrize(
    ("way", "wrong", "said"),
    [
        ("login", {"kafka_password": "another"}, "Authentication failed"),
        ("both", {"kafka_password": "another"}, "Authentication failed"),
        ("both", {"kafka_ca": None}, "certificate verify failed"),
        ("tls", {"kafka_certificate": None, "kafka_key": None}, "certificate required"),
    ],
)
def test_who_may_not_come_in_is_told_why(secured: dict[str, Settings], way: str, wrong: dict[str, Any], said: str) -> None:
    """The cause, not that it took too long."""
    settings = secured[way].but(**wrong)
    done = subprocess.run(
        [*JOBSTREAM, "topics", "list"], cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=False
    )

    assert done.returncode == 3
    assert said in done.stderr
    assert PASSWORD not in done.stderr


def _publish(settings: Settings, name: str) -> None:
    producer = AckProducer(kafka_config(settings), client_id="test")
    producer.publish([encode(make_raw_posting(source_id=name), RAW.name, made_by="test")])
    producer.close()


def _wait_for(cluster: Cluster, name: str) -> None:
    until = time.monotonic() + WITHIN_S
    while not any(message.key and name.encode() in message.key + (message.value or b"") for message in _normalized(cluster)):
        assert time.monotonic() < until
        time.sleep(0.5)


def _normalized(cluster: Cluster) -> Iterator[Any]:
    return read_all(cluster, [NORMALIZED.name])
