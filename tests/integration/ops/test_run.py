"""`jobstream run` on a real stack: raw postings come out in both warehouses, and the books balance."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid

import psutil
import pytest

from pipeline.ops import topics
from pipeline.ops.databases import migrate, surveyors
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import processes
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import environment
from runtime.producer import AckProducer
from schemas.base import epoch_ms
from schemas.codec import encode
from schemas.message import Outgoing
from schemas.topics import RAW
from tests.builders import FEB, JAN, make_raw_posting
from tests.conftest import ROOT
from tests.engines import running_engines
from warehouse.survey import REVISED

# a busy machine shares its two cores among thirteen processes
WITHIN_S = 280
pytestmark = pytest.mark.timeout(600)


def run(settings, *arguments: str) -> subprocess.Popen:
    """Start `jobstream run`; its output can be read."""
    command = [*JOBSTREAM, "run", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment(settings), stderr=subprocess.PIPE, text=True)


def end(process: subprocess.Popen) -> None:
    """Stop a `run` that still lives, and with it its children."""
    if process.poll() is None:
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A stack of its own: `run` processes all that there is, and other tests leave thousands of postings."""
    for settings in running_engines(tmp_path_factory.mktemp("run")):
        topics.apply(settings)
        migrate(settings)
        yield settings


@pytest.fixture(scope="module")
def processed(ready):
    """Twenty postings, ten of them with a second revision, and a message that is none: run until all was idle.

    Two workers of normalize share the work. Gives what `run` told.
    """
    postings = [make_raw_posting(board="run", source_id=str(n), title=f"Nurse {n}", fetched_at=JAN) for n in range(20)]
    edited = [make_raw_posting(board="run", source_id=str(n), title=f"Senior nurse {n}", fetched_at=FEB) for n in range(10)]
    producer = AckProducer(kafka_config(ready), client_id="test")
    producer.publish([encode(raw, RAW.name, made_by="test") for raw in postings + edited])
    producer.publish([Outgoing(RAW.name, b"broken", b"{", (("ce_type", b"jobs.posting.raw.v1"),))])
    producer.close()
    process = run(ready, "--until-idle", "--workers", "normalize=2")
    try:
        _, told = process.communicate(timeout=WITHIN_S)
    finally:
        end(process)
    assert process.returncode == 0, told
    return told


def test_everything_that_is_there_is_processed_and_accounted_for(jobstream, ready, processed):
    """No lag, the books balance, the dead letter is in sight."""
    doctor = json.loads(jobstream("doctor", "--json").stdout)
    accounting = doctor["accounting"]
    assert (accounting["balanced"], accounting["unread"]) == (True, 0), doctor
    assert accounting["normalized"] >= 30
    assert "dead letters" in {f["check"] for f in doctor["findings"]} <= {"dead letters", "versions"}
    edited, all_of_them = range(10), range(20)
    told = [(n, JAN) for n in all_of_them] + [(n, FEB) for n in edited]
    revisions = {(f"lever:run:{n}", epoch_ms(at), REVISED) for n, at in told}
    assert [surveyor.missing(revisions) for surveyor in surveyors(ready)] == [set(), set()]


def test_a_run_until_idle_leaves_no_process(ready, processed):
    """It told what it made, and where the logs are."""
    assert processes(ready.var_dir) == []
    assert "9 processes run; logs are in" in processed


def test_a_killed_stage_is_started_again_and_a_second_run_is_refused(jobstream, ready):
    """And SIGTERM ends all of them."""
    process = run(ready)
    try:
        first = _pid_of(ready, "enrich")
        second = subprocess.run(
            [*JOBSTREAM, "run"], cwd=ROOT, env=environment(ready), capture_output=True, text=True, check=False
        )
        assert second.returncode == 1
        assert f"run runs already as pid {process.pid}" in second.stderr
        os.kill(first, signal.SIGKILL)
        assert _pid_of(ready, "enrich", other_than=first) != first
        shown = json.loads(jobstream("status", "--json").stdout)["processes"]
        assert {p["process"] for p in shown if p["healthy"]} >= {"normalize", "dedupe", "sink-clickhouse", "sink-timescaledb"}
    finally:
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told
    assert "enrich ended with code -9" in told
    assert [p.name for p in processes(ready.var_dir)] == []


def test_the_example_of_a_subscriber_follows_every_posting(ready, processed):
    """It needs `schemas` and a Kafka client, and prints each version of a posting once."""
    example = ROOT / "examples" / "subscribers" / "python" / "subscriber.py"
    command = [sys.executable, str(example), ready.kafka, f"test-{uuid.uuid4()}"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment(ready) | {"PYTHONPATH": "."})
    try:
        seen = set()
        while len(seen) < 30:
            line = process.stdout.readline()
            assert line, f"the subscriber ended with code {process.wait(10)}"
            # other tests of the session replay theirs: a newer version, and told again
            if line.startswith("lever:run:"):
                assert line not in seen
                seen.add(line)
    finally:
        process.kill()
        process.communicate()
    assert any(line.startswith("lever:run:3\tSenior nurse 3") for line in seen)


def _pid_of(settings, name: str, other_than: int = 0) -> int:
    deadline = time.monotonic() + WITHIN_S
    while time.monotonic() < deadline:
        for process in processes(settings.var_dir):
            if process.name == name and process.pid != other_than and psutil.pid_exists(process.pid):
                return process.pid
        time.sleep(0.2)
    raise AssertionError(f"{name} did not start")
