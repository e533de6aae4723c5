"""Fits the model of the enricher `quality`: `python -m bench.train_quality` writes `quality.json`, and prints what it gives.

It is fitted on half 0 of the two subsets of EMSCAD, by groups of ads that are alike; cross-validation on it tells what it gives.
Half 1, the half that is reported, is not read. Weights by hand are those of signs that the set masks or hardly has.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from bench.common import ROOT, SHARED
from bench.fitting import Floats, logistic
from pipeline.evaluation.base import Case
from pipeline.evaluation.fields.quality import BOTH, ads
from pipeline.evaluation.score import area, distinct
from schemas.posting import Posting
from streams.dedupe.pairs import halves_of
from streams.enrich.resources import Resources, load_resources
from streams.enrich.signs import signs_of

BY_HAND = {"free_mail": 0.8, "money_handling": 1.2}
# In EMSCAD as published, 866 of 17,880 ads are scams; the subsets have more.
_SHARE = 0.048
# One draw of folds is worth .003 more or less.
_FOLDS, _DRAWS, _STEPS = 8, 10, 25
# Weaker penalties give no more by cross-validation, and several times as many ordinary ads a score above 0.2.
_STRENGTH = 0.02
# How much of a weight is what all signs have in common: 285 groups tell little of how much more one says than another.
_SHARED = 0.5


def fit() -> None:
    """Write `quality.json`."""
    cases = distinct(ads(SHARED, names=BOTH))
    cases = [case for case, half in zip(cases, halves_of(case.id for case in cases), strict=True) if half == 0]
    resources = load_resources()
    found = [_signs(case.posting, resources) for case in cases]
    names = [name for name in found[0] if name not in BY_HAND]
    parts = np.array([[each[name] for name in names] for each in found])
    is_scam = np.array([case.truth for case in cases], float)
    copies = Counter(case.id for case in cases)
    weights = np.array([1 / copies[case.id] for case in cases])
    while True:
        bias, found_weights, centres = _logistic(parts, is_scam, weights)
        sound = found_weights > 0
        if sound.all():
            break
        # every part is named for what speaks of a scam; one whose weight says otherwise has learnt an accident
        names = [name for name, keep in zip(names, sound, strict=True) if keep]
        parts = parts[:, sound]
    areas = [_cross_validated(cases, parts, is_scam, weights, seed) for seed in range(_DRAWS)]
    print(f"{len(cases)} ads, {len(copies)} groups: AUC {np.mean(areas):.3f} by cross-validation, mean of {_DRAWS} draws")
    share = float(np.average(is_scam, weights=weights))
    bias += np.log(_SHARE / (1 - _SHARE)) - np.log(share / (1 - share))
    document = {
        "bias": round(float(bias), 4),
        "weights": {**_rounded(names, _evened(found_weights, parts)), **BY_HAND},
        "centres": {**_rounded(names, centres), **dict.fromkeys(BY_HAND, 0.0)},
    }
    path = ROOT / "streams" / "enrich" / "data" / "quality.json"
    path.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def _signs(posting: Posting, resources: Resources) -> Mapping[str, float]:
    title, text = posting.title, posting.description
    return signs_of(title, text, resources.named(title), resources.named(text))


def _rounded(names: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def _logistic(parts: Floats, is_scam: Floats, weights: Floats) -> tuple[float, Floats, Floats]:
    """Return bias, weights and centres."""
    centre = np.average(parts, axis=0, weights=weights)
    return *logistic(parts, is_scam, weights, centre, strength=_STRENGTH, steps=_STEPS), centre


def _evened(weights: Floats, parts: Floats) -> Floats:
    """Return the weights of standardized parts drawn half way to their mean, as weights of the parts."""
    spread = parts.std(axis=0) + 1e-9
    own = weights * spread
    evened: Floats = ((1 - _SHARED) * own + _SHARED * own.mean()) / spread
    return evened


def _cross_validated(cases: Sequence[Case], parts: Floats, is_scam: Floats, weights: Floats, seed: int) -> float:
    groups = sorted({case.id for case in cases})
    drawn = np.random.default_rng(seed).integers(_FOLDS, size=len(groups))
    fold_of = dict(zip(groups, drawn.tolist(), strict=True))
    folds = np.array([fold_of[case.id] for case in cases])
    odds = np.zeros(len(cases))
    for fold in range(_FOLDS):
        bias, found, centres = _logistic(parts[folds != fold], is_scam[folds != fold], weights[folds != fold])
        odds[folds == fold] = bias + (parts[folds == fold] - centres) @ _evened(found, parts[folds != fold])
    return area(odds, is_scam.astype(bool), weights)


if __name__ == "__main__":
    fit()
