"""The ESCO skills that are looked for, with the spellings that stand for each.

Source: ESCO (European Commission), see data/README.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

_MARKS = "~=?"
# ESCO's groups of information technology and of statistics.
_COMPUTING = ("isced-f/06", "isced-f/0542", "skill/S5")
# They hold a word that is looked for, and name no skill.
_HIDING = (
    "salt lake", "go to market", "go live", "go ahead", "go above", "word of mouth", "c suite", "c level", "vitamin c",
    "hepatitis c", "series c", "swift code",
)  # fmt: skip
_NAME, _OTHER, _PART, _IN_CONTEXT = 0.95, 0.85, 0.75, 0.7


@dataclass(frozen=True, slots=True, eq=False)
class EscoSkill:
    """A skill of ESCO: `broader` are its narrowest groups."""

    skill_id: str
    label: str
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SkillForm:
    """A spelling of a skill. `exact` is set where only this one counts; `in_context`: close to a skill in `computing` only."""

    skill: EscoSkill
    exact: str | None
    in_context: bool
    computing: bool
    confidence: float


def load_skills() -> list[tuple[str, SkillForm | None]]:
    """Return (spelling, form) of the list as derived from ESCO, and (phrase, None) of what only looks like one of them."""
    text = files("streams.enrich.data").joinpath("esco_skills.tsv").read_text("utf-8")
    return [*forms_of(text.splitlines()), *((phrase, None) for phrase in _HIDING)]


def forms_of(lines: Iterable[str]) -> Iterator[tuple[str, SkillForm]]:
    """Yield (spelling, form) of every spelling.

    A line is the skill's UUID, label, groups apart by spaces and spellings by `|`, all apart by tabs. In front of a spelling
    `=` marks that only this one counts; `?` that it also needs another skill close by; `~` a part or an example of the skill.
    """
    for line in lines:
        id_, label, groups, spellings = line.split("\t")
        skill = EscoSkill(f"skill/{id_}", label, tuple(groups.split()))
        computing = any(group.startswith(_COMPUTING) for group in skill.broader)
        for marked in spellings.split("|"):
            spelling = marked.lstrip(_MARKS)
            marks = marked[: len(marked) - len(spelling)]
            exact = spelling if "=" in marks or "?" in marks else None
            yield spelling, SkillForm(skill, exact, "?" in marks, computing, _confidence(label, spelling, marks))


def _confidence(label: str, spelling: str, marks: str) -> float:
    if "?" in marks:
        return _IN_CONTEXT
    if "~" in marks:
        return _PART
    return _NAME if spelling in {label, label.partition(" (")[0]} else _OTHER
