"""The embedded stack: started once, found again, and what survives when its parts are killed."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import clickhouse_connect
import psutil
import psycopg
import pytest
from clickhouse_connect.driver.exceptions import ClickHouseError
from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from pipeline.settings import Settings
from pipeline.stack import PartFailed, PortTaken, Stack, StackError
from tests.integration.conftest import make_settings

MIB = 1024 * 1024
EMBEDDED = {"kafka_address": "", "timescaledb_address": "", "clickhouse_address": ""}
NAMES = {"kafka", "timescaledb", "clickhouse"}


@pytest.fixture(scope="module")
def crashing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Settings, Stack]]:
    """A stack of this module's own, whose parts may be killed."""
    settings = make_settings(tmp_path_factory.mktemp("crashing") / "var", **EMBEDDED, timescaledb_turn_s=1)
    stack = Stack(settings)
    try:
        stack.up()
        yield settings, stack
    finally:
        stack.down()


def test_every_part_serves_after_up(crashing: tuple[Settings, Stack]) -> None:
    """`up` returns when each part has answered a real request; all of them together stay below 2.5 GiB."""
    parts = crashing[1].status()

    assert {part.name for part in parts if part.ready and part.pid} == NAMES
    assert 0 < sum(part.memory_bytes for part in parts) < 2560 * MIB


def test_up_twice_is_one_stack(crashing: tuple[Settings, Stack]) -> None:
    """Also when both come at once: the processes are the same."""
    _, stack = crashing
    before = [part.pid for part in stack.status()]
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: [part.pid for part in stack.up()], range(2)))

    assert both == [before, before]


def test_a_part_that_runs_with_other_settings_is_not_taken_for_this_one(crashing: tuple[Settings, Stack]) -> None:
    """The error says what to do."""
    settings = crashing[0].but(clickhouse_port=1)

    with pytest.raises(
        PartFailed, match=r"runs with clickhouse_port=\d+, not with clickhouse_port=1\. Run \./jobstream stack down"
    ):
        Stack(settings).start("clickhouse")


def test_a_port_that_is_taken_names_who_has_it_and_the_setting(tmp_path: Path) -> None:
    """The error is enough to go on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        stack = Stack(make_settings(tmp_path, clickhouse_port=port))
        with pytest.raises(PortTaken) as refused:
            stack.start("clickhouse")

    holder = f"pid {os.getpid()} ({psutil.Process().name()})"
    assert str(refused.value) == f"Port {port} is taken by {holder}. Stop it, or set JOBSTREAM_CLICKHOUSE_PORT."


def test_a_part_that_ends_shows_the_end_of_its_log(tmp_path: Path) -> None:
    """The error has the path of the log and its last lines."""
    settings = make_settings(tmp_path)
    data = settings.var_dir / "stack" / "timescaledb" / "pgdata"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9.1")

    with pytest.raises(
        StackError, match=r"timescaledb ended while it started\. Its log is .*timescaledb\.log; its last lines:\n"
    ):
        Stack(settings).start("timescaledb")


def test_a_part_with_an_address_is_left_alone(tmp_path: Path) -> None:
    """Your own server is shown, never started."""
    addresses = {f"{name}_address": f"{name}.example:9000" for name in NAMES}
    parts = Stack(make_settings(tmp_path, **addresses)).up()

    assert {part.address for part in parts if part.external and not part.pid} == set(addresses.values())


def test_data_outlive_down_and_end_with_reset(tmp_path: Path) -> None:
    """`down` keeps what was written; `reset` leaves an empty database."""
    settings = make_settings(tmp_path)
    stack = Stack(settings)
    try:
        for end, expected in ((stack.down, 1), (stack.reset, 0)):
            stack.start("clickhouse")
            with _clickhouse(settings) as client:
                client.command("CREATE TABLE IF NOT EXISTS kept (id UInt8) ENGINE = ReplacingMergeTree ORDER BY id")
                client.insert("kept", [(1,)])
            end()
            stack.start("clickhouse")
            with _clickhouse(settings) as client:
                assert client.command("SELECT count() FROM system.tables WHERE name = 'kept'") == expected
    finally:
        stack.down()


# ---- kill -9 of each part: nothing that was acknowledged is lost


def test_kafka_loses_nothing_acknowledged(crashing: tuple[Settings, Stack]) -> None:
    """Every message whose delivery report came without error is there after kill -9, and the producer goes on by itself."""
    settings, _ = crashing
    admin = AdminClient({"bootstrap.servers": settings.kafka})
    admin.create_topics([NewTopic("crash", num_partitions=3, config={"max.message.bytes": str(16 * MIB)})])["crash"].result(20)
    producer = Producer({"bootstrap.servers": settings.kafka, "enable.idempotence": True, "linger.ms": 2, "log_level": 0})
    acknowledged: list[int] = []

    def report(number: int) -> Callable[[Any, Any], None]:
        return lambda error, _: acknowledged.append(number) if error is None else None

    def write(number: int) -> None:
        producer.produce("crash", value=str(number), on_delivery=report(number))
        producer.poll(0.001)

    _write_while_killed(crashing[1], "kafka", write)
    assert producer.flush(60) == 0

    assert acknowledged
    assert set(acknowledged) <= _read_all(settings, "crash")


def test_kafka_takes_a_message_of_16_mib(crashing: tuple[Settings, Stack]) -> None:
    """The broker's limits admit the largest raw posting."""
    settings, _ = crashing
    admin = AdminClient({"bootstrap.servers": settings.kafka})
    admin.create_topics([NewTopic("large", num_partitions=1, config={"max.message.bytes": str(17 * MIB)})])["large"].result(20)
    producer = Producer({"bootstrap.servers": settings.kafka, "message.max.bytes": 17 * MIB})
    errors: list[Any] = []
    producer.produce("large", value=b"x" * 16 * MIB, on_delivery=lambda error, _: errors.append(error))

    assert (producer.flush(30), errors) == (0, [None])


