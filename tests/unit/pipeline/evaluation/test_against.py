"""What other enrichers change is counted field by field, and shown."""

import json
from typing import Any

import pytest

from pipeline.evaluation.against import PostingUnreadable, changes_of, read_enriched
from schemas.derived import Derived, Origin, Seniority
from schemas.posting import EnrichedPosting, Location
from streams.enrich.chain import VERSIONS, enrich
from streams.enrich.resources import Resources
from tests.builders import make_deduplicated

TEXT = "Acme | Senior Nurse | Berlin, Germany | Onsite\nWe pay $90,000 - $100,000 a year."


def enriched(resources: Resources, **changed: Any) -> EnrichedPosting:
    """A posting as the chain enriches it, with some fields as another version had them."""
    posting = make_deduplicated(title="Senior Nurse", description=TEXT, locations=[Location(raw="Paris, France")])
    return enrich(posting, resources).model_copy(update=changed)


def level(value: Seniority) -> Derived[Seniority]:
    """A level read from a title."""
    return Derived(value=value, raw="Nurse", origin=Origin.TITLE, confidence=0.5)


def test_nothing_changes_by_the_same_versions(resources):
    """Every field of every posting is the same, derived places among them."""
    found = changes_of([enriched(resources), enriched(resources)], resources, 5)

    assert all(changes.counts == {"same": 2} for changes in found)
    assert all(changes.was == {changes.version: 2} for changes in found)
    assert not any(changes.changes for changes in found)


def test_a_field_is_another_new_or_gone(resources):
    """With the versions that made it before; one that did not exist is named -."""
    before = [
        enriched(resources, seniority=level(Seniority.LEAD), enriched_by=VERSIONS | {"seniority": "1"}),
        enriched(resources, seniority=None, enriched_by={}),
        enriched(resources, description="", title="", seniority=level(Seniority.LEAD)),
        enriched(resources),
    ]

    seniority = next(changes for changes in changes_of(before, resources, 2) if changes.name == "seniority")

    assert seniority.counts == {"other": 1, "new": 1, "gone": 1, "same": 1}
    assert seniority.was == {"1": 1, "-": 1, VERSIONS["seniority"]: 2}
    assert [(change.before and change.before["value"], change.now["value"]) for change in seniority.changes] == [
        ("lead", "senior"),
        (None, "senior"),
    ]


def test_postings_are_read_as_events_and_as_lines_of_a_topic(resources):
    """A tombstone has no event, an empty line is none."""
    event = enriched(resources).model_dump(mode="json")

    found = list(read_enriched([json.dumps(event), "", json.dumps({"offset": 7, "event": event}), '{"event": null}']))

    assert found == [enriched(resources)] * 2


@pytest.mark.parametrize("line", ["no json", '{"event": {"title": "Nurse"}}', "[1]"])
def test_a_line_that_is_no_posting_is_named(line):
    """By its number."""
    with pytest.raises(PostingUnreadable, match="line 2 is no enriched posting"):
        list(read_enriched(["", line]))
