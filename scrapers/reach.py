"""Which hosts may be asked. An address in a page must not lead a spider into the network that it runs in: docs/adr/0030."""

import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, Self
from urllib.parse import urlsplit

# what a person does about a refusal that is none of a page's doing
REMEDY = "Name it in JOBSTREAM_PRIVATE_HOSTS if it is a host of your own that may be asked."
# Source: RFC 6761, 6762, 8375, and ICANN's reservation of .internal: no such name is a public host's.
_LOCAL_DOMAINS = frozenset({"localhost", "local", "internal", "arpa"})
# RFC 6052: an IPv4 address in the last four bytes
_TRANSLATED = ip_network("64:ff9b::/96")


class HostRefused(Exception):  # noqa: N818 - a condition
    """A host is not public and nobody named it; the message says which."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Any public host, and the hosts `named` by the operator, wherever these are."""

    named: frozenset[str] = frozenset()

    @classmethod
    def naming(cls, hosts: Iterable[str]) -> Self:
        """Return the reach in which `hosts` are named, however they are written."""
        return cls(frozenset(_plain(host) for host in hosts if host.strip()))

    def refuses(self, host: str) -> str | None:
        """Return why `host` may not be asked as far as its name tells, before it is looked up; None where nothing does."""
        name = _plain(host)
        if name in self.named:
            return None
        written = _address_in(name)
        if written is not None:
            return None if is_public(written) else f"{name} is no public address"
        is_local = "." not in name or name.rpartition(".")[2] in _LOCAL_DOMAINS
        return f"{name} is no public name" if is_local else None

    def refuses_at(self, host: str, address: str) -> str | None:
        """Return why `host` may not be asked at `address`, where it was found; None where it may."""
        if _plain(host) in self.named or is_public(address):
            return None
        return f"{_plain(host)} is at {address}, no public address"

    def check(self, host: str) -> None:
        """Raise HostRefused where the name of `host` tells that it may not be asked."""
        why = self.refuses(host)
        if why:
            raise HostRefused(why)

    def addresses(self, host: str, found: Sequence[tuple[Any, ...]]) -> list[str]:
        """Return where `host` may be asked, in the order in which `getaddrinfo` found it. Raises HostRefused where nowhere."""
        everywhere = [str(where[0]) for *_, where in found]
        reasons = {address: self.refuses_at(host, address) for address in everywhere}
        allowed = [address for address, why in reasons.items() if why is None]
        if not allowed:
            raise HostRefused("; ".join(why for why in reasons.values() if why))
        return allowed


def host_of_url(url: str) -> str:
    """Return the host of `url`; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _address_in(host: str) -> str | None:
    """Return the address that `host` is written as, in any form that a resolver takes (`127.1`, `0x7f000001`); None = a name."""
    try:
        return str(ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host)) if host.isascii() and " " not in host else None
    except OSError:
        return None


def is_public(address: str) -> bool:
    """Whether `address` is one that the whole internet reaches, also where it is an IPv4 address within one of IPv6."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (found, *_within(found)))


def _within(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    if isinstance(address, IPv4Address):
        return []
    translated = IPv4Address(int(address) & 0xFFFFFFFF) if address in _TRANSLATED else None
    relayed = address.teredo[1] if address.teredo else None
    return [one for one in (address.ipv4_mapped, address.sixtofour, translated, relayed) if one is not None]


def _plain(host: str) -> str:
    return host.strip().strip("[]").rstrip(".").lower()
