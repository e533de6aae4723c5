"""What is wrong, and what to do about it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from time import time

from pipeline.cli.exits import Unreachable
from pipeline.ops import topics
from pipeline.ops.addresses import reachable
from pipeline.ops.books import Accounting, account, read_changelog
from pipeline.ops.databases import surveyors
from pipeline.ops.dlq import Filter, by_reason, letters
from pipeline.ops.groups import Progress, progress
from pipeline.ops.kafka import Cluster
from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.kafka_reading import read_all
from pipeline.ops.plan import counts
from pipeline.ops.processes import RunFile, probe, processes
from pipeline.ops.run import NAME as RUN
from pipeline.ops.run import programs
from pipeline.ops.supervisor import Policy
from pipeline.settings import Settings, unknown
from schemas.topics import RAW, SCHEDULE_GROUP, app_id, changelog_of
from scrapers.plan.schedule import Counts
from streams.normalize.books import Books
from warehouse.contract import SinkUnavailable, WarehouseMisconfigured
from warehouse.survey import Surveyor

# longer than the interval in which a stage commits
STALL_S = 6.0
# who ran so long is healthy for `run`, too
_STEADY_S = Policy().healthy_after_s
_LOCK = Path(__file__).parent.parent.parent / "infra" / "setup" / "run.lock"
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be. `check` is the word it is listed under."""

    check: str
    problem: str
    remedy: str


def diagnose(settings: Settings, sleep: Callable[[float], None]) -> tuple[list[Finding], Accounting | None]:
    """Return what was found, and the books; None for them while a server that they need is down.

    An unreachable server is a finding. Waits `STALL_S` seconds only while something is behind.
    """
    findings = [*outdated(_LOCK.read_text("utf-8") if _LOCK.is_file() else "", _installed), *misspelt(unknown())]
    engines = surveyors(settings)
    databases = [finding for surveyor in engines for finding in _database(surveyor)]
    findings += databases
    try:
        cluster = Cluster(kafka_config(settings))
    except Unreachable as error:
        return [*findings, Finding("kafka", str(error), "`./jobstream stack up`")], None
    findings += [*_topics(cluster, settings), *_processes(settings), *_groups(cluster, sleep), *_dead_letters(cluster)]
    if any(finding.check == "topics" for finding in findings):
        return findings, None
    findings += unscheduled(counts(cluster, settings), cluster.members(SCHEDULE_GROUP))
    findings += ahead(read_changelog(read_all(cluster, [changelog_of("normalize").name])), _committed_raw(cluster))
    with reachable():
        books = account(cluster, () if databases else engines)
    return findings + list(unbalanced(books)), books


def outdated(lock: str, installed: Callable[[str], str | None]) -> Iterator[Finding]:
    """Yield a finding per installed package whose version is not the one in `lock`; one that is not installed is not needed."""
    # the lock serves several Python versions: a package may stand in it more than once
    pins: dict[str, list[str]] = {}
    for name, version in _PINNED.findall(lock):
        pins.setdefault(name, []).append(version)
    for name, versions in pins.items():
        found = installed(name)
        if found is not None and found not in versions:
            problem = f"{name} is {found}, the lock names {' or '.join(versions)}"
            yield Finding("versions", problem, "remove .venv and run `./jobstream` again")


