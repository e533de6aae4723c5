"""The crawl plan as it lies on `jobs.crawl.plan`: read by anyone, written by the leader alone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read, read_all
from pipeline.ops.lifecycle import as_messages, report_in
from pipeline.settings import Settings
from runtime.clock import utc_now
from runtime.consumer import Partition
from runtime.logs import logger
from runtime.producer import AckProducer
from runtime.transaction import TransactionalProducer
from schemas.codec import DecodeError, decode, encode, tombstone
from schemas.crawl import CrawlReport, CrawlTick
from schemas.message import Incoming
from schemas.plan import CrawlPlan
from schemas.topics import CRAWL, PLAN, SCHEDULE_GROUP
from scrapers.plan.rules import Rules
from scrapers.plan.schedule import Counts, Schedule

# clocks of the machines that schedule, and the broker's, differ by less
_SKEW = timedelta(minutes=5)
_MADE_BY = "schedule"
log = logger(__name__)


def read_plan(cluster: Cluster) -> dict[str, CrawlPlan]:
    """Return the newest record of every board in the plan, by `source:board`. Raises Unreachable.

    A record that can't be read is left out: its board is planned anew.
    """
    plans: dict[str, CrawlPlan] = {}
    for message in read_all(cluster, [PLAN.name]):
        key = (message.key or b"").decode("utf-8", "replace")
        plan = _plan(message)
        if plan is None:
            plans.pop(key, None)
        else:
            plans[key] = plan
    return plans


def rules_of(settings: Settings) -> Rules:
    """Return the bounds and budgets that `settings` give."""
    return Rules(
        interval_s=settings.schedule_interval_s,
        shortest_s=settings.schedule_shortest_s,
        longest_s=settings.schedule_longest_s,
        retry_s=settings.schedule_retry_s,
        crawl_limit_s=settings.schedule_crawl_limit_s,
        boards_at_once=settings.schedule_boards_at_once,
        boards_per_host=settings.schedule_boards_per_host,
        requests_per_hour=settings.schedule_requests_per_hour,
        failures_to_open=settings.schedule_failures_to_open,
        pause_s=settings.schedule_pause_s,
    )


def counts(cluster: Cluster, settings: Settings) -> Counts:
    """Return how many boards of the plan are in which state. Raises Unreachable."""
    return Schedule(rules_of(settings), read_plan(cluster).values()).counts(utc_now())


class PlanLog:
    """The plan's topic in the hands of a scheduler. Every method raises Unreachable, BrokerUnavailable or Fenced.

    After any of these the scheduler leads no more: what it has in memory may not be what is written.
    """

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._producer: TransactionalProducer | None = None
        self._ticks: AckProducer | None = None
        self._heard_until: dict[Partition, int] = {}

    def take_over(self) -> list[CrawlPlan]:
        """Return the whole plan, as of now and for as long as nobody else takes over.

        1. earlier leaders can write no more, and what they had begun is undone;
        2. the topic is read to its end.
        """
        self.let_go()
        self._producer = TransactionalProducer(self._cluster.config, SCHEDULE_GROUP)
        self._heard_until = {}
        return list(read_plan(self._cluster).values())

    def write(self, plans: Iterable[CrawlPlan], gone: Iterable[str]) -> None:
        """Return when all of `plans` are committed, and the boards `gone` have left."""
        messages = [encode(plan, PLAN.name, made_by=_MADE_BY) for plan in plans]
        messages += [tombstone(PLAN.name, key) for key in gone]
        assert self._producer is not None
        if messages:
            self._producer.publish(messages)

    def tell(self, ticks: Sequence[CrawlTick]) -> None:
        """Return when all of `ticks` are acknowledged."""
        if ticks:
            # no transaction: its marker would look like a message that the readers of `jobs.crawl` never read
            self._ticks = self._ticks or AckProducer(self._cluster.config, client_id="jobstream-schedule-tick")
            self._ticks.publish(as_messages(ticks))

    def reports(self, since: datetime) -> list[CrawlReport]:
        """Return the reports on `jobs.crawl` since `since`, or since the last call."""
        start = self._heard_until or self._cluster.offsets_at([CRAWL.name], since - _SKEW)
        self._heard_until = self._cluster.next_offsets([CRAWL.name])
        found = (report_in(message) for message in read(self._cluster.config, start, self._heard_until))
        return [report for report in found if report is not None]

    def let_go(self) -> None:
        """Write no more."""
        if self._producer is not None:
            self._producer.close()
        self._producer = None

    def close(self) -> None:
        """Release every client."""
        self.let_go()
        if self._ticks is not None:
            self._ticks.close()


def _plan(message: Incoming) -> CrawlPlan | None:
    try:
        event = decode(message)
    except DecodeError as error:
        if message.value is not None:
            log.warning("a record of the plan can't be read, its board is planned anew", offset=message.offset, cause=str(error))
        return None
    return event if isinstance(event, CrawlPlan) else None
