"""Clauses that state a work mode in other languages than English: how far, what the work is called, a refusal."""

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from schemas.derived import WorkMode
from streams.enrich.modes.guards import is_not_the_jobs
from streams.enrich.modes.languages import PARTIAL, PARTLY, WHOLLY
from streams.enrich.text import Hit
from streams.enrich.words import ModeWord, PartWord, decided

_IN = r"(?:(?:en|em|in|im|de|da|di|à|på|op|vanuit|fra|w|aus dem|d['’]|praca|arbeiten) ?)?"
# `à 100 %`, `vollständig`, and behind the word.
_WHOLLY = re.compile(rf"\b(?:{'|'.join(map(re.escape, WHOLLY))})[ ]{_IN}$", re.IGNORECASE)
_WHOLLY_BEHIND = re.compile(
    r"(?: ?: ?| )(?:(?:à|al|a|w|no|zu) )?(?:100 ?%|(?:complet|total|intégral|completo|completa)\b)", re.IGNORECASE
)
_UP_TO = re.compile(
    rf"\b(?:bis zu|jusqu['’]à|hasta(?: un| el)?|até|fino al|tot|upp till|op til|opptil|do) 100 ?% {_IN}$", re.IGNORECASE
)
_PARTLY = re.compile(rf"\b(?:{'|'.join(PARTLY)})[ ]{_IN}$", re.IGNORECASE)
_PARTLY_BEHIND = re.compile(
    rf"[ -](?:{'|'.join(PARTIAL)})\b| ?: ?(?:{'|'.join(PARTIAL)}|partiel|teilweise|delvis)\b", re.IGNORECASE
)
_SHARED = re.compile(rf"(?<!\d)[1-9]\d ?%[ -]{_IN}$", re.IGNORECASE)
# `kein Homeoffice`, `le télétravail n'est pas possible`
_REFUSED = re.compile(
    r"\b(?:keine?|ohne|nicht für(?: das)?|pas de|sans|aucun|(?:pas|non) (?:éligible|ouvert) au|sin|no (?:hay|se ofrece"
    r"|se admite|es)|não é|não há|sem|não oferecemos|non è previst[oa](?: lo| il)?|non prevede(?: lo| il)?|geen|ingen|inget"
    rf"|ikke(?: mulighed for| mulighet for)?|brak(?: możliwości)?|bez(?: możliwości)?|nie ma możliwości|nie oferujemy) {_IN}$",
    re.IGNORECASE,
)
_REFUSED_BEHIND = re.compile(
    r"[ -](?:arbeit )?(?:ist (?:leider )?)?nicht möglich|[ -](?:n['’]est )?pas possible| (?:non"
    r"|impossible)\b(?! obligatoire)| non previst[oa]| (?:is )?(?:helaas )?niet mogelijk|(?: er|:)? (?:ikke (?:muligt?"
    r"|aktuelt)|nei\b|nej\b)"
    r"| no disponible| não disponível|[ -]nicht geeignet",
    re.IGNORECASE,
)
# What the work is called, who works and who offers it.
_CALLED = re.compile(
    r"\b(?:postes?(?: basé)?|emploi|travail(?:ler|lez|lons)?|mode(?: de travail)?|rythme(?: de travail)?|lieu (?:du poste"
    r"|de travail)|organisation(?: du travail)?|modèle|format|modalidad(?:e)?(?: de traba[jl]h?o)?"
    r"|modelo(?: de traba[jl]h?o)?|formato de traba[jl]h?o|puesto|empleo|vacante|vaga|posici[óo]n|posição"
    r"|esquema(?: de trabajo)?|r[ée]gimen?(?: de trabalho)?|atuação|contratação|lugar de trabajo|local de trabalho"
    r"|ubicación del trabajo|trabajo|trabalho|traba[jl]h?ar(?:ás)?|oportunidade?|rol|lavoro|modalità(?: di lavoro"
    r"| lavorativa)?|sede di lavoro|luogo di lavoro|posizione|ruolo|lavorare|lavorerai|lavora|werkmodel|werklocatie"
    r"|werkplek|werkvorm|functie|(?:je|u|jij) werkt|w(?:e|ij) werken|(?:du|man|ihr) arbeitet?(?:st)?|(?:sie|wir) arbeiten"
    r"|arbeitsmodell|arbeitsform|arbeitsweise|tätigkeit|(?:stelle|position) ist|(?:du|vi) (?:kan )?(?:arbejder?|jobber?"
    r"|arbeider?|arbeta|jobba|arbetar)|arbe[ij]det (?:foregår|utføres|udføres)|arbetet utförs|arbeitsort(?: ist)?"
    r"|einsatzort|arbe[ij]dssted|oppmøtested|prac[aęy]|tryb(?: pracy)?|forma pracy|model(?: pracy)?|system pracy"
    r"|wykonywana)(?: ?[:–-] ?| (?:ist |är |er |es |é |è |is |est )?)(?:(?:de forma|de manera|en modalidad|in modalità"
    r"|em regime|überwiegend|primär|primært|hovedsakelig|hovedsageligt"
    rf"|aussi|également|también|auch|ook|också) )?(?:(?:{'|'.join(map(re.escape, WHOLLY))}|empleo) )?{_IN}$",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    r"\b(?:wir bieten(?: dir| ihnen)?|nous (?:vous )?(?:proposons|offrons)|ofrecemos|oferecemos|offriamo|si offre|w(?:ij"
    r"|e) bieden"
    rf"|vi (?:erbjuder|tilbyder|tilbyr)|oferujemy) {_IN}$",
    re.IGNORECASE,
)
# Courses, talks, support and allowances that are so, and what one has done.
_OF_OTHERS = re.compile(
    r"\b(?:so?porte|suporte|assistenza|support|assistance|ac+es+[oi]|atención|atendimento|monitor\w+|controlo?l?e?"
    r"|vigilancia|vent[ae]s?|vendas|surveillance|maintenance|manutenzione|wsparcie|formations?|cours|entretiens?|réunions?"
    r"|formación|formação|formazione|clases?|cursos?|corsi|corso|entrevistas?|colloqui[o]?|lezioni|didattica|ensino"
    r"|enseñanza|aulas?|reuni[óo]n|eventos?|utbildning\w*|undervisning|studier|schulung(?:en)?|kunden|clients?|clientes?"
    r"|klanten|kund\w*|auxílio|ajuda de custo|bono|ayuda|prime|indemnité|forfait|matériel|frais|équipes?|equipos?|équipe"
    r"|teams?|herramientas|bewerbungsgespräche?|gespräche?|(?:erfahrung|expérience|experiencia|experiência|esperienza"
    r"|ervaring|erfarenhet|erfaring|doświadczeni)\w*)"
    rf"(?: [^\s.!?:;]{{1,14}}){{0,3}} {_IN}$",
    re.IGNORECASE,
)
_START = itemgetter(0)
_BEFORE, _NEAR = 75, 40


