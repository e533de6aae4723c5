"""A stage's worker, put together from the settings."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

from pipeline.ops.kafka_clients import kafka_config
from pipeline.ops.processes import registered
from pipeline.settings import Settings
from runtime import logs
from runtime.clock import utc_now
from runtime.config import WorkerConfig
from runtime.health import HealthServer
from runtime.memory import one_heap
from runtime.metrics import Metrics
from streams.intake import Ahead, nobody
from streams.readers import Readers
from streams.step import Step
from streams.worker import Ending, Worker


def run_worker(stage: str, settings: Settings, *, instance: str = "1", resume: bool = False) -> Ending:
    """Run a worker of `stage` in this process until it is told to stop; its log, metrics and run file are those of its name.

    Raises AlreadyRuns when a process of this name runs; what `streams.worker.Worker.run` raises.
    """
    one_heap()
    name = _process_name(stage, instance)
    logs.configure(name, settings.log_dir, settings.log_level)
    metrics = Metrics(stage)
    step, config = build_step(stage, metrics, settings), worker_config(stage, settings, instance=instance, resume=resume)
    with _reading(step, settings.readers) as ahead:
        worker = Worker(config, step, metrics, utc_now, ahead)
        with _serving(worker, metrics, settings.metrics_port) as port, registered(settings.var_dir, name, port):
            return worker.run()


def worker_config(stage: str, settings: Settings, *, instance: str, resume: bool) -> WorkerConfig:
    """Return what a worker of `stage` is built from."""
    return WorkerConfig(
        stage,
        kafka_config(settings),
        settings.var_dir / "state",
        partitions=settings.topic_partitions,
        batch_size=settings.batch_size,
        batch_within_s=settings.batch_within_s,
        unexpected_error_limit=settings.unexpected_error_limit,
        resume=resume,
        instance=instance,
    )


def build_step(stage: str, metrics: Metrics, settings: Settings) -> Step:
    """Return the step of `stage` with its word lists loaded; only its room is imported."""
    build: Callable[..., Step] = import_module(f"streams.{stage}.step").build_step
    if stage == "enrich":
        return build(contacts=settings.enrich_contacts, plugins=settings.enricher_plugins, forks=settings.readers > 0)
    # normalize counts the fields that it could not read; lifecycle the listings that it did not believe, and open incidents
    return build(metrics) if stage in ("normalize", "lifecycle") else build()


def _process_name(stage: str, instance: str) -> str:
    """Return what a worker is called in logs, run files and `jobstream run`."""
    return stage if instance == "1" else f"{stage}-{instance}"


@contextmanager
def _reading(step: Step, most: int) -> Iterator[Ahead]:
    """Give who looks at messages ahead, where that is worth processes, `most` of them; forked while this one has no threads."""
    wanted = min(step.readers, most)
    if not wanted:
        yield nobody
        return
    readers = Readers(step.look, wanted)
    try:
        yield readers.look
    finally:
        readers.close()


@contextmanager
def _serving(worker: Worker, metrics: Metrics, port: int) -> Iterator[int]:
    server = HealthServer(metrics, port, health=worker.health, ready=worker.ready).start()
    try:
        yield server.port
    finally:
        server.stop()
