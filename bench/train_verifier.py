"""Fits the models of the verifier: `python -m bench.train_verifier` writes `reader.json`, and prints what they give.

They are fitted on half 0 of the labelled pairs, and on pairs of postings of the shared real sets that were read and labelled by
the same rules (`data/read_pairs.jsonl` has their ids; none is of an employer of half 1). Thresholds are chosen by
cross-validation on half 0; half 1, the half that is reported, is not read.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.fitting import Floats, logistic
from bench.train_words import DATA, PAIRS, POSTINGS
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings
from streams.dedupe.compare import Parts, compare, may_be_copy
from streams.dedupe.pairs import Pair, Side, groups_of, halves_of, read_pairs
from streams.dedupe.reader import UNTITLED_POSTS, Label, Model
from streams.normalize.base import load_normalizers, read

READ_SET = "read"
READ = Path(__file__).parent / "data" / "read_pairs.jsonl"
_COLUMNS = {"title": "title", "company": "company", "location": "location", "description": "description"}
# The file, its source, and where a generic import finds its fields.
SETS = {
    "hn_whoishiring_2015_2017.jsonl": ("hn", {}),
    "zapply_2026.jsonl": ("zapply", {}),
    "afriworket_et_2026.jsonl": ("afriworket", {}),
    **{f"linkedin_{job}_ca_2019.csv": ("generic", _COLUMNS) for job in ("da", "ds")},
    **{f"indeed_{job}_ca_2019.csv": ("generic", _COLUMNS | {"id": "id"}) for job in ("da", "ds")},
}
SINGLE = (
    "title_same", "title_contradicts", "title_says_more", "rank_differs", "rank_steps", "level_contradicts", "place_same",
    "place_contradicts", "text_place_untitled", "years_contradict", "requisition_contradicts", "links_shared",
    "employer_differs", "role_text", "role_text_contained", "role_text_apart", "text_untitled", "role_text_untitled",
    "role_text_same_title",
)  # fmt: skip
HEADING = (
    "links_shared", "role_text_contained", "role_text_apart", "kinds_alike", "listed_apart", "workers_contained",
    "roles_disjoint", "level_in_one", "text_retitled", "text_reranked", "months_apart", "posted_together",
)  # fmt: skip
# What speaks against a copy in a post; all else speaks for it. A part whose fitted weight says otherwise has learnt from an
# accident of some ten different jobs, and is left out.
AGAINST = frozenset((
    "role_text_apart", "listed_apart", "roles_disjoint", "level_in_one", "text_retitled",
    "text_reranked", "months_apart", "posted_together",
))  # fmt: skip
_GUESS_WEIGHT, _GUESS = 0.4, 1
SEED = 20_260_801
_FOLDS, _TIMES, _STEPS = 8, 5, 12
# The inverse penalty, chosen by cross-validation on half 0 among .1, .3 and 1.
_STRENGTH = 0.3
# The goal for employers never seen, asked of the cross-validation.
_LEAST_PRECISION = 0.92
_MOST_MERGED = 0.02
# F1 that differ by less are as good, and the higher threshold is taken: wrong merges mislead more than missed ones.
_AS_GOOD = 0.01
# Of the posts that were read, which were drawn where an earlier model was not sure.
_LEAST_PRECISION_OF_POSTS = 39 / 40
_GRID = np.arange(0.4, 0.96, 0.01).round(2).tolist()
# The share of variants to link.
_LEAST_LINKED = 0.9


# Of two ads: whether both are posts with a heading, the parts of their comparison, and whether no rule speaks against a copy.
Compared = tuple[bool, Parts, bool]


def fit() -> None:
    """Write `reader.json`, and print what the models give on half 0, each pair judged by models that have not seen it."""
    pairs = [pair for pair, half in _by_half(read_pairs(PAIRS)) if half == 0]
    tuned = len(pairs)
    pairs += _read_pairs()
    groups = groups_of(pairs)
    compared = [_compared(pair) for pair in pairs]
    generator = np.random.default_rng(SEED)
    chances = np.mean([_cross_validated(pairs, compared, _folds(groups, generator)) for _ in range(_TIMES)], axis=0)
    models = _models(pairs, compared, range(len(pairs)))
    document = {}
    is_heading = np.array([heading for heading, *_ in compared])
    is_untitled = np.array([heading and not parts["titles_known"] for heading, parts, _ in compared])
    chances[:, 0] *= [may_be for *_, may_be in compared]
    chances[:, 0] *= ~is_untitled | (chances[:, 0] >= UNTITLED_POSTS)
    for name, believed_from in _thresholds(pairs, is_heading, chances, tuned).items():
        weights = {part: round(weight, 4) for part, weight in models[name].weights.items()}
        document[name] = {"bias": round(models[name].bias, 4), "believed_from": believed_from, "weights": weights}
    (DATA / "reader.json").write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def _by_half(pairs: Sequence[Pair]) -> list[tuple[Pair, int]]:
    return list(zip(pairs, halves_of(groups_of(pairs)), strict=True))


def _read_pairs() -> list[Pair]:
    rows = [json.loads(line) for line in READ.read_text("utf-8").splitlines()]
    sides = {side.id: side for side in _sides({row[name] for row in rows for name in "ab"})}
    pairs = ((row, sides[row["a"]], sides[row["b"]]) for row in rows)
    return [Pair(f"read{n}", Label(row["label"]), row["sure"], a, b, READ_SET) for n, (row, a, b) in enumerate(pairs)]


def _sides(wanted: AbstractSet[str]) -> Iterator[Side]:
    normalizers = load_normalizers()
    for file, (source, columns) in SETS.items():
        imported = Import(load_spec(source, columns), file.partition(".")[0] if source == "generic" else None, datetime.now(UTC))
        for _, raw in read_postings(read_rows(POSTINGS / f"{file}.xz"), imported, Findings()):
            if raw.posting_id in wanted:
                found = read(raw, normalizers).content
                places = tuple(place.raw for place in found.locations)
                links = tuple(link for link in (found.url, found.apply_url) if link)
                yield Side(
                    raw.posting_id or "", found.title or "", found.employer or "", places, found.description,
                    found.requisition_id, links, found.posted_at,
                )  # fmt: skip


def _folds(groups: Sequence[str], generator: np.random.Generator) -> list[int]:
    """Return each pair's fold; a group is in one."""
    names = sorted(set(groups))
    folds = dict(zip(names, generator.integers(_FOLDS, size=len(names)).tolist(), strict=True))
    return [folds[group] for group in groups]


