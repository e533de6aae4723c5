"""Every setting of Jobstream, read once; the only module that reads the environment.

A setting is looked up in the environment as `JOBSTREAM_<NAME>`, then in `.env` of the working directory,
then here. `jobstream settings` prints what is in force, secrets hidden.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

_PREFIX = "JOBSTREAM_"
_FILE = Path(".env")


class Settings(BaseModel):
    """What an operator may set. Ports are on loopback unless an address says otherwise."""

    model_config = ConfigDict(frozen=True)

    def __init__(self, _env_file: Path | None = _FILE, **given: Any) -> None:
        """Read the settings in force; `given` is above the environment, and None in place of `_env_file` leaves the file out."""
        super().__init__(**_written(_env_file) | _ours(os.environ) | given)

    var_dir: Path = Field(Path("var"), description="Data, logs, pids and state of everything started from here.")

    cache_dir: Path = Field(Path("~/.cache/jobstream"), description="Downloads of the embedded stack, shared by all of them.")

    shared_data: Path = Field(Path("../shared/data"), description="Real postings and labels, for evaluations and tests.")

    kafka_port: int = Field(19092, description="Port of the embedded Kafka.")
    kafka_controller_port: int = Field(19093, description="Controller port of the embedded Kafka.")
    timescaledb_port: int = Field(15432, description="Port of the embedded TimescaleDB.")
    timescaledb_turn_s: float = Field(
        30.0, gt=0, description="Longest an idle transaction may keep others from the embedded TimescaleDB, seconds."
    )
    clickhouse_port: int = Field(18123, description="HTTP port of the embedded ClickHouse.")

    kafka_address: str = Field("", description="Bootstrap servers `host:port[,host:port]`; empty = the embedded Kafka.")
    timescaledb_address: str = Field("", description="`host:port` of TimescaleDB; empty = the embedded one.")
    timescaledb_user: str = "postgres"
    timescaledb_password: SecretStr = SecretStr("postgres")
    timescaledb_database: str = "postgres"
    timescaledb_sslmode: Literal["disable", "prefer", "require", "verify-full"] = "disable"
    clickhouse_address: str = Field("", description="`host:port` of ClickHouse's HTTP interface; empty = the embedded one.")
    clickhouse_user: str = "default"
    clickhouse_password: SecretStr = SecretStr("")
    clickhouse_database: str = "default"

    topic_partitions: int = Field(12, ge=1, description="Partitions of a posting topic when it is created.")
    topic_replication: int = Field(1, ge=1, description="Replication factor of a topic when it is created.")

    boards_file: Path | None = Field(None, description="Your own boards.toml, read beside the shipped one.")
    shipped_boards: bool = Field(default=True, description="Crawl the boards of scrapers/boards.toml, too.")
    user_agent: str = Field(
        "jobstream/0.1 (+https://github.com/jobstream/jobstream)", description="How spiders introduce themselves."
    )
    crawl_delay_s: float = Field(0.5, ge=0, description="Shortest time between two requests to one host, seconds.")
    usajobs_email: str = Field("", description="The email that the key of USAJobs was given to.")
    usajobs_key: SecretStr = Field(SecretStr(""), description="Your key of USAJobs, from developer.usajobs.gov.")
    adzuna_app_id: SecretStr = Field(SecretStr(""), description="Your application's id at Adzuna, from developer.adzuna.com.")
    adzuna_app_key: SecretStr = Field(SecretStr(""), description="Your application's key at Adzuna.")
    proxies: SecretStr = Field(
        SecretStr(""), description="Proxies of all spiders, `http://[user:password@]host:port[,…]`; empty = requests go directly."
    )
    proxy_rotation: Literal["host", "request"] = Field(
        "host", description="A host keeps its proxy while that works, or every request takes the next one."
    )
    jobspy: bool = Field(
        default=False,
        description="Let the source `jobspy` search LinkedIn, Indeed and others; read docs/searched-sites.md first.",
    )
    browser_path: Path | None = Field(
        None, description="Path of the Chromium for boards with `browser = true`, where it is not found by itself."
    )
    source_base_url: str = Field(
        "", description="Send every source's requests to this address instead (path keeps the real host); for tests and the demo."
    )

    schedule_interval_s: float = Field(21_600.0, gt=0, description="Time between two crawls of a new board, seconds.")
    schedule_shortest_s: float = Field(3_600.0, gt=0, description="Shortest time between two crawls of a board, seconds.")
    schedule_longest_s: float = Field(86_400.0, gt=0, description="Longest time between two crawls of a board, seconds.")
    schedule_retry_s: float = Field(600.0, gt=0, description="Time until a failed board is tried again; it doubles, seconds.")
    schedule_crawl_limit_s: float = Field(2_700.0, gt=0, description="A crawl of a board ends after this long, seconds.")
    schedule_boards_at_once: int = Field(24, ge=1, description="Boards in flight.")
    schedule_boards_per_host: int = Field(2, ge=1, description="Boards in flight on one host.")
    schedule_requests_per_hour: int = Field(3_600, ge=1, description="Requests to one host in an hour.")
    schedule_failures_to_open: int = Field(5, ge=1, description="Failing crawls in a row after which a host is left alone.")
    schedule_pause_s: float = Field(300.0, gt=0, description="How long a failing host is left alone; it doubles, seconds.")

    enrichers: str = Field(
        "", description="Plug-ins in place of shipped enrichers, `name[,name]`: docs/adding-an-enricher.md, section 7."
    )
    enrich_contacts: bool = Field(
        default=False,
        description="Write contacts found in texts to the enriched postings; personal data: docs/adr/0024 and 0029.",
    )

    metrics_port: int = Field(
        9100, description="First port for metrics and health; process N of `run` serves on this + N. 0 = any free port."
    )
    demo_port_base: int = Field(
        29000, ge=1024, le=65000, description="The demo's engines and processes listen on ports from here to here + 200."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    batch_size: int = Field(1000, ge=1, description="Events a stage takes at once.")
    readers: int = Field(2, ge=0, description="Processes at most that read ahead for a worker: dedupe uses 1, enrich 2.")
    batch_within_s: float = Field(0.2, gt=0, description="Longest wait for a batch to fill, seconds.")
    sink_batch_size: int = Field(5000, ge=1, description="Events a sink polls at once.")
    maintain_interval_s: float = Field(60.0, gt=0, description="How often `run` calls maintain, seconds.")
    unexpected_error_limit: int = Field(
        20, ge=1, description="Unexpected exceptions in a batch, from two sources, that stop a stage."
    )

    @property
    def kafka(self) -> str:
        """Bootstrap servers in force."""
        return self.kafka_address or f"127.0.0.1:{self.kafka_port}"

    @property
    def timescaledb(self) -> str:
        """`host:port` of TimescaleDB in force."""
        return self.timescaledb_address or f"127.0.0.1:{self.timescaledb_port}"

    @property
    def clickhouse(self) -> str:
        """`host:port` of ClickHouse's HTTP interface in force."""
        return self.clickhouse_address or f"127.0.0.1:{self.clickhouse_port}"

    @property
    def enricher_plugins(self) -> list[str]:
        """Names of the plug-ins in force."""
        return [name for name in (part.strip() for part in self.enrichers.split(",")) if name]

    @property
    def source_keys(self) -> dict[str, str]:
        """What sources that answer to keys only are asked with, by the name of its setting; "" = not set."""
        return {
            "usajobs_email": self.usajobs_email,
            "usajobs_key": self.usajobs_key.get_secret_value(),
            "adzuna_app_id": self.adzuna_app_id.get_secret_value(),
            "adzuna_app_key": self.adzuna_app_key.get_secret_value(),
        }

    @property
    def log_dir(self) -> Path:
        """Where every process writes `<process>.log`."""
        return self.var_dir / "log"


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment of a child process that gets exactly `settings`, wherever they came from."""
    fields = {name: getattr(settings, name) for name in Settings.model_fields}
    plain = {name: v.get_secret_value() if isinstance(v, SecretStr) else v for name, v in fields.items()}
    ours = {f"{_PREFIX}{name.upper()}": str(value) for name, value in plain.items() if value is not None}
    return dict(os.environ) | ours


def adopt(settings: Settings) -> None:
    """Make `settings` those of this process: every `Settings()` from now on, and every child process."""
    os.environ.update(environment(settings))


def origins() -> list[tuple[str, object, str, str]]:
    """Return (name, value, where from, what it means) of every setting in force; a secret's value prints as asterisks."""
    settings = Settings()
    given, written = _ours(os.environ), _written(_FILE)
    return [
        (name, getattr(settings, name), "environment" if name in given else ".env" if name in written else "default",
         field.description or "")
        for name, field in Settings.model_fields.items()
    ]  # fmt: skip


def _written(path: Path | None) -> dict[str, str]:
    """Return what a file sets, by the setting's name."""
    if path is None or not path.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - few have a file, and all would wait

    return _ours(dotenv_values(path))


def _ours(variables: Mapping[str, str | None]) -> dict[str, str]:
    """Return the values of `JOBSTREAM_<NAME>`, in capitals or not, by the setting's name."""
    named = {name.upper(): value for name, value in variables.items() if value is not None}
    return {name: named[f"{_PREFIX}{name.upper()}"] for name in Settings.model_fields if f"{_PREFIX}{name.upper()}" in named}
