"""`jobstream schedule`: crawls for ever, by the plan; one of several leads."""

import os
import signal
from datetime import datetime, timedelta
from threading import Event, Thread

from pipeline.cli.exits import FINDING
from pipeline.ops.crawling import askable_boards, manners_of
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.plan import PlanLog, rules_of
from pipeline.ops.processes import registered
from pipeline.ops.scheduler import CrawlHangs, Scheduler
from pipeline.settings import Settings
from runtime import logs
from runtime.clock import utc_now
from runtime.election import Election
from runtime.health import HealthServer
from runtime.logs import logger
from runtime.memory import one_heap
from runtime.metrics import Metrics
from schemas.topics import PLAN, SCHEDULE_GROUP
from scrapers.boards import Board
from scrapers.crawl import Manners
from scrapers.memory import HttpMemory
from scrapers.orders import Orders
from scrapers.searching import SEARCH
from scrapers.spiders.board import Ways
from scrapers.urls import without_secrets_in

NAME = "schedule"
_TURN_S = 1.0
_ENDING_TURN_S = 0.2
# less than a supervisor waits before it kills
_ENDING_S = 20.0
_SETTLING = timedelta(seconds=5)
_STALLED_S = 180.0
log = logger(__name__)


def run_schedule(settings: Settings) -> bool:
    """Schedule until SIGTERM or SIGINT; return False when it ended by itself, because something went wrong.

    Raises AlreadyRuns, BoardsUnreadable, CrawlMisconfigured, and Unreachable when Kafka does not answer at the start.
    """
    one_heap()
    logs.configure(NAME, settings.log_dir, settings.log_level, without_secrets_in)
    work = Work(settings)
    health = HealthServer(work.metrics, settings.metrics_port, health=work.health, ready=work.ready).start()
    try:
        with registered(settings.var_dir, NAME, health.port):
            return work.run()
    finally:
        health.stop()


class Work:
    """What the process is made of: crawls in the main thread, where Scrapy wants to be, and the rounds in another.

    To end: no crawl starts any more, those in flight publish what they have and report themselves partial, their boards are
    settled, and the group is left. After twenty seconds Kafka is waited for no longer.
    """

    def __init__(self, settings: Settings) -> None:
        manners = manners_of(settings, askable_boards(settings))
        self.metrics = Metrics(NAME)
        self._kafka = kafka_config(settings)
        self._rules = rules_of(settings)
        self._plan = PlanLog(Cluster(self._kafka))
        memory = HttpMemory(settings.var_dir / "http")
        self._orders = Orders(lambda done: Ways(memory, settings.source_base_url, done=done, keys=settings.source_keys), manners)
        self._election = Election(self._kafka, SCHEDULE_GROUP, PLAN.name)
        self._scheduler = Scheduler(
            self._rules,
            election=self._election,
            crawls=self._orders,
            plan=self._plan,
            boards=lambda: _crawlable(settings, manners),
            metrics=self.metrics,
            clock=utc_now,
        )
        self._stop = Event()
        self._stop_by: datetime | None = None
        self._went_wrong = False

    def run(self) -> bool:
        """Return True after a signal ended it."""
        rounds = Thread(target=self._rounds, name="rounds")
        before = {number: signal.signal(number, self._told_to_stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            rounds.start()
            self._orders.run(self._kafka, utc_now, self._kafka_is_too_late)
            # a crawler that ended unasked took its crawls along: their ends are not waited for
            self._went_wrong = self._went_wrong or not self._stop.is_set()
        finally:
            self._told_to_stop()
            rounds.join()
            for number, handler in before.items():
                signal.signal(number, handler)
        return not self._went_wrong

    def health(self) -> str | None:
        """A sentence when no turn ended for long."""
        silent_s = (utc_now() - self._scheduler.last_turn_at).total_seconds()
        return f"no round ended for {silent_s:.0f} s" if silent_s > _STALLED_S else None

    def ready(self) -> str | None:
        """A sentence while the plan can't be written. Standing by is being ready."""
        return self._scheduler.finding

    def _told_to_stop(self, *_: object) -> None:
        self._stop_by = self._stop_by or utc_now() + timedelta(seconds=_ENDING_S)
        self._stop.set()

    def _kafka_is_too_late(self) -> bool:
        now = utc_now()
        expired = now - timedelta(seconds=self._rules.lease_s)
        # who led meanwhile may have started the board again
        overdue = any(tally.started_at < expired for tally in self._orders.running)
        return overdue or (self._stop_by is not None and now > self._stop_by)

    def _rounds(self) -> None:
        try:
            while not self._stop.is_set():
                self._scheduler.turn(_TURN_S)
            self._orders.end()
            self._end_rounds()
        except CrawlHangs as error:
            log.warning("the process ends at once, a new one goes on", cause=str(error))
            # Scrapy would wait for that crawl for ever
            os._exit(FINDING)
        except Exception:
            self._went_wrong = True
            log.exception("a round went wrong, the process ends")
        finally:
            self._orders.end()
            self._election.close()
            self._plan.close()

    def _end_rounds(self) -> None:
        while self._orders.running and not (self._stop_by and utc_now() > self._stop_by + _SETTLING):
            self._scheduler.turn(_ENDING_TURN_S, ending=True)


def _crawlable(settings: Settings, manners: Manners) -> list[Board]:
    """Return the boards to plan.

    One that asks for a browser waits for the next start where none was found at this one, and so does one that can only be
    searched where searching is off.
    """
    askable = [board for board in askable_boards(settings) if manners.browser or not board.browser]
    return [board for board in askable if settings.jobspy or board.source != SEARCH]
