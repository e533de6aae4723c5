"""Two spellings of one key that no rule on names derives: British and American, the long and the short form of a known name.

A list by hand of long names whose short form, an abbreviation or the first word, is a name itself, and in ads of nobody else:
they don't age as owners and brands do. Each is written as the key that it would have without the list.
"""

import re

from streams.normalize.data import rows_of

_BRITISH = re.compile(r"(?<=organ)is(?=ation)|(?<=cent)re(?![dx])|(?<=program)me(?![rd])")
_AMERICAN = {"is": "iz", "re": "er", "me": ""}
_LABORATORY = re.compile(r"(?<=national)lab$")
_SHORT_FOR = {long: short for short, *longs in rows_of("long_forms") for long in longs}
_CAMPUSES = ("berkeley", "davis", "irvine", "losangeles", "merced", "riverside", "sandiego", "sanfrancisco", "santabarbara",
             "santacruz")  # fmt: skip
_SHORT_FOR |= {
    "ucla": "universityofcalifornialosangeles", "ucsf": "universityofcaliforniasanfrancisco",
    "ucsd": "universityofcaliforniasandiego", "ucsb": "universityofcaliforniasantabarbara",
}  # fmt: skip
_SHORT_FOR |= {f"uc{campus}": f"universityofcalifornia{campus}" for campus in _CAMPUSES}


def one_spelling(key: str) -> str:
    """Return the key of a name in one of its spellings: `sciencecenter` of Science Centre, `aws` of Amazon Web Services."""
    american = _LABORATORY.sub("laboratory", _BRITISH.sub(lambda found: _AMERICAN[found[0]], key))
    return _SHORT_FOR.get(american, american)
