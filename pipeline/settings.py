"""Every setting of Jobstream, read once; the only module that reads the environment.

A setting is looked up in the environment as `JOBSTREAM_<NAME>`, then in `.env` of the working directory,
then here. `jobstream settings` prints what is in force, secrets hidden.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pipeline.near import near
from pipeline.setting import PREFIX, Secret, meaning, read, setting

_FILE = Path(".env")
# What is behind the prefix in variables of ours that are no settings: of `infra/setup` and of the tests.
_ELSEWHERE = {"PYTHON", "FAULT_SEED", "WRITE_GOLDEN"}
_TESTS = "TEST_"


@dataclass(frozen=True, init=False)
class Settings:
    """What an operator may set. Ports are on loopback unless an address says otherwise."""

    var_dir: Path = setting(Path("var"), "Data, logs, pids and state of everything started from here.")

    cache_dir: Path = setting(Path("~/.cache/jobstream"), "Downloads of the embedded stack, shared by all of them.")

    shared_data: Path = setting(Path("../shared/data"), "Real postings and labels, for evaluations and tests.")

    kafka_port: int = setting(19092, "Port of the embedded Kafka.", least=1, most=65535)
    kafka_controller_port: int = setting(19093, "Controller port of the embedded Kafka.", least=1, most=65535)
    timescaledb_port: int = setting(15432, "Port of the embedded TimescaleDB.", least=1, most=65535)
    timescaledb_turn_s: float = setting(
        30.0, "Longest an idle transaction may keep others from the embedded TimescaleDB, seconds.", above=0
    )
    clickhouse_port: int = setting(18123, "HTTP port of the embedded ClickHouse.", least=1, most=65535)

    kafka_address: str = setting("", "Bootstrap servers `host:port[,host:port]`; empty = the embedded Kafka.")
    kafka_security: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = setting(
        "PLAINTEXT", "What Kafka calls the security protocol: TLS with SSL, a login with SASL."
    )
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = setting("PLAIN", "How one logs in to Kafka.")
    kafka_user: str = setting("", "Who logs in to Kafka.")
    kafka_password: Secret = setting(Secret(""), "Their password.")
    kafka_ca: Path | None = setting(
        None, "PEM file of who signed the brokers' certificates, where the system doesn't trust them."
    )
    kafka_certificate: Path | None = setting(None, "PEM file of this client's certificate, where brokers ask for one.")
    kafka_key: Path | None = setting(None, "PEM file of its key, without a passphrase.")
    timescaledb_address: str = setting("", "`host:port` of TimescaleDB; empty = the embedded one.")
    timescaledb_user: str = setting("postgres", "Who logs in to TimescaleDB.")
    timescaledb_password: Secret = setting(Secret("postgres"), "Their password.")
    timescaledb_database: str = setting("postgres", "The database that holds our tables.")
    timescaledb_sslmode: Literal["disable", "prefer", "require", "verify-full"] = setting(
        "disable", "Whether TimescaleDB is asked by TLS, and whether its certificate has to be right."
    )
    timescaledb_ca: Path | None = setting(None, "PEM file of who signed its certificate, where the system doesn't trust them.")
    clickhouse_address: str = setting("", "`host:port` of ClickHouse's HTTP interface; empty = the embedded one.")
    clickhouse_user: str = setting("default", "Who logs in to ClickHouse.")
    clickhouse_password: Secret = setting(Secret(""), "Their password.")
    clickhouse_database: str = setting("default", "The database that holds our tables.")
    clickhouse_sslmode: Literal["disable", "require", "verify-full"] = setting(
        "disable", "Whether ClickHouse is asked by HTTPS, and whether its certificate has to be right."
    )
    clickhouse_ca: Path | None = setting(None, "PEM file of who signed its certificate, where the system doesn't trust them.")

    topic_partitions: int = setting(12, "Partitions of a posting topic when it is created.", least=1)
    topic_replication: int = setting(1, "Replication factor of a topic when it is created.", least=1)

    boards_file: Path | None = setting(None, "Your own boards.toml, read beside the shipped one.")
    shipped_boards: bool = setting(default=True, about="Crawl the boards of scrapers/boards.toml, too.")
    user_agent: str = setting("jobstream/0.1 (+https://github.com/jobstream/jobstream)", "How spiders introduce themselves.")
    crawl_delay_s: float = setting(0.5, "Shortest time between two requests to one host, seconds.", least=0)
    usajobs_email: str = setting("", "The email that the key of USAJobs was given to.")
    usajobs_key: Secret = setting(Secret(""), "Your key of USAJobs, from developer.usajobs.gov.")
    adzuna_app_id: Secret = setting(Secret(""), "Your application's id at Adzuna, from developer.adzuna.com.")
    adzuna_app_key: Secret = setting(Secret(""), "Your application's key at Adzuna.")
    proxies: Secret = setting(
        Secret(""), "Proxies of all spiders, `http://[user:password@]host:port[,…]`; empty = requests go directly."
    )
    proxy_rotation: Literal["host", "request"] = setting(
        "host", "A host keeps its proxy while that works, or every request takes the next one."
    )
    private_hosts: str = setting(
        "",
        "Hosts of your own network that may be asked for postings, `host[,host]`; all others have to be public: docs/adr/0030.",
    )
    jobspy: bool = setting(
        default=False,
        about="Let the source `jobspy` search LinkedIn, Indeed and others; read docs/searched-sites.md first.",
    )
    browser_path: Path | None = setting(
        None, "Path of the Chromium for boards with `browser = true`, where it is not found by itself."
    )
    source_base_url: str = setting(
        "", "Send every source's requests to this address instead (path keeps the real host); for tests and the demo."
    )

    schedule_interval_s: float = setting(21_600.0, "Time between two crawls of a new board, seconds.", above=0)
    schedule_shortest_s: float = setting(3_600.0, "Shortest time between two crawls of a board, seconds.", above=0)
    schedule_longest_s: float = setting(86_400.0, "Longest time between two crawls of a board, seconds.", above=0)
    schedule_retry_s: float = setting(600.0, "Time until a failed board is tried again; it doubles, seconds.", above=0)
    schedule_crawl_limit_s: float = setting(2_700.0, "A crawl of a board ends after this long, seconds.", above=0)
    schedule_boards_at_once: int = setting(24, "Boards in flight.", least=1)
    schedule_boards_per_host: int = setting(2, "Boards in flight on one host.", least=1)
    schedule_requests_per_hour: int = setting(3_600, "Requests to one host in an hour.", least=1)
    schedule_failures_to_open: int = setting(5, "Failing crawls in a row after which a host is left alone.", least=1)
    schedule_pause_s: float = setting(300.0, "How long a failing host is left alone; it doubles, seconds.", above=0)

    enrichers: str = setting("", "Plug-ins in place of shipped enrichers, `name[,name]`: docs/adding-an-enricher.md, section 7.")
    enrich_contacts: bool = setting(
        default=False,
        about="Write contacts found in texts to the enriched postings; personal data: docs/adr/0024 and 0029.",
    )

    metrics_port: int = setting(
        9100, "First port for metrics and health; process N of `run` serves on this + N. 0 = any free port.", least=0, most=65535
    )
    demo_port_base: int = setting(
        29000, "The demo's engines and processes listen on ports from here to here + 200.", least=1024, most=65000
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = setting("INFO", "The least important news that is logged.")
    batch_size: int = setting(1000, "Events a stage takes at once.", least=1)
    readers: int = setting(2, "Processes at most that read ahead for a worker: normalize and dedupe use 1, enrich 2.", least=0)
    batch_within_s: float = setting(0.2, "Longest wait for a batch to fill, seconds.", above=0)
    sink_batch_size: int = setting(10_000, "Events a sink polls at once.", least=1)
    maintain_interval_s: float = setting(60.0, "How often `run` calls maintain, seconds.", above=0)
    unexpected_error_limit: int = setting(
        20, "Unexpected exceptions that stop a stage: in a row, or of two sources in 1,000 events.", least=1
    )

    def __init__(self, _env_file: Path | None = _FILE, **given: Any) -> None:
        """Read the settings in force; `given` is above the environment, and None in place of `_env_file` leaves the file out.

        Raises SettingRefused.
        """
        values = _written(_env_file) | _ours(os.environ) | given
        for one in fields(self):
            object.__setattr__(self, one.name, read(one, values.pop(one.name)) if one.name in values else one.default)
        if values:
            raise TypeError(f"no settings: {', '.join(values)}")

    def but(self, **given: Any) -> "Settings":
        """Return these settings with `given` in place of what they say. Raises SettingRefused."""
        return Settings(None, **vars(self) | given)

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
            "usajobs_key": self.usajobs_key.plain,
            "adzuna_app_id": self.adzuna_app_id.plain,
            "adzuna_app_key": self.adzuna_app_key.plain,
        }

    @property
    def reachable_hosts(self) -> list[str]:
        """The hosts that may be asked for postings though they are not public: those that the operator names."""
        named = [part.strip() for part in self.private_hosts.split(",") if part.strip()]
        return [*named, *filter(None, [urlsplit(self.source_base_url).hostname])]

    @property
    def log_dir(self) -> Path:
        """Where every process writes `<process>.log`."""
        return self.var_dir / "log"


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment of a child process that gets exactly `settings`, wherever they came from."""
    values = {one.name: getattr(settings, one.name) for one in fields(settings)}
    plain = {name: value.plain if isinstance(value, Secret) else value for name, value in values.items()}
    # what is not set says so, too: else it would come from this environment, or from `.env`
    ours = {f"{PREFIX}{name.upper()}": "" if value is None else str(value) for name, value in plain.items()}
    return dict(os.environ) | ours


