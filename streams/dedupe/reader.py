"""The reading verifier: from the parts of a comparison to copy, variant or different, with a reason.

Two additive models tell copies, one for ads of one job and one for board posts that begin with a heading and often list
several roles; a third one tells variants from different jobs. Their weights are `data/reader.json`, fitted by
`bench/train_verifier.py`. A verdict depends on the two ads and on READER, on nothing else.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum
from operator import itemgetter, mul
from typing import NamedTuple

from streams.dedupe.compare import Parts, compare, contradictions
from streams.dedupe.content import Content
from streams.dedupe.posts import TEMPLATE

# The name of weights, word lists and thresholds together; any other set of them has another name.
READER = "reader-6"

# Fewer words are a teaser, which collides: its text alone never makes a copy.
TEASER_WORDS = 65
# From this share of the shingles on two texts are one text, for an ad of one title.
SAME_TEXT = 0.99
# From which probability on one title and text are believed to be one ad.
EVEN = 0.5
# From which one on where each title names a job that the other does not.
CONTRADICTED = 0.7
# From which one on posts are of which one names no job in its heading.
UNTITLED_POSTS = 0.9
# Log-odds beyond which nothing is told apart.
_CERTAIN = 50.0

# In what a variant may differ.
DIFFERENCES = ("place", "level", "team", "requisition")

_TITLES = ("no title tells", "the title is the same", "the titles name different jobs", "one title says more than the other")
_PLACES = ("no place tells", "a place is shared", "the places differ")


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
    _parts: Callable[[Parts], tuple[float, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parts", itemgetter(*self.weights))

    def terms(self, parts: Parts) -> dict[str, float]:
        """Return what each part adds to the log-odds."""
        return {name: weight * parts[name] for name, weight in self.weights.items()}

    def probability(self, parts: Parts) -> float:
        """Return the chance that the parts belong to the model's label."""
        odds = self.bias + fsum(map(mul, self.weights.values(), self._parts(parts)))
        return 1 / (1 + exp(-max(-_CERTAIN, min(_CERTAIN, odds))))


@dataclass(frozen=True, slots=True)
class Reader:
    """The models."""

    single: Model
    heading: Model
    variant: Model


class TitleTold(IntEnum):
    """What two titles say of one another."""

    NOTHING, SAME, CONTRADICT, MORE = range(4)


class PlaceTold(IntEnum):
    """What the stated places say."""

    NOTHING, SHARED, DIFFER = range(3)


class Told(NamedTuple):
    """By what a person can follow a verdict; `differences` says in what a variant differs: place, level, team or requisition."""

    title: TitleTold = TitleTold.NOTHING
    place: PlaceTold = PlaceTold.NOTHING
    differences: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """What two ads are to one another.

    `probability` is that of a copy, by `model` from `parts`, believed from `believed_from` on where no rule is `against`
    it; `similarity` is the share of the role's words in both.
    """

    label: Label
    probability: float
    similarity: float
    told: Told
    model: Model
    believed_from: float
    variant_model: Model
    against: tuple[str, ...]
    parts: Parts

    @property
    def terms(self) -> dict[str, float]:
        """What each part adds to the log-odds of a copy, strongest first; with the model's bias they add up to it."""
        return dict(sorted(self.model.terms(self.parts).items(), key=lambda term: (-abs(term[1]), term[0])))

    @property
    def variant_probability(self) -> float:
        """The chance of a variant, if it is no copy."""
        return self.variant_model.probability(self.parts)

    @property
    def reason(self) -> str:
        """One sentence for people."""
        return tell(self.label, self.similarity, self.told)


@lru_cache(maxsize=1)
def load_reader() -> Reader:
    """Return the models that ship with this version."""
    return read_reader(files("streams.dedupe.data").joinpath("reader.json").read_text("utf-8"))


def read_reader(text: str) -> Reader:
    """Return the models in a JSON document."""
    row = json.loads(text)
    return Reader(**{name: Model(**row[name]) for name in ("single", "heading", "variant")})