def test_kafka_makes_no_topic_by_itself(crashing: tuple[Settings, Stack]) -> None:
    """A mistyped name is an error, not a topic with the wrong number of partitions."""
    admin = AdminClient({"bootstrap.servers": crashing[0].kafka})

    assert admin.list_topics("no.such.topic", timeout=10).topics["no.such.topic"].error is not None
    assert "no.such.topic" not in admin.list_topics(timeout=10).topics


def test_timescaledb_loses_nothing_acknowledged(crashing: tuple[Settings, Stack]) -> None:
    """Every committed row is there after kill -9."""
    settings, _ = crashing
    with _timescaledb(settings) as connection:
        connection.execute("CREATE TABLE crash (id int PRIMARY KEY, filler text)")
    acknowledged: list[int] = []
    connections: list[psycopg.Connection[Any]] = []

    def write(number: int) -> None:
        try:
            if not connections or connections[-1].closed:
                connections.append(_timescaledb(settings))
            connections[-1].execute("INSERT INTO crash VALUES (%s, %s)", (number, "x" * 500))
            acknowledged.append(number)
        except psycopg.OperationalError:
            time.sleep(0.05)

    _write_while_killed(crashing[1], "timescaledb", write)
    connections[-1].close()
    with _timescaledb(settings) as connection:
        found = {number for (number,) in connection.execute("SELECT id FROM crash")}

    assert len(connections) > 1
    assert set(acknowledged) <= found


def test_an_idle_transaction_ends_when_others_wait_for_it(crashing: tuple[Settings, Stack]) -> None:
    """It is rolled back after its turn, its client is told why, and the one that waited goes on."""
    settings, _ = crashing
    with _timescaledb(settings) as waiting:
        waiting.execute("CREATE TABLE held (id int)")
        idle = _timescaledb(settings)
        idle.execute("BEGIN; INSERT INTO held VALUES (1)")

        assert waiting.execute("SELECT count(*) FROM held").fetchone() == (0,)
        with pytest.raises(psycopg.errors.IdleInTransactionSessionTimeout, match="Use short transactions"):
            idle.execute("SELECT 1")
        idle.close()


def test_timescaledb_ends_cleanly_in_the_middle_of_a_transaction(crashing: tuple[Settings, Stack]) -> None:
    """Stopping it rolls the transaction back and keeps what was committed."""
    settings, stack = crashing
    with _timescaledb(settings) as committed:
        committed.execute("CREATE TABLE ended (id int); INSERT INTO ended VALUES (1)")
    open_ = _timescaledb(settings)
    open_.execute("BEGIN; INSERT INTO ended VALUES (2)")
    stack.stop("timescaledb")
    stack.start("timescaledb")
    open_.close()

    with _timescaledb(settings) as reader:
        assert reader.execute("SELECT id FROM ended").fetchall() == [(1,)]


def test_clickhouse_loses_nothing_acknowledged(crashing: tuple[Settings, Stack]) -> None:
    """Every insert that was answered is there after kill -9."""
    settings, _ = crashing
    with _clickhouse(settings) as client:
        client.command("CREATE TABLE crash (id UInt64, filler String) ENGINE = ReplacingMergeTree ORDER BY id")
        columns = client.create_insert_context("crash", column_names=["id", "filler"])
        acknowledged: list[int] = []

        def write(number: int) -> None:
            try:
                client.insert(data=[(number, "x" * 500)], context=columns)
                acknowledged.append(number)
            except (ClickHouseError, OSError):
                time.sleep(0.05)

        _write_while_killed(crashing[1], "clickhouse", write)
        found = {number for (number,) in client.query("SELECT id FROM crash FINAL").result_rows}

    assert acknowledged
    assert set(acknowledged) <= found


def _write_while_killed(stack: Stack, name: str, write: Callable[[int], None]) -> None:
    """Call `write` with rising numbers while part `name` is killed and started again, and for a moment after."""
    ended = threading.Event()

    def crash() -> None:
        try:
            time.sleep(1)
            stack.kill(name)
            stack.start(name)
            time.sleep(1)
        finally:
            ended.set()

    with ThreadPoolExecutor(1) as pool:
        crashed = pool.submit(crash)
        number = 0
        while not ended.is_set():
            write(number)
            number += 1
        crashed.result()


def _read_all(settings: Settings, topic: str) -> set[int]:
    consumer = Consumer({"bootstrap.servers": settings.kafka, "group.id": "reader", "enable.auto.commit": False})
    partitions = [TopicPartition(topic, number, 0) for number in consumer.list_topics(topic, timeout=20).topics[topic].partitions]
    ends = {each.partition: consumer.get_watermark_offsets(each, timeout=20)[1] for each in partitions}
    consumer.assign(partitions)
    found: set[int] = set()
    while any(each.offset < ends[each.partition] for each in consumer.position(partitions)):
        for message in consumer.consume(5000, timeout=5):
            if message.error():
                raise KafkaException(message.error())
            found.add(int(message.value()))
    consumer.close()
    return found


def _timescaledb(settings: Settings) -> psycopg.Connection[Any]:
    conninfo = f"postgresql://postgres:postgres@{settings.timescaledb}/postgres?sslmode=disable"
    return psycopg.connect(conninfo, autocommit=True)


def _clickhouse(settings: Settings) -> Any:
    host, port = settings.clickhouse.split(":")
    return clickhouse_connect.get_client(host=host, port=int(port), query_retries=0, autogenerate_session_id=False)
