"""`jobstream demo`, whole, as a user runs it: on ports and in a folder of its own."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.demo.place import demo_settings
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import processes
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import Settings, environment
from schemas.topics import DEAD_LETTER_TOPICS, EVENT_TOPICS, REPLAY
from tests.conftest import ROOT
from tests.engines import make_settings
from tests.idle import wait_until_idle

WITHIN_S = 240.0
pytestmark = pytest.mark.timeout(600)
# below the ports that clients get, and other ones for another run of this test
BASE = 20_000 + os.getpid() % 40 * 200


class Demo:
    """A demo that was run; it goes on running."""

    def __init__(self, settings: Settings) -> None:
        self.settings = demo_settings(settings)
        self._env = environment(settings)
        self.code, self.told = self.jobstream("demo")

    def jobstream(self, *words: str) -> tuple[int, str]:
        """Run `./jobstream …`; return its exit code and what it printed."""
        done = subprocess.run([*JOBSTREAM, *words], cwd=ROOT, env=self._env, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def catch_up(self) -> None:
        """Return when nothing is behind."""
        cluster = Cluster(kafka_config(self.settings))
        assert wait_until_idle(cluster, WITHIN_S)

    @property
    def report(self) -> dict[str, Any]:
        """What the demo wrote for machines."""
        found: dict[str, Any] = json.loads((self.settings.var_dir / "report.json").read_text())
        return found

    def tables(self) -> dict[str, int]:
        """Rows per table now."""
        return dict(json.loads(self.jobstream("--demo", "status", "--json")[1])["tables"])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo that has run once; it is down afterwards."""
    settings = make_settings(tmp_path_factory.mktemp("demo") / "var", demo_port_base=BASE)
    try:
        yield Demo(settings)
    finally:
        subprocess.run([*JOBSTREAM, "demo", "--down"], cwd=ROOT, env=environment(settings), check=True)


def test_the_demo_finds_what_it_planted(demo: Demo) -> None:
    """Exit code 0, every check holds, the books balance, and it says what to try next."""
    assert demo.code == 0, demo.told
    assert all(check["holds"] for check in demo.report["checks"])
    assert "balanced" in demo.told
    assert "all checks hold" in demo.told
    assert "make demo-down" in demo.told


def test_the_report_says_what_the_demo_came_to(demo: Demo) -> None:
    """Topics, tables, books, copies, dead letters, time and versions."""
    report = demo.report
    assert set(report["topics"]) == {topic.name for topic in (*EVENT_TOPICS, *DEAD_LETTER_TOPICS)}
    assert report["tables"]["clickhouse.posting"] == report["tables"]["timescaledb.posting"] > 3000
    books = report["accounting"]
    assert books["raw"] == sum(books[name] for name in ("unchanged", "normalized", "late", "dead_letters"))
    assert (books["balanced"], books["raw"]) == (True, report["topics"]["jobs.posting.raw"])
    assert report["dead_letters"] == {"missing_title": 6, "too_long": 6}
    assert {row["match_method"] for row in report["merged"]} >= {"exact", "near"}
    assert all(row["reason"] and row["cluster_id"] for row in report["merged"])
    assert report["seconds"] > 0
    assert {"jobstream", "python", "clickhouse", "timescaledb", "chdb"} <= set(report["versions"])


def test_what_the_demo_says_is_short_and_has_no_noise(demo: Demo) -> None:
    """No traceback, no warning of a library, and every line is one that a person may read."""
    lines = demo.told.splitlines()
    assert not [line for line in lines if "Traceback" in line or "Warning" in line]
    assert len(lines) < 150
    assert max(map(len, lines)) < 240


def test_the_commands_that_the_demo_names_work(demo: Demo) -> None:
    """A query, the status, and a replay after which every table has as many rows as before, dead letters too."""
    assert demo.jobstream("--demo", "query", "top-skills")[0] == 0
    assert demo.jobstream("--demo", "status")[0] == 0
    before = demo.tables()
    code, told = demo.jobstream("--demo", "replay", "--source", "lever", "--execute", "--json")
    assert (code, json.loads(told)["published"] > 500) == (0, True)
    demo.catch_up()
    assert demo.tables() == before
    assert Cluster(kafka_config(demo.settings)).messages([REPLAY.name])[REPLAY.name] == json.loads(told)["published"]


def test_a_taken_port_is_told(demo: Demo, tmp_path: Path) -> None:
    """A demo in another folder finds this one's ports taken, and says which setting moves them."""
    other = demo.settings.but(var_dir=tmp_path)
    done = subprocess.run([*JOBSTREAM, "demo"], cwd=ROOT, env=environment(other), capture_output=True, text=True, check=False)
    assert (done.returncode, "JOBSTREAM_DEMO_PORT_BASE" in done.stderr) == (1, True)
    assert processes(demo.settings.var_dir)
