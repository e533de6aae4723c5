"""Where remote work may be done, in words: `Remote (US only)`, `anywhere in Europe`, `USA/Canada`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from streams.enrich.places.key import place_key

# Names of parts of the world, as they are shown and as people write them.
_REGIONS = {
    "Worldwide": "worldwide, world wide, world, the world, anywhere in the world, global, globally, everywhere, any country, "
    "any location, earth, planet earth, the earth, weltweit, dans le monde entier, todo el mundo, wereldwijd",
    "EU": "eu, european union, eea, eu eea, europäischen union, union européenne, unión europea, união europeia, unione europea, "
    "europese unie, unii europejskiej, ue",
    "Europe": "europe, european, continental europe, western europe, eastern europe, central europe, europa, europaweit, europie",
    "EMEA": "emea",
    "APAC": "apac, asia pacific, asia pac",
    "Asia": "asia, south east asia, southeast asia",
    "LATAM": "latam, latin america, south america, central america, latinoamérica, américa latina",
    "North America": "north america, northern america, na only",
    "Americas": "americas, the americas",
    "Nordics": "nordics, nordic countries, scandinavia",
    "DACH": "dach",
    "Africa": "africa",
    "Middle East": "middle east, mena",
    "Oceania": "oceania, anz",
}
_SHORT_NAMES = {"us": "US", "u s": "US", "usa": "US", "u s a": "US", "uk": "GB", "u k": "GB", "uae": "AE", "can": "CA"}
_AMERICAN = {"continental us": "US", "contiguous us": "US", "lower 48": "US", "conus": "US", "stateside": "US"}
# Countries in the forms of sentences, as other languages have them.
_DECLINED = {
    "deutschlands": "DE", "deutschlandweit": "DE", "österreichweit": "AT", "schweizweit": "CH", "polsce": "PL", "francia": "FR",
    "frankreich": "FR", "spanien": "ES", "italien": "IT", "espagne": "ES", "allemagne": "DE", "alemania": "DE",
}  # fmt: skip
_REMOTE_WORDS = "remote remotely wfh telecommute telecommuting telework distributed anywhere homeoffice teletravail teletrabajo \
teletrabalho remoto remota thuiswerken distans zdalnie zdalna hjemmekontor hjemmearbejde fjernarbejde telelavoro"
_REMOTE = frozenset(_REMOTE_WORDS.split())
_ONLY = frozenset(["only", "citizen", "citizens", "citizenship", "resident", "residents", "residency"])
_FILLERS_WORDS = (
    "based within in inside the from across candidates candidate applicants employees people ok okay friendly "
    "possible allowed work working position positions role roles job jobs is are of for but must be located reside "
    "residing live living limited to restricted option available considered fully 100 preferred preferably ideally "
    "location locations you who currently throughout any city where wherever time full part depuis desde partout binnen "
    "innerhalb inom ganz heel hele dall dans cualquier qualquer lugar dowolnego miejsca terenu valfri ort todo toda de "
    "der da en z"
)
_FILLERS = frozenset(_FILLERS_WORDS.split())
_WISHES = frozenset(["preferred", "preferably", "ideally"])
_BETWEEN = frozenset(["and", "or", "&", "+"])
_WORD = re.compile(r"[a-z0-9&+#]+")
_CUT = re.compile(r"[|¦•·\n;!?]|\.(?:\s|$)|//|\s[-–—]{2,}\s")
_ADJACENT = frozenset((" ", "-", " (", "-(", ": ", " - (", " - "))
_SEPARATORS = frozenset(("", ",", "/", "(", ")", "[", "]"))
# Code and word: one of `USA/CAN`.
_WORDS = frozenset({"can"})
# As names of places are looked up: without accents, and as long as before.
_PLAIN = str.maketrans("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Area:
    """A country (its ISO code), or a part of the world."""

    country: str | None = None
    region: str | None = None


_ANYWHERE = Area(region="Worldwide")


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas by name, and of how many words the names are at most that begin with a word."""

    named: Mapping[str, Area]
    longest: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """Areas that a passage names, at `start` to `end` in it.

    `bound`: `remote` or `only` stands by them. `alone`: separators or nothing stand around them.
    """

    areas: tuple[Area, ...]
    start: int
    end: int
    bound: bool
    alone: bool


