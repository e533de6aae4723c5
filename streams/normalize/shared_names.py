"""Names that many companies have: with another word behind them they are another company."""

from collections.abc import Sequence

from streams.normalize.data import listed
from streams.normalize.text import word_set

SHARED_NAMES = listed("shared_words") | listed("shared_people") | listed("shared_places")
# Of two of them a name is made that many have: Clearwater, Red Tail.
SHORT_NAMES = listed("short_names")
# They tell no company of a heading, as the others do.
_ORDINARY_NAMES = listed("ordinary_names")
# Under each of them several companies or units trade, told apart by a word behind it.
GROUPS = word_set("""
adani adecco airbnb airbus alibaba amazon baidu bertelsmann bosch canon comcast daewoo danaher dentsu disney ericsson fujifilm
fujitsu godrej hitachi honda honeywell hyundai iqvia jpmorgan kingfisher konica kyocera lockheed mahindra manpower mitsubishi
mitsui motorola naspers nikon nissan nokia omnicom panasonic philips prosus publicis rakuten randstad reliance ricoh roberthalf
samsung siemens softbank sumitomo suzuki tencent thales toshiba toyota virgin volvo walmart yamaha
""")
_JOINED = SHARED_NAMES | SHORT_NAMES
# What towns, streets and families are called by: with one of them even a long name is not one company's.
_LANDSCAPE = word_set("""
ash bay black blue bridge bright brook brown clear clearing cliff copper creek east edge field forest fox garden gate gold golden
green grey hall hill home house iron ivy lake land leaf light lion man maple mill moon north oak palm park path pine point port
red ridge river road rock rose sand shore side silver sky south spring star stone sun tree vale valley view water wave way west
white wind wolf wood woods
""")
# Behind one of them these make a word that many have as well: Blueprint, Ironclad, Waterline.
_COMMON_ENDS = word_set("back berry bird board clad fish ford horse line mark port print town wall well wing work")
_SHORTEST_COINED = 8


def is_shared(letters: str) -> bool:
    """Whether a name in small letters, without spaces, is such a word, or two of them."""
    return (
        letters in SHARED_NAMES
        or letters in _ORDINARY_NAMES
        or letters in GROUPS
        or any(letters[:at] in _JOINED and letters[at:] in _JOINED for at in range(2, len(letters) - 1))
    )


def is_of_many(words: Sequence[str]) -> bool:
    """Whether a name, in its words, is one that many have; CrowdStrike in one word is one company's, Crowd Strike is not."""
    return is_shared("".join(words)) and not (len(words) == 1 and is_coined(words[0]))


def is_coined(word: str) -> bool:
    """Whether a word is made of two that many have and is still one company's: PlayStation, Skyworks, and not Bluestone."""
    if len(word) < _SHORTEST_COINED or word in SHARED_NAMES or word in _ORDINARY_NAMES or word in GROUPS:
        return False
    pairs = [(word[:at], word[at:]) for at in range(2, len(word) - 1)]
    joined = [pair for pair in pairs if _JOINED.issuperset(pair)]
    return bool(joined) and not any(_may_be_a_place(*pair) for pair in joined)


def _may_be_a_place(first: str, second: str) -> bool:
    return second in _LANDSCAPE or (first in _LANDSCAPE and second in _COMMON_ENDS)
