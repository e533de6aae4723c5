"""The numbers of everything that runs: engines, topics, groups, processes, dead letters, rows."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from time import monotonic, sleep
from typing import Any

from pipeline.cli.exits import Unreachable
from pipeline.ops.databases import surveyors
from pipeline.ops.dlq import Filter, by_reason, letters
from pipeline.ops.groups import Progress, progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.plan import counts
from pipeline.ops.processes import RunFile, metrics, probe, processes
from pipeline.settings import Settings
from schemas.topics import SCHEDULE_GROUP, TOPICS
from warehouse.contract import SinkUnavailable, WarehouseMisconfigured
from warehouse.survey import Surveyor

# long enough for a batch to end, short enough to wait for
RATE_OVER_S = 1.0
_READ = "jobstream_events_total"

Status = dict[str, Any]


def status(settings: Settings, now: Callable[[], float] = monotonic, wait: Callable[[float], None] = sleep) -> Status:
    """Return all numbers as plain values: `engines`, `topics`, `groups`, `schedule`, `processes`, `dead_letters`, `tables`.

    An engine that does not answer is shown as such; what Kafka alone knows is empty then.
    """
    running, began = processes(settings.var_dir), now()
    before = {process.name: metrics(process).get(_READ, 0.0) for process in running}
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(_kafka, settings)
        warehouses = list(pool.map(_warehouse, surveyors(settings)))
    kafka, known = asked.result()
    found = known | {
        "engines": [kafka, *(engine for engine, _ in warehouses)],
        "tables": {name: rows for _, tables in warehouses for name, rows in tables.items()},
    }
    wait(max(0.0, began + RATE_OVER_S - now()) if running else 0.0)
    return found | {"processes": [_process(each, before[each.name], now() - began) for each in running]}


def _kafka(settings: Settings) -> tuple[dict[str, Any], Status]:
    found = {"engine": "kafka", "address": settings.kafka}
    try:
        cluster = Cluster(kafka_config(settings))
        known, version = _known(cluster, settings), f"controller {cluster.controller()}"
    except Unreachable as error:
        nothing: Status = {"topics": {}, "groups": [], "schedule": [], "dead_letters": []}
        return found | {"reachable": False, "version": None, "problem": str(error)}, nothing
    return found | {"reachable": True, "version": version}, known


def _known(cluster: Cluster, settings: Settings) -> Status:
    """Return what Kafka alone knows."""
    return {
        "topics": cluster.messages(topic.name for topic in TOPICS),
        "groups": [_group(cluster, each) for each in progress(cluster)],
        "schedule": [{"schedulers": cluster.members(SCHEDULE_GROUP), **asdict(counts(cluster, settings))}],
        "dead_letters": [
            {"stage": stage, "reason": reason, "count": count}
            for (stage, reason), count in sorted(by_reason(letters(cluster, Filter())).items())
        ],
    }


def _warehouse(surveyor: Surveyor) -> tuple[dict[str, Any], dict[str, int]]:
    found: dict[str, Any] = {"engine": surveyor.engine, "address": surveyor.address}
    try:
        version, rows = surveyor.version(), surveyor.rows()
    except (SinkUnavailable, WarehouseMisconfigured) as error:
        return found | {"reachable": False, "version": None, "problem": str(error)}, {}
    return found | {"reachable": True, "version": version}, {f"{surveyor.engine}.{name}": n for name, n in rows.items()}


def _group(cluster: Cluster, seen: Progress) -> dict[str, Any]:
    return {
        "process": seen.group.process,
        "group": seen.group.group,
        "members": cluster.members(seen.group.group),
        "committed": seen.committed,
        "lag": seen.lag,
    }


def _process(process: RunFile, before: float, seconds: float) -> dict[str, Any]:
    health, ready = (probe(process, path) if process.port else (True, None) for path in ("/health", "/ready"))
    read = metrics(process).get(_READ, 0.0)
    return {
        "process": process.name,
        "pid": process.pid,
        "port": process.port,
        "healthy": health[0],
        "ready": ready[0],
        "finding": health[1] or ready[1],
        "events": int(read),
        "events_per_second": round((read - before) / seconds, 1) if seconds > 0 else 0.0,
    }
