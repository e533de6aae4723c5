"""Texts that lost their line breaks: `Dental insurancePaid time off`."""

import re
from collections.abc import Sequence
from typing import Any

from streams.enrich.text import Hit

_GLUE = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z]|401)|(?<=[A-Z]{3})(?=[A-Z][a-z])|(?<=401K)(?=[A-Z])")
# The common part of it, which is looked for in a third of the time; right beside a hit, since names are written so, too:
# `JavaScript`.
_GLUED = re.compile(r"[a-z)][A-Z][a-z]|[a-z]401")
# Of a list that is glued some items are found all the same.
_FIRST, _NEAR = 6, 20
_BEFORE, _BEHIND = 300, 500


def told_apart(text: str, hits: Sequence[Hit[Any]]) -> str | None:
    """Return what stands around the hits with a space where lines are glued, or None where nothing is glued beside them."""
    for start, end, _ in hits[:_FIRST]:
        if _GLUED.search(text, max(0, start - _NEAR), end + _NEAR):
            break
    else:
        return None
    return _GLUE.sub(" ", text[max(0, hits[0].start - _BEFORE) : hits[-1].end + _BEHIND])
