"""What is public and what is not, however it is written."""

import pytest

from scrapers.reach import Reach, is_public


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    """Also one of IPv4 within one of IPv6."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.100.100.200", "0.0.0.0",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1%eth0", "::ffff:127.0.0.1",
        "64:ff9b::a9fe:a9fe", "2002:7f00:1::1", "x",
    ],
)  # fmt: skip
def test_an_address_of_a_network_of_one_s_own_is_not(address: str) -> None:
    """Loopback, private, link-local with the metadata of clouds, shared, multicast; and what is no address."""
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "017700000001", "[::1]", "::1"])
def test_an_address_is_seen_in_every_form_that_a_resolver_takes(host: str) -> None:
    """It needs no name to be looked up."""
    assert Reach().refuses(host) is not None


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "a.localhost", "metadata.google.internal", "printer.local", "intranet", ""]
)
def test_a_name_without_a_public_domain_is_refused(host: str) -> None:
    """Behind a proxy nothing else tells."""
    assert Reach().refuses(host) is not None


def test_a_public_name_is_asked_where_it_is_public() -> None:
    """A name may lead anywhere."""
    assert Reach().refuses("acme.example") is None
    assert Reach().refuses_at("acme.example", "8.8.8.8") is None
    assert Reach().refuses_at("acme.example", "10.0.0.1") == "acme.example is at 10.0.0.1, no public address"


def test_a_host_that_the_operator_names_is_asked_wherever_it_is() -> None:
    """That one only."""
    reach = Reach.naming(["127.0.0.1", "Careers.Acme.Example.", " "])

    assert reach.refuses("127.0.0.1") is None
    assert reach.refuses_at("careers.acme.example", "10.0.0.1") is None
    assert reach.refuses("127.0.0.2") is not None
    assert reach.refuses_at("www.acme.example", "10.0.0.1") is not None
