"""Real postings as a day brings them: seen again, edited, out of order, and broken ones; and crawls that open and close them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from schemas.codec import encode
from schemas.crawl import CrawlOutcome
from schemas.message import Outgoing
from schemas.raw import RawPosting
from schemas.topics import CRAWL, RAW
from scrapers.imports import load_spec
from scrapers.imports.files import read_rows
from scrapers.imports.reading import Findings, Import, read_postings
from tests.unit.streams.lifecycle.crawls import crawl

FILE = "postings/hn_whoishiring_2015_2017.jsonl.xz"
POSTINGS = 2500
CRAWLS = 10
_DISTANCE = 600
_LISTED = 0.8
Placed = tuple[float, Outgoing]
encoded = partial(encode, topic=RAW.name, made_by="faults")


def messages(shared_data: Path) -> list[Outgoing]:
    """Return the messages, the same ones each time, in the order in which they are published: raw postings and crawls."""
    postings = _postings(shared_data / FILE)
    rng = Random(2015)
    placed = [(float(n), encoded(posting)) for n, posting in enumerate(postings)]
    placed += _seen_again(postings, rng)
    placed += _edited(postings, rng)
    placed += _out_of_order(postings, rng)
    placed += [(rng.uniform(0, POSTINGS), message) for message in _broken(postings)]
    placed += _crawled(postings, rng)
    return [message for _, message in sorted(placed, key=lambda each: each[0])]


def _postings(path: Path) -> list[RawPosting]:
    # the first five months: employers advertise again from month to month
    wanted = Import(load_spec("hn", {}), None, datetime(2026, 11, 1, tzinfo=UTC), POSTINGS)
    return [posting for _, posting in read_postings(read_rows(path), wanted, Findings())]


def _seen_again(postings: list[RawPosting], rng: Random) -> Iterator[Placed]:
    """Yield the same fetch once more, and the same content fetched a month later: both are unchanged."""
    for at in rng.sample(range(POSTINGS), 200):
        yield at + rng.uniform(0, _DISTANCE), encoded(postings[at])
    for at in rng.sample(range(POSTINGS), 150):
        yield at + rng.uniform(0, _DISTANCE), encoded(_later(postings[at], 30))


def _edited(postings: list[RawPosting], rng: Random) -> Iterator[Placed]:
    """Yield new revisions: some change a sentence, some have the text of another posting and so another employer."""
    for at in rng.sample(range(POSTINGS), 200):
        text = f"{postings[at].row.get('text')}<p>Apply until the end of the month."
        yield at + rng.uniform(0, _DISTANCE), encoded(_later(postings[at], 10, text))
    for at in rng.sample(range(POSTINGS), 80):
        text = postings[rng.randrange(POSTINGS)].row.get("text")
        yield at + rng.uniform(0, _DISTANCE), encoded(_later(postings[at], 20, text))


def _out_of_order(postings: list[RawPosting], rng: Random) -> Iterator[Placed]:
    """Yield older content that comes after, which is late, and newer content that comes before."""
    for at in rng.sample(range(POSTINGS), 80):
        yield at + rng.uniform(0, _DISTANCE), encoded(_later(postings[at], -5, "Older | Engineer | Rome<p>It was here before."))
    for at in rng.sample(range(POSTINGS), 80):
        text = f"{postings[at].row.get('text')}<p>Now with a view."
        yield at - rng.uniform(0, _DISTANCE), encoded(_later(postings[at], 40, text))


def _crawled(postings: list[RawPosting], rng: Random) -> Iterator[Placed]:
    """Yield crawls of every board, each listing four of five of its postings; a partial, a failed and a late one among them."""
    boards: dict[str, list[RawPosting]] = defaultdict(list)
    for posting in postings:
        boards[posting.board].append(posting)
    outcomes = {4: CrawlOutcome.PARTIAL, 6: CrawlOutcome.FAILED}
    for name, listed in boards.items():
        places = sorted(rng.uniform(0, POSTINGS) for _ in range(CRAWLS))
        days = [*range(CRAWLS - 2), CRAWLS - 1, CRAWLS - 2]
        for place, day in zip(places, days, strict=True):
            outcome = outcomes.get(day, CrawlOutcome.COMPLETE)
            seen = [p.posting_id for p in listed if rng.random() < _LISTED and p.posting_id]
            at = listed[-1].fetched_at + timedelta(days=day)
            for event in crawl(at, [] if outcome is CrawlOutcome.FAILED else seen, outcome, source="hn", board=name):
                yield place, encode(event, CRAWL.name, made_by="faults")


def _broken(postings: list[RawPosting]) -> list[Outgoing]:
    """Return messages that must become dead letters, one per way of being broken."""
    good = postings[0].model_copy(update={"source_id": "broken"})
    row = dict(good.row)
    fine = encoded(good)
    other_version = tuple((name, b"jobs.posting.raw.v9" if name == "ce_type" else value) for name, value in fine.headers)
    return [
        fine._replace(value=b"{no json"),
        fine._replace(value=(fine.value or b"").replace(b"MATASANO", b"\xff\xfe")),
        fine._replace(value=b"{}"),
        fine._replace(value=None),
        fine._replace(headers=other_version),
        fine._replace(headers=()),
        encoded(good.model_copy(update={"source": "nobody"})),
        encoded(good.model_copy(update={"source_id": None, "row": {"text": row["text"]}})),
        encoded(good.model_copy(update={"row": row | {"text": ""}})),
        encoded(good.model_copy(update={"row": row | {"text": "Acme | Engineer | Berlin<p>" + "long " * 1_000_000}})),
        encoded(good.model_copy(update={"row": "text alone"})),
    ]


def _later(posting: RawPosting, days: int, text: str | None = None) -> RawPosting:
    row = posting.row if text is None else {**posting.row, "text": text}
    return posting.model_copy(update={"fetched_at": posting.fetched_at + timedelta(days=days), "row": row})
