"""Days of the week at work and at home in other languages than English: `2 jours de télétravail`, `tre dager på kontoret`."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from streams.enrich.words import joined


class _Days(NamedTuple):
    """What stands behind a number: days, of a week, in which mode."""

    days: tuple[str, ...]
    a_week: tuple[str, ...]
    modes: tuple[str, ...]


_DAYS: tuple[_Days, ...] = (
    _Days(
        ("tage", "tagen", "tag"),
        ("woche", "pro woche", "die woche", "in der woche", "je woche", "wöchentlich"),
        (
            "homeoffice", "home office", "remote", "im homeoffice", "im home office", "von zu hause", "im büro", "vor ort",
            "mobil", "mobiles arbeiten", "mobile arbeit", "präsenz", "büropräsenz",
        ),
    ),
    _Days(
        ("jours", "jour", "1j", "2j", "3j", "4j", "5j"),
        ("par semaine", "semaine", "hebdomadaires", "hebdo", "par sem"),
        (
            "de télétravail", "télétravail", "en télétravail", "télétravaillés", "de tt", "à distance", "en remote",
            "de remote", "de présence", "au bureau", "en présentiel", "de présentiel", "sur site",
        ),
    ),
    _Days(
        ("días", "día", "dias"),
        ("a la semana", "por semana", "semanales", "semanal", "semana"),
        (
            "de teletrabajo", "teletrabajo", "en remoto", "remotos", "en casa", "desde casa", "de home office", "home office",
            "en oficina", "en la oficina", "presenciales", "presencial", "de oficina",
        ),
    ),
    _Days(
        ("dias", "dia", "vezes", "vez", "x"),
        ("por semana", "na semana", "semanais"),
        (
            "de teletrabalho", "teletrabalho", "remoto", "remotos", "em casa", "de home office", "home office",
            "no escritório", "presencial", "presenciais", "em teletrabalho",
        ),
    ),
    _Days(
        ("giorni", "giorno", "gg", "volte"),
        ("a settimana", "alla settimana", "settimanali", "settimana"),
        (
            "di smart working", "in smart working", "smart working", "da remoto", "da casa", "in ufficio", "in sede",
            "in presenza", "di presenza",
        ),
    ),
    _Days(
        ("dagen", "dag"),
        ("per week", "in de week", "week", "wekelijks"),
        ("thuis", "thuiswerken", "vanuit huis", "op afstand", "op kantoor", "kantoor", "hybride"),
    ),
    _Days(
        ("dagar", "dag"),
        ("i veckan", "per vecka", "vecka", "varje vecka"),
        ("hemifrån", "på distans", "distans", "på kontoret", "på plats"),
    ),
    _Days(
        ("dage", "dag", "dager"),
        ("om ugen", "i ugen", "ugentligt", "i uken", "i uka", "per uke", "pr uke", "pr. uge", "pr. uke"),
        ("hjemmefra", "hjemme", "hjemmearbejde", "hjemmekontor", "på hjemmekontor", "med hjemmekontor", "på kontoret"),
    ),
    _Days(
        ("dni", "dzień"),
        ("w tygodniu", "tygodniowo", "na tydzień"),
        (
            "pracy zdalnej", "zdalnie", "zdalnej", "z domu", "w biurze", "z biura", "home office", "stacjonarnie",
            "pracy stacjonarnej",
        ),
    ),
)  # fmt: skip
NUMBERS: Mapping[str, int] = {
    "ein": 1, "einem": 1, "einen": 1, "un": 1, "une": 1, "uno": 1, "una": 1, "um": 1, "uma": 1, "een": 1, "één": 1, "én": 1,
    "jeden": 1, "deux": 2, "dos": 2, "dois": 2, "duas": 2, "due": 2, "twee": 2, "to": 2, "dwa": 2, "trois": 3, "tres": 3,
    "três": 3,
    "drie": 3, "trzy": 3, "quatre": 4, "cuatro": 4, "quatro": 4, "quattro": 4, "vier": 4, "fire": 4, "cztery": 4, "cinq": 5,
    "cinco": 5, "cinque": 5, "vijf": 5, "fem": 5, "pięć": 5,
}  # fmt: skip
# Between two numbers of which the second is the most.
TO = ("à", "a", "ou", "o", "e", "bis", "oder", "tot", "of", "til", "till", "eller", "do", "lub", "y")
AT_WORK = (
    "oficina", "bureau", "présence", "présentiel", "sur site", "presencial", "ufficio", "in sede", "presenza", "kantoor",
    "op locatie", "escritório", "kontor", "stacjonar", "präsenz",
)  # fmt: skip
AT_HOME = (
    "télétravail", "à distance", "teletrabajo", "teletrabalho", "en casa", "em casa", "desde casa", "remoto", "remotos",
    "remota", "smart working", "lavoro agile", "da casa", "thuis", "thuiswerken", "vanuit huis", "op afstand", "hjemme",
    "hjemmefra", "hjemmearbejde", "hjemmekontor", "fjernarbejde", "zdalna", "zdalnej", "z domu", "von zu hause",
    "von zuhause", "mobil", "mobiles arbeiten", "mobile arbeit", "mobilen arbeiten",
)  # fmt: skip
# Where one is all days.
THERE = (
    "au bureau", "en présentiel", "sur site", "en la oficina", "en oficina", "presencial", "no escritório", "in ufficio",
    "in sede", "in presenza", "op kantoor", "im büro", "vor ort", "på kontoret", "på plats", "w biurze", "stacjonarnie",
)  # fmt: skip


def week_phrases() -> Iterator[str]:
    """Yield the phrases behind a number of days."""
    for days, a_week, modes in _DAYS:
        yield from joined(days, (*a_week, *modes))
        yield from (f"{day} / {week}" for day in days for week in a_week if " " not in week)
