"""Both engines behind TLS: their own certificates are trusted, others are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli.exits import Unreachable
from pipeline.ops.addresses import clickhouse_config, timescaledb_config
from pipeline.ops.ask import ask
from pipeline.settings import Settings
from tests.certificates import Authority
from tests.tls_proxy import TlsProxy
from warehouse.connect import clickhouse, timescaledb
from warehouse.contract import SinkUnavailable
from warehouse.table import ENGINES


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Who signs the certificate of the proxies."""
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def secured(warehouses: Settings, authority: Authority) -> Iterator[Settings]:
    """Settings that reach both engines by TLS, and look at who they are."""
    certificate = authority.issue("warehouse")
    there = {engine: int(getattr(warehouses, engine).rpartition(":")[2]) for engine in ENGINES}
    with (
        TlsProxy(there["clickhouse"], certificate) as clickhouse_proxy,
        TlsProxy(there["timescaledb"], certificate, postgres=True) as timescaledb_proxy,
    ):
        yield warehouses.but(
            clickhouse_address=clickhouse_proxy.address,
            clickhouse_sslmode="verify-full",
            clickhouse_ca=authority.ca,
            timescaledb_address=timescaledb_proxy.address,
            timescaledb_sslmode="verify-full",
            timescaledb_ca=authority.ca,
        )


def connect(settings: Settings, engine: str) -> Any:
    """Return a connection as a sink has it."""
    return clickhouse(clickhouse_config(settings)) if engine == "clickhouse" else timescaledb(timescaledb_config(settings))


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("sslmode", ["verify-full", "require"])
def test_sinks_and_commands_come_in(secured: Settings, engine: str, sslmode: str) -> None:
    """The connection of a sink, and what commands ask by."""
    settings = secured.but(**{f"{engine}_sslmode": sslmode})

    connect(settings, engine).close()
    assert ask(settings, engine, "SELECT 1").rows == [(1,)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("trusted", ["another", None])
def test_a_certificate_of_someone_else_is_refused(secured: Settings, tmp_path: Path, engine: str, trusted: str | None) -> None:
    """Of who signed for another server, or of nobody whom the system knows."""
    settings = secured.but(**{f"{engine}_ca": Authority(tmp_path).ca if trusted else None})

    with pytest.raises(SinkUnavailable, match="certificate verify failed"):
        connect(settings, engine)
    with pytest.raises(Unreachable, match="certificate verify failed"):
        ask(settings, engine, "SELECT 1")


@pytest.mark.parametrize("engine", ENGINES)
def test_who_is_called_otherwise_is_refused(secured: Settings, authority: Authority, warehouses: Settings, engine: str) -> None:
    """A certificate of the same authority for another address."""
    port, postgres = int(getattr(warehouses, engine).rpartition(":")[2]), engine == "timescaledb"
    with TlsProxy(port, authority.issue("other", "127.0.0.2"), postgres=postgres) as proxy:
        settings = secured.but(**{f"{engine}_address": proxy.address})
        with pytest.raises(SinkUnavailable, match=r"127\.0\.0\.1"):
            connect(settings, engine)