def load_areas(countries: Mapping[str, str]) -> Areas:
    """Return areas by name: `countries` is a table of names of countries with their codes."""
    found = {key: Area(country=code) for key, code in {**countries, **_SHORT_NAMES, **_AMERICAN}.items()}
    found |= {place_key(name): Area(country=code) for name, code in _DECLINED.items()}
    found |= {place_key(name): Area(region=region) for region, names in _REGIONS.items() for name in names.split(", ")}
    longest = dict[str, int]()
    for words in map(str.split, found):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Areas(found, longest)


def scopes_in(text: str, folded: str, areas: Areas) -> Iterator[Scope]:
    """Yield what each part of a heading or wording says of areas; `folded` is `text` as `fold` gives it."""
    if not folded.isascii():
        folded = folded.translate(_PLAIN)
    if not _may_name(folded.split(), areas):
        return
    start = 0
    for cut in [*_CUT.finditer(text), None]:
        end = cut.start() if cut else len(text)
        yield from _runs(text, folded, start, end, areas)
        start = cut.end() if cut else end


def _may_name(words: Sequence[str], areas: Areas) -> bool:
    return not areas.longest.keys().isdisjoint(words) or "anywhere" in words


def _runs(text: str, folded: str, start: int, end: int, areas: Areas) -> Iterator[Scope]:
    if not _may_name(_WORD.findall(folded, start, end), areas):
        return
    words = [_Word(found[0], *found.span()) for found in _WORD.finditer(folded, start, end)]
    run = _Run(text)
    at = 0
    while at < len(words):
        size, area = _area_at(words, at, text, areas)
        if area and words[at].text in _WORDS and not run.ends_with_area:
            area = None
        if area is None and not _is_known(words[at].text):
            if not run.is_empty:
                yield from run.close(start, end)
                run = _Run(text)
        else:
            run.add(words[at : at + size], area)
        at += size
    yield from run.close(start, end)


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class _Run:
    """Words in a row that are all about where: areas, `remote`, and what stands between these."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: list[tuple[_Word, _Word, Area | None]] = []

    def add(self, words: list[_Word], area: Area | None) -> None:
        self._words.append((words[0], words[-1], area))

    @property
    def is_empty(self) -> bool:
        """Whether it has no words yet."""
        return not self._words

    @property
    def ends_with_area(self) -> bool:
        """Whether its last word was an area."""
        return bool(self._words and self._words[-1][2])

    def close(self, start: int, end: int) -> Iterator[Scope]:
        """Yield the scope that the run states, if it names an area at all; it is of the part of the text at `start` to `end`."""
        named = [at for at, (_, _, area) in enumerate(self._words) if area]
        words = [first.text for first, _, _ in self._words]
        if not words or not _WISHES.isdisjoint(words):
            return
        before = self._text[start : self._words[0][0].start].rstrip()
        behind = self._text[self._words[-1][1].end : end].lstrip()
        alone = before[-1:] in _SEPARATORS and behind[:1] in _SEPARATORS
        if named:
            found = tuple(dict.fromkeys(area for _, _, area in self._words if area))
            yield Scope(found, self._words[named[0]][0].start, self._words[named[-1]][1].end, self._is_bound(named), alone)
        elif "anywhere" in words and (alone or not _REMOTE.isdisjoint(word for word in words if word != "anywhere")):
            at = self._words[words.index("anywhere")][0]
            yield Scope((_ANYWHERE,), at.start, at.end, bound=True, alone=True)

    def _is_bound(self, named: list[int]) -> bool:
        """Whether `remote` comes before the areas or right behind them, or `only` stands by them."""
        words = [first.text for first, _, _ in self._words]
        if any(word in _ONLY for word in words):
            return True
        before = [at for at in range(named[0]) if words[at] in _REMOTE]
        if before and not any(word in _BETWEEN for word in words[before[-1] : named[0]]):
            return True
        first = named[-1] + 1
        # `Italia (da remoto)`
        behind = first + (words[first : first + 1] == ["da"])
        if behind >= len(words) or words[behind] not in _REMOTE:
            return False
        return self._text[self._words[named[-1]][1].end : self._words[first][0].start] in _ADJACENT


def _area_at(words: list[_Word], at: int, text: str, areas: Areas) -> tuple[int, Area | None]:
    for size in range(min(areas.longest.get(words[at].text, 0), len(words) - at), 0, -1):
        name = " ".join(word.text for word in words[at : at + size])
        area = areas.named.get(name)
        # `us` is a word, `US` a country
        if area and (len(name) > _SHORT or text[words[at].start : words[at + size - 1].end].isupper()):
            return size, area
    return 1, None


def _is_known(word: str) -> bool:
    return word in _REMOTE or word in _ONLY or word in _FILLERS or word in _BETWEEN
