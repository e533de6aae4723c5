"""Phrases of running text that state a work mode in other languages than English: what a job is called, and who works how."""

from collections.abc import Iterator, Mapping

from schemas.derived import WorkMode
from streams.enrich.modes.languages import PARTLY, PARTS, WHOLLY, WORDS
from streams.enrich.words import ModeWord, PartWord, joined

_REMOTE, _HYBRID, _ONSITE = WorkMode.REMOTE, WorkMode.HYBRID, WorkMode.ONSITE
# Who works and what the work is called, before words that are English as well.
_SUBJECTS = (
    "du arbeitest", "sie arbeiten", "wir arbeiten", "ihr arbeitet", "die stelle ist", "diese position ist", "je werkt",
    "we werken", "functie is", "du jobber", "du arbejder", "vi jobber", "vi arbejder",
)  # fmt: skip
_JOBS = (
    "modalidad", "modelo", "posición", "posição", "puesto", "vaga", "trabajo", "trabalho", "modalidad de trabajo",
    "modelo de trabalho", "lavoro", "posizione", "modalità", "poste", "poste en", "trabajar en", "trabajo en", "regime",
)  # fmt: skip
_SAID: Mapping[WorkMode, tuple[str, ...]] = {
    _REMOTE: (
        *joined(("homeoffice", "home office"), ("möglichkeit", "möglichkeiten", "option", "optionen")),
        "poste télétravaillable", "möglichkeit auf homeoffice", "möglichkeit auf home office", "en full remote",
        "trabajo desde cualquier lugar", "remoto desde cualquier lugar", "desde cualquier lugar de",
        "remoto de qualquer lugar", "de qualquer lugar do",
        *joined(("trabajar", "trabajarás", "trabaja"), ("desde casa", "desde tu casa", "desde cualquier lugar")),
        *joined(("trabalhar", "trabalhe"), ("de casa", "a partir de casa", "de qualquer lugar", "de onde quiser")),
        "depuis chez vous", "où que vous soyez", *joined(("trabaja", "trabajar"), ("desde donde quieras",)),
        *joined(("arbeiten", "arbeite", "arbeiten sie bequem", "arbeite bequem"), ("von zu hause", "von zuhause")),
        "atuar em home office", "oferujemy pracę zdalną", "lavorare da casa", "lavora da casa", "från valfri ort",
        "fra hele landet", "z dowolnego miejsca", "jobbe hjemmefra", "arbejde hjemmefra", "helt från distans",
    ),
    _HYBRID: (
        *joined(("hybrides", "hybride", "hybrider", "hybriden"),
                ("arbeiten", "arbeitsmodell", "arbeitsweise", "arbeitsform", "arbeitsplatz", "arbeitsumfeld", "zusammenarbeit",
                 "arbeitswelt", "werken", "werkmodel", "werkomgeving", "functie", "baan", "werkplek", "rol", "werkvorm")),
        *joined(("mode", "format", "modèle", "travail", "poste", "rythme", "organisation"), ("hybride",)), "travail en hybride",
        *joined(("hybrid", "hybridt"), ("arbetsplats", "arbete", "arbejdsmodel", "arbejdsplads", "arbejde", "arbejdsform",
        "arbeidshverdag",
                                        "arbeidsmodell", "arbeidsplass", "hverdag", "arbejdskultur")),
        "hybridmodel", "pracy hybrydowej", *joined(("częściowa praca", "częściowej pracy"), ("zdalna", "zdalnej")),
        "hybrydowy model", "hybrydowym modelu", "system hybrydowy", "systemie hybrydowym", "flexibel hybride",
        "modalità ibrida", "lavoro ibrido", "modello ibrido",
    ),
    _ONSITE: (
        *joined(("no",), ("teletrabajo", "remoto", "smart working", "da remoto")),
        *joined(("präsenz", "anwesenheit", "arbeiten", "arbeit"), ("vor ort", "im büro")), "präsenzpflicht", "vor ort präsenz",
        "présence sur site obligatoire", "présence sur site requise", "présence obligatoire", "présentiel obligatoire",
        *joined(("presencia", "asistencia"), ("en oficina", "en la oficina", "presencial")),
        *joined(("presenza",), ("in sede", "in ufficio", "in azienda")), *joined(("lavoro",), ("in sede", "in presenza",
        "in ufficio")),
        *joined(("fysisk",), ("fremmøde", "oppmøte", "tilstedeværelse")), *joined(("møde", "møte", "møder", "møter"),
        ("fysisk",)),
        *joined(("foregår",), ("på kontoret", "på vores kontor", "på vårt kontor", "fysisk")), "aanwezigheid op kantoor",
        "praca z biura", "obecność w biurze",
    ),
}  # fmt: skip


def spoken() -> Iterator[tuple[str, ModeWord | PartWord]]:
    """Yield the words and phrases of running text with the mode each names."""
    yield from ((word, PartWord(mode, bare=True, abroad=True)) for mode, words in PARTS.items() for word in words)
    yield from ((word, ModeWord(mode, bare=True, abroad=True)) for mode, words in WORDS.items() for word in words)
    yield from ((phrase, ModeWord(mode)) for mode, phrases in _SAID.items() for phrase in phrases)
    of_english = {
        _REMOTE: (
            *joined(_SUBJECTS, ("", "zu 100%", "zu 100 %", "volledig", "100%"), ("remote",)),
            *joined(WHOLLY, ("remote", "home office")),
            *joined(_JOBS, ("", "100%"), ("remote", "full remote", "home office")),
        ),
        _HYBRID: (*joined(_SUBJECTS, ("hybrid",)), *joined(PARTLY, ("", "im"), ("remote", "home office"))),
    }
    yield from ((phrase, ModeWord(mode)) for mode, phrases in of_english.items() for phrase in phrases)