def misspelt(variables: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Yield a finding per variable, of (name, advice), that is called as settings are and is none."""
    for name, advice in variables:
        yield Finding("settings", f"{name} is no setting, and nobody heeds it", f"{advice} Else take it away")


def unbalanced(books: Accounting) -> Iterator[Finding]:
    """Yield a finding per thing that `books` can't account for."""
    for problem in books.problems:
        yield Finding("books", problem, _REPLAY)


def ahead(books: dict[int, Books], committed: dict[int, int]) -> Iterator[Finding]:
    """Yield a finding per raw partition whose committed offset is ahead of the state: the state was lost."""
    for partition, offset in sorted(committed.items()):
        reached = books[partition].next_offset if partition in books else 0
        if offset > reached:
            problem = f"raw partition {partition}: offset {offset:,} is committed, the state ends at {reached:,}"
            yield Finding("state", problem, "stop normalize, then `./jobstream worker normalize --rebuild`")


def stalled(before: Iterable[Progress], after: Iterable[Progress], members: Callable[[str], int]) -> Iterator[Finding]:
    """Yield a finding per group that is behind: not running at all, or running while its committed offset stands still."""
    for was, now in zip(before, after, strict=True):
        name, group = now.group.process, now.group.group
        if not (was.lag and now.lag):
            continue
        if not members(group):
            # one that ends as soon as it starts is not there to read either
            remedy = f"`./jobstream run`; where that runs already, `./jobstream logs {name}` says why {name} ends"
            yield Finding("lag", f"{name} is {now.lag:,} messages behind, and no process reads", remedy)
        elif was.committed == now.committed:
            problem = f"{name} reads, but its committed offset does not move; it is {now.lag:,} messages behind"
            yield Finding("lag", problem, f"read `./jobstream logs {name}`, then stop it; `./jobstream run` starts it again")


def restarted(alive: Sequence[RunFile], wanted: Iterable[str], now: float) -> Iterator[Finding]:
    """Yield a finding per process of `wanted` that ended while `run` kept it: it is not there, or was started again lately.

    One that ends again and again is always either. `now` is seconds since 1970; while `run` is young itself nothing is found.
    """
    run = next((each for each in alive if each.name == RUN), None)
    if run is None or now - run.started_at < _STEADY_S:
        return
    ages = {each.name: now - each.started_at for each in alive}
    for name in wanted:
        if name not in ages:
            what = f"and `run` (pid {run.pid}) has not started it again: it waits a little, or gave it up at its limit"
        elif ages[name] < _STEADY_S:
            what = f"and was started again {ages[name]:.0f} s ago"
        else:
            continue
        remedy = f"read `./jobstream logs {name}`, and {name}.out beside that file; docs/operating.md, Start and stop, Resume"
        yield Finding("processes", f"{name} ended, {what}", remedy)


def unscheduled(boards: Counts, schedulers: int) -> Iterator[Finding]:
    """Yield a finding where there is a plan that nobody carries out, or that is behind."""
    total = boards.waiting + boards.due + boards.late + boards.in_flight
    if total and not schedulers:
        yield Finding("schedule", f"{total:,} boards are in the crawl plan, and no scheduler runs", "`./jobstream schedule`")
    elif boards.late:
        remedy = "`./jobstream schedule plan`; hosts that are left alone, or budgets that are too small (docs/scheduling.md)"
        yield Finding("schedule", f"{boards.late:,} boards wait for their crawl for more than an hour", remedy)


_REPLAY = (
    "wait until `./jobstream status` shows no lag and ask again; then `./jobstream dlq list`, and repair by "
    "`./jobstream replay --execute`; after the loss of a warehouse, stop its sink and run `./jobstream sink NAME --rebuild`"
)


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _database(surveyor: Surveyor) -> Iterator[Finding]:
    try:
        surveyor.version()
        pending = surveyor.pending_migrations()
    except SinkUnavailable as error:
        yield Finding(surveyor.engine, str(error), "`./jobstream stack up`, or set its JOBSTREAM_…_ADDRESS")
    except WarehouseMisconfigured as error:
        yield Finding(surveyor.engine, str(error), "`./jobstream settings`, `./jobstream migrate`")
    else:
        if pending:
            yield Finding("migrations", f"{surveyor.engine} lacks {', '.join(pending)}", "`./jobstream migrate`")


def _topics(cluster: Cluster, settings: Settings) -> Iterator[Finding]:
    wanted = topics.wanted(settings)
    todo = topics.plan(wanted, topics.survey(cluster, wanted))
    for topic in todo.create:
        yield Finding("topics", f"{topic.name} does not exist", "`./jobstream topics apply`")
    for name, keys in todo.alter.items():
        changed = ", ".join(f"{key} is {was} and should be {becomes}" for key, (was, becomes) in keys.items())
        yield Finding("topics", f"{name}: {changed}", "`./jobstream topics apply`")
    for name, (has, wants) in todo.differing.items():
        yield Finding("topics", f"{name} has {has} partitions, {wants} are set", f"set JOBSTREAM_TOPIC_PARTITIONS={has}")


def _processes(settings: Settings) -> Iterator[Finding]:
    alive = processes(settings.var_dir)
    yield from restarted(alive, [program.name for program in programs(settings, {})], time())
    for process in alive:
        healthy, finding = probe(process, "/health") if process.port else (True, None)
        if not healthy:
            yield Finding("processes", f"{process.name} is not well: {finding}", f"read `./jobstream logs {process.name}`")


def _groups(cluster: Cluster, sleep: Callable[[float], None]) -> list[Finding]:
    before = progress(cluster)
    if any(each.lag for each in before):
        sleep(STALL_S)
    return list(stalled(before, progress(cluster), cluster.members))


def _dead_letters(cluster: Cluster) -> Iterator[Finding]:
    for (stage, reason), count in sorted(by_reason(letters(cluster, Filter())).items()):
        remedy = f"`./jobstream dlq list --stage {stage} --reason {reason}`"
        yield Finding("dead letters", f"{stage} could not process {count:,} messages: {reason}", remedy)


def _committed_raw(cluster: Cluster) -> dict[int, int]:
    return {partition: offset for (_, partition), offset in cluster.committed(app_id("normalize"), [RAW.name]).items()}