def judge(one: Content, other: Content, reader: Reader | None = None) -> Verdict:
    """Return what two ads are to one another, by the models that ship or by `reader`."""
    reader = reader or load_reader()
    parts = compare(one, other)
    model = reader.heading if one.heading and other.heading else reader.single
    probability = model.probability(parts)
    against = contradictions(one, other)
    if _by_text_alone(one, other, parts):
        against = (*against, "teaser")
    if _elsewhere(one, other, parts):
        against = (*against, "place in the text")
    believed_from = _believed_from(model, parts, posts=model is reader.heading)
    copy = not against and probability >= believed_from
    variant = not copy and reader.variant.probability(parts) >= reader.variant.believed_from
    label = Label.COPY if copy else Label.VARIANT if variant else Label.DIFFERENT
    told = Told(_title(parts), _place(parts), _differences(parts, against) if variant else ())
    return Verdict(label, probability, parts["role_text"], told, model, believed_from, reader.variant, against, parts)


def tell(label: Label, similarity: float, told: Told) -> str:
    """Return the sentence for people."""
    role = f"{similarity:.0%} of what is said about the role is the same"
    if label is Label.VARIANT:
        return f"{role}, but another {' and another '.join(told.differences)} is advertised."
    return f"{role}, {_TITLES[told.title]}, {_PLACES[told.place]}."


def _by_text_alone(one: Content, other: Content, parts: Parts) -> bool:
    """Return whether a teaser's text is all that two ads share."""
    if min(one.text.length, other.text.length) >= TEASER_WORDS:
        return False
    titled = bool(parts["titles_known"]) and not parts["title_contradicts"]
    return not (titled or parts["place_same"] or parts["links_shared"] or set(one.requisitions) & set(other.requisitions))


def _is_same_ad(parts: Parts) -> bool:
    """Return whether title and text are the same and nothing contradicts: only one of two sources may state the place."""
    contradicted = any(parts[name] for name in ("rank_differs", "years_contradict", "requisition_contradicts", "text_place"))
    return bool(parts["title_same"]) and parts["text"] >= SAME_TEXT and not contradicted


def _elsewhere(one: Content, other: Content, parts: Parts) -> bool:
    """Return whether two ads of one template name another place each in their texts."""
    single = not (one.heading and other.heading) and bool(parts["titles_known"])
    return single and parts["role_text"] >= TEMPLATE and parts["text_place"] == 1


def _believed_from(model: Model, parts: Parts, *, posts: bool) -> float:
    """Return from which probability on two ads are copies.

    Less will do for one text and title; more is asked for two titles, and for posts of which one names no job.
    """
    if _is_same_ad(parts):
        return min(EVEN, model.believed_from)
    if posts and not parts["titles_known"]:
        return max(UNTITLED_POSTS, model.believed_from)
    return max(CONTRADICTED, model.believed_from) if parts["title_contradicts"] else model.believed_from


def _differences(parts: Parts, against: tuple[str, ...]) -> tuple[str, ...]:
    place = parts["place_contradicts"] or parts["text_place"] or "place" in against
    level = parts["rank_differs"] or parts["years_contradict"] or "level" in against
    team = parts["title_contradicts"] or parts["title_says_more"]
    differs = (place, level, team, parts["requisition_contradicts"])
    return tuple(name for name, found in zip(DIFFERENCES, differs, strict=True) if found) or ("team",)


def _title(parts: Parts) -> TitleTold:
    if not parts["titles_known"]:
        return TitleTold.NOTHING
    if parts["title_same"]:
        return TitleTold.SAME
    return TitleTold.CONTRADICT if parts["title_contradicts"] else TitleTold.MORE


def _place(parts: Parts) -> PlaceTold:
    if parts["place_same"]:
        return PlaceTold.SHARED
    return PlaceTold.DIFFER if parts["place_contradicts"] else PlaceTold.NOTHING
