"""Before a stage starts: Kafka answers, its topics exist, its state is there; and the way back when it is not."""

import asyncio
from collections.abc import Container, Iterable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from time import monotonic, sleep
from typing import Any

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from runtime.cause import cause_of
from runtime.config import KafkaConfig
from runtime.logs import logger
from runtime.producer import BrokerUnavailable
from schemas.topics import REPLAY, Topic, app_id, changelog_of, inputs_of, own_topics_of

_TIMEOUT_S = 10.0
_PAUSE_S = 1.0
_LOOK_AGAIN_S = 0.1
# stage -> the module whose `carry_over` writes into the empty changelog what must be known before the first input
_CARRIED_OVER = {"enrich": "streams.enrich.erasure", "mirror": "streams.mirror.said"}
# stage -> what was asked of the state that is gone; all that lies there is in another input, too
_ASKED = {"normalize": (REPLAY,)}
log = logger(__name__)


class StateMissing(Exception):  # noqa: N818 - the condition
    """A changelog partition is empty although the group has read its input; the message names the remedy."""


class TopicsMissing(Exception):  # noqa: N818 - the condition
    """A topic that the stage reads or writes does not exist; the message names the remedy."""


class GroupInUse(Exception):  # noqa: N818 - the condition
    """Workers of the stage are running; the message names the remedy."""


async def wait_for_kafka(config: KafkaConfig, stop: asyncio.Event) -> None:
    """Return when Kafka answers, or when `stop` is set."""
    told = False
    while not stop.is_set():
        said: list[KafkaError] = []
        try:
            await asyncio.to_thread(_metadata, config, said)
        except KafkaException as error:
            if not told:
                log.warning("waiting for Kafka", bootstrap=config.bootstrap, cause=cause_of(error, said).str())
            told = True
            await asyncio.wait([asyncio.ensure_future(stop.wait())], timeout=_PAUSE_S)
        else:
            return


async def until_silent(config: KafkaConfig, longest_s: float) -> None:
    """Raise BrokerUnavailable when Kafka has answered nothing for `longest_s` seconds; runs until then."""
    client = AdminClient(_client(config))
    heard = monotonic()
    while monotonic() - heard < longest_s:
        await asyncio.sleep(_PAUSE_S)
        with suppress(KafkaException):
            await asyncio.to_thread(client.list_topics, timeout=_PAUSE_S)
            heard = monotonic()
    raise BrokerUnavailable(f"Kafka at {config.bootstrap} has not answered for {longest_s:.0f} s")


def check_state(config: KafkaConfig, stage: str) -> None:
    """Return when the stage's state is where its committed offsets say.

    Raises StateMissing: going on would call every known posting new. Raises TopicsMissing, BrokerUnavailable.
    """
    changelog = changelog_of(stage).name
    try:
        counts = {name: len(topic.partitions) for name, topic in _metadata(config).topics.items()}
        _check_topics((changelog, *(t.name for t in inputs_of(stage))), counts)
        lost = _lost(config, stage, changelog, counts)
    except KafkaException as error:
        raise BrokerUnavailable(str(error)) from error
    if lost:
        raise StateMissing(
            f"{changelog} is empty in partitions {lost}, but {app_id(stage)} has processed their input: the state is lost. "
            f"Run ./jobstream worker {stage} --rebuild: it reads the input from its start and makes state and outputs again."
        )


def rebuild(config: KafkaConfig, stage: str) -> None:
    """Make the next start read the input from its earliest offset, over an empty state. Outputs keep their ids.

    The changelog is emptied first: a stop in between leaves a stage that refuses to start. What the stage tells itself is made
    again too, and emptied with it: old messages would answer for a state that is gone. So are replays: read before the raw
    postings that they repeat, they would make a posting begin with the revision that was replayed. Erasures are known from the
    start, and what was told of mirrors, so that it is taken back where it holds no more.
    Raises GroupInUse while workers of the stage run, TopicsMissing, and BrokerUnavailable: then it may be done again.
    """
    topics = (changelog_of(stage), *own_topics_of(stage), *_ASKED.get(stage, ()))
    try:
        known = _metadata(config).topics
        _check_topics([topic.name for topic in topics], known)
        admin = AdminClient(_client(config))
        if _has_members(admin, app_id(stage)):
            raise GroupInUse(f"Workers of {stage} are running, or ended just now. Stop them, wait a moment, and try again.")
        for topic in topics:
            _empty(admin, config, topic, known[topic.name])
        if stage in _CARRIED_OVER:
            import_module(_CARRIED_OVER[stage]).carry_over(config)
        _wait(admin.delete_consumer_groups([app_id(stage)]).values(), KafkaError.GROUP_ID_NOT_FOUND)
    except (KafkaException, TimeoutError) as error:
        raise BrokerUnavailable(str(error) or "no answer in time") from error


def _check_topics(wanted: Iterable[str], known: Container[str]) -> None:
    missing = [name for name in wanted if name not in known]
    if missing:
        raise TopicsMissing(f"There is no topic {', '.join(missing)}. Run ./jobstream topics apply.")


def _empty(admin: AdminClient, config: KafkaConfig, topic: Topic, found: Any) -> None:
    """Make `topic` again as it was `found`, with as many partitions and copies of each, and nothing in it."""
    copies = max(len(partition.replicas) for partition in found.partitions.values())
    _wait(admin.delete_topics([topic.name]).values())
    while topic.name in _metadata(config).topics:
        sleep(_LOOK_AGAIN_S)
    wanted = replace(topic, copies=copies)
    _wait(admin.create_topics([NewTopic(topic.name, len(found.partitions), copies, config=wanted.config())]).values())


def _lost(config: KafkaConfig, stage: str, changelog: str, counts: dict[str, int]) -> list[int]:
    consumer = Consumer({**_client(config), "group.id": app_id(stage), "enable.auto.commit": False})
    try:
        wanted = [TopicPartition(t.name, p) for t in inputs_of(stage) for p in range(counts[t.name])]
        committed = {tp.partition for tp in consumer.committed(wanted, timeout=_TIMEOUT_S) if tp.offset > 0}
        return [p for p in sorted(committed) if _is_empty(consumer, TopicPartition(changelog, p))]
    finally:
        consumer.close()


def _is_empty(consumer: Any, partition: TopicPartition) -> bool:
    low, high = consumer.get_watermark_offsets(partition, timeout=_TIMEOUT_S)
    return bool(low == high)


def _has_members(admin: AdminClient, group: str) -> bool:
    future = admin.describe_consumer_groups([group])[group]
    try:
        return bool(future.result(_TIMEOUT_S).members)
    except KafkaException as error:
        if error.args[0].code() == KafkaError.GROUP_ID_NOT_FOUND:
            return False
        raise


def _wait(futures: Iterable[Any], *allowed: int) -> None:
    for future in futures:
        try:
            future.result(_TIMEOUT_S)
        except KafkaException as error:
            if error.args[0].code() not in allowed:
                raise


def _metadata(config: KafkaConfig, said: list[KafkaError] | None = None) -> Any:
    """Return what the cluster has; what the client says by itself is added to `said`."""
    client = AdminClient(_client(config) | ({} if said is None else {"error_cb": said.append}))
    try:
        return client.list_topics(timeout=_TIMEOUT_S)
    finally:
        # it hands on what it said only when it is polled
        client.poll(0)


def _client(config: KafkaConfig) -> dict[str, Any]:
    return {**config.client(), "log_level": 0}
