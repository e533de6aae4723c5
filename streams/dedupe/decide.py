"""The verifier: whether two postings of one employer advertise the same job.

A verdict depends on the two contents and on VERIFIER, on nothing else: not on arrival, not on other postings, not on time.
So precision goes first: postings that are kept apart can be joined later, merged ones mislead everybody.
"""

import numpy as np

from schemas.posting import Match, MatchMethod
from streams.dedupe.content import Content
from streams.dedupe.lsh import share_a_band
from streams.dedupe.minhash import PERMUTATIONS, equal_minima

# A frozen set of rules has a name; another rule, word list or threshold has another one.
VERIFIER = "hand-set-1"

# Shorter texts are teasers, which collide: like titles that name no job, they are never matched by resemblance.
# Normalized bytes.
MINIMUM_TEXT = 400
SAME_TITLE_SIMILARITY = 0.55
# One title says all that the other says, and more ("Technician", "Technician, Access Control").
WIDER_TITLE_SIMILARITY = 0.65

ALONE = Match(reason="No older posting of this employer advertises the same job.")
NO_EMPLOYER = Match(reason="Its employer is not known, so it is compared with none.")
MOVED = Match(reason="It belongs to another employer by now, where it is compared.")


def verify(content: Content, canonical: Content, canonical_id: str) -> Match | None:
    """Return why `content` advertises the job of the posting `canonical_id`, None when it doesn't or can't be told."""
    if not may_match(content, canonical):
        return None
    if content.identity == canonical.identity and _says_enough(content):
        reason = f"Title, text and places are the same as those of {canonical_id}."
        return Match(method=MatchMethod.EXACT, similarity=1.0, matched_posting_id=canonical_id, reason=reason)
    return _near(content, canonical, canonical_id)


def may_match(one: Content, other: Content) -> bool:
    """Return whether level, places, requisitions and titles leave it open that two postings advertise one job."""
    return (
        one.level == other.level
        and not (one.places and other.places and one.places.isdisjoint(other.places))
        and not (one.requisition and other.requisition and one.requisition != other.requisition)
        and _titles_agree(one, other)
    )


def _titles_agree(one: Content, other: Content) -> bool:
    """Return whether one title says all that the other says; one that names no job agrees with its like only."""
    if not one.title or not other.title:
        return one.title == other.title
    return one.title <= other.title or other.title <= one.title


def _says_enough(content: Content) -> bool:
    # title and place alone are shared by different openings
    return content.text_length > 0 or content.requisition != 0


def _near(content: Content, canonical: Content, canonical_id: str) -> Match | None:
    if not content.title or min(content.text_length, canonical.text_length) < MINIMUM_TEXT:
        return None
    same_title = content.title == canonical.title
    equal = equal_minima(content.signature, canonical.signature)
    alike = int(np.count_nonzero(equal)) / PERMUTATIONS
    if alike < (SAME_TITLE_SIMILARITY if same_title else WIDER_TITLE_SIMILARITY) or not share_a_band(equal):
        return None
    reason = _words(alike, canonical_id, same_title=same_title, same_place=bool(content.places & canonical.places))
    return Match(method=MatchMethod.NEAR, similarity=alike, matched_posting_id=canonical_id, reason=reason)


def _words(alike: float, canonical_id: str, *, same_title: bool, same_place: bool) -> str:
    title = "The title is the same" if same_title else "One title is a wider form of the other"
    place = "they share a place" if same_place else "no place contradicts"
    return f"{title}, {place}, and about {alike:.0%} of the text is that of {canonical_id}."
