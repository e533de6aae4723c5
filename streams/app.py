"""The only call of faust.App: a stage's agent, its table, and what happens when partitions move or the worker stops."""

from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from logging import getLogger
from pathlib import Path
from typing import Any

import faust
from aiokafka.errors import KafkaError  # type: ignore[import-untyped]
from faust.types import TP

from runtime.config import KafkaSecurity, WorkerConfig
from runtime.logs import logger
from runtime.producer import BrokerUnavailable
from schemas.topics import TABLES, app_id
from streams.carrier import Carrier
from streams.consumer import QuickConsumer, QuietMonitor
from streams.delivery import Batch
from streams.intake import Ahead, Carry, Intake, nobody
from streams.looking import Chunk
from streams.sequence import OffsetSequence
from streams.state import State
from streams.table import DurableTable

log = logger(__name__)
# Of one partition at a time; a larger message comes all the same, alone (KIP-74).
_FETCH = 1 << 19
_LONGEST_BATCH_S = 86_400.0
_LOOKS = 6


class StageApp(faust.App):
    """A stage. Its batch in flight ends before Faust stops anything: whatever is acknowledged then is committed."""

    logger = getLogger("faust.jobstream")
    carrier: Carrier
    inputs: frozenset[str]
    intake: Intake
    sequence: OffsetSequence

    def _new_consumer(self) -> Any:
        self.transport.Consumer = QuickConsumer  # type: ignore[misc]
        return super()._new_consumer()

    async def on_stop(self) -> None:
        await self.carrier.shut()
        await super().on_stop()

    def look_for_skipped(self) -> None:
        """Ask again for what was skipped at the end of a partition; call it every half a second while nothing rebalances."""
        consumer: Any = self.consumer
        mine = [tp for tp in consumer.assignment() if tp.topic in self.inputs] if self.carrier.idle else []
        gaps = self.sequence.standing({tp: consumer.highwater(tp) or 0 for tp in mine}, _LOOKS)
        if gaps:
            found = {f"{tp.topic}:{tp.partition}": at for tp, at in gaps.items()}
            log.warning("offsets were skipped at the end of partitions, reading them again", gaps=found)
            consumer.read_again(gaps)

    def lag(self) -> int:
        """Messages between what is committed and the newest known, over the input partitions of this worker."""
        consumer: Any = self.consumer
        return sum(max(0, (consumer.highwater(tp) or 0) - committed) for tp, committed in self._committed())

    def committed(self) -> int:
        """What is committed of the input partitions of this worker, added up: it stands still when nothing is committed."""
        return sum(committed for _, committed in self._committed())

    def _committed(self) -> list[tuple[Any, int]]:
        consumer: Any = self.consumer
        mine = [tp for tp in consumer.assignment() if tp.topic in self.inputs]
        return [(tp, consumer._committed_offset[tp] or 0) for tp in mine]  # noqa: SLF001


def build_app(config: WorkerConfig, *, directory: Path, state: State, carrier: Carrier, ahead: Ahead = nobody) -> StageApp:
    """Return the app of `config.stage`, to be started within a running event loop; state on disk lies in `directory`.

    Faust creates no topics and runs no leader and no web server. One agent takes batches without acknowledging them;
    `carrier` decides what is acknowledged. `ahead` is asked to look at messages as soon as they come.
    """
    app = StageApp(app_id(config.stage), **_settings(config, directory))
    app.carrier = carrier
    app.sequence = OffsetSequence()
    _add_table(app, config, state, carrier)
    agent = import_module(f"streams.{config.stage}.agent")
    app.inputs = frozenset(topic.name for topic in agent.INPUTS)
    app.intake = Intake(_carrying(app, carrier), config.batch_size, config.batch_within_s, ahead)
    agent.attach(app)
    app.on_partitions_revoked.connect(_shutting(carrier), weak=False)
    return app


def broker_trouble(error: BaseException | None) -> bool:
    """Whether `error` says that Kafka did not answer, which passes, and not that something of ours is broken."""
    return isinstance(error, BrokerUnavailable | KafkaError | ConnectionError | TimeoutError)


def raw_topic(app: faust.App, *names: str) -> Any:
    """Return a channel of the topics `names` whose keys and values stay bytes; a value may be null."""
    return app.topic(*names, key_type=bytes, value_type=bytes, internal=True)


def _carrying(app: StageApp, carrier: Carrier) -> Carry:
    async def carry(chunks: Sequence[Chunk]) -> None:
        consumer: Any = app.consumer
        messages = [message for chunk in chunks for message in chunk.messages]
        last = {TP(message.topic, message.partition): message.offset for message in messages}
        await carrier.carry(Batch(messages, lambda: consumer.acknowledge(last), chunks))

    return carry


def _shutting(carrier: Carrier) -> Callable[..., Awaitable[None]]:
    async def on_partitions_revoked(app: Any, _revoked: Any, **_: Any) -> None:
        app.consumer.forget()
        await carrier.shut()

    return on_partitions_revoked


def _add_table(app: StageApp, config: WorkerConfig, state: State, carrier: Carrier) -> None:
    name = TABLES[config.stage]
    table = DurableTable(app, name=name, partitions=config.partitions, state=state, kafka=config.kafka, on_ready=carrier.open)
    app.tables.add(table)


def _settings(config: WorkerConfig, directory: Path) -> dict[str, Any]:
    session_s = config.session_timeout_s
    return {
        "broker": [f"kafka://{server}" for server in config.kafka.bootstrap.split(",")],
        "broker_credentials": _credentials(config.kafka.security),
        "datadir": directory,
        "store": "memory://",
        "autodiscover": False,
        "web_enabled": False,
        "topic_allow_declare": False,
        "topic_disable_leader": True,
        "topic_partitions": config.partitions,
        # a batch in flight is the carrier's business; Faust would wait for events that were dropped
        "stream_wait_empty": False,
        "stream_recovery_delay": 0.0,
        # a batch takes as long as its step: who leaves the group amid one gives it up, and without polls is never let in again
        "broker_max_poll_interval": _LONGEST_BATCH_S,
        "broker_max_poll_records": 2 * config.batch_size,
        "broker_session_timeout": session_s,
        "broker_heartbeat_interval": session_s / 4,
        "broker_commit_interval": 0.5,
        "consumer_auto_offset_reset": "earliest",
        "consumer_max_fetch_size": _FETCH,
        "Monitor": QuietMonitor,
    }


def _credentials(security: KafkaSecurity) -> Any:
    """Return what Faust calls credentials, None where a connection is plain."""
    context = security.tls() if security.has_tls else None
    if security.has_sasl:
        return faust.SASLCredentials(
            username=security.user, password=security.password, mechanism=security.mechanism, ssl_context=context
        )
    return faust.SSLCredentials(context) if context else None
