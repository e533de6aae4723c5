"""What a schema may not do to those that landed before it: FULL_TRANSITIVE within a major version.

Full: a reader of either schema reads the events of the other. Transitive: that holds against every landed schema,
not only against the last one. What breaks it belongs in a new major version on a new topic.

Source: Confluent Schema Registry, compatibility types, FULL_TRANSITIVE.
"""

from typing import Any

Schema = dict[str, Any]
# words for people, which no reader obeys
_PROSE = {"description", "title", "default", "examples", "$defs"}
_NESTED = ("items", "additionalProperties")


def breaks(old: Schema, new: Schema) -> list[str]:
    """Return one sentence per change from `old` to `new` that a reader of either could trip over; empty = compatible."""
    return _compare(old, new, _Documents(old, new), "")


class _Documents:
    def __init__(self, old: Schema, new: Schema) -> None:
        self._old, self._new = old, new

    def resolve(self, old: Schema, new: Schema) -> tuple[Schema, Schema]:
        return _resolve(old, self._old), _resolve(new, self._new)


def _resolve(schema: Schema, document: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].rpartition("/")[2]
    target: Schema = document["$defs"][name]
    return target


def _compare(old: Schema, new: Schema, documents: _Documents, path: str) -> list[str]:
    old, new = documents.resolve(old, new)
    found = _constraints(old, new, path) + _properties(old, new, documents, path)
    for word in _NESTED:
        if isinstance(old.get(word), dict) and isinstance(new.get(word), dict):
            found += _compare(old[word], new[word], documents, f"{path}[]")
    return found + _alternatives(old, new, documents, path)


def _constraints(old: Schema, new: Schema, path: str) -> list[str]:
    compared = (old.keys() | new.keys()) - _PROSE - {"properties", "required", "anyOf", "$ref", *_NESTED}
    # schemas nested in both are compared by themselves
    compared |= {word for word in _NESTED if isinstance(old.get(word), dict) != isinstance(new.get(word), dict)}
    return [
        f"{path or 'the event'}: {word} was {old.get(word)!r} and is {new.get(word)!r}"
        for word in sorted(compared)
        if old.get(word) != new.get(word)
    ]


def _properties(old: Schema, new: Schema, documents: _Documents, path: str) -> list[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    was, must = set(old.get("required", ())), set(new.get("required", ()))
    found = [f"{path}.{name} was removed" for name in before if name not in after]
    found += [f"{path}.{name} is new and required" for name in after if name not in before and name in must]
    for name in (n for n in before if n in after):
        if (name in was) != (name in must):
            found.append(f"{path}.{name} is {'required' if name in must else 'optional'} and was not")
        found += _compare(before[name], after[name], documents, f"{path}.{name}")
    return found


def _alternatives(old: Schema, new: Schema, documents: _Documents, path: str) -> list[str]:
    before, after = old.get("anyOf", []), new.get("anyOf", [])
    if len(before) != len(after):
        return [f"{path}: {len(before)} alternatives became {len(after)}"]
    return [sentence for a, b in zip(before, after, strict=True) for sentence in _compare(a, b, documents, path)]
