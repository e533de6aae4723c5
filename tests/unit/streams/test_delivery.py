"""The seam, with recording fakes."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import pytest

from runtime.metrics import Metrics
from runtime.producer import BrokerUnavailable, Interrupted, Published
from schemas.codec import encode
from schemas.message import Incoming, Outgoing
from schemas.topics import NORMALIZED, RAW, REPLAY
from streams.delivery import Batch, DeadLetterRefused, Seam, deliver
from streams.limits import LimitReached, Limits
from streams.looking import Chunk, ReadersGone, decoded
from streams.state import State, StateUnreadable
from tests.builders import as_incoming
from tests.counting import CountingStep, counted
from tests.harness import NOW, Harness, MemoryProducer

DLQ = "jobs.posting.raw.dlq"


class Recorder(MemoryProducer):
    """Keeps the order of everything, fails where it is told to."""

    def __init__(self, fail: dict[str, list[Exception]] | None = None, refuse: set[str] = frozenset()) -> None:
        super().__init__()
        self.order: list[str] = []
        self._fail = fail or {}
        self._refuse = refuse

    def publish(self, messages: Sequence[Outgoing]) -> list[Published]:
        topic = messages[0].topic
        if self._fail.get(topic):
            raise self._fail[topic].pop(0)
        self.order.append(topic)
        reports = super().publish(messages)
        return [Published("", -1, None) if m.topic in self._refuse else r for m, r in zip(messages, reports, strict=True)]


def a_seam(producer: Recorder, step: CountingStep | None = None) -> Seam:
    """A seam whose limit is three."""
    return Seam(
        step or CountingStep(), State("changelog"), producer, limits=Limits(3), metrics=Metrics("normalize"), clock=lambda: NOW
    )


def messages(*raws, partition: int = 0) -> list[Incoming]:
    """Raw postings as normalize reads them."""
    return [as_incoming(encode(raw, RAW.name, made_by="test"), partition, offset) for offset, raw in enumerate(raws)]


def batch_of(order: list[str], *raws) -> Batch:
    """A batch that notes when it is acknowledged."""
    return Batch(messages(*raws), lambda: order.append("acknowledged"))


async def test_outputs_come_before_state_and_state_before_the_input():
    """The order of delivery is the guarantee."""
    producer = Recorder()

    await deliver(batch_of(producer.order, counted(), counted("p2")), a_seam(producer))

    assert producer.order == [NORMALIZED.name, "changelog", "acknowledged"]


async def test_a_stop_after_the_outputs_leaves_state_and_input_as_they_were():
    """Changelog records that are not acknowledged are no state."""
    producer, step = Recorder(fail={"changelog": [Interrupted()]}), CountingStep()
    seam = a_seam(producer, step)

    with pytest.raises(Interrupted):
        await deliver(batch_of(producer.order, counted()), seam)

    assert (producer.order, list(seam._state.partition(0)), step.forgotten) == ([NORMALIZED.name], [], 1)


async def test_a_stop_before_the_outputs_writes_nothing():
    """An interrupted publish leaves neither changelog record nor acknowledgement."""
    producer = Recorder(fail={NORMALIZED.name: [Interrupted()]})

    with pytest.raises(Interrupted):
        await deliver(batch_of(producer.order, counted()), a_seam(producer))

    assert producer.order == []


async def test_a_batch_that_comes_again_counts_once():
    """After a stop between outputs and state the repeated batch gives the same output."""
    producer = Recorder(fail={"changelog": [Interrupted()]})
    seam = a_seam(producer)
    with pytest.raises(Interrupted):
        await deliver(batch_of(producer.order, counted()), seam)

    await deliver(batch_of(producer.order, counted()), seam)

    first, again = [m.value for m in producer.published if m.topic == NORMALIZED.name]
    assert first == again


@pytest.mark.parametrize("topic", [NORMALIZED.name, "changelog"])
async def test_while_kafka_is_down_the_same_batch_is_tried_again(topic):
    """A broker that does not acknowledge is waited for; nothing is acknowledged before."""
    producer = Recorder(fail={topic: [BrokerUnavailable("down"), BrokerUnavailable("down")]})
    seam = a_seam(producer)

    await deliver(batch_of(producer.order, counted()), seam)

    assert producer.order == [NORMALIZED.name, "changelog", "acknowledged"]
    assert seam._metrics.retries.labels("normalize", "broker")._value.get() == 2


async def test_an_abandoned_batch_ends_the_waiting_for_kafka():
    """A stop or a revocation does not wait until Kafka is back."""
    producer = Recorder(fail={NORMALIZED.name: [BrokerUnavailable("down")] * 9})
    seam = a_seam(producer)
    seam.abandon.set()

    with pytest.raises(Interrupted):
        await deliver(batch_of(producer.order, counted()), seam)

    assert producer.order == []


def test_a_message_that_is_no_event_is_a_dead_letter_and_the_others_go_on():
    """Bad data is a value."""
    harness = Harness(CountingStep())
    broken = Incoming(RAW.name, 0, 7, b"k", b"{", (("ce_type", b"jobs.posting.raw.v1"),))

    published = harness.deliver([broken, harness.incoming(counted())])

    assert [(d.reason, d.offset) for d in harness.dead] == [("not_json", 7)]
    assert len(published) == 1
    assert next(m for m in harness.producer.published if m.topic == DLQ).value == b"{"


@pytest.mark.parametrize(("row", "reason"), [("reject", "refused_row"), ("crash", "unexpected"), ("large", "too_large")])
def test_what_a_failed_event_wrote_is_dropped(row, reason):
    """Later events of the batch count as if the failed one had not been there, caches included."""
    harness = Harness(CountingStep())

    published = harness.feed(counted(), counted(**{row: True}), counted())

    assert [p.revision for _, p in published] == [1, 2]
    assert [d.reason for d in harness.dead] == [reason]
    assert harness.entries[0, "acme\x1fp1"] == b"0,2"


class LookingStep(CountingStep):
    """A counting step that notes what it was shown, and can't look at more than one message, nor at a row that says so."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def look(self, messages: Sequence[Incoming]) -> list[Any]:
        self.seen.append(len(messages))
        found = decoded(messages)
        if len(messages) > 1 or getattr(found[0], "row", {}).get("unreadable"):
            raise ZeroDivisionError("can't look at it")
        return found


