"""Two spellings of one key that no rule on names derives: British and American, an abbreviation and what it stands for.

A list by hand of abbreviations that are names themselves, and of nobody else: they don't age as owners and brands do.
"""

import re

_BRITISH = re.compile(r"(?<=organ)is(?=ation)|(?<=cent)re(?![dx])|(?<=program)me(?![rd])")
_AMERICAN = {"is": "iz", "re": "er", "me": ""}
_SHORT_FOR = {
    "amazonaws": "aws", "amazonweb": "aws", "internationalbusinessmachines": "ibm", "pricewaterhousecoopers": "pwc",
    "ernstandyoung": "ey", "generalelectric": "ge", "jpmorganchase": "jpmorgan", "bostonconsultinggroup": "bcg",
    "advancedmicrodevices": "amd", "automaticdataprocessing": "adp", "unitedparcelservice": "ups", "unitedparcel": "ups",
    "bankofmontreal": "bmo", "royalbankofcanada": "rbc", "tdbank": "td", "massachusettsinstituteoftechnology": "mit",
    "californiainstituteoftechnology": "caltech", "newyorkuniversity": "nyu",
    "unitednationsdevelopmentprogram": "undp", "unitednationschildrensfund": "unicef",
    "unitednationshighcommissionerforrefugees": "unhcr", "unitednationspopulationfund": "unfpa",
    "unitednationsworldfoodprogram": "wfp", "unworldfoodprogram": "wfp", "worldfoodprogram": "wfp",
    "unitedmethodistcommitteeonrelief": "umcor", "ucla": "universityofcalifornialosangeles",
    "ucsf": "universityofcaliforniasanfrancisco", "ucsd": "universityofcaliforniasandiego",
}  # fmt: skip
_CAMPUSES = ("berkeley", "davis", "irvine", "losangeles", "merced", "riverside", "sandiego", "sanfrancisco", "santabarbara",
             "santacruz")  # fmt: skip
_SHORT_FOR |= {f"uc{campus}": f"universityofcalifornia{campus}" for campus in _CAMPUSES}


def one_spelling(key: str) -> str:
    """Return the key of a name in one of its spellings: `sciencecenter` of Science Centre, `aws` of Amazon Web Services."""
    american = _BRITISH.sub(lambda found: _AMERICAN[found[0]], key)
    return _SHORT_FOR.get(american, american)
