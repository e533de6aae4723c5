"""What postings of two employers are compared by, as the stage publishes it of canonical ones."""

from base64 import b64encode

from schemas.mirror import Sketch
from streams.dedupe.content import Content
from streams.dedupe.decide import VERIFIER
from streams.dedupe.minhash import ROLE_SCHEME
from streams.dedupe.stated_places import known_cities
from streams.dedupe.states import states_in

# What made a sketch: signatures by the one, words by the vocabulary of the other.
SKETCH_SCHEME = f"{ROLE_SCHEME} {VERIFIER} sentences-1"


def sketch_of(content: Content) -> Sketch:
    """Return the sketch of a content."""
    known = known_cities()
    return Sketch(
        text_length=content.text.size,
        signature=b64encode(content.text.role_signature).decode(),
        weight=content.text.role_weight,
        sentences=list(content.text.sentences),
        title=list(content.title),
        level=[content.ranks, content.steps],
        places=[name for name in content.names if name in known],
        countries=list(content.countries),
        states=states_in(content.place_words),
        requisition=content.requisition,
    )
