"""The verdict of the stage: whether a posting is a copy or a variant of a canonical one, in a form that fits into its state.

A verdict depends on the two contents and on VERIFIER, on nothing else: not on arrival, not on other postings, not on time.
So precision goes first: postings that are kept apart can be joined later, merged ones mislead everybody.
"""

from typing import NamedTuple

from schemas.cluster import Difference, Match, MatchMethod, Variant
from streams.dedupe.compare import is_near, other_requisition_stated
from streams.dedupe.content import Content
from streams.dedupe.reader import READER, Label, Told, judge, tell

# A frozen set of rules, weights and word lists has a name; another one has another name.
VERIFIER = READER

ALONE = Match(reason="No older posting of this employer advertises the same job.")
NO_EMPLOYER = Match(reason="Its employer is not known, so it is compared with none.")
MOVED = Match(reason="It belongs to another employer by now, where it is compared.")


class Kin(NamedTuple):
    """The canonical posting that a posting is a copy or a variant of, and how that was told.

    `similarity` is the share of what is said about the role that is in both. `exact`: title, text and places are the same.
    """

    posting_id: str
    label: Label
    exact: bool
    similarity: float
    told: Told

    def match(self) -> Match:
        """Return it as the reason why a posting is in its cluster."""
        method = MatchMethod.EXACT if self.exact else MatchMethod.NEAR
        return Match(method=method, similarity=self.similarity, matched_posting_id=self.posting_id, reason=self.reason)

    def variant(self) -> Variant:
        """Return it as what a canonical posting is a variant of."""
        differences = [Difference(name) for name in self.told.differences]
        return Variant(variant_of=self.posting_id, differences=differences, similarity=self.similarity, reason=self.reason)

    @property
    def reason(self) -> str:
        """One sentence for people."""
        if self.exact:
            return f"Title, text and places are the same as those of {self.posting_id}."
        return f"Beside {self.posting_id}, {tell(self.label, self.similarity, self.told)}"


def relate(content: Content, canonical: Content, canonical_id: str) -> Kin | None:
    """Return what `content` is to the posting `canonical_id`, None when they advertise different jobs or it can't be told."""
    if content.identity == canonical.identity and _says_enough(content) and not other_requisition_stated(content, canonical):
        return Kin(canonical_id, Label.COPY, exact=True, similarity=1.0, told=Told())
    if not is_near(content, canonical):
        return None
    verdict = judge(content, canonical)
    if verdict.label is Label.DIFFERENT:
        return None
    return Kin(canonical_id, verdict.label, exact=False, similarity=verdict.similarity, told=verdict.told)


def _says_enough(content: Content) -> bool:
    # title and place alone are shared by different openings
    return content.text.size > 0 or content.requisition != 0
