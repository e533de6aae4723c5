"""A plug-in's answers held to the event that it writes a part of.

What ours write is right by their tests. What another package writes goes to topics that everybody reads, where it stays
wrong, over the posting that was right before.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from schemas.posting import EnrichedPosting, Posting
from streams.enrich.base import Enricher, Fields
from streams.enrich.resources import Resources


class AnswerRefused(Exception):  # noqa: N818 - a condition
    """A plug-in wrote other fields than its own, or a value that is none of the field's; the message says which."""


def held(enricher: Enricher) -> Enricher:
    """Return `enricher`, which leaves postings alone, and raises AnswerRefused where its answer is none of its fields."""
    adapters = {name: _adapter(name) for name in enricher.fields}

    def enrich(posting: Posting, resources: Resources) -> Fields:
        answer = _ended(enricher.enrich, posting.model_copy(deep=True), resources)
        if not isinstance(answer, Mapping) or set(answer) != set(adapters):
            told = ", ".join(map(str, answer)) if isinstance(answer, Mapping) else type(answer).__name__
            raise AnswerRefused(f"it has to write {', '.join(adapters)}, and wrote {told or 'nothing'}")
        return {name: _valid(name, adapter, answer[name]) for name, adapter in adapters.items()}

    return Enricher(enricher.name, enricher.version, enricher.fields, enrich)


def _ended(enrich: Callable[[Posting, Resources], Fields], posting: Posting, resources: Resources) -> Any:
    try:
        return enrich(posting, resources)
    except SystemExit as error:
        # it would end the stage in the middle of a batch
        raise AnswerRefused(f"it asked to end the process, with code {error.code}") from error


def _adapter(name: str) -> TypeAdapter[Any]:
    field = EnrichedPosting.model_fields[name]
    return TypeAdapter(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)


def _valid(name: str, adapter: TypeAdapter[Any], value: Any) -> Any:
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, (name, *first["loc"])))
        raise AnswerRefused(f"{where}: {first['msg']}") from error
