"""Contacts that were erased don't come back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from schemas.erasure import ContactsErased
from schemas.posting import DeduplicatedPosting, EnrichedPosting
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.chain import ENRICHERS
from streams.enrich.erasure import pack, unpack
from streams.enrich.step import EnrichStep
from tests.builders import FEB, JAN, MAR, make_deduplicated
from tests.harness import Harness

TEXT = "Questions? Write to jane.doe@example.com."
ERASED = ContactsErased(posting_id="lever:acme:p1", erased_at=FEB)


def posting(**fields: object) -> DeduplicatedPosting:
    """A posting with a contact in its text."""
    return make_deduplicated(**{"description": TEXT, "revised_at": JAN, "processed_at": JAN} | fields)


@pytest.fixture
def stage(resources) -> Harness:
    """The stage as it is where contacts are wanted."""
    return Harness(EnrichStep(replace(resources, contacts=True), ENRICHERS))


def contacts(published: list[tuple[str, EnrichedPosting]]) -> dict[str, list[str]]:
    """The contacts of each topic's last event."""
    return {topic: [each.value for each in event.contacts] for topic, event in published}


def test_a_posting_has_contacts_until_they_are_erased(stage: Harness):
    """On both topics; the erasure itself publishes nothing."""
    before, erased, after = stage.feed(posting()), stage.feed(ERASED), stage.feed(posting(revised_at=FEB, processed_at=FEB))

    assert contacts(before) == {ENRICHED.name: ["jane.doe@example.com"], CURRENT.name: ["jane.doe@example.com"]}
    assert (erased, contacts(after)) == ([], {ENRICHED.name: [], CURRENT.name: []})


def test_an_erasure_may_come_first(stage: Harness):
    """A rebuild knows it before the posting."""
    stage.feed(ERASED)

    assert contacts(stage.feed(posting())) == {ENRICHED.name: [], CURRENT.name: []}


def test_a_replay_brings_none_back(stage: Harness):
    """Nor do two revisions in the wrong order; what `current` holds is replaced."""
    stage.feed(posting(revised_at=MAR, processed_at=MAR))
    stage.feed(ERASED)
    older = stage.feed(posting(revised_at=FEB, processed_at=MAR), replay_id="r1")
    newest = stage.feed(posting(revised_at=MAR, processed_at=MAR + timedelta(milliseconds=1)), replay_id="r1")

    assert contacts(older) == {ENRICHED.name: []}
    assert contacts(newest) == {ENRICHED.name: [], CURRENT.name: []}


def test_an_erasure_leaves_what_current_holds_alone(stage: Harness):
    """An older revision does not become current because of it."""
    stage.feed(posting(revised_at=MAR, processed_at=MAR))
    stage.feed(ERASED, ERASED)

    assert [topic for topic, _ in stage.feed(posting(revised_at=FEB))] == [ENRICHED.name]


def test_other_postings_keep_theirs(stage: Harness):
    """An erasure is about one posting."""
    stage.feed(ERASED)

    assert contacts(stage.feed(posting(source_id="p2")))[CURRENT.name] == ["jane.doe@example.com"]


def test_a_restart_remembers(resources, stage: Harness):
    """It is part of the stage's state."""
    stage.feed(posting(), ERASED)
    stage.restart(lambda: EnrichStep(replace(resources, contacts=True), ENRICHERS))

    assert contacts(stage.feed(posting(revised_at=FEB)))[CURRENT.name] == []


def test_any_cut_into_batches_gives_the_same(resources, stage: Harness):
    """Later events of a batch see what earlier ones wrote."""
    events = [posting(), ERASED, posting(revised_at=FEB), ERASED, posting(revised_at=MAR)]
    single = Harness(EnrichStep(replace(resources, contacts=True), ENRICHERS))
    stage.feed(*events)
    single.cut(events, [1] * len(events))

    assert (stage.outputs, stage.entries) == (single.outputs, single.entries)


@pytest.mark.parametrize("erased", [True, False])
def test_the_state_is_read_as_it_was_written(erased: bool):
    """Without a state there is no version, and nothing is erased."""
    assert unpack(pack(7, erased=erased)) == (7, erased)
    assert unpack(None) == unpack(b"") == unpack(b"\xff" + b"\xff" * 16) == (-1, False)
