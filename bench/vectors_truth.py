"""How well vectors of ads tell alike jobs from others, on what people and boards say of real ads.

- pairs: does a copy or variant of an ad lie nearer than another job? (labelled pairs, by reading)
- roles: of the ten nearest English ads under another title, how many have the same ISCO-08 code? A code is given where the title,
  or the title without level and place, stands in a list of coded titles with one code only.
- a text without its title, as a résumé is: the same, asked with the text alone.
- languages: is an English ad of the same of 13 roles nearer to a Swedish or German ad than one of another role? Words of the
  titles say the role, so it is a rough truth.

Figures are means of the codes' or roles' means.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluation.postings import postings
from pipeline.evaluation.sets import rows
from streams.dedupe.pairs import Pair, groups_of, halves_of, read_pairs
from streams.dedupe.reader import Label

Vectors = NDArray[np.float32]
# (title, text) of each ad -> a row of length 1 for each
Embed = Callable[[Sequence[tuple[str, str]]], Vectors]

NEAREST = 10
FEWEST_ALIKE = 5
SHORTEST = 300
_WORD = re.compile(r"[a-z]+")
_BEHIND = re.compile(r"[-–,(/|]")
_LEVEL = re.compile(
    r"\b(?:senior|sr|junior|jr|lead|staff|principal|entry level|mid level|intern|ii|iii|iv|i|remote|full time|part time|head)\b"
)
_SWISS_TITLE = re.compile(r"m/w|w/m|/in\b|/-|\d ?%")
# role -> the words of titles in English, Swedish, German
_ROLES = {
    "developer": (
        r"software (?:developer|engineer)|(?:java|python|\.net|back ?end|front ?end|full ?stack|web) developer|programmer",
        r"utvecklare|programmerare",
        r"entwickler|programmierer|software ?engineer|developer",
    ),
    "project manager": (r"project manager|program manager", r"projektledare", r"projektleiter|projektmanager|project manager"),
    "data analyst": (r"data (?:analyst|scientist)", r"data scientist|analytiker", r"data analyst|datenanalyst"),
    "tester": (r"\b(?:qa|test|quality assurance)\b.*(?:engineer|analyst)|tester", r"testare|testledare", r"\btest"),
    "architect": (r"(?:solution|software|cloud|enterprise|data|it|security) architect", r"arkitekt", r"architekt|architect"),
    "support": (
        r"(?:it|help ?desk|technical|desktop) support|help ?desk",
        r"support|helpdesk|servicedesk",
        r"support|help ?desk",
    ),
    "network": (
        r"network (?:engineer|administrator|technician)|systems? (?:administrator|engineer)",
        r"nätverk|systemadministratör|drifttekniker|systemtekniker",
        r"netzwerk|systemadministrator|system ?engineer|systemtechniker",
    ),
    "security": (r"security (?:analyst|engineer|specialist)", r"säkerhet", r"security|sicherheit"),
    "nurse": (r"nurse|\brn\b", r"sjuksköterska", r"pflegefach|krankenpfleg"),
    "teacher": (r"teacher|instructor", r"lärare", r"lehrer|lehrperson|dozent"),
    "driver": (r"\bdriver\b", r"förare|chaufför", r"chauffeur|fahrer"),
    "accountant": (r"accountant|bookkeep", r"redovisning|ekonom\b", r"buchhalt|treuhänder"),
    "sales": (
        r"sales (?:representative|manager|executive|associate)|account executive",
        r"säljare",
        r"verkäufer|account manager",
    ),
}
ENGLISH, SWEDISH, GERMAN = 0, 1, 2


class Ad(NamedTuple):
    """An ad with what job it is: an ISCO code, or a role."""

    title: str
    text: str
    job: str


def quality(data: Path, embed: Embed) -> dict[str, Any]:
    """Return how well `embed` does on every truth."""
    roles, english = coded(data), named(_english(data), ENGLISH)
    vectors = embed([ad[:2] for ad in roles])
    blind = embed([("", ad.text) for ad in roles])
    theirs = embed([ad[:2] for ad in english])
    found = {
        "pairs": of_pairs(read_pairs(data / "labels" / "dedupe_pairs_dev.jsonl.xz"), embed),
        "roles": same_job(roles, vectors, vectors),
        "roles_without_title": same_job(roles, blind, vectors),
    }
    for name, language, ads in (("swedish", SWEDISH, _swedish(data)), ("german", GERMAN, _german(data))):
        mine = named(ads, language)
        found[f"{name}_to_english"] = across(mine, english, embed([ad[:2] for ad in mine]), theirs)
    return found


def of_pairs(pairs: Sequence[Pair], embed: Embed) -> dict[str, Any]:
    """Return, by half of the employers, the chance that a copy or variant is nearer than another job, and that a copy is."""
    a, b = (embed([(side.title, side.text) for side in sides]) for sides in ([p.a for p in pairs], [p.b for p in pairs]))
    near = dict(zip((pair.name for pair in pairs), (a * b).sum(axis=1), strict=True))
    found = {}
    halves = halves_of(groups_of(pairs))
    for half in (0, 1):
        part = [pair for pair, own in zip(pairs, halves, strict=True) if own == half]
        scores = {label: [near[pair.name] for pair in part if pair.label is label] for label in Label}
        alike = [*scores[Label.COPY], *scores[Label.VARIANT]]
        found[f"half {half}"] = {
            "pairs": len(part),
            "auc_copy_or_variant": auc(alike, scores[Label.DIFFERENT]),
            "auc_copy": auc(scores[Label.COPY], scores[Label.DIFFERENT]),
        }
    return found


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Return the chance that one of `higher` is above one of `lower`."""
    order = np.searchsorted(np.sort(lower), higher, "left") + np.searchsorted(np.sort(lower), higher, "right")
    return round(float(order.mean()) / 2 / len(lower), 3)


