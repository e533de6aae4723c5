"""The broker's configuration."""

from pathlib import Path

from pipeline.stack.kafka.config import server_properties


def test_it_listens_on_loopback_only_and_takes_raw_postings() -> None:
    """Each listener is on 127.0.0.1, a message may have 16 MiB, and no topic is made by a typing error."""
    lines = server_properties(1, 2, Path("/data")).splitlines()
    properties = dict(line.split("=", 1) for line in lines)

    assert properties["listeners"] == "PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2"
    assert properties["advertised.listeners"] == "PLAINTEXT://127.0.0.1:1"
    assert properties["controller.quorum.voters"] == "1@127.0.0.1:2"
    assert properties["log.dirs"] == "/data/logs"
    assert properties["auto.create.topics.enable"] == "false"
    assert int(properties["message.max.bytes"]) > 16 * 1024 * 1024
    assert int(properties["socket.request.max.bytes"]) > int(properties["message.max.bytes"])
    assert len(properties) == len(lines)
