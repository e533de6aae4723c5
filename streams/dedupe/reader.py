"""The reading verifier: from the parts of a comparison to copy, variant or different, with a reason.

Two additive models tell copies, one for ads of one job and one for board posts that begin with a heading and often list
several roles; a third one tells variants from different jobs. Their weights are `data/reader.json`, fitted by
`bench/train_verifier.py`. A verdict depends on the two ads and on READER, on nothing else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum

from streams.dedupe.ad import Ad
from streams.dedupe.compare import Parts, compare

# The name of weights, word lists and thresholds together; any other set of them has another name.
READER = "reader-1"

# Fewer words are a teaser, which collides: its text alone never makes a copy.
TEASER_WORDS = 65


class Label(StrEnum):
    """What two ads are to one another."""

    COPY = "copy"
    VARIANT = "variant"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model: a bias, a weight for each part, and from which probability on it is believed."""

    bias: float
    weights: Mapping[str, float]
    believed_from: float = 0.5

    def terms(self, parts: Parts) -> dict[str, float]:
        """Return what each part adds to the log-odds."""
        return {name: weight * parts[name] for name, weight in self.weights.items()}

    def probability(self, parts: Parts) -> float:
        """Return the chance that the parts belong to the model's label."""
        return 1 / (1 + exp(-self.bias - fsum(self.terms(parts).values())))


@dataclass(frozen=True, slots=True)
class Reader:
    """The models."""

    single: Model
    heading: Model
    variant: Model


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two ads are to one another.

    `probability` is that of a copy; `similarity` the share of the role's words in both; `bias` and `terms` add up to the log-odds
    of a copy, strongest first; `differences` says in what a variant differs: place, level, team or requisition.
    """

    label: Label
    probability: float
    similarity: float
    bias: float
    terms: Mapping[str, float]
    differences: tuple[str, ...]
    reason: str


@lru_cache(maxsize=1)
def load_reader() -> Reader:
    """Return the models that ship with this version."""
    return read_reader(files("streams.dedupe.data").joinpath("reader.json").read_text("utf-8"))


def read_reader(text: str) -> Reader:
    """Return the models in a JSON document."""
    row = json.loads(text)
    return Reader(**{name: Model(**row[name]) for name in ("single", "heading", "variant")})


def judge(one: Ad, other: Ad, reader: Reader | None = None) -> Verdict:
    """Return what two ads are to one another, by the models that ship or by `reader`."""
    reader = reader or load_reader()
    parts = compare(one, other)
    model = reader.heading if one.heading and other.heading else reader.single
    probability = model.probability(parts)
    another = one.requisition and other.requisition and one.requisition != other.requisition
    copy = probability >= model.believed_from and not another and not _by_text_alone(one, other, parts)
    variant = not copy and reader.variant.probability(parts) >= reader.variant.believed_from
    label = Label.COPY if copy else Label.VARIANT if variant else Label.DIFFERENT
    terms = sorted(model.terms(parts).items(), key=lambda term: (-abs(term[1]), term[0]))
    differences = _differences(parts)
    reason = _reason(label, parts, differences)
    return Verdict(label, probability, parts["role_text"], model.bias, dict(terms), differences, reason)


def _by_text_alone(one: Ad, other: Ad, parts: Parts) -> bool:
    """Return whether a teaser's text is all that two ads share."""
    if min(one.length, other.length) >= TEASER_WORDS:
        return False
    titled = bool(parts["titles_known"]) and not parts["title_contradicts"]
    return not (titled or parts["place_same"] or parts["links_shared"] or one.requisitions & other.requisitions)


def _differences(parts: Parts) -> tuple[str, ...]:
    place = parts["place_contradicts"] or parts["text_place_untitled"]
    level = parts["rank_differs"] or parts["level_contradicts"] or parts["years_contradict"]
    team = parts["title_contradicts"] or parts["title_says_more"]
    named = {"place": place, "level": level, "team": team, "requisition": parts["requisition_contradicts"]}
    return tuple(name for name, differs in named.items() if differs) or ("team",)


def _reason(label: Label, parts: Parts, differences: tuple[str, ...]) -> str:
    role = f"{parts['role_text']:.0%} of what is said about the role is the same"
    if label is Label.VARIANT:
        return f"{role}, but another {' and another '.join(differences)} is advertised."
    return f"{role}, {_title(parts)}, {_place(parts)}."


def _title(parts: Parts) -> str:
    if not parts["titles_known"]:
        return "no title tells"
    if parts["title_same"]:
        return "the title is the same"
    return "the titles name different jobs" if parts["title_contradicts"] else "one title says more than the other"


def _place(parts: Parts) -> str:
    if parts["place_same"]:
        return "a place is shared"
    return "the places differ" if parts["place_contradicts"] else "no place tells"
