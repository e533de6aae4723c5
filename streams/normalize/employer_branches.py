"""What stands behind an employer's name and leaves it the same employer: the country of a branch, a word like "Group"."""

from collections.abc import Sequence

from streams.normalize.data import listed
from streams.normalize.lands import COUNTRIES
from streams.normalize.legal_forms import without_forms, word_groups
from streams.normalize.shared_names import GROUPS, SHARED_NAMES, SHORT_NAMES, is_coined, is_shared
from streams.normalize.text import word_set

# So many letters tell who it is, unless many are called by them, or they are a short word.
_SHORTEST = 4
# So many are initials, unless they are a word.
_INITIALS = 3
SHORT_WORDS = (
    SHORT_NAMES
    | listed("four_letter_words")
    | word_set("app bio fit fun gap gas gym job law men mid mix oil our pan pet rad sky tax tea via win you")
)
# And in other words, with parts of the world, and two towns that are written so.
_COUNTRIES = frozenset(tuple(country.split()) for country in COUNTRIES) | word_groups("""
united states of america, group of america, corporation of america, company of america, of north america, north america,
america, latin america, brasil, peru, deutschland, schweiz, suisse, nederland, italia,
sverige, i sverige, norge, danmark, suomi, polska, turkiye, saudi arabia, uae, qatar, egypt, morocco, ethiopia, kenya,
nyc, dc, nigeria, ghana, uganda, tanzania, rwanda, africa, bangladesh, nepal, sri lanka, hong kong, korea, singapore,
asia pacific, apac, emea, nordic, nordics
""")
_MOST_WORDS = max(map(len, _COUNTRIES))
_LAST_WORDS = frozenset(country[-1] for country in _COUNTRIES)
# Before a country they make it a part of the name; before "uk" the first ones are of an address.
_PART_OF_NAME = word_set("co com org ac of for from in de the and new north south east west northern southern latin")
# Words that say nothing of what a company does, and words that say a little of it.
_HOLLOW = (
    "group", "groupe", "gruppe", "holding", "holdings", "technologies", "technology", "software", "systems", "solution",
    "solutions", "labs", "international", "global", "worldwide", "services", "companies",
)  # fmt: skip
_TRADES = (
    "consulting", "analytics", "computing", "media", "financial", "insurance", "healthcare", "pharma", "pharmaceutical",
    "pharmaceuticals", "therapeutics", "ai", "capital", "capitalmanagement", "industries", "wireless", "pharmacy", "studios",
    "scientific", "telecommunications", "security", "bank", "motors", "communications", "networks", "mutual", "sciences",
    "laboratories", "investments", "assetmanagement", "investmentmanagement", "semiconductor", "semiconductors", "automotive",
    "entertainment", "electronics", "airlines", "airways", "brands", "stores", "interactive", "payments",
)  # fmt: skip
# Two of them and what joins them are so many words.
_AND_TWO = 3
# Behind a group of many companies they mean all of it.
_WHOLE = word_set("group groupe gruppe holding holdings companies")
_ASSOCIATES = "andassociates"
_ADDED = (*_HOLLOW, *_TRADES, _ASSOCIATES)
# Before such an ending they belong to it, or it to them: biotechnology, multimedia, "Institute of Technology", Sinai, Mumbai.
_BEFORE = (
    "bio", "nano", "micro", "multi", "eco", "info", "tele", "cyber", "of", "for", "and", "university", "college",
    "sin", "mumb", "dub", "shangh", "chenn", "hyund",
)  # fmt: skip
# Before one ending only: what is kept in a bank that is none for money, and what the largest are called; kinds of science.
_BEFORE_ONE = {
    "bank": ("food", "blood", "book", "data", "land", "national", "savings", "community", "development", "world", "central"),
    "sciences": ("life", "geo", "neuro", "health", "data", "computer", "information", "social", "medical", "materials"),
}
_INSTITUTIONS = ("universityof", "stateof", "cityof", "countyof", "departmentof", "ministryof")
_LEAST_LETTERS = (
    dict.fromkeys(_HOLLOW, _SHORTEST) | dict.fromkeys(_TRADES, 6) | {"bank": 4, "motors": 5, "mutual": 5, "laboratories": 5}
)
# Before "& Associates" a short name is a family's.
_LEAST_LETTERS[_ASSOCIATES] = 8
# It is also what a company looks after.
_LEAST_LETTERS["security"] = 7


def without_country(words: Sequence[str]) -> list[str]:
    """Return "Zebra Motor Corporation Canada" as the employer that it is the branch of; "Team USA" is a name."""
    kept = list(words)
    while size := _size(kept):
        kept = without_forms(kept[:-size])
    return kept


def _size(words: Sequence[str]) -> int:
    """Return how many words the longest country at the end has that leaves a name that tells who it is."""
    if words[-1] not in _LAST_WORDS:
        return 0
    sizes = (size for size in range(min(_MOST_WORDS, len(words) - 1), 0, -1) if tuple(words[-size:]) in _COUNTRIES)
    return next((size for size in sizes if words[-size - 1] not in _PART_OF_NAME and _has_branches(words, size)), 0)


def _has_branches(words: Sequence[str], size: int) -> bool:
    letters = "".join(words[:-size])
    if len(letters) <= _SHORTEST:
        return _is_short_name(letters)
    return words[-1] == "usa" or letters not in SHARED_NAMES


def _is_short_name(letters: str) -> bool:
    """Whether a short name is one like IBM or ASML, and no word as in "Air Canada"."""
    return len(letters) >= _INITIALS and letters.isalpha() and letters not in SHORT_WORDS


def without_added_words(words: Sequence[str]) -> list[str]:
    """Return "Palantir Technologies" as Palantir; "Compass Group" stays, since others are called Compass."""
    kept = _without_two(list(words))
    while len(kept) > 1 and kept[-1] in _LEAST_LETTERS and _leaves_name(kept[:-1], kept[-1]):
        shorter = without_forms(kept[:-1])
        if not _leaves_name(shorter, kept[-1]):
            break
        kept = shorter
    return kept


def _without_two(words: list[str]) -> list[str]:
    """Return "Acme Systems and Software" as Acme."""
    *kept, first, joint, last = words if len(words) > _AND_TWO else [*words, "", "", ""]
    both = joint == "and" and first in _LEAST_LETTERS and last in _LEAST_LETTERS
    return kept if both and _leaves_name(kept, first) and _leaves_name(kept, last) else words


def _leaves_name(words: Sequence[str], added: str) -> bool:
    return _tells("".join(words), added) or (len(words) == 1 and added in _HOLLOW and is_coined(words[0]))


def without_added_endings(key: str) -> str:
    """Return a name in one word without them: `palantirtechnologies`."""
    while found := _added_ending(key):
        key = key.removesuffix(found)
    return key


def _added_ending(letters: str) -> str | None:
    """Return the word at the end of a name that falls away."""
    if not letters.endswith(_ADDED):
        return None
    found = next(word for word in _ADDED if letters.endswith(word))
    return found if _tells(letters.removesuffix(found), found) else None


def _tells(letters: str, added: str) -> bool:
    """Whether a name without the word behind it tells who it is."""
    if len(letters) < _LEAST_LETTERS[added] or (len(letters) == _SHORTEST and not _is_short_name(letters)):
        return False
    if letters.endswith(_BEFORE_ONE.get(added, ())):
        return False
    if letters.endswith(_BEFORE) or letters.startswith(_INSTITUTIONS):
        return False
    return not is_shared(letters) or (letters in GROUPS and added in _WHOLE)
