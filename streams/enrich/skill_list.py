"""The ESCO skills that are looked for, with the spellings that stand for each.

Source: ESCO (European Commission), see data/README.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.resources import files

from streams.enrich.words import joined

_MARKS = "~=?+^"
# ESCO's groups of information technology and of statistics.
_COMPUTING = ("isced-f/06", "isced-f/0542", "skill/S5")
# `the marketing team`: whom one works with, and no skill.
_DEPARTMENTS = "marketing", "sales", "finance", "human resources", "manufacturing", "procurement", "purchasing", "logistics"
_THEIR = "team", "teams", "department", "departments", "leaders", "colleagues", "stakeholders", "leadership"
# `on the German market` asks for no German.
_TONGUES = (
    "english",
    "german",
    "french",
    "spanish",
    "italian",
    "dutch",
    "swedish",
    "chinese",
    "japanese",
    "greek",
    "czech",
)
_COUNTRY = (
    "market", "markets", "company", "companies", "bank", "banks", "government", "law", "laws", "branch", "citizen",
    "citizens", "citizenship", "economy", "industry", "industries", "republic", "american", "armed forces",
)  # fmt: skip
_NAME, _OTHER, _PART, _IN_CONTEXT = 0.95, 0.85, 0.75, 0.7


@dataclass(frozen=True, slots=True, eq=False)
class EscoSkill:
    """A skill of ESCO: `broader` are its narrowest groups."""

    skill_id: str
    label: str
    broader: tuple[str, ...]


class Need(Enum):
    """What a word needs that may mean something else: this spelling, a skill around computers close by, a degree beside it."""

    SPELLING = "="
    COMPUTING = "?"
    DEGREE = "^"


@dataclass(frozen=True, slots=True, eq=False)
class SkillForm:
    """A spelling of a skill. `exact` is set where the case counts, `computing` for skills around computers."""

    skill: EscoSkill
    exact: str | None
    needs: Need | None
    computing: bool
    confidence: float


def load_skills() -> list[tuple[str, SkillForm | None]]:
    """Return (spelling, form) of the list as derived from ESCO, and (phrase, None) of what only looks like one of them."""
    text = files("streams.enrich.data").joinpath("esco_skills.tsv").read_text("utf-8")
    return [*forms_of(text.splitlines()), *((phrase, None) for phrase in _hiding())]


def _hiding() -> Iterator[str]:
    """Yield phrases that hold a word of a skill, name none, and hold no word that another enricher looks for."""
    text = files("streams.enrich.data").joinpath("hiding.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split("|")
    for parts in ((_DEPARTMENTS, _THEIR), (_TONGUES, _COUNTRY)):
        yield from joined(*parts)


def forms_of(lines: Iterable[str]) -> Iterator[tuple[str, SkillForm]]:
    """Yield (spelling, form) of every spelling.

    A line is the skill's UUID, label, groups apart by spaces and spellings by `|`, all apart by tabs. In front of a spelling
    `=` marks that only this one counts; `?` that it also needs another skill close by, `+` that it needs one whatever its case,
    `^` that it needs words for a degree beside it; `~` a part or an example of the skill.
    """
    for line in lines:
        id_, label, groups, spellings = line.split("\t")
        skill = EscoSkill(f"skill/{id_}", label, tuple(groups.split()))
        computing = any(group.startswith(_COMPUTING) for group in skill.broader)
        for marked in spellings.split("|"):
            spelling = marked.lstrip(_MARKS)
            marks = marked[: len(marked) - len(spelling)]
            exact = spelling if "=" in marks or "?" in marks else None
            yield spelling, SkillForm(skill, exact, _need(marks), computing, _confidence(label, spelling, marks))


def _need(marks: str) -> Need | None:
    if "^" in marks:
        return Need.DEGREE
    if "?" in marks or "+" in marks:
        return Need.COMPUTING
    return Need.SPELLING if "=" in marks else None


def _confidence(label: str, spelling: str, marks: str) -> float:
    if "?" in marks or "+" in marks:
        return _IN_CONTEXT
    if "~" in marks:
        return _PART
    return _NAME if spelling in {label, label.partition(" (")[0]} else _OTHER
