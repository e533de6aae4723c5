"""Time for boards that nobody crawls."""

from collections.abc import Callable, Iterable
from datetime import datetime

from pipeline.cli.exits import Unreachable
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_reading import read_all
from runtime.producer import BrokerUnavailable, Published
from schemas.codec import DecodeError, decode, encode
from schemas.crawl import CrawlReport, CrawlTick
from schemas.message import Incoming, Outgoing
from schemas.topics import CRAWL

Publish = Callable[[list[Outgoing]], list[Published]]


def boards(cluster: Cluster) -> list[tuple[str, str]]:
    """Return (source, board) of every board that a report on `jobs.crawl` names, in order. Raises Unreachable."""
    found = set()
    for message in read_all(cluster, [CRAWL.name]):
        if (report := report_in(message)) is not None:
            found.add((report.source, report.board))
    return sorted(found)


def tick(cluster: Cluster, at: datetime, publish: Publish | None) -> list[CrawlTick]:
    """Return a tick per board; on return `publish`, where there is one, has acknowledged them. Raises Unreachable."""
    ticks = [CrawlTick(source=source, board=board, at=at) for source, board in boards(cluster)]
    if publish is not None and ticks:
        try:
            publish(as_messages(ticks))
        except BrokerUnavailable as error:
            raise Unreachable(f"Kafka stopped acknowledging ({error}). Repeat the command: a tick twice is once.") from error
    return ticks


def as_messages(ticks: Iterable[CrawlTick]) -> list[Outgoing]:
    """Return what tells boards the time."""
    return [encode(each, CRAWL.name, made_by="lifecycle-tick") for each in ticks]


def report_in(message: Incoming) -> CrawlReport | None:
    """Return the report that a message of `jobs.crawl` is; None for what is none or can't be read (lifecycle's dead letter)."""
    if message.header("ce_type") != CrawlReport.TYPE:
        return None
    try:
        event = decode(message)
    except DecodeError:
        return None
    return event if isinstance(event, CrawlReport) else None
