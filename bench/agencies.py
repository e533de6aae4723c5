"""How well reposts by agencies and boards are found: `python -m bench.agencies [OUT]`.

The reposts are recipes in `data/agency_recipes.jsonl`, written by a language model that knew nothing of how they are found:
words of an agency's own around pieces of a real ad, which are cut from the shared sets here. With OUT the pairs are written
there, as `./jobstream evaluate dedupe --method across --pairs OUT` reads them: keep it out of the repository.

A recipe has the `set` and `id` of an ad, `from` where the repost's text is of another one (a lure), the repost's `title`,
`company` and `location`, `label` and `sure` as labelled pairs have them, and `kind`: what was done to the ad. The text are
its `parts`, each on a line of its own: a text, or `spans` of the ad's characters, joined by `join` (a newline where it is
missing), in which `words` are replaced. `cut` ends it after so many characters, `flat` leaves no line ends. `employer`,
`title_of_ad` and `place_of_ad` are those of an ad whose set has none. `writer`: the verifier was tuned on what a and b wrote;
c wrote later, and is reported.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.common import SHARED, emit
from bench.dedupe_accuracy import minhash, of_copies, same_fields
from pipeline.evaluation.postings import SETS, postings
from pipeline.evaluation.sets import rows
from streams.dedupe.evaluate import METHODS, Method
from streams.dedupe.pairs import Pair, read_pairs
from streams.dedupe.reader import Label

RECIPES = Path(__file__).parent / "data" / "agency_recipes.jsonl"
COMPARED: Mapping[str, Method] = {
    "across": METHODS["across"],
    "title, company, location": of_copies(same_fields),
    "datasketch MinHash": of_copies(minhash),
}
_GUESS = 1
_NAMES = ("company", "company_name", "employer", "Company")

Row = Mapping[str, Any]
Key = tuple[str, str]


def pairs_of(recipes: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Yield the labelled pair that each recipe makes, as a file of pairs has it."""
    ads = _ads({_key(recipe) for recipe in recipes} | {_key_of_text(recipe) for recipe in recipes})
    for at, recipe in enumerate(recipes):
        told = {"company": "employer", "title": "title_of_ad", "location": "place_of_ad"}
        ad = ads[_key(recipe)] | {field: recipe[name] for field, name in told.items() if name in recipe}
        repost = {name: recipe[name] for name in ("title", "company", "location")}
        repost |= {"id": f"agency:{at}", "text": _text(recipe, ads[_key_of_text(recipe)]["text"])}
        yield {
            "label": recipe["label"],
            "sure": recipe["sure"],
            "set": f"{recipe['writer']} {recipe['kind']}",
            "a": ad,
            "b": repost,
        }


def _key(recipe: Row) -> Key:
    return recipe["set"], recipe["id"]


def _key_of_text(recipe: Row) -> Key:
    return tuple(recipe["from"]) if recipe["from"] else _key(recipe)


def _ads(wanted: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    ids = defaultdict[str, set[str]](set)
    for name, id_ in wanted:
        ids[name].add(id_)
    return {(name, ad["id"]): ad for name in sorted(ids) for ad in _of_set(name, ids[name])}


def _of_set(name: str, wanted: set[str]) -> Iterator[dict[str, Any]]:
    seen = set[str]()
    for ad in _registered(name, wanted) if name in SETS else _listed(name):
        # an id that is there twice stands for the first
        if ad["id"] in wanted and ad["id"] not in seen:
            seen.add(ad["id"])
            yield ad


def _registered(name: str, wanted: set[str]) -> Iterator[dict[str, Any]]:
    for row, posting in postings(SHARED, name, wanted.__contains__):
        names = (row[field] for field in _NAMES if isinstance(row, Mapping) and row.get(field))
        yield {
            "id": posting.posting_id, "title": posting.title, "text": posting.description,
            "company": next(names, None) or posting.employer or next((found.name for found in posting.employer_alternatives), ""),
            "location": "; ".join(place.raw for place in posting.locations) or _stated(row, "location"),
        }  # fmt: skip


def _stated(row: object, field: str) -> str:
    return str(row.get(field) or "") if isinstance(row, Mapping) else ""


def _listed(name: str) -> Iterator[dict[str, Any]]:
    """Yield the ads of a set that no field is measured on."""
    for at, row in enumerate(rows(SHARED, name)):
        if name == "careercenter_am_2004":
            yield {
                "id": f"careercenter:{at}", "title": row["Title"], "company": row["Company"], "location": row["Location"],
                "text": row["jobpost"].replace("\r\n", "\n"),
            }  # fmt: skip
        else:
            yield {"text": row["description"]} | {field: row[field] for field in ("id", "title", "company", "location")}


def _text(recipe: Row, text: str) -> str:
    found = "\n".join(part if isinstance(part, str) else _pieces(part, text) for part in recipe["parts"])
    if "cut" in recipe:
        found = f"{found[: recipe['cut']].rstrip()} …"
    return " ".join(found.split()) if recipe.get("flat") else found


def _pieces(part: Row, text: str) -> str:
    kept: str = part.get("join", "\n").join(text[start:end] for start, end in part["spans"])
    words = part.get("words", {})
    for word in sorted(words, key=len, reverse=True):
        kept = kept.replace(word, words[word])
    return kept


def report(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Return for each writer and kind how many of the copies each method finds, and how many of the others it calls copies."""
    counts = defaultdict[str, Counter[str]](Counter)
    for pair in pairs:
        label = "copy" if pair.label is Label.COPY else "other"
        for group in (pair.data_set, f"{pair.data_set.split()[0]} all"):
            counts[group][label] += 1
            counts[group].update(f"{name}: {label}" for name, method in COMPARED.items() if method(pair).label is Label.COPY)
    return {group: dict(sorted(found.items())) for group, found in sorted(counts.items())}


def main(out: Path | None) -> None:
    """Print what is found of the reposts; write the pairs where they are wanted."""
    recipes = [json.loads(line) for line in RECIPES.read_text("utf-8").splitlines()]
    with TemporaryDirectory() as directory:
        file = out or Path(directory) / "pairs.jsonl"
        file.write_text("".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs_of(recipes)), "utf-8")
        pairs = [pair for pair in read_pairs(file) if pair.sure > _GUESS]
    emit("agencies", {"pairs": len(pairs), "found": report(pairs)})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
