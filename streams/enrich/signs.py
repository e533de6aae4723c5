"""Words that speak for or against a posting being a scam, and what else of it is counted."""

import math
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from schemas.derived import Education
from streams.enrich.text import Hits, places_of
from streams.enrich.years import Span


class Sign(StrEnum):
    """What words are a sign of; as a string, since an Enum's hash is computed in Python."""

    MONEY_HANDLING = "money_handling"
    HOME_INCOME = "home_income"
    NO_EXPERIENCE = "no_experience"
    EASY_WORK = "easy_work"
    LINK_BELOW = "link_below"
    EMPLOYER = "employer"
    LEGAL_FORM = "legal_form"
    YEAR = "year"
    EVERGREEN = "evergreen"


_WORDS: dict[Sign, tuple[str, ...]] = {
    Sign.MONEY_HANDLING: (
        "wire transfer", "western union", "moneygram", "money order", "money orders", "cashier's check", "cash checks",
        "your own bank account", "your bank account", "personal bank account", "transfer funds", "gift cards", "bitcoin",
    ),
    Sign.HOME_INCOME: (
        "work from home", "working from home", "work at home", "home based", "comfort of your", "own boss",
        "financial freedom", "financial independence", "extra income", "extra cash", "extra money", "earn extra",
        "make extra", "earn up to", "make up to", "easy money", "earn money", "make money", "unlimited income",
        "unlimited earning", "weekly pay", "weekly paychecks", "paid weekly", "paid daily", "residual income",
        "income opportunity", "ground floor", "earn while", "per day", "daily pay", "dollars a day", "dollars per day",
        "start up fee", "start up fees", "startup fee", "startup fees", "free to join", "free to start", "own hours",
        "no background check", "no background checks", "no selling", "no interview", "stay at home", "work online",
    ),
    Sign.NO_EXPERIENCE: (
        "no experience", "no prior experience", "no previous experience", "experience not necessary",
        "experience not required", "experience is not necessary", "experience is not required", "no experience needed",
        "no skills", "no degree", "will train", "we train", "will be trained", "training provided", "training is provided",
        "training will be provided", "paid training", "full training", "free training", "complete training",
        "on the job training",
    ),
    Sign.EASY_WORK: (
        "data entry", "typing", "typist", "clerical", "clerk", "administrative assistant", "admin assistant", "receptionist",
        "envelope", "mystery shopper", "secret shopper", "office assistant", "cruise", "payroll", "personal assistant",
        "answering phones", "post ads", "posting ads", "surveys", "package handler", "reshipping",
    ),
    Sign.LINK_BELOW: (
        # the link itself is often glued to them: "using below linkhttps"
        "below link", "link below", "using below", "below using", "apply below", "apply using", "find more jobs at",
        "click on the link",
        "click the link", "following link", "visit the link", "copy and paste",
    ),
    Sign.EMPLOYER: (
        "founded", "culture", "growing", "offices", "startup", "start up", "venture", "backed", "mission", "passion",
        "passionate", "innovative", "brands", "platform", "leading", "love", "enjoy", "fun", "happy", "friendly", "excited",
        "exciting", "amazing", "awesome", "world", "since", "established", "provides",
    ),
    Sign.LEGAL_FORM: ("inc", "llc", "ltd", "limited", "corp", "corporation", "gmbh", "plc", "group"),
    Sign.YEAR: tuple(map(str, range(1850, 2030))),
    Sign.EVERGREEN: (
        "talent pool", "talent community", "talent pipeline", "future opportunities", "future openings", "always looking for",
        "general application", "expression of interest", "no current opening", "for future consideration",
        "pipeline requisition", "evergreen requisition", "speculative application", "initiativbewerbung", "spontanansökan",
    ),
}  # fmt: skip
# Whole words are known from the pass over the text; these are glued to the next one, where a text has lost its line ends.
_GLUED_YEARS, _GLUED_SCHOOL = ("year", "Year"), ("igh school", "igh School", "IGH SCHOOL")
_NUMBERED = re.compile(r"\d[\s+)-]{0,4}$")
_BEFORE_YEARS = 6
_FREE_MAIL = re.compile(r"@(?:gmail|yahoo|hotmail|outlook|aol|live|icloud|gmx|protonmail|mail)\.", re.IGNORECASE)
_MONEY = re.compile(r"[$£€]")
_MOST, _WORD_LENGTH = 3, 6
# By how many line ends: a text of four paragraphs says enough of employer, work, demands and offers; a long one in a single line
# has lost its own, and counts as the mean.
_FEW, _USUALLY_FEW, _LONGEST_LINE = (1.0, 1.0, 0.7, 0.0), 0.5, 200
# As if so many usual words came first: of a short text it is not known what it would say of the employer.
_USUAL_WORDS, _USUAL_OWN = 250, 3
_SPEAKING = (Sign.MONEY_HANDLING, Sign.HOME_INCOME, Sign.NO_EXPERIENCE, Sign.EASY_WORK, Sign.LINK_BELOW)
_COUNTED = [(sign, sign.value) for sign in _SPEAKING]
_NONE_COUNTED = {sign.value: 0.0 for sign in _SPEAKING}