def stated_abroad(hits: Iterable[Hit[ModeWord]], parts: Sequence[Hit[PartWord]], text: str) -> list[Hit[WorkMode]]:
    """Return a hit for each word of another language than English of which its clause says that the job is so."""
    words: list[Hit[Any]] = [hit for hit in hits if hit.payload.abroad]
    if not words and not parts:
        return []
    words = sorted([*words, *parts], key=_START)
    # of `op kantoor, thuiswerken is niet mogelijk` there is nothing to choose
    refused = [Hit(hit.start, hit.end, WorkMode.ONSITE) for hit in words if _is_refused(text, hit)]
    return refused or [Hit(hit.start, hit.end, mode) for hit in decided(words, text) if (mode := _mode_of(text, hit))]


def _is_refused(text: str, hit: Hit[Any]) -> bool:
    if hit.payload.value is not WorkMode.REMOTE:
        return False
    return _REFUSED_BEHIND.match(text, hit.end) is not None or _is_before(_REFUSED, text, hit)


def _mode_of(text: str, hit: Hit[Any]) -> WorkMode | None:
    mode = hit.payload.value
    if mode is WorkMode.REMOTE and _is_partly(text, hit):
        return WorkMode.HYBRID
    of_job = not is_not_the_jobs(text, hit) and _is_the_jobs(text, hit, remote=mode is WorkMode.REMOTE)
    return mode if of_job else None


def _is_partly(text: str, hit: Hit[Any]) -> bool:
    return _PARTLY_BEHIND.match(text, hit.end) is not None or any(_is_before(part, text, hit) for part in (_PARTLY, _SHARED))


def _is_the_jobs(text: str, hit: Hit[Any], *, remote: bool) -> bool:
    """Return whether the clause says that the job is so, or, of remote work, that it is offered."""
    window = max(0, hit.start - _BEFORE)
    if _OF_OTHERS.search(text, window, hit.start) or (remote and _is_before(_UP_TO, text, hit)):
        return False
    if _is_before(_WHOLLY, text, hit) or _CALLED.search(text, window, hit.start):
        return True
    return remote and (_WHOLLY_BEHIND.match(text, hit.end) is not None or _is_before(_OFFERED, text, hit))


def _is_before(pattern: re.Pattern[str], text: str, hit: Hit[Any]) -> bool:
    return pattern.search(text, max(0, hit.start - _NEAR), hit.start) is not None
