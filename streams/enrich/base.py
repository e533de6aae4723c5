"""What an enricher is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from schemas.posting import Posting
from streams.enrich.resources import Resources

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Enricher:
    """Derives `fields` of EnrichedPosting from a posting. `version` grows whenever the same posting gives other values."""

    name: str
    version: str
    fields: tuple[str, ...]
    enrich: Callable[[Posting, Resources], Fields]