def sign_words() -> Iterator[tuple[str, Sign]]:
    """Yield (phrase, what it is a sign of)."""
    for sign, phrases in _WORDS.items():
        for phrase in phrases:
            yield phrase, sign


def signs_of(title: str, text: str, in_title: Hits, in_text: Hits) -> Mapping[str, float]:
    """Return how much of each sign a posting shows, by name: the parts of the model in `data/quality.json`."""
    found = [hit.payload for hit in in_text.of_kind(Sign)]
    parts = _NONE_COUNTED.copy()
    for sign, name in _COUNTED if found else ():
        # a list counts by identity, where the hash of a member is a call of Python
        parts[name] = float(min(found.count(sign), _MOST))
    words = len(text) / _WORD_LENGTH + 1
    # as common as these are, counting the first three costs less than finding them among all phrases
    own = text.count(" our ") + text.count(" team") + text.count(" client") + found.count(Sign.EMPLOYER)
    parts["easy_work_titled"] = float(any(hit.payload is Sign.EASY_WORK for hit in in_title.of_kind(Sign)))
    parts["pay_in_title"] = float(_MONEY.search(title) is not None)
    parts["few_paragraphs"] = _few(text, words)
    parts["no_legal_form"] = -float(Sign.LEGAL_FORM in found)
    parts["no_year"] = -float(Sign.YEAR in found)
    parts["no_years_asked"] = -float(_tells_years(text, in_text))
    parts["school_asked"] = float(_tells_school(text, in_text))
    parts["little_of_employer"] = -math.log1p(100 * (own + _USUAL_OWN) / (words + _USUAL_WORDS))
    parts["free_mail"] = float("@" in text and _FREE_MAIL.search(text) is not None)
    return parts


def _few(text: str, words: float) -> float:
    breaks = text.count("\n")
    return _FEW[min(breaks, len(_FEW) - 1)] if breaks or words <= _LONGEST_LINE else _USUALLY_FEW


def _tells_years(text: str, hits: Hits) -> bool:
    """Return whether a text has a number of years: of experience, or of an employer's past."""
    whole = (hit.start for hit in hits.of_kind(Span) if hit.payload is Span.YEARS)
    return any(_is_numbered(text, at) for at in whole) or any(
        _is_numbered(text, at) for word in _GLUED_YEARS for at in places_of(text, word)
    )


def _is_numbered(text: str, at: int) -> bool:
    return text[at].isdecimal() or _NUMBERED.search(text[max(0, at - _BEFORE_YEARS) : at]) is not None


def _tells_school(text: str, hits: Hits) -> bool:
    if any(hit.payload is Education.SECONDARY for hit in hits.of_kind(Education)):
        return True
    return any(words in text for words in _GLUED_SCHOOL)


def is_evergreen(hits: Hits) -> bool:
    """Return whether a text says that it gathers applications without an opening."""
    return any(hit.payload is Sign.EVERGREEN for hit in hits.of_kind(Sign))
