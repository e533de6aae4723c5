"""The domain of an employer: of its own pages or its mail, of an address like its name, else of one that is for its own use."""

from collections.abc import Sequence

from schemas.derived import Derived, Origin
from schemas.posting import EmployerName, NameOrigin, Posting
from streams.enrich.domains.own import Host, hosts_of, in_name, is_like, like_name, may_be_like, with_end
from streams.enrich.domains.used import Address, addresses_of, by_use, spelled_addresses
from streams.enrich.resources import Resources
from streams.normalize.domains import employer_domain

_LONGEST_TEXT = 20_000
_OWN = {NameOrigin.SITE: 0.95, NameOrigin.CONTACT: 0.9}
# Who hires writes there; on other boards an ad may be an agency's, with an address of its client.
_BY_EMPLOYERS = frozenset({"hn"})


def domain_of(posting: Posting, key: str | None, resources: Resources) -> Derived[str] | None:
    """Return the domain of the employer with this `key`; None where it is not told, or not known whose it is."""
    stated = _own(posting.employer_alternatives) or (_stated(posting, key) if key else None)
    if stated:
        return stated
    text = posting.description[:_LONGEST_TEXT]
    folded = resources.fold(text)
    read = key if key and key.isascii() else None
    named = with_end(text, folded, read) if read else None
    if named:
        return named
    hosts = hosts_of(text)
    return (like_name(hosts, read) if read else None) or _used(posting, text, _addresses(posting, text, folded, hosts), key)


def _own(names: Sequence[EmployerName]) -> Derived[str] | None:
    """Return the domain of the employer's own pages, else of its mail."""
    for origin, confidence in _OWN.items():
        for other in names:
            if other.origin is origin:
                return Derived(value=other.name, raw=other.name, origin=Origin.FIELD, confidence=confidence)
    return None


def _stated(posting: Posting, key: str) -> Derived[str] | None:
    """Return the domain of an address of the posting that is like the employer's name, else the one that the name is."""
    for address in (posting.url, posting.apply_url):
        domain = employer_domain(address) if address and may_be_like(address, key) else None
        if domain and is_like(domain, key):
            return Derived(value=domain, raw=address, origin=Origin.FIELD, confidence=0.9)
    return in_name(posting.employer) if posting.employer else None


def _addresses(posting: Posting, text: str, folded: str, hosts: Sequence[Host]) -> list[Address]:
    found = addresses_of(text, hosts) if hosts else []
    is_spelled = posting.source in _BY_EMPLOYERS and "@" not in text
    return found + spelled_addresses(text, folded) if is_spelled else found


def _used(posting: Posting, text: str, addresses: Sequence[Address], key: str | None) -> Derived[str] | None:
    """Return the domain that is the employer's by what its addresses are for."""
    if not addresses:
        return None
    akin = by_use(text, addresses, posting.employer or key) if key else None
    return akin or (by_use(text, addresses, None) if key is None or posting.source in _BY_EMPLOYERS else None)
