"""Words around which a text says whether a visa is sponsored or a security clearance is asked for."""

from collections.abc import Iterator
from enum import Enum

from streams.enrich.permits_abroad import CLEARANCE_WORDS, VISA_WORDS


class PermitWord(Enum):
    """What a word may be about; `ABROAD`, if it is of another language than English."""

    VISA = "visa"
    SPONSOR = "sponsor"
    CLEARANCE = "clearance"
    VISA_ABROAD = "visa_abroad"
    CLEARANCE_ABROAD = "clearance_abroad"


OF_CLEARANCES = frozenset({PermitWord.CLEARANCE, PermitWord.CLEARANCE_ABROAD})

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
    ),
}
_WORDS_ABROAD = {PermitWord.VISA_ABROAD: VISA_WORDS, PermitWord.CLEARANCE_ABROAD: CLEARANCE_WORDS}
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
    # what comes later counts, where both have a phrase
    for kind, words in (*_WORDS_ABROAD.items(), *_WORDS.items()):
        yield from ((word, kind) for word in words)
