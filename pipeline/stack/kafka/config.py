"""The configuration of a one-node Kafka in KRaft mode on loopback."""

from pathlib import Path

MIB = 1024 * 1024
# a raw posting may have 16 MiB; what a batch adds to it needs room too
MESSAGE_MAX_BYTES = 17 * MIB


def server_properties(port: int, controller_port: int, data: Path) -> str:
    """Return the text of server.properties for a broker on `port` that keeps its logs in `data`.

    Flushing is left to the system: a killed process loses nothing that was written, only a machine that stops does.
    Source: Apache Kafka documentation, "Broker Configs".
    """
    return "".join(f"{name}={value}\n" for name, value in _properties(port, controller_port, data).items())


def _properties(port: int, controller_port: int, data: Path) -> dict[str, object]:
    return {
        "process.roles": "broker,controller",
        "node.id": 1,
        "controller.quorum.voters": f"1@127.0.0.1:{controller_port}",
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "controller.listener.names": "CONTROLLER",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs": data / "logs",
        **_TOPICS,
        **_SIZES,
        **_ONE_NODE,
        **_SMALL,
        **_QUICK,
    }


# `jobstream topics apply` creates topics; one that a typing error creates has the wrong number of partitions
_TOPICS: dict[str, object] = {"auto.create.topics.enable": "false"}

_SIZES: dict[str, object] = {
    "message.max.bytes": MESSAGE_MAX_BYTES,
    "replica.fetch.max.bytes": MESSAGE_MAX_BYTES,
    "socket.request.max.bytes": 100 * MIB,
}

_ONE_NODE: dict[str, object] = {
    "default.replication.factor": 1,
    "min.insync.replicas": 1,
    "offsets.topic.replication.factor": 1,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
}

_SMALL: dict[str, object] = {
    "num.network.threads": 2,
    "num.io.threads": 4,
    "background.threads": 2,
    "num.recovery.threads.per.data.dir": 2,
    "log.cleaner.threads": 1,
    "log.cleaner.dedupe.buffer.size": 32 * MIB,
    "log.index.size.max.bytes": 2 * MIB,
    "offsets.topic.num.partitions": 4,
    "transaction.state.log.num.partitions": 4,
    "share.coordinator.state.topic.num.partitions": 4,
}

_QUICK: dict[str, object] = {
    "group.initial.rebalance.delay.ms": 200,
    "group.min.session.timeout.ms": 1000,
    # a broker that was killed is let in again only when its old session has ended; too short, and a starved one is shut out
    "broker.session.timeout.ms": 4000,
    "broker.heartbeat.interval.ms": 500,
}
