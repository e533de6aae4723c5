"""How long the dedupe step takes where one employer has 10,000 postings: `python -m bench.large_employers [POSTINGS]`.

In memory, one process, in batches as the stage gets them; in the order of their first fetch and in any order. Milliseconds of
processor time per posting, and what became of them.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from bench.common import emit
from bench.signatures import BATCH, Memory, incoming, looked_at
from bench.written import written
from schemas.posting import Location, Posting
from streams.dedupe.step import build_step

EMPLOYER = {"employer": "Large Inc", "employer_key": "large"}


def one_text(postings: Sequence[Posting]) -> list[Posting]:
    """One text and title, each posting for another city."""
    first = postings[0].model_dump(include={"title", "description"})
    return [
        posting.model_copy(update={**first, "locations": [Location(raw=f"{_letters(n)}ville, Germany")]})
        for n, posting in enumerate(postings)
    ]


def one_text_with_its_city(postings: Sequence[Posting]) -> list[Posting]:
    """One text that names the city, which no field does."""
    text = postings[0].description
    return [
        posting.model_copy(update={"title": "Nurse", "description": f"{text} We are in {_letters(n)}ville.", "locations": []})
        for n, posting in enumerate(postings)
    ]


def requisitions(postings: Sequence[Posting]) -> list[Posting]:
    """One text, title and city, each posting under a requisition of its own."""
    first = postings[0].model_dump(include={"title", "description"}) | {"locations": postings[0].locations}
    return [posting.model_copy(update={**first, "requisition_id": f"R{n:06}"}) for n, posting in enumerate(postings)]


def one_title(postings: Sequence[Posting]) -> list[Posting]:
    """Texts of their own under one title, for one city."""
    return [posting.model_copy(update={"title": "Nurse", "locations": postings[0].locations}) for posting in postings]


def mixed(postings: Sequence[Posting]) -> list[Posting]:
    """Jobs, copies and variants as they are written."""
    return list(postings)


SHAPES: tuple[Callable[[Sequence[Posting]], list[Posting]], ...] = (
    one_text,
    one_text_with_its_city,
    requisitions,
    one_title,
    mixed,
)


def _letters(number: int) -> str:
    """Return the number in letters: a part of a place with a digit is taken for a street."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


def measure(postings: Sequence[Posting]) -> dict[str, object]:
    """Return the processor time per posting, of all and of the last tenth, and the outcomes."""
    step, state, words, messages = build_step(), Memory(), Counter[str](), incoming(postings)
    tenth, marks = len(postings) * 9 // 10, []
    started = time.process_time()
    for at in range(0, len(postings), BATCH):
        if at >= tenth and not marks:
            marks.append(time.process_time())
        words.update(step(received, state).word for received in looked_at(step, messages[at : at + BATCH]))
    ended = time.process_time()
    return {
        "ms": round((ended - started) / len(postings) * 1000, 3),
        "ms_of_last_tenth": round((ended - marks[0]) / (len(postings) - tenth) * 1000, 3),
        "outcomes": dict(words),
    }


def main(count: int) -> None:
    """Measure every shape in both orders."""
    postings = [posting.model_copy(update=EMPLOYER) for posting in written(count)]
    found = {}
    for shape in SHAPES:
        made = shape(postings)
        mingled = list(made)
        Random(1).shuffle(mingled)
        found[shape.__name__] = {"in_order": measure(made), "in_any_order": measure(mingled)}
    emit("large_employers", {"postings": count, "shapes": found})


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
