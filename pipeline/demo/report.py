"""`var/demo/report.json`: the demo's result for machines."""

import json
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import VERSION
from pipeline.demo.find import asks, dead_letters, merged
from pipeline.ops.databases import surveyors
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.settings import Settings
from schemas.topics import DEAD_LETTER_TOPICS, EVENT_TOPICS
from warehouse.table import CLICKHOUSE

if TYPE_CHECKING:
    from pipeline.demo.run import Result

_PACKAGES = ("faust-streaming", "confluent-kafka", "scrapy", "psycopg", "clickhouse-connect", "pydantic", "rensa", "chdb")


def report_path(settings: Settings) -> Path:
    """Return where the report is written."""
    return settings.var_dir / "report.json"


def write_report(settings: Settings, result: "Result") -> None:
    """Write what the demo came to; on return the file is whole."""
    ask = asks(settings)[CLICKHOUSE]
    books = result.accounting
    names = [topic.name for topic in (*EVENT_TOPICS, *DEAD_LETTER_TOPICS)]
    report: dict[str, Any] = {
        "topics": Cluster(kafka_config(settings)).messages(names),
        "tables": {f"{s.engine}.{table}": rows for s in surveyors(settings) for table, rows in s.rows().items()},
        "accounting": {
            **{name: getattr(books, name) for name in ("raw", "unchanged", "normalized", "late", "dead_letters", "balanced")},
            "problems": list(books.problems),
        },
        "merged": merged(ask),
        "dead_letters": dict(Counter(dead_letters(ask).values())),
        "checks": [{"name": v.name, "planted": v.planted, "holds": v.holds, "wrong": list(v.wrong)} for v in result.verdicts],
        "seconds": round(result.seconds, 1),
        "versions": _versions(settings),
    }
    path = report_path(settings)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(report, indent=2, ensure_ascii=False, default=str) + "\n", "utf-8")
    part.replace(path)


def _versions(settings: Settings) -> dict[str, str]:
    engines = {surveyor.engine: surveyor.version() for surveyor in surveyors(settings)}
    packages = {name: version(name) for name in _PACKAGES}
    return {"jobstream": VERSION, "python": sys.version.split()[0], **engines, **packages}
