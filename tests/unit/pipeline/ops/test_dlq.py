"""Dead letters as an operator sees them."""

import json

import pytest

from pipeline.ops.dlq import Filter, Redriven, by_reason, redrive, unearth
from runtime.producer import Published
from schemas.codec import REPLAY_ID
from schemas.dead_letter import DeadLetter, bury
from schemas.message import Incoming
from tests.builders import FEB, JAN, as_incoming, raw_message


def dead(
    topic: str = "jobs.posting.raw", reason: str = "not_json", stage: str = "normalize", partition: int = 4, offset: int = 7
):
    """A raw posting that died."""
    letter = DeadLetter(stage, reason, "why", topic, partition, offset, JAN, "lever", "lever:acme:p1")
    return unearth(as_incoming(bury(raw_message(), letter), 0, 3))


def taking(sent, refuses=0):
    """A producer that keeps messages in `sent`, and finds the first so many too large."""

    def publish(batch):
        sent.extend(batch)
        return [Published(message.topic, 0, None if number < refuses else number) for number, message in enumerate(batch)]

    return publish


ALIEN = unearth(Incoming("jobs.posting.raw.dlq", 0, 9, None, b"\xff", (("x", b"\xff"),)))


def test_a_letter_is_one_line():
    """Place, time, stage, reason, posting and detail."""
    line = dead().as_text()
    assert line == "jobs.posting.raw.dlq:0:3  2026-01-05 09:00:00  normalize  not_json  lever:acme:p1  why"


def test_a_letter_without_our_headers_is_shown_with_what_is_wrong():
    """Somebody else wrote into the topic."""
    assert "has no header dl_stage" in ALIEN.as_text()


@pytest.mark.parametrize("at", ["soon", "9" * 30, "-" + "9" * 30, "9" * 17, "9" * 5000])
def test_a_letter_with_a_time_that_is_none_is_shown_with_what_is_wrong(at):
    """One of them must not keep `dlq list`, `status` and `doctor` from showing the others."""
    message = dead().message
    headers = tuple((name, at.encode() if name == "dl_at" else value) for name, value in message.headers)
    found = unearth(Incoming(message.topic, 0, 3, message.key, message.value, headers))
    assert (found.letter, bool(found.problem)) == (None, True)


@pytest.mark.parametrize("buried", [dead(), ALIEN])
def test_every_letter_can_be_shown_as_json(buried):
    """Binary payloads and headers too."""
    json.dumps(buried.as_json() | buried.payload(), default=str)


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        (Filter(), [True, True]),
        (Filter(reason="not_json"), [True, False]),
        (Filter(reason="other"), [False, False]),
        (Filter(stage="normalize"), [True, False]),
        (Filter(stage="enrich"), [False, False]),
        (Filter(source="lever"), [True, False]),
        (Filter(source="ashby"), [False, False]),
        (Filter(since=JAN, until=FEB), [True, False]),
        (Filter(since=FEB), [False, False]),
        (Filter(until=JAN), [False, False]),
        (Filter(topic="jobs.posting.raw"), [True, True]),
    ],
)
def test_letters_are_filtered_by_what_their_headers_say(wanted, held):
    """One without our headers has nothing of it; of a time the beginning is in it, its end is not."""
    assert [wanted.holds(dead()), wanted.holds(ALIEN)] == held


@pytest.mark.parametrize("topic", ["jobs.posting.raw", "jobs.posting.raw.dlq"])
def test_a_topic_may_be_named_by_what_was_read(topic):
    """The suffix is optional."""
    assert Filter(topic=topic).topics() == ["jobs.posting.raw.dlq"]


def test_letters_are_counted_by_stage_and_reason():
    """Those of others under `headers`."""
    assert by_reason([dead(), dead(offset=8), dead(reason="x", offset=9), ALIEN, ALIEN]) == {
        ("normalize", "not_json"): 2,
        ("normalize", "x"): 1,
        ("?", "headers"): 2,
    }


def test_a_letter_that_died_again_is_counted_once():
    """A replay of what is still broken makes no other dead letter; the last reason is the one that holds."""
    assert by_reason([dead(), dead(), dead(reason="x")]) == {("normalize", "x"): 1}
    assert by_reason([dead(), dead(stage="embed")]) == {("normalize", "not_json"): 1, ("embed", "not_json"): 1}


def test_a_redrive_sends_what_died_twice_once():
    """Else each redrive of what is still broken would double what the next one finds."""
    sent = []
    assert redrive([dead(), dead(offset=8), dead(), dead(reason="x")], "r1", taking(sent)) == Redriven(sent=2)
    assert len(sent) == 2


def test_a_redrive_sends_raw_postings_to_the_partition_they_came_from():
    """Payload untouched, under a replay id, without the letter's headers."""
    sent = []
    assert redrive([dead()], "r1", taking(sent)) == Redriven(sent=1)
    headers = dict(sent[0].headers)
    assert (sent[0].topic, sent[0].partition, sent[0].value) == ("jobs.posting.replay", 4, raw_message().value)
    assert headers[REPLAY_ID] == b"r1"
    assert not any(name.startswith("dl_") for name in headers)


def test_a_redrive_leaves_out_what_died_later():
    """Its raw posting makes it again."""
    sent = []
    assert redrive([dead("jobs.posting.enriched"), ALIEN], "r1", taking(sent)) == Redriven(left_out=2)
    assert sent == []


def test_a_redrive_counts_what_the_broker_refused_apart():
    """Nobody must believe that it was sent."""
    assert redrive([dead(), dead(offset=8)], "r1", taking([], refuses=1)) == Redriven(sent=1, refused=1)


def test_a_redrive_that_publishes_nothing_says_how_many_it_would():
    """As it does without `--execute`."""
    assert redrive([dead(), ALIEN], "r1", None) == Redriven(sent=1, left_out=1)
