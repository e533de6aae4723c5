"""What postings of two employers are compared by, as the stage publishes it of canonical ones."""

from base64 import b64encode

from schemas.mirror import Sketch
from streams.dedupe.content import Content
from streams.dedupe.decide import VERIFIER
from streams.dedupe.minhash import SCHEME

# What made a sketch: signatures by the one, words by the vocabulary of the other.
SKETCH_SCHEME = f"{SCHEME} {VERIFIER}"


def sketch_of(content: Content) -> Sketch:
    """Return the sketch of a content."""
    return Sketch(
        text_length=content.text.size,
        signature=b64encode(content.text.signature).decode(),
        title=list(content.title),
        level=[content.ranks, content.steps],
        places=list(content.cities),
        requisition=content.requisition,
    )
