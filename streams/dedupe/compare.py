"""Two ads side by side: the parts of a verdict, each a number that a person can follow. Symmetric in the two."""

from math import log

from streams.dedupe.codes import RARITY, Codes, weight_in_both
from streams.dedupe.content import Content
from streams.dedupe.minhash import same_minima, similarity
from streams.dedupe.posts import post_parts
from streams.dedupe.stated_places import Stated
from streams.dedupe.vocabulary import FIRST_NAMING_RANK, PLAIN_RANK, RANKS
from streams.dedupe.word_table import RARITY_UNIT

_BESIDE_A_NAME = (1 << FIRST_NAMING_RANK) - 1
# The bits of ranks that go with a name, and of those that are one.
SORTS_OF_RANK = (_BESIDE_A_NAME, (1 << 1 + max(RANKS.values())) - 1 & ~_BESIDE_A_NAME)
_NONE: set[int] = set()
# Of 64 minima, how many have to be the same: at least, where titles name different jobs or other ranks, where they share no word,
# and of two posts with a heading. On half 0 of the labelled pairs these drop no copy, and more different jobs than variants.
NEAR, NEAR_BY_TITLE, NEAR_BY_TEXT, NEAR_POSTS = 18, 27, 30, 3

Parts = dict[str, float]


def compare(one: Content, other: Content) -> Parts:
    """Return what two ads have in common and where they contradict; 0 is "nothing known" wherever that makes sense."""
    parts = _texts(one, other) | _titles(one, other) | _facts(one, other)
    if one.heading and other.heading:
        parts |= post_parts(one, other, parts)
    untitled = 1 - parts["titles_known"]
    parts["role_text_untitled"] = parts["role_text"] * untitled
    parts["text_untitled"] = parts["text"] * untitled
    parts["role_text_same_title"] = parts["role_text"] * parts["title_same"]
    parts["text_place_untitled"] = parts["text_place"] * untitled
    return parts


def alike(one: Content, other: Content) -> int:
    """Return how many of the 64 minima of the words about the role are the same in both."""
    mine, theirs = one.text.role_signature, other.text.role_signature
    if not mine or not theirs:
        return 0
    return same_minima(mine, theirs)


def is_near(one: Content, other: Content) -> bool:
    """Return whether two ads are worth a comparison: enough of what they say about the role is the same.

    Of two titles one has to say all that the other says, and name no other rank; else more has to be the same, and much more
    where they share no word: most ads of a large employer are dropped by it. Posts with a heading are rewritten, and name lists
    of titles: little has to be the same of them.
    """
    same = alike(one, other)
    if one.heading and other.heading:
        return same >= NEAR_POSTS
    if same < NEAR or same >= NEAR_BY_TEXT or not one.title or not other.title:
        return same >= NEAR
    mine, theirs = set(one.title), set(other.title)
    if same < NEAR_BY_TITLE:
        return (mine <= theirs or theirs <= mine) and not ranks_differ(one.ranks, other.ranks)
    return not mine.isdisjoint(theirs)


def may_be_copy(one: Content, other: Content) -> bool:
    """Return whether level, places and stated requisitions leave it open that two ads are for one job."""
    return not contradictions(one, other)


def contradictions(one: Content, other: Content) -> tuple[str, ...]:
    """Return in what two ads can't be for one job: step of a level, place, requisition.

    Two titles that name ranks have one in common. Of ads for one job no step ("II") and no place or region may stand in one title
    alone; those of posts are lists.
    """
    single = not (one.heading and other.heading) and bool(one.title and other.title)
    step = _contradict(one.steps, other.steps) or (single and bool(one.steps) != bool(other.steps))
    level = step or bool(one.title and other.title and _contradict(one.ranks, other.ranks))
    place = same_place(one, other) is False or (single and _titles_name_other_places(one, other))
    requisition = other_requisition_stated(one, other)
    return tuple(name for name, found in (("level", level), ("place", place), ("requisition", requisition)) if found)


def other_requisition_stated(one: Content, other: Content) -> bool:
    """Return whether two ads state a requisition each, and not the same."""
    return bool(one.requisition and other.requisition) and one.requisition != other.requisition


