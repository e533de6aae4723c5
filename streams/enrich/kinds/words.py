"""The phrases that state the kind of contract, put together: with labels, before and behind a job, beside modes."""

from collections.abc import Iterator

from schemas.derived import EmploymentType
from streams.enrich.forms import FULL, KINDS, MODE_NAMES, PART
from streams.enrich.kinds.language_phrases import spoken
from streams.enrich.kinds.phrases import BARE, BETWEEN, LABELS, LEADS, MORE, NOTHING, NOUNS, ON_CALL, PARTS, SHARED, SHIFTS, WHOLE
from streams.enrich.kinds.terms import term_words
from streams.enrich.text import fold, words_of
from streams.enrich.words import KindWord, beside, joined, labelled

_SHORTEST_GLUED = 7
_FOR_A_TIME = (EmploymentType.CONTRACT, EmploymentType.TEMPORARY)


def kind_words() -> Iterator[tuple[str, KindWord | None]]:
    """Yield (phrase, the kind it names); None for what names none, whatever shorter phrase is in it."""
    # what comes later in English counts, where both have a phrase
    yield from spoken()
    yield from ((phrase, KindWord(kind, bare=True)) for kind, phrases in BARE.items() for phrase in phrases)
    for kind, names in KINDS.items():
        pairs = (*beside(names, MODE_NAMES), *beside(MODE_NAMES, names))
        # of `on-site or remote, full time` the mode alone is open
        yield from ((phrase, KindWord(kind)) for phrase in (*pairs, *joined(("or",), beside(MODE_NAMES, names))))
    yield from _times()
    yield from _phrases()
    yield from ((phrase, None) for phrase in NOTHING)


def glued_words() -> dict[str, KindWord]:
    """Return what is looked for where a text has lost the space beside it, as it is when folded.

    A few hundred, since with all the pairs and labels the search takes thrice as long: titles have the internships, and what has
    a time of the week in it is found by that.
    """
    times = joined((*FULL, *PART), ("", "position", "role", "job"))
    named = {time: KindWord(EmploymentType.FULL_TIME if time.startswith("full") else EmploymentType.PART_TIME) for time in times}
    long = ((phrase, word) for phrase, word in _phrases() if len(phrase) >= _SHORTEST_GLUED and _is_lost(phrase, word.value))
    return named | {form: word for phrase, word in long for form in {words_of(phrase), fold(phrase).strip()}}


def _is_lost(phrase: str, kind: EmploymentType) -> bool:
    short = any(mark in phrase for mark in ("fte", "ft ", "per diem"))
    return short or (
        kind in _FOR_A_TIME
        and not any(part in phrase for part in ("full time", "part time", "limited to", " for ", "term of", "term:"))
    )


def _phrases() -> Iterator[tuple[str, KindWord]]:
    """Yield phrases other than those of how much of the week the job takes."""
    yield from ((phrase, KindWord(kind)) for kind, phrases in MORE.items() for phrase in phrases)
    yield from term_words()
    for kind in _FOR_A_TIME:
        phrases = (*joined(KINDS[kind], NOUNS), *joined(("full time", "part time"), KINDS[kind], ("", *NOUNS)))
        yield from ((phrase, KindWord(kind)) for phrase in phrases)


def _times() -> Iterator[tuple[str, KindWord]]:
    """Yield phrases that state how much of the week the job takes."""
    whole, part = KindWord(EmploymentType.FULL_TIME), KindWord(EmploymentType.PART_TIME)
    for word, forms, short in ((whole, FULL, "ft"), (part, PART, "pt")):
        yield from ((phrase, word) for phrase in labelled(LABELS, (*forms, short, f"{short[0]}/t")))
        marks = joined(
            (short, f"{short},", f"{short} -", f"{short}e", f"{short[0]}/t"),
            ("position", "role", "exempt", "non exempt", "sign on", *SHIFTS),
        )
        yield from ((phrase, word) for phrase in marks)
        yield from ((phrase, word) for phrase in joined(LEADS, forms))
        yield from ((phrase, word) for phrase in joined(forms, BETWEEN, NOUNS))
        yield from ((phrase, word) for phrase in joined(forms, (*SHIFTS, "shift")))
    yield from ((phrase, part) for phrase in joined(PART, ("5", "10", "12", "15", "16", "20", "24", "25")))
    yield "as a full time employee", whole
    yield from ((phrase, part) for phrase in labelled(LABELS, ON_CALL))
    labels = (*SHARED, *(f"{share}\n" for share in SHARED if share[-1] == ":"))
    yield from ((phrase, whole) for phrase in joined(labels, ("", "\n"), (WHOLE,)))
    yield from ((phrase, part) for phrase in joined(SHARED, PARTS))
