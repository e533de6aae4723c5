"""What stands around words for kinds of contract in other languages than English: what a job is called, and a choice."""

import re

from streams.enrich.text import Hit
from streams.enrich.words import KindWord

# What the work is called, before its time: `poste à temps plein`, `umowa o pracę (pełny etat)`.
_CALLED = re.compile(
    r"\b(?:poste|emploi|contrat|cdi|cdd|travail|durée (?:in)?déterminée|h/f|f/h|stage"
    r"|puesto|empleo|trabajo|contrato|indefinido|vacante|contratación|oferta|trabajar"
    r"|vaga|emprego|trabalho|horário|sem termo|posição|regime|trabalhar|efetivo|clt"
    r"|lavoro|contratto|impiego|orario|posizione|impegno|(?:in)?determinato|assunzione"
    r"|een|contract|functie|dienstverband|job|baan|vast|onze"
    r"|stilling(?:en)?(?: er)?|(?:fast)?ansættelse|en|ei|fast|ansatt|ansettelse"
    r"|umow[aęy] o pracę|prac[aęy]|zatrudnienie|etat|umowa)"
    r"[ ,(:–-]{1,3}(?:(?:à|a|de|di|en|em|por|na|w|på|i|er på) )?$",
    re.IGNORECASE,
)
# Who may be employed for good instead: `umowa o pracę lub B2B`, `tillsvidareanställning eller vikariat`.
_FOR_GOOD = (
    r"(?:umow[aęy] o pracę|uop|clt|cdi|tillsvidare(?:anställning)?|fast(?: anställning| stilling)?|fastansættelse|festanstellung"
    r"|unbefristet\w*|vast(?: contract)?|(?:contrato )?indefinido|indeterminato|sem termo)"
)
_OR = r"(?: ?[/|] ?|,? (?:oder|ou|o|of|eller|lub|albo|czy|bzw\.) )"
_OR_BEFORE = re.compile(
    rf"\b{_FOR_GOOD}{_OR}(?:(?:en|ett|et|een|eine|um|un|uma|una|na|w|kontrakt|umow[aęy]|a) )?$", re.IGNORECASE
)
_OR_BEHIND = re.compile(rf"{_OR}(?:(?:en|ett|et|een|eine|um|un|uma|una|na|a|tempo) )?{_FOR_GOOD}\b", re.IGNORECASE)
# `możliwość pracy na część etatu`
_MAY_BE = re.compile(
    r"\b(?:możliwoś|possibilit|posibilidad|possibilidade|möglichkeit|möjlighet|mulighe|mogelijkheid)[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
# Who studies so, and whose work contracts are.
_STUDY = re.compile(
    r"\b(?:studi(?:um|en?|er)|estudios?|licence|máster|diplôme|opleiding|licenciatura|laurea|uddannelse|utdanning|utbildning|ausbildung)\b"
    r"[^.!?\n,;:]{0,25}$",
    re.IGNORECASE,
)
_CONTRACTS = re.compile(
    r"\b(?:contratti|contracten|contratos|contrats|verträgen?|kontrakter|umów|avtal)\b[^.!?\n]{0,12}$", re.IGNORECASE
)
_LONGEST_CALL, _LONGEST_CHOICE, _SENTENCE = 32, 45, 70


def is_called(text: str, hit: Hit[KindWord]) -> bool:
    """Return whether the work is called something whose time the word is: `contrato a jornada completa`."""
    if _CALLED.search(text, max(0, hit.start - _LONGEST_CALL), hit.start) is None:
        return False
    return _MAY_BE.search(text, max(0, hit.start - _SENTENCE), hit.start) is None


def is_of_study(text: str, start: int) -> bool:
    """Return whether the time is that of studies: `Studium in Vollzeit`."""
    return _STUDY.search(text, max(0, start - _LONGEST_CHOICE), start) is not None


def is_of_contracts(text: str, start: int) -> bool:
    """Return whether contracts are what somebody deals with: `gestire contratti a tempo determinato`."""
    return _CONTRACTS.search(text, max(0, start - _LONGEST_CHOICE), start) is not None


def is_for_good_instead(text: str, start: int, end: int) -> bool:
    """Return whether work for a time or by a contract is one of two to choose from, of which the other is for good."""
    return _OR_BEHIND.match(text, end) is not None or _OR_BEFORE.search(text, max(0, start - _LONGEST_CHOICE), start) is not None
