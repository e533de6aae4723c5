"""What the settings say of TLS and of logging in to Kafka, and whether it can be meant."""

from collections.abc import Iterator

from pipeline.setting import PREFIX, SettingRefused
from pipeline.settings import Settings
from runtime.config import KafkaSecurity


def kafka_security(settings: Settings) -> KafkaSecurity:
    """Return how a client and Kafka make sure of each other. The embedded Kafka is spoken to plainly, whatever they say.

    Raises SettingRefused where settings contradict each other or name no file: a password would be sent nowhere, or a broker
    that nobody asked for its certificate would be believed.
    """
    if not settings.kafka_address:
        return KafkaSecurity()
    security = KafkaSecurity(
        settings.kafka_security, settings.kafka_sasl_mechanism, settings.kafka_user, settings.kafka_password.plain,
        settings.kafka_ca, settings.kafka_certificate, settings.kafka_key,
    )  # fmt: skip
    for wrong in (*_login(security), *_files(security)):
        raise SettingRefused(wrong)
    if security.has_tls:
        try:
            security.tls()
        except OSError as error:
            files = f"{PREFIX}KAFKA_CA, {PREFIX}KAFKA_CERTIFICATE and {PREFIX}KAFKA_KEY"
            raise SettingRefused(f"Of {files} one is no PEM file, or the key is not the certificate's: {error}.") from error
    return security


def _login(security: KafkaSecurity) -> Iterator[str]:
    user, password = f"{PREFIX}KAFKA_USER", f"{PREFIX}KAFKA_PASSWORD"
    if security.has_sasl and not (security.user and security.password):
        yield f"{_named(security)}; it takes {user} and {password}, too."
    if not security.has_sasl and (security.user or security.password):
        yield f"{_named(security)}, which logs nobody in; {user} and {password} go with SASL_SSL or SASL_PLAINTEXT."


def _files(security: KafkaSecurity) -> Iterator[str]:
    files = {"KAFKA_CA": security.ca, "KAFKA_CERTIFICATE": security.certificate, "KAFKA_KEY": security.key}
    for name, path in files.items():
        if path and not security.has_tls:
            yield f"{_named(security)}, which encrypts nothing; {PREFIX}{name} goes with SSL or SASL_SSL."
        if path and not path.is_file():
            yield f"{PREFIX}{name} is '{path}'; there is no such file."
    if (security.certificate is None) is not (security.key is None):
        yield f"A certificate goes with its key: {PREFIX}KAFKA_CERTIFICATE and {PREFIX}KAFKA_KEY are set both, or neither."


def _named(security: KafkaSecurity) -> str:
    return f"{PREFIX}KAFKA_SECURITY is {security.protocol}"
