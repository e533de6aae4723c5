"""Settings of TLS and of logins that can't be meant are refused, each with its remedy."""

from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import KafkaError, KafkaException

from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_trouble import unreachable
from pipeline.setting import SettingRefused
from pipeline.settings import Settings
from runtime.config import KafkaConfig
from tests.certificates import Authority

LOGIN = {"kafka_user": "me", "kafka_password": "mine"}


def test_the_embedded_kafka_is_spoken_to_plainly():
    """Whatever is set for another one: the demo has its own."""
    settings = Settings(None, kafka_address="", kafka_security="SASL_SSL", **LOGIN)

    assert kafka_config(settings) == KafkaConfig(settings.kafka)


def test_a_plain_kafka_takes_nothing_more():
    """What is not set is not handed to a client."""
    settings = Settings(None, kafka_address="kafka:9092", kafka_security="PLAINTEXT")

    assert kafka_config(settings).client() == {"bootstrap.servers": "kafka:9092", "security.protocol": "PLAINTEXT"}


def test_a_login_by_tls_is_handed_to_every_client(tmp_path: Path):
    """In the names of librdkafka; the password is in no text of it."""
    ca = Authority(tmp_path).ca
    given = {"kafka_security": "SASL_SSL", "kafka_sasl_mechanism": "SCRAM-SHA-256", "kafka_ca": ca, **LOGIN}
    config = kafka_config(Settings(None, kafka_address="kafka:9093", **given))

    assert config.client() == {
        "bootstrap.servers": "kafka:9093",
        "security.protocol": "SASL_SSL",
        "sasl.mechanism": "SCRAM-SHA-256",
        "sasl.username": "me",
        "sasl.password": "mine",
        "ssl.ca.location": str(ca),
    }
    assert "mine" not in repr(config)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kafka_security": "SASL_SSL"}, r"takes JOBSTREAM_KAFKA_USER and JOBSTREAM_KAFKA_PASSWORD, too"),
        (
            {"kafka_security": "SASL_PLAINTEXT", "kafka_user": "me"},
            r"takes JOBSTREAM_KAFKA_USER and JOBSTREAM_KAFKA_PASSWORD, too",
        ),
        ({"kafka_security": "SSL", **LOGIN}, r"KAFKA_SECURITY is SSL, which logs nobody in; .* SASL_SSL"),
        (LOGIN, r"KAFKA_SECURITY is PLAINTEXT, which logs nobody in"),
        ({"kafka_ca": "ca.pem"}, r"KAFKA_SECURITY is PLAINTEXT, which encrypts nothing; JOBSTREAM_KAFKA_CA goes with SSL"),
        ({"kafka_security": "SSL", "kafka_ca": "nowhere.pem"}, r"JOBSTREAM_KAFKA_CA is 'nowhere.pem'; there is no such file"),
        ({"kafka_security": "SSL", "kafka_key": __file__}, r"JOBSTREAM_KAFKA_CERTIFICATE and JOBSTREAM_KAFKA_KEY are set both"),
        ({"kafka_security": "SSL", "kafka_ca": __file__}, r"JOBSTREAM_KAFKA_CA, .* one is no PEM file"),
    ],
)
def test_what_contradicts_itself_is_refused(given: dict[str, Any], said: str):
    """Before anything is asked."""
    with pytest.raises(SettingRefused, match=said):
        kafka_config(Settings(None, kafka_address="kafka:9092", **given))


def test_the_key_of_another_certificate_is_refused(tmp_path: Path):
    """Both are PEM files, and don't belong together."""
    authority = Authority(tmp_path)
    one, other = authority.issue("one"), authority.issue("other")
    settings = Settings(
        None, kafka_address="kafka:9092", kafka_security="SSL", kafka_certificate=one.certificate, kafka_key=other.key
    )

    with pytest.raises(SettingRefused, match="the key is not the certificate's"):
        kafka_config(settings)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([], r"does not answer \(time\)\. Start it"),
        ([KafkaError(KafkaError._ALL_BROKERS_DOWN, "all down")], r"does not answer \(time\)\. Start it"),
        ([KafkaError(KafkaError._TRANSPORT, "refused")], r"does not answer \(refused\)\. Start it"),
        ([KafkaError(KafkaError._AUTHENTICATION, "who?")], r"refuses this client \(who\?\)\. Look at JOBSTREAM_KAFKA_SECURITY"),
    ],
)
def test_the_cause_is_what_the_client_said_by_itself(said: list[KafkaError], sentence: str):
    """That all brokers are down says less than that time is over."""
    error = KafkaException(KafkaError(KafkaError._TIMED_OUT, "time"))

    with pytest.raises(Exception, match=sentence):
        raise unreachable(KafkaConfig("kafka:9092"), error, said)