def _compared(pair: Pair) -> Compared:
    one, other = pair.a.content(), pair.b.content()
    return one.heading and other.heading, compare(one, other), may_be_copy(one, other)


def _models(pairs: Sequence[Pair], compared: Sequence[Compared], seen: Sequence[int]) -> dict[str, Model]:
    def is_single(at: int) -> bool:
        return not compared[at][0] and pairs[at].data_set != READ_SET

    def fitted(offered: Sequence[str], label: Label, keep: Callable[[int], bool]) -> Model:
        rows = [at for at in seen if keep(at)]
        wanted = np.array([pairs[at].label is label for at in rows], float)
        weights = np.array([_GUESS_WEIGHT if pairs[at].sure == _GUESS else 1.0 for at in rows])
        names = offered
        while True:
            parts = np.array([[compared[at][1][name] for name in names] for at in rows])
            model = model_of(names, parts, wanted, weights)
            sound = [name for name in names if offered is not HEADING or (model.weights[name] < 0) == (name in AGAINST)]
            if len(sound) == len(names):
                return model
            names = sound

    return {
        "single": fitted(SINGLE, Label.COPY, is_single),
        "heading": fitted(HEADING, Label.COPY, lambda at: compared[at][0]),
        "variant": fitted(SINGLE, Label.VARIANT, lambda at: is_single(at) and pairs[at].label is not Label.COPY),
    }


def model_of(names: Sequence[str], parts: Floats, wanted: Floats, weights: Floats) -> Model:
    """Return the logistic model of the parts."""
    centre = parts.mean(axis=0)
    bias, found = logistic(parts, wanted, weights, centre, strength=_STRENGTH, steps=_STEPS)
    return Model(bias - float(found @ centre), dict(zip(names, found.tolist(), strict=True)))


def _cross_validated(pairs: Sequence[Pair], compared: Sequence[Compared], folds: Sequence[int]) -> Floats:
    chances = np.zeros((len(pairs), 2))
    for fold in range(_FOLDS):
        models = _models(pairs, compared, [at for at, other in enumerate(folds) if other != fold])
        for at in (at for at, other in enumerate(folds) if other == fold):
            heading, parts, _ = compared[at]
            copy = models["heading" if heading else "single"].probability(parts)
            chances[at] = copy, models["variant"].probability(parts)
    return chances


def _thresholds(pairs: Sequence[Pair], is_heading: NDArray[np.bool_], chances: Floats, tuned: int) -> dict[str, float]:
    """Return from where on each model is believed, printed with what it gives on half 0, the first `tuned` pairs.

    Posts: from where on those that were read are precise enough. Ads of one job: the best F1 of those as precise as they have to
    be, of which few merge different jobs. Variants: enough of those linked that are not called copies.
    """
    sure = np.array([pair.sure > _GUESS for pair in pairs])
    label = np.array([pair.label.value for pair in pairs])
    is_copy, is_variant, is_different = (sure & (label == wanted) for wanted in (Label.COPY, Label.VARIANT, Label.DIFFERENT))
    half = np.arange(len(pairs)) < tuned
    posts = sure & is_heading & ~half
    heading = next(at for at in _GRID if _precision(posts & (chances[:, 0] >= at), is_copy) >= _LEAST_PRECISION_OF_POSTS)
    found = []
    for single in _GRID:
        answered = half & sure & (chances[:, 0] >= np.where(is_heading, heading, single))
        merged, precision = int((answered & is_different).sum()), _precision(answered, is_copy)
        f1 = 2 * int((answered & is_copy).sum()) / (answered.sum() + (half & is_copy).sum())
        if precision >= _LEAST_PRECISION and merged <= _MOST_MERGED * (half & is_different).sum():
            found.append((f1, precision, merged, single))
    best = max(found)[0]
    f1, precision, merged, single = max((row for row in found if row[0] >= best - _AS_GOOD), key=itemgetter(3))
    print(f"copies from {single} (one job) and {heading} (posts): precision {precision:.3f}, F1 {f1:.3f}, {merged} merged")
    open_ = half & is_variant & (chances[:, 0] < np.where(is_heading, heading, single))
    linked = round(float(np.quantile(chances[open_, 1], 1 - _LEAST_LINKED)), 2)
    return {"single": single, "heading": heading, "variant": linked}


def _precision(answered: NDArray[np.bool_], is_copy: NDArray[np.bool_]) -> float:
    return float((answered & is_copy).sum() / answered.sum())


if __name__ == "__main__":
    fit()
