"""The unit groups of ISCO-08 and the occupations of ESCO, with the titles that name them.

Source: ILO (ISCO-08) and European Commission (ESCO), see data/README.md.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeVar

from streams.enrich.text import words_of

_UNIT = 4
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class EscoOccupation:
    """An occupation and the unit group that it is in.

    `sure`: how likely that group is the right one. `preferred`: named by its own label, not by an alternative.
    """

    esco_id: str
    label: str
    unit: str
    sure: float
    preferred: bool


@dataclass(frozen=True, slots=True)
class OccupationList:
    """`groups`: code -> name, of every level; `units`: the unit groups' codes in order.

    `examples` and `named` are what stands behind the words of a title: unit groups, and occupations.
    """

    groups: Mapping[str, str]
    units: tuple[str, ...]
    examples: Mapping[str, tuple[str, ...]]
    named: Mapping[str, tuple[EscoOccupation, ...]]


def load_occupations() -> OccupationList:
    """Return the lists as derived from ISCO-08 and ESCO."""
    groups = [line.split("\t") for line in _lines("isco_groups.tsv")]
    units = {id_: (unit, float(sure)) for id_, unit, sure in (line.split("\t") for line in _lines("occupation_units.tsv"))}
    examples = _gathered((title, code) for code, _, titles in groups for title in titles.split("|") if title)
    named = _gathered(_labels(_lines("esco_occupations.tsv"), units))
    return OccupationList(
        groups={code: name for code, name, _ in groups},
        units=tuple(code for code, *_ in groups if len(code) == _UNIT),
        examples=examples,
        named={words: kept for words, found in named.items() if (kept := _agreed(found, examples.get(words, ())))},
    )


def _lines(name: str) -> list[str]:
    return files("streams.enrich.data").joinpath(name).read_text("utf-8").splitlines()


def _labels(lines: Iterable[str], units: Mapping[str, tuple[str, float]]) -> Iterator[tuple[str, EscoOccupation]]:
    for line in lines:
        id_, label, spellings = line.split("\t")
        preferred, other = (EscoOccupation(id_, label, *units[id_], preferred=own) for own in (True, False))
        own = words_of(label)
        yield from ((words, preferred if words == own else other) for words in spellings.split("|") if words)


def _gathered(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for words, value in pairs:
        found[words] = (*found.get(words, ()), value)
    return found


def _agreed(found: tuple[EscoOccupation, ...], units: tuple[str, ...]) -> tuple[EscoOccupation, ...]:
    """A preferred label is that occupation's, whatever others use it as an alternative; examples of ISCO-08 go before both."""
    own = tuple(each for each in found if each.preferred) or found
    return tuple(each for each in own if each.unit in units) if units else own
