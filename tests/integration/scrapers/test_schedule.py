"""Two schedulers on one Kafka: one acts, the other takes over when it is killed, and no board is crawled twice at a time."""

import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.plan import read_plan
from pipeline.ops.processes import processes
from pipeline.ops.run import JOBSTREAM
from pipeline.settings import Settings, environment
from schemas.crawl import CrawlOutcome
from schemas.plan import CrawlPlan
from tests.integration.scrapers.conftest import Find
from tests.integration.scrapers.vendor import Answer, Query, Vendor

BOARDS = [f"sched{number}" for number in range(6)]
SLOW = "sched-slow"


class Watched:
    """A Lever vendor that notes which boards are asked at the same time, and holds the slow one until told otherwise."""

    def __init__(self, vendor: Vendor) -> None:
        self.asked: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.release = threading.Event()
        self._now: Counter[str] = Counter()
        self._lock = threading.Lock()
        for board in (*BOARDS, SLOW):
            vendor.answers[f"/api.lever.co/v0/postings/{board}"] = self._route(board)

    def _route(self, board: str) -> Callable[[Query], Answer]:
        def route(_: Query) -> Answer:
            with self._lock:
                self.asked[board] += 1
                self._now[board] += 1
                self.most[board] = max(self.most[board], self._now[board])
            if board == SLOW:
                self.release.wait(60)
            with self._lock:
                self._now[board] -= 1
            return Answer([{"id": f"{board}-1", "text": "Nurse"}])

        return route


class Scheduler:
    """`./jobstream schedule` in a process and a var directory of its own."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings = settings.but(var_dir=folder)
        command = (*JOBSTREAM, "schedule")
        folder.mkdir()
        with (folder / "out").open("wb") as out:
            self.process = subprocess.Popen(command, env=environment(self.settings), stdout=out, stderr=out)

    def metrics(self) -> str:
        """What it serves; nothing while it starts or after its end."""
        port = next((process.port for process in processes(self.settings.var_dir)), None)
        try:
            return "" if port is None else urlopen(f"http://127.0.0.1:{port}/metrics", timeout=2).read().decode()
        except (URLError, ConnectionError):
            return ""

    def leads(self) -> bool:
        """Whether it says so."""
        return 'jobstream_schedule_leader{process="schedule"} 1.0' in self.metrics()

    def kill(self) -> None:
        """As the kernel does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def schedule(settings: Settings, vendor: Vendor, published: Find, tmp_path: Path) -> Iterator[Callable[[str], Scheduler]]:
    """Starts schedulers of those boards and no other, each crawled every three seconds."""
    own = tmp_path / "boards.toml"
    own.write_text("[lever]\n" + "\n".join(f'{board} = "Acme"' for board in (*BOARDS, SLOW)))
    often = {f"schedule_{name}_s": 3 for name in ("interval", "shortest", "longest")} | {"schedule_boards_per_host": 8}
    where = {"boards_file": own, "shipped_boards": False, "source_base_url": vendor.url, "crawl_delay_s": 0}
    running: list[Scheduler] = []

    def start(name: str) -> Scheduler:
        running.append(Scheduler(settings.but(**often, **where), tmp_path / name))
        return running[-1]

    yield start
    for each in running:
        if each.process.poll() is None:
            each.kill()


def plan_of(settings: Settings) -> dict[str, CrawlPlan]:
    """The plan by the board's name."""
    return {plan.board: plan for plan in read_plan(Cluster(kafka_config(settings))).values()}


def wait_until(what: Callable[[], object], within_s: float = 40) -> None:
    """Return when it is true."""
    deadline = time.monotonic() + within_s
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_one_of_two_schedulers_acts_and_the_other_takes_over(
    settings: Settings, vendor: Vendor, schedule: Callable[[str], Scheduler], published: Find
) -> None:
    """After a kill -9 the plan goes on where it was, and the crawl that the dead one left behind is not started again."""
    watched = Watched(vendor)
    first = schedule("first")
    wait_until(lambda: watched.asked[SLOW] and all(watched.asked[board] for board in BOARDS))
    second = schedule("second")
    wait_until(second.metrics)
    assert (first.leads(), second.leads()) == (True, False)

    first.kill()
    left = plan_of(settings)
    idle = [board for board in BOARDS if left[board].in_flight is None]
    before = Counter(watched.asked)
    wait_until(lambda: second.leads() and all(watched.asked[board] > before[board] for board in idle))

    assert left[SLOW].in_flight is not None
    assert watched.asked[SLOW] == 1
    assert max(watched.most.values()) == 1

    second.process.send_signal(signal.SIGTERM)
    assert second.process.wait(30) == 0
    after = plan_of(settings)
    assert all(after[board].round > left[board].round and after[board].in_flight is None for board in idle)
    assert after[SLOW].in_flight == left[SLOW].in_flight
    assert {report.outcome for board in idle for report in published(f"lever:{board}").reports} == {CrawlOutcome.COMPLETE}
    watched.release.set()
