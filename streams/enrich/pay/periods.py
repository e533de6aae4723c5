"""Which period the words beside an amount name: `/hr`, `per annum`, `jährlich`, `kr/mån`."""

import re
from collections.abc import Mapping

from schemas.derived import Period

_UNITS: Mapping[Period, str] = {
    Period.HOUR: "hours? hourly hrs? h stunde std uur heure hora ora godz godzinę timm(?:e|en|ar) tim timen? час",
    Period.DAY: "days? daily d diem tag dag jour dia día giorno dniówka день",
    Period.WEEK: "weeks? weekly wk woche week semaine semana",
    Period.MONTH: "months? monthly mo mon mth mnth pcm monat maand mois mes mês mies miesiąc mån månad månaden måned(?:en)? mnd"
    " md kk měsíc mese month мес месяц ወር",
    Period.YEAR: "years? yearly yrs? y annum anno annually jahr jaar an année año ano rok år anno год pa",
}
_ADVERBS: Mapping[Period, str] = {
    Period.HOUR: "hourly stündlich p\\.h (?-i:p/?h)(?!\\w)",
    Period.DAY: "daily every\\s?day (?-i:p/?d)(?!\\w)",
    Period.WEEK: "weekly wöchentlich semana(?:l|les|is) hebdomadaire settimanal[ei] tygodniowo",
    Period.MONTH: "monthly monatlich mensual(?:e?s)? mensuel(?:le)?s? mensil[ei] miesięcznie mensa(?:l|is) månadsvis"
    " (?-i:p/m)(?!\\w) ወርሃዊ ወርሀዊ በወር",
    Period.YEAR: "yearly annually annual jährlich annuel(?:le)?s? anua(?:l|les|ls|is) rocznie annu[aeio] årligen p\\.\\s?a"
    " (?-i:pa)(?!\\w) lpa",
}


def _alternatives(words: Mapping[Period, str], group: str) -> str:
    return "|".join(f"(?P<{group}_{period}>{'|'.join(listed.split())})" for period, listed in words.items())


# A capital letter may follow without a space: texts that lost their line breaks say "$25/hrBenefits".
_END = r"(?:(?!\w)|(?-i:(?=[A-Z])))"
_ASIDE = (
    r"(?:gross|brutto|brut[oa]s?|brut[es]{0,2}|net|netto|netos?|nett[aei]|lord[aeio]|l[ií]quid[oa]s?|libres|ht|base|salary|b2b|uop|vat|paid|extra|starting|usd|eur|gbp|cad|aud|pln|chf|sek|inr|ctc"
    r"|or more|or above|or higher|and up|and above)\b"
)
_AFTER = re.compile(
    rf"[\s(),+*–-]*(?:{_ASIDE}[\s,+)(/]*){{0,4}}"
    r"(?:(?:[/\\](?:(?:per|one)\b\s?)?|\b(?:per|an?|each|every|par|pro|pr\.?|im|por|al|a la|la|za|ao|na|w|i|om|der|die|в)(?!\w)"
    r"|\bp\.|\b(?:de l|à l|all|l)['’])\s{0,2}[-/]?\s?"
    rf"(?:{_alternatives(_UNITS, 'unit')}){_END}|\b(?:{_alternatives(_ADVERBS, 'adverb')}){_END}(?!\sbonus))",
    re.IGNORECASE,
)
# A shift, a day or a week has hours: `Top pay • 12 hour shifts`.
_BARE = re.compile(r"\s?h(?:ou)?r(?!\w|\s?/|[\s-]?(?:shift|week)|\s(?:day|work))|\s?hr(?-i:(?=[A-Z]))", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?P<before_hour>hourly|per hour|stundenlohn|timlön|godzinow\w+)|(?P<before_day>daily|day rate)"
    r"|(?P<before_week>(?<!bi-)(?<!bi )(?<!semi-)weekly)"
    r"|(?P<before_month>monthly|per month|monatsgehalt|monatslohn|månadslön|miesięczn\w+)"
    r"|(?P<before_year>yearly|annual|annually|annualized|jahresgehalt|per annum|ctc|roczn\w+))\b",
    re.IGNORECASE,
)
_BEFORE_ABROAD = re.compile(
    r"\b(?:(?P<abroad_hour>stundensatz|uur(?:loon|tarief)|timl[öø]nn?(?:en)?|timel[öø]nn?(?:en)?|t(?:aux|arif) horaire"
    r"|(?:paga|tariffa) oraria|valor hora)"
    r"|(?P<abroad_day>tjm|taux journalier(?: moyen)?|tagessatz|dagtarief)"
    r"|(?P<abroad_month>(?:brutto)?monats\w{0,7}(?:gehalt|lohn)|monatlich\w*|mån(?:ads|eds)l[öø]nn?(?:en)?"
    r"|(?:bruto)?maand(?:salaris|loon)|mens(?:u(?:el(?:le)?s?|al(?:es)?)|il[ei]|a(?:l|is)))"
    r"|(?P<abroad_year>(?:brutto)?jahres\w{0,7}(?:gehalt|lohn|vergütung)|jährlich\w*|(?:bruto)?jaarsalaris|årsl[öø]nn?(?:en)?"
    r"|an(?:nu(?:el(?:le)?s?|[aeio])|ua(?:l|les|is))|ral))\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[.\d$€£]")
# `hourly` may be far ahead: `the hourly range for this position in the selected city is`.
_REACH, _REACH_HOURLY, _LONGEST_WORD = 25, 60, 25


def period_after(text: str) -> tuple[Period | None, int]:
    """Return the period that the beginning of `text` names, and where its words end."""
    found = _AFTER.match(text)
    return (_named(found), found.end()) if found else (None, 0)


def period_before(text: str, *, in_english: bool = False) -> Period | None:
    """Return the period that the last words of `text` name: `Hourly rate: `. `in_english`: no other language is looked for."""
    tail = _CUT.split(text)[-1]
    for found in _BEFORE.finditer(tail):
        if len(tail) - found.end() <= (_REACH_HOURLY if found["before_hour"] else _REACH):
            return _named(found)
    abroad = None if in_english else _BEFORE_ABROAD.search(tail[-_REACH - _LONGEST_WORD :])
    return _named(abroad) if abroad else None


def is_bare_hour(text: str) -> bool:
    """Whether `text` begins with `hr` and no stroke: `Pay: 25-35 hr`, but no `hr/week`."""
    return _BARE.match(text) is not None


def _named(found: re.Match[str]) -> Period:
    return Period((found.lastgroup or "").rpartition("_")[2])