def adopt(settings: Settings) -> None:
    """Make `settings` those of this process: every `Settings()` from now on, and every child process."""
    os.environ.update(environment(settings))


def origins() -> list[tuple[str, object, str, str]]:
    """Return (name, value, where from, what it means) of every setting in force; a secret's value prints as asterisks."""
    settings = Settings()
    given, written = _ours(os.environ), _written(_FILE)
    return [
        (one.name, getattr(settings, one.name),
         "environment" if one.name in given else ".env" if one.name in written else "default", meaning(one))
        for one in fields(settings)
    ]  # fmt: skip


def unknown() -> list[tuple[str, str]]:
    """Return (name, advice) of every variable that is called as settings are, and is none: nobody heeds it."""
    known = {one.name.upper() for one in fields(Settings)} | _ELSEWHERE
    ours = {
        name: name.upper().removeprefix(PREFIX) for name in (*os.environ, *_variables(_FILE)) if name.upper().startswith(PREFIX)
    }
    others = [(name, word) for name, word in sorted(ours.items()) if word not in known and not word.startswith(_TESTS)]
    return [(name, _advice(word)) for name, word in others]


def _advice(word: str) -> str:
    alike = near(word, (one.name.upper() for one in fields(Settings)))
    return f"did you mean {PREFIX}{alike[0]}?" if alike else "`./jobstream settings` shows all there are."


def _written(path: Path | None) -> dict[str, str]:
    """Return what a file sets, by the setting's name."""
    return _ours(_variables(path)) if path else {}


def _variables(path: Path) -> dict[str, str | None]:
    if not path.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - few have a file, and all would wait

    return dotenv_values(path)


def _ours(variables: Mapping[str, str | None]) -> dict[str, str]:
    """Return the values of `JOBSTREAM_<NAME>`, in capitals or not, by the setting's name."""
    named = {name.upper(): value for name, value in variables.items() if value is not None}
    texts = ((one.name, named.get(f"{PREFIX}{one.name.upper()}")) for one in fields(Settings))
    return {name: text for name, text in texts if text is not None}
