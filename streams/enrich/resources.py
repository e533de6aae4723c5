"""What the enrichers look things up in: loaded once per process, never changed."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from schemas.derived import Education, Occupation
from streams.enrich.benefit_list import BenefitWord, benefit_words
from streams.enrich.cues import Cue, cues
from streams.enrich.kinds.interns import intern_words
from streams.enrich.kinds.words import kind_words
from streams.enrich.modes.places import office_words
from streams.enrich.modes.splits import home_words
from streams.enrich.modes.words import mode_words
from streams.enrich.occupations.reader import load_reader
from streams.enrich.passages import Marker, markers
from streams.enrich.pay.rates import Rates, load_rates
from streams.enrich.permits import PermitWord, permit_words
from streams.enrich.places.areas import Areas, load_areas
from streams.enrich.places.gazetteer import Gazetteer, build_gazetteer
from streams.enrich.places.one import Reading
from streams.enrich.places.reading import read_places
from streams.enrich.schooling import schooling
from streams.enrich.sentences import ScopeCue, sentences
from streams.enrich.signs import Sign, sign_words
from streams.enrich.skill_list import SkillForm, load_skills
from streams.enrich.text import Hit, Hits, Phrases, fold
from streams.enrich.weeks import week_words
from streams.enrich.words import DayWord, HomeWord, InternWord, KindWord, ModeWord, OfficeWord, PartWord, WeekWord
from streams.enrich.years import Span, spans

LANGUAGE_CODES = (
    "am ar bg bn cs da de el en es et fa fi fr he hi hr hu hy id it ja ko lt lv nl no om pl pt ro ru sk sl sr sv th tr uk vi zh"
)
LANGUAGES = tuple(LANGUAGE_CODES.split())
Named = Hit[
    SkillForm
    | ModeWord
    | PartWord
    | KindWord
    | InternWord
    | WeekWord
    | DayWord
    | OfficeWord
    | HomeWord
    | ScopeCue
    | Education
    | Span
    | BenefitWord
    | PermitWord
    | Marker
    | Cue
    | Sign
]
_CACHED_PLACES = 2_048
_CACHED_TITLES = 1_024
# What stands in the postings that go through the chain at once: title, heading, places, text.
_CACHED_TEXTS = 2048


@dataclass(frozen=True, slots=True, repr=False)
class Resources:
    """Everything that is loaded.

    `places` reads a wording as `read_places` does; `areas` are countries and parts of the world by name; `named` finds skills,
    sentences and other phrases in a text; `identify` gives its (language, probability); `contacts`: whether they are looked for.
    `occupations` reads a title. `forget` drops the texts that `named` and `fold` have seen: they read each once.
    """

    places: Callable[..., tuple[Reading, ...]]
    areas: Areas
    occupations: Callable[[str], tuple[Occupation, ...]]
    rates: Rates
    named: Callable[[str], Hits]
    identify: Callable[[str], tuple[str, float]]
    fold: Callable[[str], str]
    forget: Callable[[], None]
    contacts: bool = False


def load_resources(*, contacts: bool = False) -> Resources:
    """Return the resources, read from the installed packages and this one; about 3 s and 110 MB."""
    gazetteer = build_gazetteer()
    listed = (
        load_skills,
        markers,
        kind_words,
        intern_words,
        mode_words,
        week_words,
        office_words,
        home_words,
        sentences,
        schooling,
        spans,
        benefit_words,
        permit_words,
        cues,
        sign_words,
    )
    phrases: Phrases[Any] = Phrases(*(found() for found in listed))
    folded = lru_cache(_CACHED_TEXTS)(fold)
    named = lru_cache(_CACHED_TEXTS)(lambda text: phrases.find(folded(text)))

    def forget() -> None:
        folded.cache_clear()
        named.cache_clear()

    return Resources(
        # boards repeat their wordings and titles
        places=lru_cache(_CACHED_PLACES)(partial(_places, gazetteer)),
        areas=load_areas(gazetteer.countries),
        occupations=lru_cache(_CACHED_TITLES)(load_reader().read),
        rates=load_rates(),
        # one pass over a text for several enrichers, one after the other
        named=named,
        identify=_identifier().classify,
        fold=folded,
        forget=forget,
        contacts=contacts,
    )


def _identifier() -> LanguageIdentifier:
    """Return who tells our languages apart, in little memory.

    One that is only told to keeps the other languages as well, 27 MB. Its lists of 100,000 numbers each would be copied by every
    reader that counts references to the numbers; as arrays they are faster, too.
    """
    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages(LANGUAGES)
    weights = whole.nb_ptc, whole.nb_pc, whole.nb_classes
    found = LanguageIdentifier(*weights, whole.tk_nextmove, array("i", whole.tk_output), norm_probs=True, tk_row=whole.tk_row)
    found._rowbase = array("I", found._rowbase)  # noqa: SLF001 - it makes a list of whatever it is given
    return found


def _places(
    gazetteer: Gazetteer, raw: str, country: str | None = None, favoured: frozenset[str] = frozenset()
) -> tuple[Reading, ...]:
    return tuple(read_places(raw, gazetteer, country, favoured))
