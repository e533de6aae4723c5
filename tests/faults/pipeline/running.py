"""Every stage and sink as a process of its own, on engines that are emptied between two runs."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from confluent_kafka import KafkaException

from pipeline.ops import topics
from pipeline.ops.addresses import clickhouse_config, timescaledb_config
from pipeline.ops.groups import groups, progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import metrics, probe, processes
from pipeline.ops.run import programs, spawn
from pipeline.settings import Settings
from runtime.producer import AckProducer
from schemas.message import Outgoing
from schemas.topics import DEDUPLICATED, ENRICHED, NORMALIZED, RAW, TOPICS
from scrapers.publishing import publish_surely
from warehouse import connect
from warehouse.rows import tables_on
from warehouse.table import CLICKHOUSE, TIMESCALEDB

SECOND = "normalize-2"
STOP_WITHIN_S = 60
_OUTPUTS = {"normalize": NORMALIZED, "dedupe": DEDUPLICATED, "enrich": ENRICHED}


class Running:
    """The processes of a pipeline by their names; what ends here ended because it was told to."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._programs = {program.name: program for program in programs(settings, {"normalize": 2})}
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._producer = AckProducer(kafka_config(settings), client_id="faults")

    @property
    def victims(self) -> list[str]:
        """The names of what always runs: stages and sinks, upstream first."""
        return [name for name in self._programs if name != SECOND]

    @property
    def pids(self) -> dict[str, int]:
        """The process ids of what was started and not stopped."""
        return {name: child.pid for name, child in list(self._children.items())}

    def start(self, *names: str) -> None:
        """Start processes; they need a while to work."""
        for name in names:
            child = spawn(self._programs[name], self.settings)
            assert isinstance(child, subprocess.Popen)
            self._children[name] = child

    def wait_until_ready(self, *names: str, within_s: float = 180) -> None:
        """Return when the processes say that they can work."""
        wait_until(lambda: set(names) <= set(self._ready()), f"{', '.join(names)} ready", within_s)

    def stop(self, name: str, how: signal.Signals) -> None:
        """Stop a process; on return it is gone. Told by SIGTERM it ends by itself, with exit code 0."""
        child = self._children.pop(name)
        child.send_signal(how)
        _expect_end(name, child, how)

    def stop_all(self) -> None:
        """Stop everything cleanly, all at once."""
        for child in self._children.values():
            child.terminate()
        for name, child in self._children.items():
            _expect_end(name, child, signal.SIGTERM)
        self._children.clear()
        self._producer.close()

    def kill_all(self) -> None:
        """Leave nothing behind, whatever happened."""
        for child in self._children.values():
            child.kill()
            child.wait()

    def publish(self, messages: Sequence[Outgoing]) -> None:
        """Publish messages, as a spider would: for as long as it takes."""
        publish_surely(self._producer, messages)

    def wait_until_caught_up(self, messages: Sequence[Outgoing], within_s: float = 200) -> None:
        """Return when the raw ones of `messages` are read and nothing waits; nothing ended by itself meanwhile."""
        cluster = Cluster(kafka_config(self.settings))
        raw = sum(message.topic == RAW.name for message in messages)

        def caught_up() -> bool:
            self.check_all_run()
            seen = progress(cluster)
            return seen[0].committed >= raw and not any(each.lag for each in seen)

        wait_until(caught_up, "catching up", within_s, lambda: str(progress(cluster)))

    def check_all_run(self) -> None:
        """Fail when a process ended by itself."""
        # other threads stop and start meanwhile
        ended = {name: child.poll() for name, child in list(self._children.items()) if child.poll() is not None}
        assert not ended, f"ended by themselves, with code: {ended}; logs in {self.settings.log_dir}"

    def has_worked(self, name: str) -> bool:
        """Whether a process has finished a batch since it was started."""
        found = [process for process in processes(self.settings.var_dir) if process.name == name]
        return any(metrics(process).get("jobstream_batch_seconds_count") for process in found)

    def _ready(self) -> Iterator[str]:
        self.check_all_run()
        for process in processes(self.settings.var_dir):
            if process.pid in self.pids.values() and probe(process, "/ready")[0]:
                yield process.name


@contextmanager
def running(settings: Settings) -> Iterator[Running]:
    """Give a whole pipeline over empty topics and tables, all of it ready; it is gone afterwards."""
    empty(settings)
    pipeline = Running(settings)
    try:
        pipeline.start(*pipeline.victims)
        pipeline.wait_until_ready(*pipeline.victims)
        yield pipeline
    finally:
        pipeline.kill_all()


def done(cluster: Cluster, name: str) -> int:
    """Return how far a stage or sink has come: messages in a stage's output topic, messages that a sink has committed."""
    if name in _OUTPUTS:
        return sum(cluster.next_offsets([_OUTPUTS[name].name]).values())
    group = next(group for group in groups() if group.process == name)
    return sum(cluster.committed(group.group, group.topics).values())


def empty(settings: Settings) -> None:
    """Make topics, groups, tables and the state of workers as they are before the first start."""
    cluster = Cluster(kafka_config(settings))
    _remove_groups(cluster)
    _remove_topics(cluster)
    topics.apply(settings)
    _truncate(settings)
    shutil.rmtree(settings.var_dir / "state", ignore_errors=True)


def wait_until(true: Callable[[], bool], what: str, within_s: float, found: Callable[[], str] = str) -> None:
    """Return when `true()`; fail with what was found instead when that takes too long."""
    deadline = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < deadline, f"not within {within_s:.0f} s: {what} {found()}"
        time.sleep(0.05)


def _expect_end(name: str, child: subprocess.Popen[bytes], how: signal.Signals) -> None:
    code = child.wait(STOP_WITHIN_S)
    assert code == (0 if how is signal.SIGTERM else -how), f"{name} ended with code {code} on {how.name}"


def _remove_groups(cluster: Cluster) -> None:
    for future in cluster.admin.delete_consumer_groups([group.group for group in groups()]).values():
        # a group that never was
        with suppress(KafkaException):
            future.result()


def _remove_topics(cluster: Cluster) -> None:
    names = {topic.name for topic in TOPICS} & cluster.partitions().keys()
    for future in (cluster.admin.delete_topics(sorted(names)) if names else {}).values():
        future.result()
    wait_until(lambda: names.isdisjoint(cluster.partitions()), "end of the old topics", 60)


def _truncate(settings: Settings) -> None:
    client = connect.clickhouse(clickhouse_config(settings))
    for name in _names(CLICKHOUSE):
        client.command(f"TRUNCATE TABLE {name}")
    client.close()
    with connect.timescaledb(timescaledb_config(settings)) as connection:
        for name in _names(TIMESCALEDB):
            connection.execute(f"TRUNCATE {name}")


def _names(engine: str) -> Iterable[str]:
    return (table.name for table in tables_on(engine))
