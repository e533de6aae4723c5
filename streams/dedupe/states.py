"""The states of the US that stated places name: two that name other ones are not one place, however small their towns."""

from streams.dedupe.codes import Codes, beginning

# Code, and the word of the name that tells it; what two share, as "Carolina", tells either. Codes that are rather words of a
# stated place are left out: "remote in", "relocation OK", "Rio de Janeiro", "LA area".
_STATES = (
    "al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|delaware|fl florida|ga georgia"
    "|hi hawaii|id idaho|il illinois|indiana|ia iowa|ks kansas|ky kentucky|louisiana|maine|md maryland|ma massachusetts"
    "|mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana|ne nebraska|nv nevada|nh hampshire|nj jersey|nm mexico"
    "|ny york|nc carolina|nd dakota|oh ohio|oklahoma|or oregon|pa pennsylvania|ri rhode|sc carolina|sd dakota|tn tennessee"
    "|tx texas|ut utah|vt vermont|va virginia|wa washington|wv virginia|wi wisconsin|wy wyoming|dc washington"
)
_BITS: dict[int, int] = {}
for _number, _names in enumerate(_STATES.split("|")):
    for _name in _names.split():
        _code = beginning(_name.encode())
        _BITS[_code] = _BITS.get(_code, 0) | 1 << _number


def states_in(place_words: Codes) -> int:
    """Return a bit for each state that words of stated places, by their beginnings, may name."""
    found = 0
    for word in place_words:
        found |= _BITS.get(word, 0)
    return found
