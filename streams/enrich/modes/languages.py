"""Words for work modes in other languages than English, as fields, places, titles and headings have them.

German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish.
"""

from collections.abc import Iterator, Mapping

from schemas.derived import WorkMode
from streams.enrich.words import joined

# Also in running text, where they stand by themselves.
WORDS: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "homeoffice", "im homeoffice", "im home office", "aus dem homeoffice", "aus dem home office", "remotearbeit",
        "remote arbeit", "télétravail", "en télétravail", "travail à distance", "teletrabajo", "remoto", "remota",
        "en remoto", "trabajo remoto", "trabajo a distancia", "trabajo desde casa", "teletrabalho", "trabalho remoto",
        "trabalho à distância", "em remoto", "da remoto", "in remoto", "lavoro da remoto", "lavoro remoto", "telelavoro",
        "in smart working", "thuiswerk", "thuiswerken", "werken op afstand", "werk op afstand", "vanuit huis", "distans",
        "på distans", "distansarbete", "hemarbete", "hemifrån", "hjemmearbejde", "fjernarbejde", "hjemmefra", "hjemmekontor",
        "fjernarbeid", "zdalna", "zdalny", "zdalnie", "praca zdalna", "pracę zdalną", "zdalna praca", "em home office",
        "en home office",
    ),
    WorkMode.HYBRID: (
        "hybride", "híbrido", "híbrida", "hibrido", "hibrida", "ibrido", "ibrida", "hybrydowo", "hybrydowa", "hybrydowy",
        "praca hybrydowa", "pracę hybrydową", "hybridarbete", "hybridarbejde", "semipresencial", "semi presencial",
        "hybridmodell",
    ),
    WorkMode.ONSITE: (
        "présentiel", "en présentiel", "presencial", "in sede", "in presenza", "op kantoor", "på plats", "stacjonarnie",
        "stacjonarna", "stacjonarny", "praca stacjonarna", "pracę stacjonarną",
    ),
}  # fmt: skip
# In titles they are words of trades: who sells by telephone sells `à distance`.
_FIELDS: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "à distance", "a distancia", "à distância", "a distância", "op afstand", "thuis", "hjemme", "smart working",
        "home office", "mobiles arbeiten", "mobile arbeit",
    ),
    WorkMode.HYBRID: ("mixto", "mixta", "misto", "mista", "gemischt"),
    WorkMode.ONSITE: (
        "präsenz", "im büro", "sur site", "sur place", "au bureau", "en oficina", "en la oficina", "no escritório",
        "in ufficio", "op locatie", "på stedet", "på kontoret", "w biurze", "na miejscu", "biuro", "stationär",
    ),
}  # fmt: skip
# How far: all of the week, and a part of it.
WHOLLY = (
    "100%", "100 %", "vollständig", "komplett", "ausschließlich", "voll", "rein", "full", "totalement", "entièrement",
    "exclusivement", "uniquement", "totalmente", "completamente", "exclusivamente", "inteiramente", "interamente",
    "esclusivamente", "apenas", "volledig", "geheel", "helemaal", "uitsluitend", "helt", "fullt", "endast", "fuldt", "fuld",
    "udelukkende", "kun", "w pełni", "całkowicie", "wyłącznie", "tylko",
)  # fmt: skip
PARTLY = (
    "teilweise", "anteilig", "partiell", "zeitweise", "partiellement", "en partie", "parcialmente", "parzialmente", "deels",
    "gedeeltelijk", "delvis", "delvist", "częściowo", "częściowa", "częściowej", "praca częściowo",
)  # fmt: skip
PARTIAL = ("partiel", "parcial", "parziale", "hybride", "híbrido", "híbrida", "ibrido", "ibrida")
# In running text these state a mode only in a clause that says so of the job.
PARTS: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.REMOTE: (
        "à distance", "a distancia", "à distância", "op afstand", "thuis", "thuis te werken", "thuis werken", "desde casa",
        "en casa", "em casa", "von zu hause", "von zuhause", "mobiles arbeiten", "mobilen arbeiten", "mobile arbeit",
        "smart working", "hjemme", "zdalnej", "pracy zdalnej", "z domu",
    ),
    WorkMode.HYBRID: ("hybridt", "mixta", "mixto", "mieszany", "hybrydowej", "pracy hybrydowej"),
    WorkMode.ONSITE: (
        "vor ort", "im büro", "sur site", "au bureau", "op locatie", "w biurze", "z biura", "på kontoret", "på vores kontor",
        "på vårt kontor", "in ufficio", "en oficina", "en la oficina", "no escritório",
    ),
}  # fmt: skip
# A degree makes a statement of a word in titles; in running text the clauses of `abroad.py` look for more of them.
_DEGREES: Mapping[WorkMode, tuple[str, ...]] = {
    WorkMode.HYBRID: (
        *joined(PARTLY, ("homeoffice", "home office", "im homeoffice", "en télétravail", "remoto", "en remoto")),
        *joined(PARTLY, ("em home office", "da remoto", "thuiswerken", "på distans", "distans", "hjemmekontor", "hjemmefra")),
        *joined(PARTLY, ("zdalna", "zdalnie", "zdalny")),
        *joined(("télétravail", "teletrabajo", "teletrabalho", "smart working", "lavoro agile", "homeoffice"), PARTIAL),
        *joined(("jours", "jour"), ("de",), ("télétravail",)), *joined(("días", "dias"), ("de",), ("teletrabajo",
        "teletrabalho")),
        *joined(("tage", "tagen"), ("homeoffice",)), "giorni di smart working", "dagen thuiswerken", "dager hjemmekontor",
        *joined(("télétravail",), ("ponctuel", "occasionnel")),
    ),
    WorkMode.REMOTE: tuple(
        joined(("100%", "100 %", "volledig", "helt", "totalement"), ("home office", "à distance", "op afstand"))
    ),
    WorkMode.ONSITE: (
        *joined(("kein", "geen", "ingen", "sem"), ("homeoffice", "home office", "thuiswerk", "hjemmekontor")),
        "pas de télétravail", "sin teletrabajo", "no smart working", "brak pracy zdalnej",
    ),
}  # fmt: skip
# Trades, courses and machines that have such a word.
_NO_MODES = (
    *joined(("soporte", "suporte", "support", "acceso", "acesso", "atención", "atendimento"), ("remoto", "remota",
    "en remoto")),
    *joined(("atención", "atendimento", "venta", "professor", "profesor", "clases", "cursos"), ("presencial", "presenciales")),
    *joined(("assistenza", "formazione"), ("da remoto", "in presenza")), "zdalne wsparcie", "zdalny pulpit",
    *joined(("formation", "cours", "formateur"), ("présentiel", "en présentiel")),
    *joined(("véhicule", "véhicules", "moteur", "cloud", "infrastructure"), ("hybride", "hybrides")), *joined(("auto", "cloud",
    "motore"), ("ibrido",)),
    *joined(("vehículo", "motor", "nube", "veículo", "nuvem"), ("híbrido", "híbrida")),
    *joined(("hybride",), ("cloud", "auto", "aandrijving", "it")),
)  # fmt: skip


def headed() -> Iterator[tuple[str, WorkMode | None]]:
    """Yield the words of places, titles and headings with the mode each names; None for what names none."""
    for words in (WORDS, _DEGREES):
        yield from ((word, mode) for mode, of_mode in words.items() for word in of_mode)
    yield from ((phrase, None) for phrase in _NO_MODES)


def stated() -> Iterator[tuple[str, WorkMode | None]]:
    """Yield the words of fields with the mode each names; None for what names none."""
    yield from headed()
    yield from ((word, mode) for mode, words in _FIELDS.items() for word in words)
