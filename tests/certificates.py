"""Certificates for servers on loopback and their clients, all signed by one authority that nobody else knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

_SIGNS = x509.KeyUsage(
    digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False, key_agreement=False,
    key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
)  # fmt: skip


@dataclass(frozen=True)
class Certificate:
    """PEM files of a certificate, of its key, and of both in one."""

    certificate: Path
    key: Path
    both: Path


class Authority:
    """Signs certificates that are good for an hour; `ca` is its own, as a PEM file in `folder`.

    They have what RFC 5280 asks for, which Python holds them to from 3.13 on.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"authority {uuid4()}")])
        self._named = x509.SubjectKeyIdentifier.from_public_key(self._key.public_key())
        made = self._sign(
            self._name, self._key, {x509.BasicConstraints(ca=True, path_length=None): True, _SIGNS: True, self._named: False}
        )
        self.ca = folder / "ca.pem"
        self.ca.write_bytes(made)

    def issue(self, name: str, address: str = "127.0.0.1") -> Certificate:
        """Return a certificate of `name` at `address`."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        signer = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(self._named)
        certificate = self._sign(
            subject, key, {x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]): False, signer: False}
        )
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        made = Certificate(*(self._folder / f"{name}.{part}.pem" for part in ("certificate", "key", "both")))
        for path, content in ((made.certificate, certificate), (made.key, private), (made.both, private + certificate)):
            path.write_bytes(content)
        return made

    def _sign(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, extensions: Mapping[x509.ExtensionType, bool]) -> bytes:
        """Return a certificate as PEM; of each extension: whether it is critical."""
        now = datetime.now(UTC)
        builder = x509.CertificateBuilder(self._name, subject, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - timedelta(minutes=1)).not_valid_after(now + timedelta(hours=1))
        for extension, critical in extensions.items():
            builder = builder.add_extension(extension, critical=critical)
        return builder.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)
