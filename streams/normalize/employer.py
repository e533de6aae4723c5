"""The name by which an employer's postings meet: one key for all its spellings and boards."""

import re
import unicodedata
from functools import lru_cache

from streams.normalize.text import word_set

_WORDS = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)")
# "and" is what "& Co" leaves behind.
_LEGAL_FORMS = word_set(
    "and inc incorporated corp corporation co company llc llp lp ltd limited plc pllc gmbh ggmbh mbh ag kg kgaa ug se ev sa sas"
    " sasu sarl srl spa sl slu bv nv ab oy oyj as asa aps sro kft zrt ood eood doo dd pty pte pvt private kk sc jsc ooo sp zoo"
)
_NOBODY = frozenset(
    ("", "privateclient", "company", "confidential", "confidentialcompany", "companyconfidential", "anonymous", "unknown", "na",
     "none", "null", "hidden", "undisclosed")
)  # fmt: skip

LONGEST_NAME = 200


def employer_name_key(name: str) -> str | None:
    """Return the key of an employer's name, or of the board that carries it; None when it names nobody.

    Case, accents, punctuation, spaces and legal forms at the end don't count: "ACME, Inc." and the board `acme` meet.
    """
    return _key(name[:LONGEST_NAME])


@lru_cache(maxsize=65_536)
def _key(name: str) -> str | None:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("&", " and ")
    words = _WORDS.findall(_DOTTED.sub("", plain))
    if "".join(words) in _NOBODY:
        return None
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
        kept.pop()
    return "".join(kept) or None


def employer_key(posting_id: str, *names: str | None) -> str:
    """Return the key of the first name that names somebody; `posting:<id>` when none does."""
    keys = (employer_name_key(name) for name in names if name)
    return next((key for key in keys if key), f"posting:{posting_id}")
