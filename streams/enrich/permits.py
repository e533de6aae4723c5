"""Words around which a text says whether a visa is sponsored or a security clearance is asked for."""

from collections.abc import Iterator
from enum import Enum


class PermitWord(Enum):
    """What a word may be about."""

    VISA = "visa"
    SPONSOR = "sponsor"
    CLEARANCE = "clearance"


_WORDS: dict[PermitWord, tuple[str, ...]] = {
    PermitWord.VISA: ("visa", "visas", "h1b", "h 1b", "h1 b", "h1b s", "green card", "green cards", "opts", "work permit"),
    PermitWord.SPONSOR: ("sponsor", "sponsors", "sponsorship", "sponsorships", "sponsored"),
    PermitWord.CLEARANCE: (
        "security clearance",
        "security clearances",
        "clearance",
        "ts/sci",
        "ts sci",
        "top secret",
        "polygraph",
        "sc cleared",
        "dv cleared",
        "security cleared",
        "public trust background",
        "public trust position",
        "public trust investigation",
        "säkerhetsprövning",
        "säkerhetsprövas",
    ),
}
# Of ports, machines, police and schools; and the law about lie detectors.
_NO_PERMIT = (
    "customs clearance", "port clearance", "fingerprint clearance", "criminal clearance", "police clearance", "child clearance",
    "radial clearance", "regulatory clearance", "act 33", "state clearances", "clearance sale", "employee polygraph protection",
    "visa card", "visa gift", "visa inc", "clearance items", "clearance check", "polygraph protection act",
)  # fmt: skip


def permit_words() -> Iterator[tuple[str, PermitWord | None]]:
    """Yield (word, what it may be about); None for what is about neither, whatever shorter word is in it."""
    for phrase in _NO_PERMIT:
        yield phrase, None
    for kind, words in _WORDS.items():
        for word in words:
            yield word, kind
