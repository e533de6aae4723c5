"""Signs of scams and of ads without an opening."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schemas.derived import Quality
from schemas.posting import Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources
from streams.enrich.signs import is_evergreen, signs_of

# A score near what is usual needs none.
_WORTH_A_REASON = 0.1
# A part that moves the log odds by less is no reason.
_LEAST_PUSH, _MOST_REASONS = 0.3, 5
_LONG_AGO_DAYS = 90
_GHOST = {"evergreen_words": 0.6, "posted_long_ago": 0.4}


@dataclass(frozen=True, slots=True)
class Scale:
    """A logistic model: log odds are `base` and each part times its weight. `parts`: name, weight, centre, which is its mean."""

    parts: Sequence[tuple[str, float, float]]
    base: float

    def odds(self, parts: Mapping[str, float]) -> float:
        """Return the log odds."""
        total = self.base
        for name, weight, _ in self.parts:
            total += weight * parts[name]
        return total

    def pushes(self, parts: Mapping[str, float]) -> dict[str, float]:
        """Return what each part adds to the log odds of a posting with every part at its centre."""
        return {name: weight * (parts[name] - centre) for name, weight, centre in self.parts}


def enrich(posting: Posting, resources: Resources) -> Fields:
    """Return how much of a scam and of an ad without an opening the posting shows; null where it has no text."""
    if not posting.description.strip():
        return {"quality": None}
    hits = resources.named(posting.description)
    parts = signs_of(posting.title, posting.description, resources.named(posting.title), hits)
    scale = load_scale()
    scam = 1 / (1 + math.exp(-scale.odds(parts)))
    why = _reasons(scale.pushes(parts)) if scam > _WORTH_A_REASON else ()
    ghostly = list(_ghostly(posting, evergreen=is_evergreen(hits)))
    ghost = 1 - math.prod(1 - _GHOST[name] for name in ghostly) if ghostly else None
    return {"quality": Quality(scam=scam, ghost=ghost, reasons=[*why, *ghostly])}


def _reasons(pushes: Mapping[str, float]) -> list[str]:
    strong = [name for name, push in pushes.items() if push > _LEAST_PUSH]
    return sorted(strong, key=lambda name: -pushes[name])[:_MOST_REASONS]


def _ghostly(posting: Posting, *, evergreen: bool) -> Iterator[str]:
    if evergreen:
        yield "evergreen_words"
    if posting.posted_at and (posting.fetched_at - posting.posted_at).days > _LONG_AGO_DAYS:
        yield "posted_long_ago"


@cache
def load_scale() -> Scale:
    """Return the model that `bench/train_quality.py` made."""
    read = json.loads(files("streams.enrich.data").joinpath("quality.json").read_text("utf-8"))
    parts = [(name, weight, read["centres"][name]) for name, weight in read["weights"].items()]
    return Scale(parts, read["bias"] - sum(weight * centre for _, weight, centre in parts))


ENRICHER = Enricher("quality", "5", ("quality",), enrich)
