"""What the enrichers look things up in: loaded once per process, never changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from schemas.posting import EmploymentType, Occupation, WorkMode
from streams.enrich.gazetteer import build_gazetteer
from streams.enrich.occupation_reader import load_reader
from streams.enrich.places import Reading, read_places
from streams.enrich.rates import Rates, load_rates
from streams.enrich.sentences import sentences
from streams.enrich.skill_list import SkillForm, load_skills
from streams.enrich.text import Hit, Phrases, fold

LANGUAGE_CODES = (
    "am ar bg bn cs da de el en es et fa fi fr he hi hr hu hy id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh"
)
LANGUAGES = tuple(LANGUAGE_CODES.split())
Named = Hit[SkillForm | WorkMode | EmploymentType]
_CACHED_PLACES = 20_000
_CACHED_TITLES = 5_000


@dataclass(frozen=True, slots=True, repr=False)
class Resources:
    """Everything that is loaded.

    `places` reads a wording, `occupations` a title.
    `named` finds skills and sentences in a text; `identify` gives its (language, probability).
    """

    places: Callable[[str], tuple[Reading, ...]]
    occupations: Callable[[str], tuple[Occupation, ...]]
    rates: Rates
    named: Callable[[str], Sequence[Named]]
    identify: Callable[[str], tuple[str, float]]
    fold: Callable[[str], str]


def load_resources() -> Resources:
    """Return the resources, read from the installed packages and this one; about 3 s and 230 MB."""
    gazetteer = build_gazetteer()
    phrases: Phrases[Any] = Phrases([*load_skills(), *sentences()])
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return Resources(
        # boards repeat their wordings and titles
        places=lru_cache(_CACHED_PLACES)(lambda raw: tuple(read_places(raw, gazetteer))),
        occupations=lru_cache(_CACHED_TITLES)(load_reader().read),
        rates=load_rates(),
        # one pass over a text for several enrichers, one after the other
        named=lru_cache(2)(lambda text: phrases.find(fold(text))),
        identify=identifier.classify,
        fold=lru_cache(8)(fold),
    )
