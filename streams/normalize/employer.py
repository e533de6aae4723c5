"""The name by which an employer's postings meet: one key for all its spellings and boards.

A key that joins two employers is worse than one that parts one: only what says nothing of who it is falls away.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from streams.normalize.employer_branches import SHORT_WORDS, without_added_endings, without_added_words, without_country
from streams.normalize.employer_remarks import without_initials, without_remarks
from streams.normalize.employer_spellings import one_spelling
from streams.normalize.employer_taglines import without_taglines
from streams.normalize.legal_forms import without_forms, without_glued_forms, without_marked_forms
from streams.normalize.shared_names import is_of_many, is_shared
from streams.normalize.text import word_set

_DIACRITIC = re.compile("[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f]")
_TRADE_MARK = re.compile("[™®©℠]")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
# A short word with an ending that is a form as well: Hive.co is not Hive, though "Hive Co." is. "& Co.AG" is none.
_ADDRESS = re.compile(r"(?<![^\W_])([^\W_]{2,6})(?<!\bco)\.(?=(?:co|ag|se|as|sa|sc|sl)\W*$)")
_NOBODY = frozenset(
    ("", "privateclient", "company", "confidential", "confidentialcompany", "companyconfidential", "anonymous", "unknown", "na",
     "none", "null", "hidden", "undisclosed", "the", "thecompany", "client", "ourclient", "stealth", "stealthstartup")
)  # fmt: skip
# Forms after which even one word is a name without its "The": "The Boeing Company", but not "The Knot".
_COMPANY = word_set("company co corporation corp")
# So many words with "The" are a name without it as well.
_TELLING = 3
# "Us" is in names as well (Unite Us, Toys R Us): in capitals behind a longer word in small letters or initials it is the country.
_CAPITAL_US = re.compile(
    r"((?:(?<=[^\W\d_]{5}[a-z])|(?<=\bGroup))\W{1,3}|^(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{3,5} )(?:US|U\.S\.)"
    r"(?=\W*(?:Inc|LLC|LLP|LP|Corp|Corporation|Ltd)?\W*(?:[1-5]\.\d)?$)"
)
# Shorter ones are words that others are called by, and so is one of four letters: Care.com is not CARE.
_SHORTEST_SITE = {"com": 4, "io": 6, "net": 5, "org": 5, "nl": 6, "de": 6, "tech": 6} | dict.fromkeys(
    ("app", "at", "be", "ca", "cc", "ch", "dk", "es", "eu", "fr", "it", "me", "no", "pl", "se", "to", "tv", "us"), 7
)
# These are enough if they are initials or coined, and no word.
_SHORTEST_COINED_SITE = {"com": 3, "org": 3, "io": 4}
_SHORTEST_WITHOUT_DOT = 6
_NAME_AND_SITE = 2
_NO_SITES = word_set("care")
# Others are more often somebody else's, so an ordinary word keeps them.
_OWN_SITES = frozenset(("com", "io"))
# "Jonas und der Wolf" writes itself "Jonas & der Wolf" as well.
_AND = word_set("und och og et")

# Words that others write out.
_SHORTENED = {
    "intl": "international", "natl": "national", "dept": "department", "univ": "university", "govt": "government",
    "mgmt": "management", "mfg": "manufacturing", "svcs": "services", "assn": "association",
}  # fmt: skip

LONGEST_NAME = 200


def employer_name_key(name: str) -> str | None:
    """Return the key of an employer's name, or of the board that carries it; None when it names nobody.

    Case, accents, punctuation, spaces, legal forms, "The" before several words, "USA" behind a name and remarks don't count;
    capitals tell the country in "WorldLink US" from "Unite Us":
    "ACME, Inc.", "Acme (a Zebra company)" and the board `acme` meet. The key of a key is itself.
    """
    return _key(name[:LONGEST_NAME], whole=False)


def shown_name_key(name: str) -> str | None:
    """Return the key of a name with all that is shown of it: Palantir is the employer Palantir Technologies, and not its name."""
    return _key(name[:LONGEST_NAME], whole=True)


@lru_cache(maxsize=65_536)
def _key(name: str, *, whole: bool) -> str | None:
    plain = without_marked_forms(without_taglines(without_remarks(_plain(_with_country(name)))))
    words = _words(plain)
    if "".join(words) in _NOBODY:
        return None
    kept = without_forms(without_initials(words))
    kept = _without_article(kept if whole else without_country(kept), words)
    kept = _without_site(kept if whole else _without_added(kept), plain)
    key = without_glued_forms("".join(kept))
    # a form may stand before an ending that falls away
    while not whole and (shorter := without_glued_forms(without_added_endings(key))) != key:
        key = shorter
    if key in _NOBODY:
        return None
    return key if whole else one_spelling(key)


def _without_added(words: Sequence[str]) -> list[str]:
    """Return a name without country and "Group" and the like, in whatever order they stand."""
    kept = list(words)
    while (shorter := without_added_words(without_country(kept))) != kept:
        kept = shorter
    return kept


def _with_country(name: str) -> str:
    """Return "WorldLink US" with the country that its capitals show."""
    return _CAPITAL_US.sub(r"\1USA", name) if "US" in name or "U.S" in name else name


def _words(plain: str) -> list[str]:
    """Return the words; an initialism with dots is one, and so is an address that ends like a form."""
    joined = _ADDRESS.sub(r"\1", _DOTTED.sub("", plain))
    letters = (letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " " for letter in joined)
    words = [_SHORTENED.get(word, word) for word in "".join(letters).split()]
    return words if _AND.isdisjoint(words[1:-1]) else ["and" if word in _AND else word for word in words]


def _plain(name: str) -> str:
    """Return `name` in small letters without accents; marks that are vowels or sounds of a script stay."""
    letters = unicodedata.normalize("NFKD", _TRADE_MARK.sub(" ", name)).casefold()
    return unicodedata.normalize("NFC", _DIACRITIC.sub("", unicodedata.normalize("NFKD", letters))).replace("&", " and ")


def _without_article(kept: list[str], words: Sequence[str]) -> list[str]:
    if kept[0] != "the":
        return kept
    is_told_apart = len(kept) >= _TELLING or (len(kept) > 1 and not _COMPANY.isdisjoint(words[len(kept) :]))
    return kept[1:] if is_told_apart else kept


def _without_site(kept: list[str], plain: str) -> list[str]:
    """Return "Salesforce.com" as the name it is the address of."""
    if kept[-1] not in _SHORTEST_SITE or len(kept) < _NAME_AND_SITE:
        return kept
    is_dotted = ".".join(kept[-2:]) in plain
    if len("".join(kept[:-1])) < _SHORTEST_SITE[kept[-1]]:
        return kept[:-1] if is_dotted and _is_coined_site(*kept) else kept
    return kept[:-1] if _is_own_site(kept[-2], kept[-1], is_dotted=is_dotted) else kept


def _is_coined_site(*words: str) -> bool:
    """Whether two words are a short address that nobody else is likely to be called by, like edX.org."""
    name, *endings = words
    least = _SHORTEST_COINED_SITE.get(endings[0], LONGEST_NAME)
    return len(endings) == 1 and len(name) >= least and name not in SHORT_WORDS and not is_shared(name)


def _is_own_site(name: str, ending: str, *, is_dotted: bool) -> bool:
    """Whether nobody but the one that is called by the name is likely to have the address; "acmeworks com" is one as well."""
    if ending not in _OWN_SITES:
        return is_dotted and not is_of_many([name])
    return name not in _NO_SITES if is_dotted else len(name) >= _SHORTEST_WITHOUT_DOT and not is_of_many([name])


def employer_key(posting_id: str, *names: str | None) -> str:
    """Return the key of the first name that names somebody; `posting:<id>` when none does."""
    keys = (employer_name_key(name) for name in names if name)
    return next((key for key in keys if key), f"posting:{posting_id}")
