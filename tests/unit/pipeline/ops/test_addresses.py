"""Where the settings say that the warehouses are."""

import pytest

from pipeline.ops.addresses import clickhouse_config, timescaledb_config
from pipeline.setting import SettingRefused
from pipeline.settings import Settings


@pytest.mark.parametrize("address", ["localhost", ":8123", "localhost:", "http://localhost:8123", "localhost:http"])
def test_an_address_that_is_none_is_told_with_the_form_it_takes(address: str) -> None:
    """Exit code 2 and a sentence, no traceback and no host called `http`."""
    settings = Settings(None, clickhouse_address=address, timescaledb_address=address)
    with pytest.raises(SettingRefused, match=r"JOBSTREAM_CLICKHOUSE_ADDRESS is .*; it takes `host:port`"):
        clickhouse_config(settings)
    with pytest.raises(SettingRefused, match="JOBSTREAM_TIMESCALEDB_ADDRESS"):
        timescaledb_config(settings)


@pytest.mark.parametrize(("address", "host"), [("db.example.com:5432", "db.example.com"), ("[::1]:5432", "::1")])
def test_a_host_and_a_port_are_taken_apart(address: str, host: str) -> None:
    """An IPv6 address stands in brackets, which are no part of it."""
    found = timescaledb_config(Settings(None, timescaledb_address=address))
    assert (found.host, found.port) == (host, 5432)


def test_each_warehouse_is_asked_with_tls_where_its_setting_says_so() -> None:
    """A ClickHouse in a cloud answers nobody else."""
    wanted = {"clickhouse_sslmode": "verify-full", "timescaledb_sslmode": "require"}
    settings = Settings(None, clickhouse_address="ch:8443", timescaledb_address="db:5432", **wanted)
    assert (clickhouse_config(settings).sslmode, timescaledb_config(settings).sslmode) == ("verify-full", "require")


def test_the_embedded_ones_are_asked_plainly() -> None:
    """They know no TLS, whatever is set for others."""
    settings = Settings(
        None, clickhouse_address="", timescaledb_address="", clickhouse_sslmode="require", timescaledb_sslmode="require"
    )
    assert (clickhouse_config(settings).sslmode, timescaledb_config(settings).sslmode) == ("disable", "disable")
