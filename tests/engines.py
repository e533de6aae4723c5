"""A running stack for tests, on ports of its own.

JOBSTREAM_TEST_ENGINES chooses the engines: `embedded` (default), `testcontainers` (the images of docker-compose.yml; needs a
Docker engine with compose) or `given` (the addresses in JOBSTREAM_KAFKA_ADDRESS, JOBSTREAM_TIMESCALEDB_ADDRESS and
JOBSTREAM_CLICKHOUSE_ADDRESS).
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from pipeline.settings import Settings
from pipeline.stack import Stack
from pipeline.stack.ports import free_ports
from tests.conftest import ROOT, missing

PORTS = ("kafka_port", "kafka_controller_port", "timescaledb_port", "clickhouse_port")


def running_engines(folder: Path) -> Iterator[Settings]:
    """Give the settings of a stack that runs, its data below `folder`; metrics on any free port. It ends afterwards."""
    engines = {"embedded": _embedded, "testcontainers": _testcontainers, "given": _given}
    yield from engines[os.environ.get("JOBSTREAM_TEST_ENGINES", "embedded")](folder)


def make_settings(var_dir: Path, **overrides: object) -> Settings:
    """Return settings that read no `.env` and put everything on free ports below `var_dir`."""
    ports = dict(zip(PORTS, free_ports(len(PORTS)), strict=True))
    return Settings(**{"_env_file": None, "var_dir": var_dir, "metrics_port": 0, **ports, **overrides})


def _embedded(folder: Path) -> Iterator[Settings]:
    embedded = {"kafka_address": "", "timescaledb_address": "", "clickhouse_address": ""}
    settings = make_settings(folder / "var", **embedded)
    running = Stack(settings)
    try:
        running.up()
        yield settings
    finally:
        running.down()


def _testcontainers(folder: Path) -> Iterator[Settings]:
    if shutil.which("docker") is None or subprocess.run(["docker", "compose", "version"], check=False).returncode != 0:
        missing("a Docker engine with compose")
    from testcontainers.compose import DockerCompose  # noqa: PLC0415 - only this choice needs it

    settings = make_settings(folder / "var")
    ports = "".join(f"JOBSTREAM_{name.upper()}={getattr(settings, name)}\n" for name in PORTS)
    (folder / "ports.env").write_text(ports)
    with DockerCompose(ROOT, compose_file_name="docker-compose.yml", env_file=str(folder / "ports.env"), wait=True):
        addresses = {f"{part}_address": getattr(settings, part) for part in ("kafka", "timescaledb", "clickhouse")}
        yield settings.but(**addresses)


def _given(folder: Path) -> Iterator[Settings]:
    settings = Settings(var_dir=folder / "var", metrics_port=0)
    for part in ("kafka", "timescaledb", "clickhouse"):
        if not getattr(settings, f"{part}_address"):
            missing(f"JOBSTREAM_{part.upper()}_ADDRESS")
    yield settings
