"""Prints how often occupations are right by how sure they say they are: `python -m bench.occupation_reliability`.

On half 1 of the set of job titles, which the network has not learnt from; titles in the enricher's lists and others apart.
"""

from collections.abc import Iterable, Iterator

from bench.common import SHARED
from pipeline.evaluation.base import Case
from pipeline.evaluation.fields.occupation import titles
from pipeline.evaluation.score import distinct
from schemas.posting import Occupation
from streams.dedupe.pairs import halves_of
from streams.enrich.occupations.names import load_occupations
from streams.enrich.occupations.reader import load_reader

_STEPS = 10


def half_1() -> list[Case]:
    """Return the titles of half 1."""
    cases = distinct(titles(SHARED))
    return [case for case, half in zip(cases, halves_of(case.id for case in cases), strict=True) if half == 1]


def is_right(found: Occupation, case: Case) -> bool:
    """Return whether the group is that of the title, or holds it."""
    return any(code.startswith(found.isco) for code in case.truth)


def rows(answers: Iterable[tuple[Occupation, Case]]) -> Iterator[str]:
    """Yield a line per tenth of confidence: how many answers, how sure they are on average, and how many are right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_STEPS)]
    for found, case in answers:
        bins[min(int(found.confidence * _STEPS), _STEPS - 1)].append((found.confidence, is_right(found, case)))
    for at, each in enumerate(bins):
        if each:
            sure, right = (sum(column) / len(each) for column in zip(*each, strict=True))
            yield f"{at / _STEPS:.1f}  n {len(each):6,}  confidence {sure:.2f}  right {right:.2f}"


def main() -> None:
    """Print the tables."""
    reader, listed = load_reader(), load_occupations()
    read = [(reader.read(case.posting.title), case) for case in half_1()]
    in_list = {case.id for _, case in read if case.posting.title in listed.named or case.posting.title in listed.examples}
    kinds = {"in a list": True, "in no list": False}
    for name, wanted in kinds.items():
        print(f"{name}, the likeliest")
        print("\n".join(rows((found[0], case) for found, case in read if found and (case.id in in_list) is wanted)))
    print("further ones")
    print("\n".join(rows((each, case) for found, case in read for each in found[1:])))


if __name__ == "__main__":
    main()
