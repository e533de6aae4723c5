"""Interns in sentences: whether it is an intern who is sought."""

import re
from collections.abc import Sequence

from schemas.derived import EmploymentType
from streams.enrich.text import Hit
from streams.enrich.words import InternWord

_PEOPLE = ("intern", "interns")
_WORDS = (*_PEOPLE, "internship", "internships", "co op", "co ops", "coop")
# Before the word: as what one will work, who is looked for, what one takes part in, what the job is.
_SOUGHT = re.compile(
    r"(?:(?<!experience )(?<!worked )(?<!working )(?<!served )(?<!time )\bas (?:an?|our|the)"
    r"|(?<!also )\b(?:looking for|seeking|seeks|searching for|recruiting|(?:are|is|now|currently|['’]re) hiring)"
    r"|(?P<joined>\bjoin(?:ing)?)"
    r"|\b(?:position|role|opportunity|job) (?:is (?:for )?an?|starts as an?)"
    r"|\bhourly (?:rates?|pay|wages?)[^.!?\n:;]{0,20} for (?:our|all|this)"
    r")(?P<between>\b[^.!?\n:;()|]{0,70})?\s$",
    re.IGNORECASE,
)
# Who looks after interns is none, and of several roles none is the job.
_OTHERS = re.compile(
    r"\b(?:and|or|also|plus|former|previous|past|prior|manage|managing|mentor|mentoring|supervise|hire|recruit|recruiter|find"
    r"|full[- ]?time|part[- ]?time|who|with|benefits?|experience|experienced)\b|[,/&+]",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?[(]?s?[)]?[ /-]{0,3}(?:and|or|&|[/+]|,(?! (?:you|your|we)\b)|experience|coordinat|manager|recruit|supervis|welcome"
    r"|ok\b|considered|accepted|possible|team|benefits|offers?\b|opportunities)",
    re.IGNORECASE,
)
# `ONSITE, INTERNS, VISA` in a heading, and `Engineer or intern`: interns may come as well.
_TAG = r"(?:visas?|on-?site|remote|h1b)\b"
_TAGGED = re.compile(
    rf"(?P<before>\b{_TAG}[\s,/&|+()-]{{1,4}})?(?P<field>(?:^|[|,/(&+•-])\s?)?(?P<or>\bor (?:[\w/]{{1,24}} )?)?"
    rf"\b(?P<word>interns?|internships?)\b(?P<after>[\s,/&|+()-]{{1,4}}(?:and )?{_TAG})?",
    re.IGNORECASE,
)
# In French, Italian and Dutch a `stage` is an internship: where it begins a title or a part of it, and the ad is in one of these.
_STAGE = re.compile(r"(?:^|[-–—|(/:,] ?|\b(?:offre de|en|in) )(?P<stage>stages?)\b(?! ?['’])", re.IGNORECASE)
_NO_STAGE = re.compile(r" ?(?:manag|hand|crew|light|tech|direct|door|carpent|electric|opérat)", re.IGNORECASE)
_OF_STAGES = re.compile(
    r"\b(?:des|une|les|vous|nous|een|het|voor|wij|jij|della|nella|gli|delle|siamo|mois|mesi|maanden|H/F|F/H|[uU]fficio)\b"
)
_OPENING, _ENOUGH = 600, 2
_LONGEST = 130


def intern_words() -> list[tuple[str, InternWord]]:
    """Return the words for interns and their work."""
    return [(word, InternWord()) for word in _WORDS]


def stage_in(title: str, text: str) -> re.Match[str] | None:
    """Return the word by which `title` is an internship in French, Italian or Dutch; None where `text` is none of these."""
    if "tage" not in title and "TAGE" not in title:
        return None
    found = _STAGE.search(title)
    if found is None or _NO_STAGE.match(title, found.end()):
        return None
    words = {word.lower() for word in _OF_STAGES.findall(f"{title} {text[:_OPENING]}")}
    return found if len(words) >= _ENOUGH or _OF_STAGES.search(title) else None


def without_tags(heading: str) -> str:
    """Return `heading` with spaces for the words that say only that interns may come as well."""
    if "ntern" not in heading and "NTERN" not in heading:
        return heading
    return _TAGGED.sub(lambda found: _blank(found) if _is_tag(found) else found[0], heading)


def _is_tag(found: re.Match[str]) -> bool:
    word, placed = found["word"], found["before"] or found["field"]
    tagged = (found["before"] or found["after"]) and (word.isupper() or (placed and word.lower().endswith("s")))
    return bool(tagged or found["or"])


def _blank(found: re.Match[str]) -> str:
    start, end = found.start("word") - found.start(), found.end("word") - found.start()
    return found[0][:start] + " " * (end - start) + found[0][end:]


def interns_sought(hits: Sequence[Hit[InternWord]], text: str) -> list[Hit[EmploymentType]]:
    """Return a hit for each word that says that one will work as an intern: `as a Firmware Engineering Intern, you`."""
    return [Hit(hit.start, hit.end, EmploymentType.INTERNSHIP) for hit in hits if _is_sought(text, hit)]


def _is_sought(text: str, hit: Hit[InternWord]) -> bool:
    if _BEHIND.match(text, hit.end):
        return False
    found = _SOUGHT.search(text, max(0, hit.start - _LONGEST), hit.start)
    between = (found and found["between"]) or ""
    if found is None or _OTHERS.search(between):
        return False
    # a team may have interns whom one joins, or be joined as one
    return not found["joined"] or " as a" in between.lower() or text[hit.start : hit.end].lower() not in _PEOPLE
