"""The stage's step."""

from datetime import timedelta

import pytest

from schemas.derived import Origin
from schemas.posting import EnrichedPosting, Location
from schemas.topics import CURRENT, ENRICHED
from streams.enrich.base import Enricher
from streams.enrich.chain import ENRICHERS
from streams.enrich.step import EnrichStep
from tests.builders import FEB, JAN, MAR, make_deduplicated, make_posting
from tests.harness import Harness


@pytest.fixture
def stage(resources):
    """The stage without servers."""
    return Harness(EnrichStep(resources, ENRICHERS))


def topics(published):
    """The topics of what was published."""
    return [topic for topic, _ in published]


def test_a_posting_goes_out_enriched_with_all_it_had(stage):
    """The event is the posting with what could be derived, valid on the wire."""
    posting = make_deduplicated(title="Senior Python Engineer", locations=[Location(raw="Berlin")])

    (topic, enriched), _ = stage.feed(posting)

    assert (topic, type(enriched)) == (ENRICHED.name, EnrichedPosting)
    kept = set(type(posting).model_fields) - {"locations"}
    assert enriched.model_dump(include=kept) == posting.model_dump(include=kept)
    assert (enriched.seniority.value, enriched.locations[0].country) == ("senior", "DE")
    assert (enriched.skills[0].raw, enriched.skills[0].origin) == ("Python", Origin.TITLE)


def test_the_newest_version_becomes_current(stage):
    """A new revision replaces the one before."""
    first = stage.feed(make_deduplicated(revised_at=JAN))
    second = stage.feed(make_deduplicated(revised_at=FEB, processed_at=FEB))

    assert topics(first) == topics(second) == [ENRICHED.name, CURRENT.name]


def test_an_older_revision_is_enriched_and_never_becomes_current(stage):
    """A replayed January does not overwrite February, though it was processed later."""
    stage.feed(make_deduplicated(revised_at=FEB, processed_at=FEB))

    replayed = stage.feed(make_deduplicated(revised_at=JAN, processed_at=MAR), replay_id="r1")

    assert topics(replayed) == [ENRICHED.name]


def test_the_same_revision_processed_later_becomes_current(stage):
    """A replay after a change of a normalizer corrects the current row."""
    stage.feed(make_deduplicated(revised_at=JAN, processed_at=JAN))

    replayed = stage.feed(make_deduplicated(revised_at=JAN, processed_at=JAN + timedelta(milliseconds=1)), replay_id="r1")

    assert topics(replayed) == [ENRICHED.name, CURRENT.name]


def test_the_same_version_again_is_published_again(stage):
    """A redelivered event gives the same outputs: the first may not have been acknowledged."""
    assert topics(stage.feed(make_deduplicated())) == topics(stage.feed(make_deduplicated()))


def test_postings_do_not_share_their_version(stage):
    """Each posting has its own newest version."""
    stage.feed(make_deduplicated(revised_at=FEB))

    assert CURRENT.name in topics(stage.feed(make_deduplicated(source_id="p2", revised_at=JAN)))


def test_any_cut_into_batches_gives_the_same_outputs_and_state(resources):
    """Later events of a batch see what earlier ones wrote."""
    events = [make_deduplicated(revised_at=at, processed_at=at) for at in (JAN, MAR, FEB, MAR, JAN)]
    whole, single = Harness(EnrichStep(resources, ENRICHERS)), Harness(EnrichStep(resources, ENRICHERS))

    whole.feed(*events)
    single.cut(events, [1, 1, 1, 1, 1])

    assert whole.outputs == single.outputs
    assert whole.entries == single.entries


def test_a_state_in_another_format_is_rebuilt_not_read(resources):
    """The next posting writes it anew."""
    stage = Harness(EnrichStep(resources, ENRICHERS))
    posting = make_deduplicated(revised_at=JAN)
    stage.state.partition(0).apply({posting.posting_id: b"\xff" + b"\xff" * 16}, 0)

    assert topics(stage.feed(posting)) == [ENRICHED.name, CURRENT.name]


def test_an_event_of_another_stage_is_a_dead_letter(stage):
    """Enrich reads deduplicated postings only."""
    stage.feed(make_posting())

    assert [letter.reason for letter in stage.dead] == ["unexpected_event"]


def test_a_posting_that_an_enricher_fails_for_is_one_dead_letter(resources):
    """The others of its batch go out as they would alone."""

    def refusing(posting, _):
        if posting.title == "bad":
            raise ValueError("bad")
        return {"skills": []}

    stage = Harness(EnrichStep(resources, (*ENRICHERS, Enricher("refusing", "1", ("skills",), refusing))))

    stage.feed(*(make_deduplicated(source_id=title, title=title) for title in ("Nurse", "bad", "Driver")))

    assert [letter.reason for letter in stage.dead] == ["unexpected"]
    assert [event.title for topic, event in stage.outputs if topic == ENRICHED.name] == ["Nurse", "Driver"]