def test_where_many_can_t_be_looked_at_each_is_looked_at_alone():
    """Nothing is lost or buried for it: only the message behind it fails, is named in its dead letter, and is counted."""
    harness, plain = Harness(LookingStep()), Harness(CountingStep())
    events = [counted(), counted("p2"), counted("p3", reject=True)]

    assert harness.feed(*events, counted("p4", unreadable=True)) == plain.feed(*events)
    assert [(d.reason, d.posting_id, d.source) for d in harness.dead] == [
        ("refused_row", "lever:acme:p3", "lever"),
        ("unexpected", "lever:acme:p4", "lever"),
    ]
    assert harness.dead[1].detail == "ZeroDivisionError: can't look at it"
    assert harness.entries[0, "acme\x1fp1"] == plain.entries[0, "acme\x1fp1"]
    assert (0, "acme\x1fp4") not in harness.entries


def test_a_batch_that_goes_through_the_step_again_is_looked_at_once():
    """What the broker refused changes nothing in what was read."""
    step = LookingStep()

    a_seam(Recorder(refuse={NORMALIZED.name}), step).make_durable(messages(counted()))

    assert step.seen == [1]


def test_what_was_looked_at_ahead_is_not_looked_at_again():
    """By whoever it was; what nobody looked at is looked at here, and so is what a reader that died had to look at."""
    step, found = LookingStep(), messages(counted(), counted("p2"), counted("p3"))
    ahead, dead = Future[list[Any]](), Future[list[Any]]()
    ahead.set_result(decoded(found[:1]))
    dead.set_exception(ReadersGone())
    chunks = [Chunk(found[:1], ahead), Chunk(found[1:2]), Chunk(found[2:], dead)]

    a_seam(recorder := Recorder(), step).make_durable(found, chunks)

    assert step.seen == [1, 1]
    assert [m.key for m in recorder.published if m.topic == NORMALIZED.name] == [b"acme"] * 3


