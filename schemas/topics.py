"""The topics: the only place that knows names, keys, partitions, retention, sizes and cleanup policies."""

from dataclasses import dataclass

from schemas.base import Event
from schemas.cluster import ClusterAssigned
from schemas.crawl import CrawlPage, CrawlReport, CrawlTick
from schemas.dead_letter import SUFFIX
from schemas.embedded import PostingEmbedded
from schemas.erasure import ContactsErased
from schemas.health import IncidentEnded, IncidentOpened, SourceHealth
from schemas.lifecycle import PostingClosed, PostingOpened, PostingRead, PostingReopened
from schemas.mirror import CanonicalPosting, PostingMirrored, PostingSighted, SightingAnswered
from schemas.plan import CrawlPlan
from schemas.posting import DeduplicatedPosting, EnrichedPosting, Posting, PostingMoved
from schemas.raw import RawPosting

MIB = 1 << 20
DAY_MS = 86_400_000
FOREVER = -1
DEFAULT_PARTITIONS = 12
# Copies from which on an acknowledgement may wait for two of them: with two, the loss of either would stop all writing.
SAFE_COPIES = 3
STAGES = ("normalize", "dedupe", "enrich", "lifecycle", "mirror", "embed")
# The table of a stage that keeps state; Faust names its changelog after app id and table.
TABLES = {
    "normalize": "posting", "dedupe": "member", "enrich": "current", "lifecycle": "listing", "mirror": "sighting",
    "embed": "vector",
}  # fmt: skip
# The consumer group of the schedulers, and the transactional id of the one that leads.
SCHEDULE_GROUP = "jobstream-schedule"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a topic promises. `retention_ms` -1 = for ever; a compacted topic keeps the newest value per key.

    `segment_bytes` None = the broker's: compaction leaves the newest segment alone, so who reads a topic whole wants small ones.
    `copies` of each partition: where there are three, `acks=all` means that at least two of them hold the message.
    `compacted_within_ms`: compaction takes up what is that old, if the partition is written to; None = when half of it is dirty.
    """

    name: str
    key: str
    events: tuple[type[Event], ...]
    made_by: str
    read_by: str
    retention_ms: int = FOREVER
    compacted: bool = False
    max_bytes: int = 1 * MIB
    partitions: int = DEFAULT_PARTITIONS
    copies: int = 1
    ordered: bool = True
    segment_bytes: int | None = None
    compacted_within_ms: int | None = None

    def config(self) -> dict[str, str]:
        """The broker's settings of this topic."""
        settings = {
            "cleanup.policy": "compact" if self.compacted else "delete",
            "max.message.bytes": str(self.max_bytes),
            "message.timestamp.type": "LogAppendTime",
            "min.insync.replicas": "2" if self.copies >= SAFE_COPIES else "1",
        }
        if self.segment_bytes is not None:
            settings["segment.bytes"] = str(self.segment_bytes)
        if self.compacted_within_ms is not None:
            settings["max.compaction.lag.ms"] = str(self.compacted_within_ms)
        return settings if self.compacted else settings | {"retention.ms": str(self.retention_ms)}


