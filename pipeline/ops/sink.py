"""`jobstream sink NAME`: one sink, one consumer group, one process."""

from threading import Event

from pipeline.ops.addresses import clickhouse_config, timescaledb_config
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import registered
from pipeline.settings import Settings
from runtime import logs
from runtime.clock import utc_now
from runtime.consumer import Partition, PausingConsumer
from runtime.health import HealthServer
from runtime.memory import collect_rarely, one_heap
from runtime.metrics import Metrics
from runtime.producer import AckProducer
from schemas.topics import DEAD_LETTER_TOPICS, sink_group
from warehouse.clickhouse import ClickHouseSink
from warehouse.patience import Pace, Patience
from warehouse.rows import DEAD_LETTERS, topics_of
from warehouse.sink import SinkLoop
from warehouse.table import CLICKHOUSE
from warehouse.timescaledb import TimescaleDBSink


def run_sink(engine: str, settings: Settings, stop: Event) -> None:
    """Write the topics of `engine` into it until `stop` is set; a batch in hand then is finished or comes again.

    Raises AlreadyRuns, PortTaken, or WarehouseMisconfigured when no retry can help; nothing of the batch in hand was committed.
    """
    one_heap()
    name = f"sink-{engine}"
    logs.configure(name, settings.log_dir, settings.log_level)
    collect_rarely()
    work = Work(sink_of(engine, settings), settings, stop)
    health = HealthServer(work.metrics, settings.metrics_port, ready=lambda: work.patience.waiting_for).start()
    try:
        with registered(settings.var_dir, name, health.port):
            work.loop.run()
    finally:
        work.close()
        health.stop()


def sink_of(engine: str, settings: Settings) -> ClickHouseSink | TimescaleDBSink:
    """Return the sink of `engine` where `settings` say; it connects when it first writes."""
    if engine == CLICKHOUSE:
        return ClickHouseSink(clickhouse_config(settings))
    return TimescaleDBSink(timescaledb_config(settings))


def topic_names(engine: str) -> list[str]:
    """Return every topic that the sink of `engine` reads."""
    letters = [topic.name for topic in DEAD_LETTER_TOPICS]
    return [name for topic in topics_of(engine) for name in (letters if topic == DEAD_LETTERS else [topic])]


class Work:
    """What one sink is made of."""

    def __init__(self, sink: ClickHouseSink | TimescaleDBSink, settings: Settings, stop: Event) -> None:
        name = f"sink-{sink.engine}"
        pace = Pace(batch_size=settings.sink_batch_size, refusal_limit=settings.unexpected_error_limit)
        self.metrics = Metrics(name)
        self._sink = sink
        self._consumer = PausingConsumer(
            kafka_config(settings),
            sink_group(sink.engine),
            topic_names(sink.engine),
            on_revoke=self._revoked,
        )
        self._producer = AckProducer(kafka_config(settings), client_id=name, interrupted=stop.is_set)
        self.patience = Patience(self._consumer, self.metrics, sink.engine, pace=pace, stopping=stop)
        self.loop = SinkLoop(
            self._consumer, sink, self._producer, self.metrics, self.patience, pace=pace, clock=utc_now, stopping=stop
        )

    def _revoked(self, partitions: set[Partition]) -> None:
        self.patience.revoked(partitions)

    def close(self) -> None:
        """Leave the group and close every connection."""
        self._consumer.close()
        self._producer.close()
        self._sink.close()
