"""Where the demo lives."""

from pathlib import Path

from pipeline.demo.place import demo_settings
from pipeline.settings import Settings


def test_the_demo_heeds_nothing_that_is_for_servers_of_one_s_own(tmp_path: Path) -> None:
    """With a `.env` for production beside it, it would ask its one broker for three copies, and a proxy for 127.0.0.1."""
    production = Settings(
        None, var_dir=tmp_path, kafka_address="kafka:9092", kafka_security="SASL_SSL", kafka_user="me", kafka_password="mine",
        timescaledb_address="db:5432", timescaledb_sslmode="require",
        timescaledb_user="jobs", timescaledb_database="jobs", clickhouse_address="ch:8123", clickhouse_database="jobs",
        clickhouse_password="s3cret", topic_replication=3, proxies="http://proxy:3128", demo_port_base=40_000, batch_size=7,
    )  # fmt: skip
    shipped = Settings(None, var_dir=tmp_path, demo_port_base=40_000, batch_size=7)

    assert demo_settings(production) == demo_settings(shipped)
    assert (demo_settings(production).kafka, demo_settings(production).batch_size) == ("127.0.0.1:40092", 7)