def _titles_name_other_places(one: Content, other: Content) -> bool:
    """Return whether one title names a place or a region that the other ad does not."""
    mine, theirs = set(one.title_places), set(other.title_places)
    return not (mine <= theirs | {*other.place_words} and theirs <= mine | {*one.place_words})


def _texts(one: Content, other: Content) -> Parts:
    both = weight_in_both(one.text.role, other.text.role)
    only_mine, only_theirs = one.text.role_weight - both, other.text.role_weight - both
    whole, smaller = both + only_mine + only_theirs, both + min(only_mine, only_theirs)
    return {
        "text": similarity(one.text.signature, other.text.signature),
        "role_text": both / whole if whole else 0.0,
        "role_text_contained": both / smaller if smaller else 0.0,
        "role_text_apart": log(1 + min(only_mine, only_theirs) / RARITY_UNIT),
    }


def _titles(one: Content, other: Content) -> Parts:
    beside = {*one.place_words, *other.place_words, *one.employer_words, *other.employer_words}
    mine, theirs = ({code for code in title if code >> 8 not in beside} for title in (one.title, other.title))
    known = bool(mine and theirs)
    only_mine, only_theirs = _rarity(mine - theirs), _rarity(theirs - mine)
    other_rank = known and ranks_differ(one.ranks, other.ranks)
    highest, lowest = (ranks.bit_length() - 1 if ranks else PLAIN_RANK for ranks in (one.ranks, other.ranks))
    return {
        "titles_known": float(known),
        "title_same": float(known and mine == theirs),
        "title_contradicts": min(only_mine, only_theirs) if known else 0.0,
        "title_says_more": abs(only_mine - only_theirs) if known else 0.0,
        "rank_differs": float(other_rank),
        "rank_steps": float(max(1, abs(highest - lowest))) if other_rank else 0.0,
        "level_contradicts": float(known and _contradict(one.steps, other.steps)),
    }


def ranks_differ(one: int, other: int) -> bool:
    """Return whether two titles share no rank, of those that go with a name ("senior") or of those that are one ("manager")."""
    return any(one & ranks != other & ranks and not one & other & ranks for ranks in SORTS_OF_RANK)


def _rarity(codes: set[int]) -> float:
    return sum(code & RARITY for code in codes) / RARITY_UNIT


def _facts(one: Content, other: Content) -> Parts:
    same = same_place(one, other)
    links = len(_shared(one.links, other.links))
    return {
        "place_same": float(same is True),
        "place_contradicts": float(same is False),
        "text_place": _text_places(one, other),
        "years_contradict": float(_contradict(one.years, other.years)),
        "requisition_contradicts": float(_other_requisition(one, other)),
        "links_shared": float(min(3, links)),
        "employer_differs": float(bool(one.employer and other.employer) and one.employer != other.employer),
    }


def _other_requisition(one: Content, other: Content) -> bool:
    """Return whether the stated requisitions differ, or else what looks like one in the texts."""
    if one.requisition and other.requisition:
        return one.requisition != other.requisition
    return bool(one.requisitions and other.requisitions) and not _shared(one.requisitions, other.requisitions)


def same_place(one: Content | Stated, other: Content | Stated) -> bool | None:
    """Return whether a stated place is in both; None where one of them states none."""
    if _shared(one.wordings, other.wordings):
        return True
    if one.countries and other.countries and not _shared(one.countries, other.countries):
        return False
    if not one.cities or not other.cities:
        return None
    return bool(_shared(one.cities, other.names) or _shared(other.cities, one.names))


def _text_places(one: Content, other: Content) -> float:
    """Return 1 where the texts name other places each, .5 where only one names another, 0 else."""
    mine, theirs = set(one.text.places), set(other.text.places)
    mine, theirs = mine - theirs, theirs - mine
    return 1.0 if mine and theirs else 0.5 if mine or theirs else 0.0


def _shared(one: Codes, other: Codes) -> set[int]:
    return set(one).intersection(other) if one and other else _NONE


def _contradict(one: int, other: int) -> bool:
    return bool(one) and bool(other) and not one & other
