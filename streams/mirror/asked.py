"""What a posting's owner asked last, and in which buckets; it follows from the statements of dedupe alone."""

from dataclasses import dataclass

import orjson

# One of all entries of the stage: where the verifier changes, all is asked again.
FORMAT = 2
# A posting that has not asked before has heard nothing: to its first ask silence is an answer.
FIRST_ASK = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """`version` is that of the last statement, `digest` what was asked about, `ask` how often anything was asked."""

    version: int = -1
    digest: str = ""
    ask: int = 0
    buckets: tuple[str, ...] = ()

    def pack(self) -> bytes:
        """Return it as a table value."""
        return bytes((FORMAT,)) + orjson.dumps([f"{self.version:x}", self.digest, self.ask, self.buckets])


def asked_key(posting_id: str) -> str:
    """Return the key in the state."""
    return f"asked:{posting_id}"


def unpack(value: bytes | None) -> Asked:
    """Return what a table value holds; a new one where there is none."""
    if value is None:
        return Asked()
    version, digest, ask, buckets = orjson.loads(value[1:])
    return Asked(int(version, 16), digest, ask, tuple(buckets))
