"""What may change in a schema within a major version."""

import copy
from typing import Any

import pytest

from schemas.compatibility import breaks
from schemas.generate import schema_of
from schemas.posting import EnrichedPosting


@pytest.fixture
def old() -> dict[str, Any]:
    """The schema that landed."""
    return schema_of(EnrichedPosting)


def changed(schema: dict[str, Any], **properties: Any) -> dict[str, Any]:
    """`schema` with other or more properties."""
    new = copy.deepcopy(schema)
    new["properties"] |= properties
    return new


def test_a_schema_is_compatible_with_itself(old):
    """Nothing changed, nothing breaks."""
    assert breaks(old, old) == []


def test_a_new_optional_field_is_compatible(old):
    """Old readers ignore it, new readers do without it."""
    assert breaks(old, changed(old, perks={"type": "string"})) == []


def test_prose_may_change(old):
    """A description is for people."""
    assert breaks(old, changed(old, title=old["properties"]["title"] | {"description": "Better words."})) == []


def test_a_removed_field_breaks(old):
    """Old readers may want it."""
    new = copy.deepcopy(old)
    del new["properties"]["department"]
    assert breaks(old, new) == [".department was removed"]


def test_a_new_required_field_breaks(old):
    """Old events do not have it."""
    new = changed(old, perks={"type": "string"})
    new["required"] = [*new["required"], "perks"]
    assert breaks(old, new) == [".perks is new and required"]


@pytest.mark.parametrize(("drop", "add"), [("title", None), (None, "department")])
def test_required_and_optional_never_swap(old, drop, add):
    """Optional now: old readers miss it. Required now: old events lack it."""
    new = copy.deepcopy(old)
    new["required"] = [name for name in new["required"] if name != drop] + ([add] if add else [])
    assert len(breaks(old, new)) == 1


def test_another_type_breaks(old):
    """A number where text was."""
    assert breaks(old, changed(old, title={"type": "integer"})) == [".title: type was 'string' and is 'integer'"]


def test_another_alternative_breaks(old):
    """`text or null` that becomes `text, number or null` surprises an old reader."""
    wider = {"anyOf": [*old["properties"]["department"]["anyOf"], {"type": "integer"}]}
    assert breaks(old, changed(old, department=wider)) == [".department: 2 alternatives became 3"]


@pytest.mark.parametrize("words", [["onsite", "hybrid"], ["onsite", "hybrid", "remote", "flexible"]])
def test_an_enumeration_neither_shrinks_nor_grows(old, words):
    """A reader of either side refuses a word that it does not know."""
    new = copy.deepcopy(old)
    new["$defs"]["WorkMode"]["enum"] = words
    assert len(breaks(old, new)) == 1


def test_a_change_inside_a_list_of_values_is_found(old):
    """`locations[].city` is compared as deep as it lies."""
    new = copy.deepcopy(old)
    del new["$defs"]["Location"]["properties"]["city"]
    assert breaks(old, new) == [".locations[].city was removed"]


def test_a_map_of_text_that_becomes_a_map_of_anything_breaks(old):
    """The values of an object are part of the promise."""
    new = changed(old, unreadable=old["properties"]["unreadable"] | {"additionalProperties": True})
    assert len(breaks(old, new)) == 1


def test_a_tighter_constraint_breaks(old):
    """Old events may lie outside it."""
    new = copy.deepcopy(old)
    new["$defs"]["Skill"]["properties"]["confidence"]["minimum"] = 0.5
    assert breaks(old, new) == [".skills[].confidence: minimum was 0 and is 0.5"]
