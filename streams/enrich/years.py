"""Spans of years that a text names, and whether they are work experience that it asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import product

from streams.enrich import years_abroad as abroad

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "ein": 1, "två": 2, "tre": 3, "fyra": 4,
    "fem": 5, "ett": 1, "dwa": 2, "trzy": 3, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "un": 1, "uno": 1, "dos": 2,
    "tres": 3, "cuatro": 4, "cinco": 5, "um": 1, "dois": 2, "três": 3, "quatro": 4, "due": 2, "quattro": 4, "cinque": 5,
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vijf": 5, "fire": 4, "dwu": 2, "cztery": 4, "pięć": 5, "pięcio": 5,
    "sieben": 7, "acht": 8, "zehn": 10, "sex": 6, "sju": 7, "åtta": 8, "tio": 10, "dix": 10, "diez": 10, "dez": 10, "dieci": 10,
    "tien": 10, "ti": 10,
}  # fmt: skip
_TOKEN = re.compile(r"\d+(?:[.,]5)?|[^\W\d_]+")
# Between two numbers of a range, between `six` and its `(6)`, and between a number and the word for years.
_RANGE = re.compile(r"\s{0,2}\+?\s{0,2}(?:-|–|—|\xad-|to|bis|till|or|and|do|a|à|tot|til|ou|et|y|e|en|/)\s{0,2}")
_AGAIN = re.compile(r"\s{0,2}\(\s?")
# `3-jährige Berufserfahrung`, `trzyletnie doświadczenie`
_ADJECTIVES = ("jährige", "jähriger", "jährigen", "letnie", "letniego", "letnim")
_ADJECTIVE = re.compile(r"(?:jährig|letni)\w*$", re.IGNORECASE)
_FILLED = re.compile(
    r"\s?[+)]{0,2}\s{0,2}"
    r"(?:plus|or more|oder mehr|eller fler|eller mer|ou plus|o más|ou mais|o più|of meer|full)?\)?[\s-]{0,3}"
)
_MOST_DIGITS, _MOST_YEARS, _MONTHS = 2, 30, 12
_ENGLISH = ("year", "Year", "YEAR", "yr", "Yr", "YR", "month", "Month", "MONTH")
_LOOK_BACK, _BEFORE, _AFTER, _CLOSE = 26, 60, 90, 36


class Span(Enum):
    """What a word for a span of time counts."""

    YEARS = "years"
    MONTHS = "months"


_WORDS: dict[Span, tuple[str, ...]] = {
    Span.YEARS: (
        "years",
        "year",
        "yrs",
        "yr",
        "years'",
        "jahre",
        "jahren",
        "jahr",
        "års",
        "år",
        "lat",
        "lata",
        "ans",
        "años",
        "anos",
        "jaar",
        "jaren",
        "anni",
        "année",
        "années",
        "año",
        "ano",
        "anno",
        "rok",
        "roku",
        *_ADJECTIVES,
    ),
    Span.MONTHS: (
        "months",
        "month",
        "monate",
        "monaten",
        "månader",
        "månaders",
        "mois",
        "meses",
        "mesi",
        "maanden",
        "miesięcy",
        "måneders",
    ),
}


@dataclass(frozen=True, slots=True)
class Years:
    """A span of experience in years, `low` to `high`, at `text[start:end]`."""

    low: float
    high: float | None
    start: int
    end: int


_EXPERIENCE = ("experi", "exp ", "exp.", "track record")
# Right after it: what makes it work experience, and what makes it something else. All is read in lower case.
_OF_WORK = re.compile(
    r"[ '’\xa0s]{0,3}(?:(?:of|in|de|di|d['’]) ?)?(?:exp\b|expér|experi[eê]nc|(?:werk)?ervaring|esperienza|progressive|relevant"
    r"|related|professional|hands[- ]on|proven|work"
    r"|industry|teaching|manag|leading|of\b|in\b|as\b|with\b|using|developing|building|post\b)"
)
_ELSE_AFTER = re.compile(
    r"\W{0,3}(?:old\b|of age|ago\b|alt\b|gammal|degree|college|university|institution|bachelor|program|contract\b|term\b"
    r"|warrant|period|anniversar|from\b|of (?:service|employment|age|operation|innovation|growth|excellence|success|tenure|hire"
    r"|completion|history|study|college|school|university|post|higher education|formal)|after|or (?:older|above)"
    r"|in (?:business|a row|operation)|de edad|d['’]âge|oud\b|di età|running|and (?:older|over)|younger|postdoc|vesting|effort"
    r"|plan\b|tid\b)"
)
# What sites put behind the years of each job in a list: `Telefonförsäljning: 1 år (Meriterande)`.
_LISTED = re.compile(
    r"\s?\((?:required|preferred|meriterande|krav|wünschenswert|erforderlich|optionnel|requis|obligatorio|deseable|obbligatorio"
    r"|opzionale|vereist|optioneel|obrigatório|desejável|wymagane|mile widziane)\)"
)
_ELSE_BEFORE = re.compile(
    r"(?:\b(?:last|past|next|first|previous|every|each|per|within|after|nearly|almost|under|less than|aged?|alter|since"
    r"|founded|combined|spent|throughout|during|rolling|for)\W{1,3}(?:the\W)?(?:\w{1,12}\W{1,2})?"
    r"|\b(?:for|has|have|had|been|our|with|of|in|and) (?:over|more than|about|around)\W"
    r"|\b(?:we have|we've|company has|over the)\W(?:\w{1,12}\W){0,2}|\ba )$"
)
_ASKS = re.compile(
    r"\b(?:minimum|min|at ?least|must|requir\w*|experience|exp|need|mindestens|mind|minst|qualif\w*|seeking|looking for|with|have"
    r"|has|prefer\w*|plus|level|possess\w*|erfahrung|erfarenhet|applicants|candidates?|generally|typically)\b\W{0,3}(?:\w{1,14}\W{1,3}){0,3}$"
)
_OURS = re.compile(r"\b(?:we|our|us|company|firm|clients?|team|founders?|he|she|they)\b")
_OF_YOU = re.compile(r"at least|minimum|must|looking for|seeking|requir|need|candidate|\byou")
_ENDS = (";", "\n", "•", "·", "●", ". ")
_SENTENCE = re.compile(r"[;\n•·●]|\.\s")


def spans() -> Iterator[tuple[str, Span]]:
    """Yield (word, what it counts), also of a word glued to its number."""
    for span, words in _WORDS.items():
        for word in words:
            yield word, span
    for named, adjective in product(_NUMBERS, _ADJECTIVES):
        yield named + adjective, Span.YEARS
    # `an` alone is in every English text
    yield from ((f"{number} {word}", Span.YEARS) for number in ("un", *range(1, abroad.MOST)) for word in ("an", "an(s)"))
    for number in range(1, _MOST_YEARS + 1):
        yield from ((f"{number}{plus}{word}", Span.YEARS) for plus in ("", "+") for word in ("years", "yrs"))


def read_years(text: str, start: int, end: int, span: Span) -> Years | None:
    """Return the experience asked for whose word for years stands at `text[start:end]`; None where it is something else."""
    start = end - len(text[start:end].lstrip("0123456789+"))
    is_abroad = not text.startswith(_ENGLISH, start)
    start = _unit_start(text, start, end) if is_abroad else start
    amount = _amount(text[max(0, start - _LOOK_BACK) : start].lower(), start)
    if amount is None:
        return None
    low, high, begin = amount
    before, after = text[max(0, begin - _BEFORE) : begin].lower(), text[end : end + _AFTER].lower()
    if low > (abroad.MOST if is_abroad else _MOST_YEARS) or not _is_asked(before, after, low if is_abroad else None):
        return None
    scale = _MONTHS if span is Span.MONTHS else 1
    return Years(low / scale, high / scale if high else None, begin, end)


def _unit_start(text: str, start: int, end: int) -> int:
    """Return where the word for years begins: behind the number that is a part of it, as in `dreijährige`, `un an`."""
    adjective = _ADJECTIVE.search(text, start, end)
    return adjective.start() if adjective else max(start, text.rfind(" ", start, end) + 1)


def _amount(before: str, start: int) -> tuple[float, float | None, int] | None:
    """Return (least, most, where it begins) of the numbers right before `start`."""
    tokens = [token for token in _TOKEN.finditer(before) if (word := token[0]) in _NUMBERS or word[0].isdecimal()]
    if not tokens or not _FILLED.fullmatch(before, tokens[-1].end()):
        return None
    used, low, high = tokens[-1:], _number(tokens[-1][0]), None
    if len(tokens) > 1 and _RANGE.fullmatch(before, tokens[-2].end(), tokens[-1].start()):
        used, low, high = tokens[-2:], _number(tokens[-2][0]), low
    elif len(tokens) > 1 and _AGAIN.fullmatch(before, tokens[-2].end(), tokens[-1].start()):
        used = tokens[-2:]
    begin = used[0].start()
    sound = all(_is_count(token[0]) for token in used) and not before[:begin].endswith(("$", "€", "£", ","))
    return (low, high if high and low < high <= _MOST_YEARS else None, start - len(before) + begin) if sound else None


def _number(word: str) -> float:
    return float(_NUMBERS[word] if word in _NUMBERS else word.replace(",", "."))


def _is_count(word: str) -> bool:
    return word in _NUMBERS or len(word.replace(",", ".").partition(".")[0]) <= _MOST_DIGITS


def _is_asked(before: str, after: str, abroad_low: float | None) -> bool:
    """`abroad_low`: the number of years where they are named in another language than English."""
    is_abroad = abroad_low is not None
    if _ELSE_AFTER.match(after):
        return False
    before = abroad.unshortened(before) if is_abroad else before
    before = before[max(before.rfind(end) for end in _ENDS) + 1 :]
    of_firm = (_OURS.search(before) or _ELSE_BEFORE.search(before[-_CLOSE:])) and not _OF_YOU.search(before)
    if of_firm or (abroad_low is not None and abroad.is_of_firm(before, after, abroad_low)):
        return False
    if _OF_WORK.match(after) or _LISTED.match(after) or (is_abroad and abroad.asks(before)):
        return True
    if _ASKS.search(before[-_CLOSE:]):
        return True
    return abroad.is_of_work(after) if is_abroad else any(word in _SENTENCE.split(after, 1)[0] for word in _EXPERIENCE)
