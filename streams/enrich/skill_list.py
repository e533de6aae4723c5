"""The ESCO skills that are looked for, with the spellings that stand for each.

Source: ESCO (European Commission), see data/README.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

from streams.enrich.text import words_of


@dataclass(frozen=True, slots=True, eq=False)
class SkillForm:
    """A spelling of a skill. `spelling` is set where only this exact one counts; `in_context`: beside another skill only."""

    skill_id: str
    label: str
    spelling: str | None
    in_context: bool
    preferred: bool


def load_skills() -> list[tuple[str, SkillForm]]:
    """Return (spelling, form) of the list as derived from ESCO."""
    text = files("streams.enrich.data").joinpath("esco_skills.tsv").read_text("utf-8")
    return list(best_forms(text.splitlines()))


def best_forms(lines: Iterable[str]) -> Iterator[tuple[str, SkillForm]]:
    """Yield (spelling, form), each spelling once: a skill's own name goes before another's alternative.

    A line is `skill/<uuid>`, label and spellings joined by `|`, apart by tabs; `=` marks an exact spelling, `?` one that
    needs another skill beside it too.
    """
    best: dict[str, tuple[str, SkillForm]] = {}
    for line in lines:
        skill_id, label, spellings = line.split("\t")
        for marked in spellings.split("|"):
            spelling, form = _form(skill_id, label, marked)
            known = best.get(words_of(spelling))
            if known is None or _rank(form) > _rank(known[1]):
                best[words_of(spelling)] = spelling, form
    yield from best.values()


def _form(skill_id: str, label: str, marked: str) -> tuple[str, SkillForm]:
    spelling = marked.lstrip("=?") if len(marked) > 1 else marked
    preferred = words_of(spelling) in {words_of(label), words_of(label.partition(" (")[0])}
    exact = spelling if marked != spelling else None
    return spelling, SkillForm(skill_id, label, exact, marked[0] == "?" and marked != spelling, preferred)


def _rank(form: SkillForm) -> tuple[bool, bool]:
    return form.preferred, form.spelling is None