RAW = Topic("jobs.posting.raw", "posting id", (RawPosting,), "scrapers, import", "normalize", max_bytes=16 * MIB)
REPLAY = Topic("jobs.posting.replay", "posting id", (RawPosting,), "replay", "normalize", 7 * DAY_MS, max_bytes=16 * MIB)
CRAWL = Topic(
    "jobs.crawl",
    "source:board",
    (CrawlPage, CrawlReport, CrawlTick),
    "scrapers, scheduler, lifecycle tick",
    "lifecycle, sinks, scheduler",
)
NORMALIZED = Topic("jobs.posting.normalized", "employer key", (Posting, PostingMoved), "normalize", "dedupe", 30 * DAY_MS)
DEDUPLICATED = Topic("jobs.posting.deduplicated", "posting id", (DeduplicatedPosting,), "dedupe", "enrich, embed", 30 * DAY_MS)
CLUSTER = Topic("jobs.posting.cluster", "posting id", (ClusterAssigned,), "dedupe", "sinks, anyone", compacted=True)
EMBEDDED = Topic("jobs.posting.embedded", "posting id", (PostingEmbedded,), "embed", "sinks, anyone", compacted=True)
# Kept for ever, so that mirrors are rebuilt from it; not compacted, because the gaps in an input's offsets are losses.
CANONICAL = Topic("jobs.posting.canonical", "posting id", (CanonicalPosting,), "dedupe", "mirror")
SIGHTED = Topic("jobs.posting.sighted", "bucket", (PostingSighted,), "mirror", "mirror", 30 * DAY_MS)
ANSWERED = Topic("jobs.sighting.answered", "posting id", (SightingAnswered,), "mirror", "mirror", 30 * DAY_MS)
MIRROR = Topic("jobs.posting.mirror", "posting id", (PostingMirrored,), "mirror", "sinks, anyone", compacted=True)
ENRICHED = Topic("jobs.posting.enriched", "posting id", (EnrichedPosting,), "enrich", "sinks, anyone", 30 * DAY_MS)
# What was erased from a posting must not lie in it for as long as a quiet topic takes to be half dirty.
CURRENT = Topic(
    "jobs.posting.current", "posting id", (EnrichedPosting,), "enrich", "services that bootstrap",
    compacted=True, compacted_within_ms=DAY_MS,
)  # fmt: skip
# Kept for ever: a rebuild must know what was erased before it.
CONTACTS_ERASED = Topic("jobs.contacts.erased", "posting id", (ContactsErased,), "erase", "enrich, who copied contacts")
# Kept for ever, as crawls are: the lifecycle is rebuilt from both.
READ = Topic("jobs.posting.read", "source:board", (PostingRead,), "normalize", "lifecycle")
_TURNS = (PostingOpened, PostingClosed, PostingReopened)
LIFECYCLE = Topic("jobs.posting.lifecycle", "posting id", _TURNS, "lifecycle", "sinks, anyone", 30 * DAY_MS)
STATUS = Topic("jobs.posting.status", "posting id", _TURNS, "lifecycle", "sinks, anyone", compacted=True)
_HEALTH = (SourceHealth, IncidentOpened, IncidentEnded)
HEALTH = Topic("jobs.source.health", "source:board", _HEALTH, "lifecycle", "sinks, anyone", 30 * DAY_MS)
# One partition: its owner is the leader of the schedulers.
PLAN = Topic(
    "jobs.crawl.plan", "source:board", (CrawlPlan,), "scheduler", "scheduler",
    compacted=True, partitions=1, segment_bytes=16 * MIB,
)  # fmt: skip

EVENT_TOPICS = (
    RAW, REPLAY, CRAWL, PLAN, NORMALIZED, DEDUPLICATED, CLUSTER, CANONICAL, SIGHTED, ANSWERED, MIRROR, EMBEDDED, ENRICHED,
    CURRENT, CONTACTS_ERASED, READ, LIFECYCLE, STATUS, HEALTH,
)  # fmt: skip


def inputs_of(stage: str) -> tuple[Topic, ...]:
    """Return the topics that `stage` reads."""
    return tuple(topic for topic in EVENT_TOPICS if stage in topic.read_by.split(", "))


def own_topics_of(stage: str) -> tuple[Topic, ...]:
    """Return the topics that `stage` alone writes and reads: like its changelog, they are part of its state."""
    return tuple(topic for topic in EVENT_TOPICS if topic.made_by == topic.read_by == stage)


def dead_letters_of(topic: Topic) -> Topic:
    """Return the topic of what could not be processed from `topic`."""
    return Topic(
        topic.name + SUFFIX, "key of the source", topic.events, f"readers of {topic.name}", "operators, ClickHouse sink",
        # headers say why: room for them above what the source topic allows
        max_bytes=topic.max_bytes + MIB, partitions=1, ordered=False,
    )  # fmt: skip


def app_id(stage: str) -> str:
    """Return the consumer group of a stage, which is its Faust app id."""
    return f"jobstream-{stage}"


def sink_group(sink: str) -> str:
    """Return the consumer group of a sink."""
    return f"jobstream-sink-{sink}"


def changelog_of(stage: str) -> Topic:
    """Return the changelog topic of the stage's table: the state itself, so its partitions match the input's."""
    name = f"{app_id(stage)}-{TABLES[stage]}-changelog"
    return Topic(name, "table key", (), stage, stage, compacted=True)


# Nothing of ours reads the one; the scheduler plans anew what it can't read of the other.
_WITHOUT_DEAD_LETTERS = (CURRENT, PLAN)
DEAD_LETTER_TOPICS = tuple(dead_letters_of(t) for t in EVENT_TOPICS if t not in _WITHOUT_DEAD_LETTERS)
CHANGELOG_TOPICS = tuple(changelog_of(stage) for stage in TABLES)
TOPICS = EVENT_TOPICS + DEAD_LETTER_TOPICS + CHANGELOG_TOPICS
