"""The stage's step."""

from datetime import timedelta

import numpy as np
import pytest

from schemas.embedded import PostingEmbedded
from schemas.topics import EMBEDDED
from schemas.vector import unpack
from streams.embed import step as step_module
from streams.embed.recipe import MODEL
from streams.embed.step import EmbedStep
from tests.builders import FEB, JAN, MAR, make_deduplicated, make_posting
from tests.harness import Harness


@pytest.fixture
def stage(model):
    """The stage without servers."""
    return Harness(EmbedStep(model))


def test_a_posting_becomes_a_vector(stage, model):
    """The event names revision, version and model; its numbers are the vector's, as half floats."""
    posting = make_deduplicated(title="Nurse", revised_at=JAN, processed_at=FEB)

    [(topic, event)] = stage.feed(posting)

    assert (topic, type(event)) == (EMBEDDED.name, PostingEmbedded)
    assert (event.posting_id, event.source, event.model) == (posting.posting_id, "lever", MODEL)
    assert (event.revised_at, event.processed_at) == (JAN, FEB)
    np.testing.assert_allclose(unpack(event.vector), model.posting(posting.title, posting.description), atol=2e-4)


def test_a_copy_gets_a_vector_too(stage):
    """It may stand for its cluster one day, without coming again."""
    assert stage.feed(make_deduplicated(is_canonical=False, cluster_id="lever:acme:p0"))


def test_what_reads_as_before_is_not_told_again(stage):
    """A new revision in other fields, or behind what is read of the text, has the same vector."""
    stage.feed(make_deduplicated(description="Care. " * 500))

    assert (
        stage.feed(make_deduplicated(description="Care. " * 501, revised_at=FEB, processed_at=FEB, url="https://x.example")) == []
    )
    assert stage.feed(make_deduplicated(title="Head nurse", revised_at=MAR, processed_at=MAR))


def test_an_older_version_is_not_told(stage):
    """A replayed January does not take February's vector back."""
    stage.feed(make_deduplicated(revised_at=FEB, processed_at=FEB))

    assert stage.feed(make_deduplicated(title="Cook", revised_at=JAN, processed_at=MAR), replay_id="r1", topic=None) == []
    assert stage.feed(make_deduplicated(title="Cook", revised_at=FEB, processed_at=JAN)) == []


def test_an_older_version_after_the_same_words_does_not_count_as_new(stage):
    """The version in force is that of the newest event, also where it told nothing."""
    stage.feed(make_deduplicated(revised_at=JAN, processed_at=JAN))
    stage.feed(make_deduplicated(revised_at=MAR, processed_at=MAR))

    assert stage.feed(make_deduplicated(title="Cook", revised_at=FEB, processed_at=FEB)) == []


def test_a_replay_tells_everything_again(stage):
    """So a warehouse can be filled again."""
    stage.feed(make_deduplicated())

    [(_, event)] = stage.feed(make_deduplicated(processed_at=JAN + timedelta(seconds=1)), replay_id="r1")

    assert event.processed_at == JAN + timedelta(seconds=1)


def test_another_model_makes_every_vector_anew(stage, monkeypatch):
    """Vectors of two models are not compared, so what comes gets one of the new model."""
    stage.feed(make_deduplicated())
    monkeypatch.setattr(step_module, "MODEL", "other/1")

    [(_, event)] = stage.feed(make_deduplicated())

    assert event.model == "other/1"


def test_a_state_in_another_format_is_nothing_known(stage):
    """It is written anew."""
    stage.feed(make_deduplicated())
    stage.state.partition(0).apply({"lever:acme:p1": b"\x00"}, 0)

    assert stage.feed(make_deduplicated())


def test_a_posting_without_words_is_a_dead_letter(stage):
    """Normalize lets none through; whoever sends one hears of it."""
    assert stage.feed(make_deduplicated(title=" ", description="\n")) == []
    assert [letter.reason for letter in stage.dead] == ["no_words"]


def test_other_events_are_dead_letters(stage):
    """The stage reads deduplicated postings."""
    stage.feed(make_posting())

    assert [letter.reason for letter in stage.dead] == ["unexpected_event"]


def test_any_cut_into_batches_gives_the_same_outputs_and_state(model):
    """Later events of a batch see what earlier ones wrote."""
    titles = ("Nurse", "Nurse", "Cook", "Nurse")
    events = [
        make_deduplicated(title=t, revised_at=at, processed_at=at) for t, at in zip(titles, (JAN, MAR, FEB, MAR), strict=True)
    ]
    whole, single = Harness(EmbedStep(model)), Harness(EmbedStep(model))

    whole.feed(*events)
    single.cut(events, [1] * len(events))

    assert (whole.outputs, whole.entries) == (single.outputs, single.entries)
    assert whole.entries == whole.changelog