def same_job(ads: Sequence[Ad], asked: Vectors, vectors: Vectors) -> dict[str, Any]:
    """Return which share of the nearest ads under another title has the same code, and the same first two digits."""
    titles, codes = np.array([_plain(ad.title) for ad in ads]), np.array([ad.job for ad in ads])
    majors = np.array([code[:2] for code in codes])
    four, two, chance = (defaultdict[str, list[float]](list) for _ in range(3))
    for at, code in enumerate(codes):
        others = np.flatnonzero(titles != titles[at])
        same = codes[others] == code
        if same.sum() < FEWEST_ALIKE:
            continue
        nearest = others[np.argsort(-(vectors[others] @ asked[at]))[:NEAREST]]
        four[code].append(float((codes[nearest] == code).mean()))
        two[code].append(float((majors[nearest] == majors[at]).mean()))
        chance[code].append(float(same.mean()))
    asked_of = sum(map(len, four.values()))
    return {"ads": asked_of, "of": len(ads), "isco_4": macro(four), "isco_2": macro(two), "isco_4_by_chance": macro(chance)}


def across(mine: Sequence[Ad], theirs: Sequence[Ad], asked: Vectors, vectors: Vectors) -> dict[str, Any]:
    """Return the chance that an ad of the same role is nearer than one of another."""
    jobs, found = np.array([ad.job for ad in theirs]), defaultdict[str, list[float]](list)
    for ad, near in zip(mine, asked @ vectors.T, strict=True):
        found[ad.job].append(auc(near[jobs == ad.job], near[jobs != ad.job]))
    return {"ads": len(mine), "of": len(theirs), "roles": len(found), "auc": macro(found)}


def macro(by_job: Mapping[str, Sequence[float]]) -> float:
    """Return the mean of the jobs' means."""
    return round(float(np.mean([np.mean(values) for values in by_job.values()])), 3)


def coded(data: Path) -> list[Ad]:
    """Return English ads whose title has one ISCO code; of ads with the same beginning the first."""
    codes = defaultdict[str, set[str]](set)
    for row in rows(data, "isco_titles"):
        codes[_plain(row["job_title"])].add(row["ISCO"])
    found: dict[str, Ad] = {}
    for title, text in _english_of_all_kinds(data):
        sure = next((codes[name] for name in (_plain(title), _bare(title)) if len(codes.get(name, ())) == 1), None)
        if sure and len(text) >= SHORTEST:
            found.setdefault(_plain(text)[:400], Ad(title, text, next(iter(sure))))
    return list(found.values())


def named(ads: Iterable[tuple[str, str]], language: int) -> list[Ad]:
    """Return the ads whose title names one role."""
    found = []
    for title, text in ads:
        roles = [role for role, words in _ROLES.items() if re.search(words[language], title.lower())]
        if len(roles) == 1 and len(text) >= SHORTEST:
            found.append(Ad(title, text, roles[0]))
    return found


def _english_of_all_kinds(data: Path) -> Iterator[tuple[str, str]]:
    for _, posting in (*postings(data, "linkedin_arshka_2024"), *postings(data, "afriworket_et_2026")):
        yield posting.title, posting.description
    for row in rows(data, "careercenter_am_2004"):
        yield row["Title"] or "", row["jobpost"] or ""
    yield from _emscad(data)


def _english(data: Path) -> Iterator[tuple[str, str]]:
    for name in ("linkedin_arshka_2024", "linkedin_da_ca_2019", "newgrad2027"):
        yield from ((posting.title, posting.description) for _, posting in postings(data, name))
    yield from _emscad(data)


def _emscad(data: Path) -> Iterator[tuple[str, str]]:
    for row in rows(data, "emscad_a"):
        yield row["title"] or "", f"{row['description'] or ''}\n{row['requirements'] or ''}"


def _swedish(data: Path) -> Iterator[tuple[str, str]]:
    return ((row["title"] or "", row["description"] or "") for row in rows(data, "se_jobtech_it"))


def _german(data: Path) -> Iterator[tuple[str, str]]:
    """Yield ads of Swiss employers; the first short line that is written as a title is taken for it."""
    for row in rows(data, "swiss_german_2015"):
        lines = [line.strip() for line in row["text"].splitlines() if line.strip()]
        title = next((line for line in lines[:8] if len(line) < 90 and _SWISS_TITLE.search(line.lower())), None)
        if title:
            yield title, row["text"]


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _bare(title: str) -> str:
    return " ".join(_LEVEL.sub(" ", _plain(_BEHIND.split(title)[0])).split())