def test_a_batch_that_nobody_looks_at_ends_when_it_is_abandoned():
    """A reader may hang; partitions must go all the same."""
    seam = a_seam(Recorder(), LookingStep())
    seam.abandon.set()

    with pytest.raises(Interrupted):
        seam.make_durable(messages(counted()), [Chunk(messages(counted()), Future())])


def test_a_replayed_message_that_is_no_event_is_the_dead_letter_of_its_raw_posting():
    """Same stage, topic, partition and offset as the first time: one row in the warehouse however often it is replayed."""
    harness = Harness(CountingStep())
    harness.deliver([Incoming(REPLAY.name, 3, 7, b"k", b"{", (("ce_replayof", b"jobs.posting.raw:3:41"),))])
    (letter,) = harness.dead
    assert (letter.topic, letter.partition, letter.offset) == (RAW.name, 3, 41)


def test_an_output_that_the_broker_refuses_makes_its_input_a_dead_letter():
    """The second line behind our own check of sizes; the batch goes through the step again without it."""
    producer = Recorder(refuse={NORMALIZED.name})
    seam = a_seam(producer)

    seam.make_durable(messages(counted(), counted("p2")))

    assert [m.topic for m in producer.published[2:4]] == [DLQ, DLQ]
    assert seam._state.partition(0).get("acme\x1fp1") is None


def test_a_dead_letter_that_the_broker_refuses_ends_the_process():
    """There is nowhere left to put it: a broken world."""
    with pytest.raises(DeadLetterRefused):
        a_seam(Recorder(refuse={DLQ})).make_durable(messages(counted(reject=True)))


def test_a_changelog_record_that_the_broker_refuses_ends_the_process():
    """State that can't be kept must not be served."""
    with pytest.raises(RuntimeError, match="topics apply"):
        a_seam(Recorder(refuse={"changelog"})).make_durable(messages(counted()))


def test_the_batch_that_trips_the_limit_is_not_published():
    """A bad deploy can't drain a topic into its dead letters."""
    producer, step = Recorder(), CountingStep()
    seam = a_seam(producer, step)

    with pytest.raises(LimitReached):
        seam.make_durable(messages(*(counted(crash=True) for _ in range(3))))

    assert (producer.order, list(seam._state.partition(0))) == ([], [])


def test_a_replay_carries_its_id_to_the_outputs():
    """Stages emit under the replay id of their input."""
    harness = Harness(CountingStep())

    harness.feed(counted(), replay_id="r1")

    assert ("ce_replayid", b"r1") in harness.producer.published[0].headers


def test_state_and_changelog_are_equal():
    """What a recovery would read is what the stage serves, deletions included."""
    harness = Harness(CountingStep())
    harness.feed(counted(), counted("p2"), partition=1)
    harness.feed(counted("p2", delete=True), partition=1)

    assert harness.entries == harness.changelog == {(1, "acme\x1fp1"): b"0", (1, "books:jobs.posting.raw"): b"3,3"}


def test_every_partition_that_was_processed_has_an_entry():
    """So an empty changelog behind a committed offset always means loss."""
    harness = Harness(CountingStep())

    harness.deliver([Incoming(RAW.name, 3, 0, b"k", None)])

    assert len(harness.state.partition(3))


def test_events_and_outcomes_are_counted_once_they_are_durable():
    """Metrics tell what was done, not what was tried."""
    harness = Harness(CountingStep())

    harness.feed(counted(), counted(reject=True))

    value = harness.metrics.registry.get_sample_value
    assert value("jobstream_outcomes_total", {"stage": "normalize", "outcome": "normalized"}) == 1
    assert value("jobstream_dead_letters_total", {"stage": "normalize", "reason": "refused_row"}) == 1
    assert value("jobstream_events_total", {"stage": "normalize", "topic": RAW.name}) == 2


def test_a_state_that_another_version_made_is_refused():
    """Going on would call its entries unknown; the remedy is named."""
    seam = a_seam(Recorder(), CountingStep())
    seam._state.partition(0).apply({"a": b"1"}, 0)
    seam.check_version()
    seam._step.made_by = b"2"

    with pytest.raises(StateUnreadable, match=r"^1 entries .* \./jobstream worker normalize --rebuild"):
        seam.check_version()
