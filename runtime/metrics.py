"""Every metric of Jobstream, declared once. Names: `jobstream_<noun>_<unit>_total`, base units, no ids as labels."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600)
# returns None when all is well, or one sentence
Check = Callable[[], str | None]


class Metrics:
    """The metrics of one process, on a registry of its own; `process` is its name: `normalize`, `sink-clickhouse`, `crawl`."""

    def __init__(self, process: str) -> None:
        self.process = process
        self.registry = CollectorRegistry()
        r = self.registry
        # memory, processor time, start: the names that Prometheus's own libraries give them
        ProcessCollector(registry=r)
        self.ready = Gauge("jobstream_ready", "1 while `/ready` answers 200", ["process"], registry=r)
        self.events = Counter("jobstream_events_total", "Events read", ["stage", "topic"], registry=r)
        self.outputs = Counter("jobstream_outputs_total", "Events published", ["stage", "topic"], registry=r)
        self.outcomes = Counter("jobstream_outcomes_total", "What became of raw postings", ["stage", "outcome"], registry=r)
        self.dead_letters = Counter(
            "jobstream_dead_letters_total", "Messages that could not be processed", ["stage", "reason"], registry=r
        )
        self.rejections = Counter("jobstream_rejections_total", "Typed rejections", ["source", "reason"], registry=r)
        self.unreadable = Counter(
            "jobstream_unreadable_fields_total", "Fields that could not be read", ["source", "field"], registry=r
        )
        self.held_listings = Counter(
            "jobstream_held_listings_total", "Crawls that took more than half of a board away", ["source"], registry=r
        )
        self.open_incidents = Gauge(
            "jobstream_open_incidents", "Incidents of boards that are open, as crawls tell", ["source", "cause"], registry=r
        )
        self.last_success = Gauge(
            "jobstream_last_success_timestamp_seconds", "When a crawl of the source was last whole", ["source"], registry=r
        )
        self.batch_seconds = Histogram("jobstream_batch_seconds", "Time of a batch", ["stage"], buckets=_SECONDS, registry=r)
        self.latency_seconds = Histogram(
            "jobstream_latency_seconds", "From fetch to here", ["stage"], buckets=_SECONDS, registry=r
        )
        self.retries = Counter("jobstream_retries_total", "Batches tried again", ["stage", "cause"], registry=r)
        self.lag = Gauge("jobstream_lag_messages", "Messages behind the newest", ["stage"], registry=r)
        self.committed = Gauge(
            "jobstream_committed_messages", "Committed offsets of this worker's partitions, added up", ["stage"], registry=r
        )
        self.state_entries = Gauge("jobstream_state_entries", "Entries of the stage's table", ["stage"], registry=r)
        self.crawls = Counter("jobstream_crawls_total", "Crawls that the scheduler ended", ["source", "outcome"], registry=r)
        self.schedule_leader = Gauge("jobstream_schedule_leader", "1 while this scheduler leads", ["process"], registry=r)
        self.schedule_last_round = Gauge(
            "jobstream_schedule_last_round_timestamp_seconds", "When the leader last ended a good round", ["process"], registry=r
        )
        self.schedule_boards = Gauge(
            "jobstream_schedule_boards", "Boards by state: waiting, due, late, in_flight", ["state"], registry=r
        )
        self.schedule_breaker = Gauge(
            "jobstream_schedule_breaker", "1 for each host whose circuit breaker is not closed", ["host", "state"], registry=r
        )
        self.rows = Counter("jobstream_rows_total", "Rows written", ["sink", "table"], registry=r)
        self.paused = Gauge("jobstream_paused", "1 while a sink waits for its database", ["sink"], registry=r)
        self.last_progress = Gauge("jobstream_last_progress_timestamp_seconds", "When a batch last ended", ["stage"], registry=r)

    def follow(self, ready: Check) -> None:
        """Let `jobstream_ready` be what `ready` finds whenever it is read: Prometheus reads no JSON."""
        self.ready.labels(self.process).set_function(lambda: ready() is None)
