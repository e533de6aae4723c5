"""Postings whose contacts are erased: what the stage keeps of it, and how that outlives a rebuild."""

from runtime.config import KafkaConfig
from schemas.topics import CONTACTS_ERASED
from streams.carried import messages_in, write

# The formats of a posting's state: the version that `jobs.posting.current` holds, its contacts kept or erased.
KEPT, ERASED = b"\x01", b"\x02"
_VERSION_BYTES = 16


def pack(version: int, *, erased: bool) -> bytes:
    """Return the state of a posting."""
    return (ERASED if erased else KEPT) + version.to_bytes(_VERSION_BYTES, "big")


def unpack(value: bytes | None) -> tuple[int, bool]:
    """Return the version and whether contacts are erased; -1 and False where there is no state, or one in another format."""
    if not value or value[:1] not in (KEPT, ERASED):
        return -1, False
    return int.from_bytes(value[1:], "big"), value[:1] == ERASED


def carry_over(config: KafkaConfig) -> None:
    """Write every erasure into the empty changelog, acknowledged on return: a rebuild must know them before any posting.

    Raises BrokerUnavailable or KafkaException.
    """
    erased = pack(0, erased=True)
    erasures = messages_in(config, "enrich", CONTACTS_ERASED)
    write(config, "enrich", [(each.partition, each.key.decode(), erased) for each in erasures if each.key is not None])
